import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailerContract } from '../../../ports/mailer.contract.ts';
import { outboxMailer } from './index.ts';

mailerContract('outbox folder', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'callvault-'));
  const outbox = join(dataDir, 'outbox');
  return {
    mailer: outboxMailer(dataDir),
    delivered: async () =>
      Promise.all((await readdir(outbox)).map(async (name) => readFile(join(outbox, name), 'utf8'))),
    close: () => rm(dataDir, { recursive: true, force: true }),
  };
});
