import type { z } from 'zod';
import type { TenantContext } from '../tenancy/context.ts';

export type JobStatus = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

/** What a running job sees of itself. */
export interface JobRun {
  readonly jobId: string;
  /** Aborted when the job is cancelled or paused, its lease is lost, or the process stops. */
  readonly signal: AbortSignal;
  /** Records progress. Throws where the job must stop, so it is also the place to call between parts of the work. */
  progress(done: number, total: number): Promise<void>;
}

/** Long work, declared like a route. `run` must be safe to run twice: a process may die at any line. */
export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  name: string;
  payload: Payload;
  /** Tries before it is left as failed. 5 unless said. */
  maxAttempts?: number;
  run(ctx: TenantContext, payload: z.output<Payload>, run: JobRun): Promise<void>;
}

export const job = <Payload extends z.ZodType>(definition: JobDefinition<Payload>): JobDefinition<Payload> =>
  definition;

export interface JobRecord {
  id: string;
  name: string;
  status: JobStatus;
  progress: { done: number; total: number };
  error: { code: string; message: string } | null;
  attempts: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface EnqueueOptions {
  key?: string;
  /** A job of that key that is running already runs once more: it may have looked before what it is about changed. */
  again?: boolean;
  total?: number;
  runAt?: Date;
}

export interface TenantJobs {
  /** Durable when it resolves. With `key`, a job of that key that has not ended is answered instead of a second one. */
  enqueue<Payload extends z.ZodType>(
    definition: JobDefinition<Payload>,
    payload: z.input<Payload>,
    options?: EnqueueOptions,
  ): Promise<JobRecord>;
  get(jobId: string): Promise<JobRecord | null>;
  page(
    filter: { status?: JobStatus; name?: string },
    options: { limit: number; cursor?: string },
  ): Promise<{ items: JobRecord[]; nextCursor: string | null }>;
  /** Null where there is no such job; a job that is past that verb is answered unchanged. */
  change(jobId: string, verb: 'cancel' | 'pause' | 'resume' | 'retry'): Promise<JobRecord | null>;
}

/** A caller who sees only a part of the tenant sees only the jobs they asked for. */
export interface JobQueue {
  in(ctx: TenantContext): TenantJobs;
}
