import { AsyncResource } from 'node:async_hooks';
import { PublicError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobDefinition, JobRun } from '../ports/job-queue.ts';
import type { Logger } from '../ports/logger.ts';
import { contextOfJob } from '../tenancy/job-context.ts';
import { jobRows, type JobRow } from './job-store.ts';

export interface WorkerOptions {
  jobs: readonly JobDefinition[];
  clock: Clock;
  logger: Logger;
  /** Jobs at once in this process. */
  concurrency?: number;
  /** Milliseconds a job may go without a heartbeat before another worker takes it. */
  leaseMs?: number;
  /** Milliseconds between looks at an empty queue. */
  pollMs?: number;
  /** Milliseconds a stop waits for jobs that do not hear it; their leases are given back whatever they do. */
  graceMs?: number;
}

/** Why a job stopped before its end; kept apart from failures. */
class Stopped extends Error {
  constructor(readonly reason: 'cancel' | 'pause' | 'lease_lost' | 'shutdown') {
    super(`The job was stopped: ${reason}.`);
  }
}

const maxBackOffMs = 10 * 60_000;
/** Exponential with full jitter, so a thousand jobs that failed together don't come back together. */
const backOff = (attempts: number) => Math.random() * Math.min(maxBackOffMs, 1000 * 2 ** attempts);

/**
 * Takes jobs one lease at a time. Every write carries the fencing number of the claim: a worker that slept through its
 * lease finds its writes refused and stops, whoever has the job now.
 */
export class Worker {
  private readonly definitions: Map<string, JobDefinition>;
  private readonly running = new Set<{ row: JobRow; abort: AbortController; done: Promise<void> }>();
  private lastServed = '';
  private isStopping = false;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  /** Work begins in this scope: a worker woken inside a transaction must not go on in that transaction's session. */
  private readonly ownScope = new AsyncResource('Worker');

  constructor(private readonly options: WorkerOptions) {
    this.definitions = new Map(options.jobs.map((definition) => [definition.name, definition]));
  }

  start(): void {
    this.wake();
  }

  /** Looks for work now instead of at the next poll. */
  wake(): void {
    this.ownScope.runInAsyncScope(() => this.look());
  }

  private look(): void {
    if (this.isStopping) return;
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    clearTimeout(this.timer);
    this.looking = this.fill()
      .catch((error: unknown) => this.options.logger.error({ err: error }, 'the worker could not look for jobs'))
      .finally(() => {
        this.looking = null;
        if (this.isStopping) return;
        if (this.lookAgain) {
          this.lookAgain = false;
          this.wake();
        } else this.timer = setTimeout(() => this.wake(), this.options.pollMs ?? 1000);
      });
  }

  /** Lets go of running jobs (others will take them) and resolves when none is left. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    await this.looking;
    for (const { abort } of this.running) abort.abort(new Stopped('shutdown'));
    let grace: NodeJS.Timeout | undefined;
    await Promise.race([
      Promise.allSettled([...this.running].map(({ done }) => done)),
      new Promise<void>((resolve) => (grace = setTimeout(resolve, this.options.graceMs ?? 8_000))),
    ]);
    clearTimeout(grace);
    for (const { row } of this.running) await this.release(row);
  }

  private async fill(): Promise<void> {
    await this.releaseExpired();
    while (!this.isStopping && this.running.size < (this.options.concurrency ?? 2)) {
      const row = await this.claim();
      if (!row) return;
      const abort = new AbortController();
      const one = { row, abort, done: Promise.resolve() };
      this.running.add(one);
      one.done = this.run(row, abort).finally(() => {
        this.running.delete(one);
        this.wake();
      });
    }
  }

  /** Jobs whose worker went silent wait again; one that killed several workers is left as failed. */
  private async releaseExpired(): Promise<void> {
    const now = this.options.clock.now();
    const expired = { state: 'running' as const, leaseUntil: { $lt: now } };
    for (const row of await jobRows.find(expired).limit(50).lean<JobRow[]>()) {
      const isSpent = row.attempts >= this.attemptsOf(row.name);
      const change = isSpent
        ? {
            $set: {
              state: 'failed',
              finishedAt: now,
              leaseUntil: null,
              error: {
                code: 'worker_lost',
                message: 'Several workers died on this job. Look at the log, then retry it.',
              },
            },
            $unset: { key: true },
          }
        : { $set: { state: 'waiting', leaseUntil: null } };
      await jobRows.updateOne({ _id: row._id, fence: row.fence, ...expired }, change);
    }
  }

  /** The next job, tenants in turn: one with ten thousand waiting does not hold up one with a single job. */
  private async claim(): Promise<JobRow | null> {
    const now = this.options.clock.now();
    const ready = { state: 'waiting' as const, runAt: { $lte: now }, name: { $in: [...this.definitions.keys()] } };
    const tenants = (await jobRows.distinct('tenantId', ready)).sort();
    const inTurn = [
      ...tenants.filter((tenant) => tenant > this.lastServed),
      ...tenants.filter((tenant) => tenant <= this.lastServed),
    ];
    for (const tenantId of inTurn) {
      const row = await jobRows
        .findOneAndUpdate(
          { ...ready, tenantId },
          {
            $set: { state: 'running', leaseUntil: this.leaseEnd(), startedAt: now },
            $inc: { fence: 1, attempts: 1 },
          },
          { sort: { runAt: 1 }, returnDocument: 'after' },
        )
        .lean<JobRow>();
      if (row) {
        this.lastServed = tenantId;
        return row;
      }
    }
    return null;
  }

