import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { jsonLogger } from '../adapters/system/logger.ts';
import { job } from '../ports/job-queue.ts';
import { connectDatabase } from '../tenancy/database.ts';
import { Worker } from './worker.ts';

/** Writes the parts of its work into a file, one line each, and skips those that are there. */
export const ledgerJob = job({
  name: 'test.ledger',
  payload: z.object({ file: z.string(), parts: z.number() }),
  maxAttempts: 50,
  run: async (_ctx, { file, parts }, run) => {
    for (let part = 0; part < parts; part++) {
      await run.progress(part, parts);
      const line = `${run.jobId} ${part}\n`;
      if (!readFileSync(file, 'utf8').includes(line)) appendFileSync(file, line);
      await wait(10);
    }
  },
});

/** As a process of its own, to be killed: `ledger-worker.fixture.ts serve <database url>`. */
const [, , command, databaseUrl] = process.argv;
if (command === 'serve' && databaseUrl) {
  await connectDatabase(databaseUrl);
  const clock = { now: () => new Date() };
  new Worker({ jobs: [ledgerJob], clock, logger: jsonLogger('silent'), leaseMs: 600, pollMs: 50 }).start();
  process.stdout.write('ready\n');
}
