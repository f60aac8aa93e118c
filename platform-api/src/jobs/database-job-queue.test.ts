import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { job } from '../ports/job-queue.ts';
import { jobContext, jobQueueContract, until } from '../ports/job-queue.contract.ts';
import { atomically } from '../tenancy/database.ts';
import { startTestPlatform, type TestPlatform } from '../testing/index.ts';
import { databaseJobQueue } from './database-job-queue.ts';
import { ledgerJob } from './ledger-worker.fixture.ts';
import { Worker } from './worker.ts';

// Its own worker would serve leases of the contract's: the platform runs without one.
let platform: TestPlatform;
let offset = 0;
const clock = { now: () => new Date(Date.now() + offset), pass: (ms: number) => void (offset += ms) };
beforeAll(async () => {
  platform = await startTestPlatform({ environment: { CALLVAULT_ROLE: 'api' } });
});
afterAll(() => platform?.stop());

jobQueueContract('database', () =>
  Promise.resolve({
    queue: databaseJobQueue(clock, () => undefined),
    clock,
    startWorker: (jobs, concurrency) => {
      const worker = new Worker({
        jobs,
        clock,
        logger: platform.engines.logger,
        concurrency,
        pollMs: 20,
        graceMs: 500,
      });
      worker.start();
      return worker;
    },
    close: () => Promise.resolve(),
  }),
);

describe('jobs in the database', () => {
  it('do not exist when the transaction they were queued in is undone', async () => {
    const ctx = jobContext('jobs-atomic');
    const jobs = databaseJobQueue(clock, () => undefined).in(ctx);
    const definition = job({ name: 'test.atomic', payload: z.object({}), run: () => Promise.resolve() });
    await expect(
      atomically(ctx, async () => {
        await jobs.enqueue(definition, {}, { key: 'k' });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect((await jobs.page({}, { limit: 5 })).items).toEqual([]);
    const kept = await atomically(ctx, () => jobs.enqueue(definition, {}, { key: 'k' }));
    expect((await jobs.page({}, { limit: 5 })).items.map(({ id }) => id)).toEqual([kept.id]);
  });

  it('outlive workers that are killed: every part is done, and done once', async () => {
    const file = join(platform.dataDir, 'ledger.txt');
    await writeFile(file, '');
    offset = 0;
    const jobs = databaseJobQueue(clock, () => undefined).in(jobContext('jobs-killed'));
    const parts = 12;
    const lines = async () => (await readFile(file, 'utf8')).split('\n').filter(Boolean);
    const workers = await Promise.all([1, 2, 3].map(() => startProcess(platform.engines.database.url)));
    try {
      const queued = await Promise.all(Array.from({ length: 10 }, () => jobs.enqueue(ledgerJob, { file, parts })));
      for (const [at, worker] of workers.slice(0, 2).entries()) {
        await until('the workers work', async () => (await lines()).length > (at + 1) * 15);
        worker.kill('SIGKILL');
      }
      for (const { id } of queued)
        await until(`${id} ends`, async () => (await jobs.get(id))?.status === 'done', 30_000);
    } finally {
      for (const worker of workers) worker.kill('SIGKILL');
    }
    const done = await lines();
    expect([done.length, new Set(done).size]).toEqual([10 * parts, 10 * parts]);
  }, 60_000);
});

async function startProcess(databaseUrl: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./ledger-worker.fixture.ts', import.meta.url));
  const worker = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', script, 'serve', databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(worker.stdout as NonNullable<typeof worker.stdout>, 'data');
  return worker;
}
