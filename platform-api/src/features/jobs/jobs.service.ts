import { NotFound } from '../../errors.ts';
import type { JobQueue, JobRecord, JobStatus } from '../../ports/job-queue.ts';
import type { TenantContext } from '../../tenancy/context.ts';

/** Long work as its owners see it. */
export class JobsService {
  constructor(private readonly queue: JobQueue) {}

  async list(
    ctx: TenantContext,
    { status, name, limit, cursor }: { status?: JobStatus; name?: string; limit: number; cursor?: string },
  ) {
    const { items, nextCursor } = await this.queue.in(ctx).page({ status, name }, { limit, cursor });
    return { items: items.map(view), nextCursor };
  }

  async retrieve(ctx: TenantContext, jobId: string) {
    return view(found(await this.queue.in(ctx).get(jobId), jobId));
  }

  async change(ctx: TenantContext, jobId: string, verb: 'cancel' | 'pause' | 'resume' | 'retry') {
    return view(found(await this.queue.in(ctx).change(jobId, verb), jobId));
  }
}

function found(record: JobRecord | null, jobId: string): JobRecord {
  if (!record) throw new NotFound('job', jobId);
  return record;
}

const view = ({ createdAt, startedAt, finishedAt, ...record }: JobRecord) => ({
  ...record,
  createdAt: createdAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
});
