import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { Id, page, PageQuery, Timestamp } from '../../http/schemas.ts';

export const Job = z.object({
  id: Id,
  name: z.string().describe('Such as `imports.run` or `profits.extract`.'),
  status: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']),
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  attempts: z.number().int(),
  createdAt: Timestamp,
  startedAt: Timestamp.nullable(),
  finishedAt: Timestamp.nullable(),
});

const JobParams = z.object({ jobId: Id });

export const listJobs = contract({
  method: 'get',
  path: '/v1/jobs',
  operation: 'jobs.list',
  summary: 'Long work, newest first',
  permission: 'jobs:read',
  query: PageQuery.extend({ status: Job.shape.status.optional(), name: z.string().max(60).optional() }),
  output: page(Job),
});

export const retrieveJob = contract({
  method: 'get',
  path: '/v1/jobs/{jobId}',
  operation: 'jobs.retrieve',
  summary: 'How far a job is',
  permission: 'jobs:read',
  params: JobParams,
  output: Job,
});

const change = (verb: 'cancel' | 'pause' | 'resume' | 'retry', summary: string) =>
  contract({
    method: 'post',
    path: `/v1/jobs/{jobId}/${verb}`,
    operation: `jobs.${verb}`,
    summary,
    permission: 'jobs:write',
    params: JobParams,
    output: Job,
  });

export const cancelJob = change('cancel', 'Stop a job; what it finished stays');
export const pauseJob = change('pause', 'Hold a job where it is');
export const resumeJob = change('resume', 'Go on with a paused job');
export const retryJob = change('retry', 'Run a failed or cancelled job again; finished parts are skipped');
