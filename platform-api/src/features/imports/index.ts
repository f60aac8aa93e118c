export { importRoutes } from './imports.routes.ts';
export { ImportsService } from './imports.service.ts';
export { Ingest } from './ingest.ts';
