import type { Clock } from '../ports/clock.ts';
import type { EnqueueOptions, JobDefinition, JobQueue, JobRecord, JobStatus, TenantJobs } from '../ports/job-queue.ts';
import type { TenantContext } from '../tenancy/context.ts';
import { decodeCursor, encodeCursor } from '../tenancy/cursor.ts';
import { isDuplicateKey } from '../tenancy/database.ts';
import { newId } from '../tenancy/id.ts';
import { jobRows, type JobRow } from './job-store.ts';

const statusOf = (state: JobRow['state']): JobStatus => (state === 'waiting' ? 'queued' : state);

const recordOf = (row: JobRow): JobRecord => ({
  id: row._id,
  name: row.name,
  status: statusOf(row.state),
  progress: { done: row.progress.done, total: row.progress.total },
  error: row.error,
  attempts: row.attempts,
  createdAt: row.createdAt,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
});

/** What a verb does, by what it finds. Anything that is not named stays as it is. */
const transitions: Record<'cancel' | 'pause' | 'resume' | 'retry', { from: object; change: (now: Date) => object }[]> =
  {
    cancel: [
      {
        from: { state: { $in: ['waiting', 'paused'] } },
        change: (now) => ({ $set: { state: 'cancelled', finishedAt: now }, $unset: { key: true } }),
      },
      { from: { state: 'running' }, change: () => ({ $set: { wish: 'cancel' } }) },
    ],
    pause: [
      { from: { state: 'waiting' }, change: () => ({ $set: { state: 'paused' } }) },
      // A wish to end it is not taken back by a wish to hold it.
      { from: { state: 'running', wish: null }, change: () => ({ $set: { wish: 'pause' } }) },
    ],
    resume: [
      { from: { state: 'paused' }, change: (now) => ({ $set: { state: 'waiting', runAt: now, wish: null } }) },
      { from: { state: 'running', wish: 'pause' }, change: () => ({ $set: { wish: null } }) },
    ],
    retry: [
      {
        from: { state: { $in: ['failed', 'cancelled'] } },
        change: (now) => ({
          $set: { state: 'waiting', runAt: now, wish: null, attempts: 0, error: null, finishedAt: null },
        }),
      },
    ],
  };

/** Jobs in the database: any process may add one, any worker may take it. */
export function databaseJobQueue(clock: Clock, wake: () => void): JobQueue {
  return { in: (ctx) => new DatabaseTenantJobs(ctx, clock, wake) };
}

class DatabaseTenantJobs implements TenantJobs {
  constructor(
    private readonly ctx: TenantContext,
    private readonly clock: Clock,
    private readonly wake: () => void,
  ) {
    if (!ctx.tenantId) throw new Error('A tenant context without a tenant reached the job queue.');
  }

  async enqueue(definition: JobDefinition, payload: unknown, options: EnqueueOptions = {}): Promise<JobRecord> {
    const { tenantId, actorId } = this.ctx;
    const now = this.clock.now();
    const row: JobRow = {
      _id: newId('job'),
      tenantId,
      actorId,
      name: definition.name,
      payload: definition.payload.parse(payload),
      ...(options.key ? { key: `${definition.name}:${options.key}` } : {}),
      state: 'waiting',
      runAt: options.runAt ?? now,
      fence: 0,
      leaseUntil: null,
      wish: null,
      isWantedAgain: false,
      attempts: 0,
      progress: { done: 0, total: options.total ?? 0 },
      error: null,
      createdAt: now,
      startedAt: null,
      finishedAt: null,
    };
    while (!(await this.insert(row))) {
      const twin = await this.twin(row, options.again ?? false);
      if (twin) return recordOf(twin);
    }
    // Made inside a transaction, the job shows only after the commit: waking at once would look too early.
    setTimeout(this.wake, 20).unref();
    return recordOf(row);
  }

  async get(jobId: string): Promise<JobRecord | null> {
    const row = await jobRows.findOne({ _id: jobId, ...this.visible() }).lean<JobRow>();
    return row && recordOf(row);
  }

  async page(filter: { status?: JobStatus; name?: string }, { limit, cursor }: { limit: number; cursor?: string }) {
    const position = cursor === undefined ? null : decodeCursor(cursor, 'date');
    const createdAt = position?.key as Date;
    const rows = await jobRows
      .find({
        ...(filter.status ? { state: filter.status === 'queued' ? 'waiting' : filter.status } : {}),
        ...(filter.name ? { name: filter.name } : {}),
        ...(position ? { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: position.id } }] } : {}),
        ...this.visible(),
      })
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<JobRow[]>();
    const last = rows.length > limit ? rows[limit - 1] : null;
    return {
      items: rows.slice(0, limit).map(recordOf),
      nextCursor: last && encodeCursor({ key: last.createdAt, id: last._id }),
    };
  }

  async change(jobId: string, verb: keyof typeof transitions): Promise<JobRecord | null> {
    for (const { from, change } of transitions[verb]) {
      const changed = await jobRows
        .findOneAndUpdate({ ...from, _id: jobId, ...this.visible() }, change(this.clock.now()), {
          returnDocument: 'after',
        })
        .lean<JobRow>();
      if (!changed) continue;
      this.wake();
      return recordOf(changed);
    }
    return this.get(jobId);
  }

  private visible(): { tenantId: string; actorId?: string } {
    const { tenantId, actorId, dataFilter } = this.ctx;
    return { tenantId, ...(dataFilter ? { actorId } : {}) };
  }

  /** False where a job of the same key has not ended. */
  private async insert(row: JobRow): Promise<boolean> {
    try {
      await jobRows.create([row]);
      return true;
    } catch (error) {
      if (row.key && isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** The job that has the key, made to run once more where it has begun. Null where it ended in between. */
  private async twin({ tenantId, key }: JobRow, again: boolean): Promise<JobRow | null> {
    const running =
      again &&
      (await jobRows
        .findOneAndUpdate(
          { tenantId, key, state: 'running' },
          { $set: { isWantedAgain: true } },
          { returnDocument: 'after' },
        )
        .lean<JobRow>());
    return running || jobRows.findOne({ tenantId, key }).lean<JobRow>();
  }
}
