import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PublicError } from '../errors.ts';
import type { TenantContext } from '../tenancy/context.ts';
import type { Clock } from './clock.ts';
import { job, type JobDefinition, type JobQueue, type JobRun, type TenantJobs } from './job-queue.ts';

export interface QueueUnderTest {
  queue: JobQueue;
  /** Time passes for queue and workers when the contract says so. */
  clock: Clock & { pass(ms: number): void };
  /** One worker with a lease of 30 seconds. `stop` is a shutdown. */
  startWorker(jobs: readonly JobDefinition[], concurrency?: number): { stop(): Promise<void> };
  close(): Promise<void>;
}

export const jobContext = (tenantId: string, more: Partial<TenantContext> = {}): TenantContext => ({
  tenantId,
  actorId: 'key:1',
  role: 'admin',
  permissions: new Set(),
  ...more,
});

/** Asks again and again until it is so; the message says what never came. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  for (const end = performance.now() + ms; performance.now() < end;) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error(`Never happened: ${what}.`);
}

const Payload = z.object({ item: z.string() });
type Run = (ctx: TenantContext, payload: { item: string }, run: JobRun) => Promise<void>;
let names = 0;
/** Jobs of one kind that no other test has. */
const aJob = (run: Run, maxAttempts?: number) =>
  job({ name: `test.job-${process.pid}-${++names}`, payload: Payload, run, maxAttempts });

