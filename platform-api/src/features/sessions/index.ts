export { sessionRoutes } from './sessions.routes.ts';
export { SessionsService } from './sessions.service.ts';
