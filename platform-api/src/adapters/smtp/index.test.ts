import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailerContract } from '../../ports/mailer.contract.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { smtpMailer } from './index.ts';
import { startSmtpSink, type SmtpSink } from './smtp-sink.fixture.ts';

const from = 'CallVault <no-reply@agency.example>';

mailerContract('SMTP', async () => {
  const sink = await startSmtpSink();
  return {
    mailer: smtpMailer({ url: sink.url, from }),
    delivered: () => Promise.resolve([...sink.messages.values()]),
    close: () => sink.close(),
  };
});

describe('mail by SMTP', () => {
  const ctx: TenantContext = { tenantId: 'mail', actorId: 'a', role: 'owner', permissions: new Set() };
  const mail = { to: 'dana@example.com', subject: 'Hello', text: 'Hello.', idempotencyKey: 'k' };
  let sink: SmtpSink;
  beforeAll(async () => {
    sink = await startSmtpSink();
  });
  afterAll(() => sink?.close());

  it('comes from the installation, with an id of its domain', async () => {
    await smtpMailer({ url: sink.url, from }).send(ctx, mail);
    const [[id, message]] = [...sink.messages];
    expect(id).toMatch(/^<[\w-]+@agency\.example>$/);
    expect(message).toContain(`From: ${from}`);
  });

  it('that is refused, or finds no server, fails as what is not ours, naming the address and the setting', async () => {
    sink.refuseWith = '550 no such user';
    for (const url of [sink.url, 'smtp://127.0.0.1:1']) {
      await expect(smtpMailer({ url, from }).send(ctx, mail)).rejects.toMatchObject({
        code: 'mail_refused',
        status: 502,
        message: expect.stringMatching(/dana@example\.com.*SMTP_URL/),
      });
    }
  });
});