/** Work that goes on until it is told to stop, looking up between parts. */
const untilStopped: Run = async (_ctx, _payload, run) => {
  for (let part = 0; part < 2000; part++) {
    await run.progress(part, 2000);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** What every job queue has to do. */
export function jobQueueContract(name: string, open: () => Promise<QueueUnderTest>): void {
  describe(`job queue: ${name}`, () => {
    let under: QueueUnderTest;
    let tenants = 0;
    const tenant = (more?: Partial<TenantContext>): TenantJobs => under.queue.in(jobContext(`jobs-${++tenants}`, more));
    const status = async (jobs: TenantJobs, id: string) => (await jobs.get(id))?.status;
    const ends = (jobs: TenantJobs, id: string, as: string) =>
      until(`${id} is ${as}`, async () => (await status(jobs, id)) === as);

    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under?.close());

    it('refuses a context without a tenant', () => {
      expect(() => under.queue.in(jobContext(''))).toThrow('tenant');
    });

    it('runs each job once, with its tenant, its actor and its payload, and shows how far it is', async () => {
      const ran: string[] = [];
      const definition = aJob(async ({ tenantId, actorId }, { item }, run) => {
        ran.push(`${tenantId} ${actorId} ${item}`);
        await run.progress(2, 3);
      });
      const ctx = jobContext('jobs-once', { actorId: 'user-7' });
      const queued = await Promise.all(
        Array.from({ length: 12 }, (_, at) => under.queue.in(ctx).enqueue(definition, { item: `${at}` }, { total: 3 })),
      );
      expect(queued[0]).toMatchObject({ status: 'queued', attempts: 0, progress: { done: 0, total: 3 }, error: null });
      const workers = [under.startWorker([definition], 3), under.startWorker([definition], 3)];
      for (const { id } of queued) await ends(under.queue.in(ctx), id, 'done');
      await Promise.all(workers.map((worker) => worker.stop()));
      expect(ran.sort()).toEqual(Array.from({ length: 12 }, (_, at) => `jobs-once user-7 ${at}`).sort());
      expect(await under.queue.in(ctx).get(queued[0].id)).toMatchObject({
        attempts: 1,
        progress: { done: 2, total: 3 },
      });
    });

    it('refuses a payload that is not what the job takes', async () => {
      const jobs = tenant();
      await expect(jobs.enqueue(aJob(untilStopped), { item: 5 } as unknown as { item: string })).rejects.toThrow();
      expect((await jobs.page({}, { limit: 10 })).items).toEqual([]);
    });

    it('shows a tenant nothing of another one, and to who sees a part of the tenant only what they asked for', async () => {
      const definition = aJob(untilStopped);
      const mine = jobContext('jobs-mine', { actorId: 'user-1' });
      const { id } = await under.queue.in(mine).enqueue(definition, { item: 'a' });
      const others = [
        jobContext('jobs-other'),
        jobContext('jobs-mine', { actorId: 'user-2', dataFilter: { folderIds: [] } }),
      ];
      for (const other of others.map((ctx) => under.queue.in(ctx))) {
        expect([await other.get(id), (await other.page({}, { limit: 10 })).items]).toEqual([null, []]);
        for (const verb of ['cancel', 'pause', 'resume', 'retry'] as const)
          expect(await other.change(id, verb)).toBeNull();
      }
      expect(await status(under.queue.in({ ...mine, dataFilter: {} }), id)).toBe('queued');
      expect(await status(under.queue.in({ ...mine, actorId: 'key:2' }), id)).toBe('queued');
      await under.queue.in(mine).change(id, 'cancel');
    });

    it('makes one job of many with the same key, and another one once the first has ended', async () => {
      const jobs = tenant();
      const definition = aJob(() => Promise.resolve());
      const twins = await Promise.all(
        Array.from({ length: 6 }, () => jobs.enqueue(definition, { item: 'a' }, { key: 'k' })),
      );
      expect(new Set(twins.map(({ id }) => id)).size).toBe(1);
      expect((await jobs.enqueue(definition, { item: 'a' }, { key: 'other' })).id).not.toBe(twins[0].id);
      expect((await tenant().enqueue(definition, { item: 'a' }, { key: 'k' })).id).not.toBe(twins[0].id);
      const worker = under.startWorker([definition]);
      await ends(jobs, twins[0].id, 'done');
      expect((await jobs.enqueue(definition, { item: 'a' }, { key: 'k' })).id).not.toBe(twins[0].id);
      await worker.stop();
    });

    it('runs once more what was asked for again while it ran', async () => {
      const jobs = tenant();
      let runs = 0;
      let goOn: () => void = () => undefined;
      const definition = aJob(async () => {
        if (++runs === 1) await new Promise<void>((resolve) => (goOn = resolve));
      });
      const { id } = await jobs.enqueue(definition, { item: 'a' }, { key: 'k', again: true });
      const worker = under.startWorker([definition]);
      await until('it runs', () => runs === 1);
      for (let time = 0; time < 3; time++)
        expect((await jobs.enqueue(definition, { item: 'a' }, { key: 'k', again: true })).id).toBe(id);
      goOn();
      await ends(jobs, id, 'done');
      await worker.stop();
      expect(runs).toBe(2);
    });

    it('cancels, pauses and goes on, whether the job waits or runs', async () => {
      const jobs = tenant();
      let started = 0;
      const definition = aJob((...args) => (started++, untilStopped(...args)));
      const waiting = (await jobs.enqueue(definition, { item: 'a' })).id;
      expect((await jobs.change(waiting, 'pause'))?.status).toBe('paused');
      const worker = under.startWorker([definition]);
      const running = (await jobs.enqueue(definition, { item: 'b' })).id;
      await ends(jobs, running, 'running');
      expect(started).toBe(1);
      await jobs.change(running, 'pause');
      await ends(jobs, running, 'paused');
      await jobs.change(running, 'resume');
      await ends(jobs, running, 'running');
      await jobs.change(running, 'cancel');
      // Too late: a wish to end it stays.
      await jobs.change(running, 'pause');
      await ends(jobs, running, 'cancelled');
      expect((await jobs.change(waiting, 'cancel'))?.status).toBe('cancelled');
      for (const verb of ['cancel', 'pause', 'resume'] as const)
        expect((await jobs.change(running, verb))?.status).toBe('cancelled');
      await worker.stop();
    });

    it('takes back a wish to pause that was not obeyed yet', async () => {
      const jobs = tenant();
      let goOn: () => void = () => undefined;
      const definition = aJob(async (_ctx, _payload, run) => {
        await new Promise<void>((resolve) => (goOn = resolve));
        await run.progress(1, 1);
      });
      const { id } = await jobs.enqueue(definition, { item: 'a' });
      const worker = under.startWorker([definition]);
      await ends(jobs, id, 'running');
      await jobs.change(id, 'pause');
      await jobs.change(id, 'resume');
      goOn();
      await ends(jobs, id, 'done');
      await worker.stop();
    });

    it('tries again later and later, leaves a poison job as failed without its words, and runs it again when asked', async () => {
      const jobs = tenant();
      let tries = 0;
      let isHealed = false;
      const definition = aJob(async () => {
        tries++;
        if (!isHealed) throw new Error('secret words of a call');
      }, 3);
      const { id } = await jobs.enqueue(definition, { item: 'a' });
      const worker = under.startWorker([definition]);
      for (let attempt = 1; attempt <= 3; attempt++) {
        await until(
          `try ${attempt}`,
          async () => (await jobs.get(id))?.attempts === attempt && (await status(jobs, id)) !== 'running',
        );
        under.clock.pass(9_000);
      }
      await ends(jobs, id, 'failed');
      const failed = await jobs.get(id);
      expect([tries, failed?.error?.code, failed?.error?.message.includes('secret words')]).toEqual([
        3,
        'internal',
        false,
      ]);
      expect(failed?.error?.message).toContain(id);
      isHealed = true;
      await jobs.change(id, 'retry');
      await ends(jobs, id, 'done');
      expect(await jobs.get(id)).toMatchObject({ error: null, attempts: 1 });
      await worker.stop();
    });

    it('does not run again before its time, and does not try again what can never work', async () => {
      const jobs = tenant();
      let tries = 0;
      const definition = aJob(() =>
        Promise.reject(new PublicError(++tries === 1 ? 503 : 422, 'no_use', 'Not like this.')),
      );
      const later = await jobs.enqueue(
        definition,
        { item: 'a' },
        { runAt: new Date(under.clock.now().getTime() + 60_000) },
      );
      const worker = under.startWorker([definition]);
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(tries).toBe(0);
      under.clock.pass(60_001);
      await until('a first try', () => tries === 1);
      under.clock.pass(9_000);
      await ends(jobs, later.id, 'failed');
      expect([tries, (await jobs.get(later.id))?.error]).toEqual([2, { code: 'no_use', message: 'Not like this.' }]);
      await worker.stop();
    });

    it('serves tenants in turn: one with many jobs does not hold up one with a single job', async () => {
      const order: string[] = [];
      const definition = aJob(async ({ tenantId }) => void order.push(tenantId));
      const many = under.queue.in(jobContext('jobs-a-many'));
      for (let at = 0; at < 10; at++) await many.enqueue(definition, { item: `${at}` });
      const last = await under.queue.in(jobContext('jobs-b-single')).enqueue(definition, { item: 'x' });
      await under.queue.in(jobContext('jobs-c-single')).enqueue(definition, { item: 'x' });
      const worker = under.startWorker([definition], 1);
      await ends(under.queue.in(jobContext('jobs-b-single')), last.id, 'done');
      await until('all ran', () => order.length === 12);
      await worker.stop();
      expect(order.slice(0, 3).sort()).toEqual(['jobs-a-many', 'jobs-b-single', 'jobs-c-single']);
    });

    it('takes a job whose worker went silent, and lets the silent one write nothing more', async () => {
      const jobs = tenant();
      const runs: JobRun[] = [];
      const endings: (() => void)[] = [];
      const definition = aJob(
        (_ctx, _payload, run) => (runs.push(run), new Promise<void>((resolve) => endings.push(resolve))),
      );
      const { id } = await jobs.enqueue(definition, { item: 'a' }, { total: 9 });
      const silent = under.startWorker([definition], 1);
      await until('the first worker has it', () => runs.length === 1);
      under.clock.pass(31_000);
      const heir = under.startWorker([definition], 1);
      await until('another worker has it', () => runs.length === 2);
      // The zombie wakes up: it may neither report nor complete.
      await expect(runs[0].progress(8, 9)).rejects.toThrow('lease_lost');
      expect(runs[0].signal.aborted).toBe(true);
      endings[0]();
      await silent.stop();
      expect(await jobs.get(id)).toMatchObject({ status: 'running', attempts: 2, progress: { done: 0, total: 9 } });
      await runs[1].progress(9, 9);
      endings[1]();
      await ends(jobs, id, 'done');
      expect((await jobs.get(id))?.progress).toEqual({ done: 9, total: 9 });
      await heir.stop();
    });

    it('ends as failed what kills every worker that takes it, and cancels what was to be cancelled when its worker died', async () => {
      const jobs = tenant();
      let runs = 0;
      const definition = aJob(() => (runs++, new Promise<void>(() => undefined)), 2);
      const { id } = await jobs.enqueue(definition, { item: 'a' });
      const workers = [];
      for (let death = 1; death <= 2; death++) {
        workers.push(under.startWorker([definition], 1));
        await until(`worker ${death} has it`, () => runs === death);
        under.clock.pass(31_000);
      }
      workers.push(under.startWorker([definition], 1));
      await ends(jobs, id, 'failed');
      expect([runs, (await jobs.get(id))?.error?.code]).toEqual([2, 'worker_lost']);
      const wished = await jobs.enqueue(definition, { item: 'b' });
      await until('it runs', () => runs === 3);
      await jobs.change(wished.id, 'cancel');
      under.clock.pass(31_000);
      workers.push(under.startWorker([definition], 1));
      await ends(jobs, wished.id, 'cancelled');
      expect(runs).toBe(3);
      await Promise.all(workers.map((worker) => worker.stop()));
    });

    it('lets go of jobs at a shutdown, even of one that does not hear it, and counts that as no try', async () => {
      const jobs = tenant();
      const seen: boolean[] = [];
      const definition = aJob(async (ctx, payload, run) => {
        seen.push(run.signal.aborted);
        if (payload.item === 'deaf') return new Promise<void>(() => undefined);
        return untilStopped(ctx, payload, run);
      });
      const ids = [
        (await jobs.enqueue(definition, { item: 'hears' })).id,
        (await jobs.enqueue(definition, { item: 'deaf' })).id,
      ];
      const worker = under.startWorker([definition], 2);
      await until('both run', () => seen.length === 2);
      const startedAt = performance.now();
      await worker.stop();
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      for (const id of ids) expect(await jobs.get(id)).toMatchObject({ status: 'queued', attempts: 0 });
      for (const id of ids) await jobs.change(id, 'cancel');
    });

    it('lists newest first, page by page, by status and by name, and refuses a cursor that is none', async () => {
      const jobs = tenant();
      const [one, other] = [aJob(untilStopped), aJob(untilStopped)];
      const ids: string[] = [];
      for (let at = 0; at < 5; at++) ids.unshift((await jobs.enqueue(at === 2 ? other : one, { item: `${at}` })).id);
      await jobs.change(ids[0], 'cancel');
      const seen: string[] = [];
      for (let cursor: string | undefined, round = 0; round < 5; round++) {
        const page = await jobs.page({}, { limit: 2, cursor });
        seen.push(...page.items.map(({ id }) => id));
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(ids);
      expect((await jobs.page({ name: other.name }, { limit: 9 })).items.map(({ id }) => id)).toEqual([ids[2]]);
      expect((await jobs.page({ status: 'queued' }, { limit: 9 })).items.map(({ id }) => id)).toEqual(ids.slice(1));
      await expect(jobs.page({}, { limit: 1, cursor: 'x' })).rejects.toMatchObject({ code: 'bad_cursor' });
      for (const id of ids) await jobs.change(id, 'cancel');
    });
  });
}
