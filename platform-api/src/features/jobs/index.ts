export { jobRoutes } from './jobs.routes.ts';
export { JobsService } from './jobs.service.ts';
