import type { TenantContext } from '../tenancy/context.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Sent once however often it is asked for with the same key. */
  idempotencyKey: string;
}

export interface Mailer {
  /** Resolves when the mail is accepted for delivery. Throws `UpstreamFailed` when it was not. */
  send(ctx: TenantContext, mail: Mail): Promise<void>;
}
