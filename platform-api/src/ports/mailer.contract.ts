import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '../tenancy/context.ts';
import type { Mail, Mailer } from './mailer.ts';

export interface MailerUnderTest {
  mailer: Mailer;
  /** What has been delivered, as messages; a repeat that receivers drop by its Message-ID counts once. */
  delivered(): Promise<string[]>;
  close(): Promise<void>;
}

const contextOf = (tenantId: string): TenantContext => ({
  tenantId,
  actorId: 'system',
  role: 'owner',
  permissions: new Set(),
});

/** What every mailer has to do. */
export function mailerContract(name: string, open: () => Promise<MailerUnderTest>): void {
  describe(`mailer: ${name}`, () => {
    let under: MailerUnderTest;
    let keys = 0;
    const aMail = (more: Partial<Mail> = {}): Mail => ({
      to: 'Dana <dana@example.com>',
      subject: 'Your report',
      text: 'It is ready.',
      idempotencyKey: `mail-${++keys}`,
      ...more,
    });
    const send = (mail: Mail, tenantId = 'mail-ours') => under.mailer.send(contextOf(tenantId), mail);
    const matching = async (part: string) => (await under.delivered()).filter((message) => message.includes(part));

    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under?.close());

    it('delivers text and HTML to whom it is for', async () => {
      await send(aMail({ subject: 'Both kinds', html: '<p>It is <b>ready</b>.</p>' }));
      const [message] = await matching('Both kinds');
      for (const part of ['dana@example.com', 'It is ready.', '<b>ready</b>', 'multipart/alternative'])
        expect(message).toContain(part);
    });

    it('delivers once what is sent again with the same key, and again what another tenant sends', async () => {
      const mail = aMail({ subject: 'Only once' });
      for (let round = 0; round < 3; round++) await send(mail);
      expect((await matching('Only once')).length).toBe(1);
      await send(mail, 'mail-theirs');
      await send({ ...mail, idempotencyKey: 'another' });
      expect((await matching('Only once')).length).toBe(3);
    });

    it('lets nobody add a header or a recipient through a subject or an address', async () => {
      await send(aMail({ subject: 'Hello\r\nBcc: evil@example.com\r\n\r\nInjected' })).catch(() => undefined);
      await send(aMail({ to: 'dana@example.com\r\nBcc: evil@example.com' })).catch(() => undefined);
      for (const message of await under.delivered()) expect(message).not.toMatch(/^Bcc:/im);
    });
  });
}
