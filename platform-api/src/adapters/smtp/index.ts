import { createTransport } from 'nodemailer';
import { UpstreamFailed } from '../../errors.ts';
import type { Mailer } from '../../ports/mailer.ts';

export interface SmtpOptions {
  /** `smtp://user:password@host:port` or `smtps://...`. */
  url: string;
  from: string;
}

/** A mail server that does not answer must not hold a job for ten minutes, which is what nodemailer would wait. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends by SMTP. The idempotency key becomes the Message-ID, by which receivers drop a repeat. */
export function smtpMailer({ url, from }: SmtpOptions): Mailer {
  const transport = createTransport({ url, ...timeouts }, { from });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return {
    send: async ({ tenantId }, { idempotencyKey, ...mail }) => {
      const messageId = `<${Buffer.from(`${tenantId}:${idempotencyKey}`).toString('base64url')}@${domain}>`;
      await transport.sendMail({ ...mail, messageId }).catch((cause: unknown) => {
        throw new UpstreamFailed(
          'mail_refused',
          `The mail server did not take the mail to ${mail.to}. Check SMTP_URL and SMTP_FROM.`,
          { cause },
        );
      });
    },
  };
}