  private async run(row: JobRow, abort: AbortController): Promise<void> {
    const { logger } = this.options;
    const definition = this.definitions.get(row.name);
    const log = logger.child({ jobId: row._id, job: row.name, tenantId: row.tenantId, attempt: row.attempts });
    const heartbeat = setInterval(
      () => {
        this.beat(row, abort).catch((error: unknown) => log.warn({ err: error }, 'a heartbeat failed'));
      },
      (this.options.leaseMs ?? 30_000) / 3,
    );
    try {
      if (!definition) throw new Error(`No job is called ${row.name}.`);
      // Asked of a worker that died before it heard.
      if (row.wish) throw new Stopped(row.wish);
      const run: JobRun = {
        jobId: row._id,
        signal: abort.signal,
        progress: (done, total) => this.beat(row, abort, { done, total }),
      };
      await definition.run(contextOfJob(row), definition.payload.parse(row.payload), run);
      await this.done(row);
      log.info({ ms: Date.now() - (row.startedAt?.getTime() ?? 0) }, 'job done');
    } catch (error) {
      await this.stopped(row, abort.signal.reason instanceof Stopped ? abort.signal.reason : error, log).catch(
        // The lease runs out by itself, and another worker takes the job.
        (failure: unknown) => log.error({ err: failure }, 'the end of a job could not be written'),
      );
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** Keeps the lease and hears wishes. */
  private async beat(row: JobRow, abort: AbortController, progress?: JobRow['progress']): Promise<void> {
    abort.signal.throwIfAborted();
    const current = await jobRows
      .findOneAndUpdate(
        { _id: row._id, fence: row.fence, state: 'running' },
        { $set: { leaseUntil: this.leaseEnd(), ...(progress ? { progress } : {}) } },
        { returnDocument: 'after' },
      )
      .lean<JobRow>();
    if (!current) abort.abort(new Stopped('lease_lost'));
    else if (current.wish) abort.abort(new Stopped(current.wish));
    if (progress) abort.signal.throwIfAborted();
  }

  private async stopped(row: JobRow, error: unknown, log: Logger): Promise<void> {
    if (error instanceof Stopped) {
      log.info({ reason: error.reason }, 'job stopped');
      if (error.reason === 'cancel') await this.end(row, { state: 'cancelled', error: null });
      // A pause or a shutdown is no failed try.
      if (error.reason === 'pause')
        await this.write(row, { $set: { state: 'paused', leaseUntil: null, wish: null }, $inc: { attempts: -1 } });
      if (error.reason === 'shutdown') await this.release(row);
      return;
    }
    const isPublic = error instanceof PublicError;
    const reason = isPublic
      ? { code: error.code, message: error.message }
      : {
          code: 'internal',
          message: `Something went wrong here. Retry the job; if it fails again, give support the job id ${row._id}.`,
        };
    const isFinal = row.attempts >= this.attemptsOf(row.name) || (isPublic && !error.isRetryable);
    log[isFinal ? 'error' : 'warn']({ err: error }, isFinal ? 'job failed' : 'job failed, will run again');
    if (isFinal) await this.end(row, { state: 'failed', error: reason });
    else
      await this.write(row, {
        $set: {
          state: 'waiting',
          leaseUntil: null,
          runAt: new Date(this.options.clock.now().getTime() + backOff(row.attempts)),
          error: reason,
        },
      });
  }

  private release(row: JobRow): Promise<boolean> {
    return this.write(row, { $set: { state: 'waiting', leaseUntil: null }, $inc: { attempts: -1 } });
  }

  /** Ends a job that did its work, or lets it run once more where somebody asked for that meanwhile. */
  private async done(row: JobRow): Promise<void> {
    const once = { isWantedAgain: { $ne: true } };
    if (await this.end(row, { state: 'done', error: null }, once)) return;
    const runAt = this.options.clock.now();
    await this.write(row, {
      $set: { state: 'waiting', leaseUntil: null, runAt, attempts: 0, error: null, isWantedAgain: false },
    });
  }

  private end(row: JobRow, outcome: Pick<JobRow, 'state' | 'error'>, where: object = {}): Promise<boolean> {
    const change = {
      $set: { ...outcome, leaseUntil: null, finishedAt: this.options.clock.now(), isWantedAgain: false },
      $unset: { key: true },
    };
    return this.write(row, change, where);
  }

  /** False where the lease is lost: nothing is written then. */
  private async write(row: JobRow, change: object, where: object = {}): Promise<boolean> {
    const { matchedCount } = await jobRows.updateOne(
      { ...where, _id: row._id, fence: row.fence, state: 'running' },
      change,
    );
    return matchedCount === 1;
  }

  private leaseEnd(): Date {
    return new Date(this.options.clock.now().getTime() + (this.options.leaseMs ?? 30_000));
  }

  private attemptsOf(name: string): number {
    return this.definitions.get(name)?.maxAttempts ?? 5;
  }
}
