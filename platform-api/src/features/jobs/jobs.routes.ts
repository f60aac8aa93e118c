import { route } from '../../http/route.ts';
import { cancelJob, listJobs, pauseJob, resumeJob, retrieveJob, retryJob } from './jobs.contract.ts';
import type { JobsService } from './jobs.service.ts';

export const jobRoutes = (service: JobsService) => [
  route(listJobs, ({ ctx, query }) => service.list(ctx, query)),
  route(retrieveJob, ({ ctx, params }) => service.retrieve(ctx, params.jobId)),
  route(cancelJob, ({ ctx, params }) => service.change(ctx, params.jobId, 'cancel')),
  route(pauseJob, ({ ctx, params }) => service.change(ctx, params.jobId, 'pause')),
  route(resumeJob, ({ ctx, params }) => service.change(ctx, params.jobId, 'resume')),
  route(retryJob, ({ ctx, params }) => service.change(ctx, params.jobId, 'retry')),
];
