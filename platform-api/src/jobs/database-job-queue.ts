import type { Clock } from '../ports/clock.ts';
import type { JobDefinition, JobQueue, JobRecord, JobStatus, TenantJobs } from '../ports/job-queue.ts';
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

/** What a verb does, by the state it finds. States that are not named stay as they are. */
const transitions: Record<
  'cancel' | 'pause' | 'resume' | 'retry',
  { from: JobRow['state'][]; change: (now: Date) => object }[]
> = {
  cancel: [
    {
      from: ['waiting', 'paused'],
      change: (now) => ({ $set: { state: 'cancelled', finishedAt: now }, $unset: { key: true } }),
    },
    { from: ['running'], change: () => ({ $set: { wish: 'cancel' } }) },
  ],
  pause: [
    { from: ['waiting'], change: () => ({ $set: { state: 'paused' } }) },
    { from: ['running'], change: () => ({ $set: { wish: 'pause' } }) },
  ],
  resume: [{ from: ['paused'], change: (now) => ({ $set: { state: 'waiting', runAt: now, wish: null } }) }],
  retry: [
    {
      from: ['failed', 'cancelled'],
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

  async enqueue(
    definition: JobDefinition,
    payload: unknown,
    options: { key?: string; total?: number; runAt?: Date } = {},
  ): Promise<JobRecord> {
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
      attempts: 0,
      progress: { done: 0, total: options.total ?? 0 },
      error: null,
      createdAt: now,
      startedAt: null,
      finishedAt: null,
    };
    try {
      await jobRows.create([row]);
    } catch (error) {
      const twin =
        row.key && isDuplicateKey(error) ? await jobRows.findOne({ tenantId, key: row.key }).lean<JobRow>() : null;
      if (!twin) throw error;
      return recordOf(twin);
    }
    // Made inside a transaction, the job shows only after the commit: waking at once would look too early.
    setTimeout(this.wake, 20).unref();
    return recordOf(row);
  }

  async get(jobId: string): Promise<JobRecord | null> {
    const row = await jobRows.findOne({ _id: jobId, tenantId: this.ctx.tenantId }).lean<JobRow>();
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
        tenantId: this.ctx.tenantId,
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
    const { tenantId } = this.ctx;
    for (const { from, change } of transitions[verb]) {
      const changed = await jobRows
        .findOneAndUpdate({ _id: jobId, tenantId, state: { $in: from } }, change(this.clock.now()), {
          returnDocument: 'after',
        })
        .lean<JobRow>();
      if (!changed) continue;
      this.wake();
      return recordOf(changed);
    }
    return this.get(jobId);
  }
}
