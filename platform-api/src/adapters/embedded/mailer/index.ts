import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Mailer } from '../../../ports/mailer.ts';

/** Writes mails as .eml files into the data folder, to look at in development. The same key is written once. */
export function outboxMailer(dataDir: string): Mailer {
  return {
    send: async ({ tenantId }, { idempotencyKey, ...mail }) => {
      const folder = join(dataDir, 'outbox');
      const name = createHash('sha256').update(`${tenantId}\n${idempotencyKey}`).digest('hex').slice(0, 32);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const message = await new MailComposer({ from: 'callvault@localhost', ...mail }).compile().build();
      await writeFile(join(folder, `${name}.eml`), message, { mode: 0o600 });
    },
  };
}
