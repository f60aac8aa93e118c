export { clientRoutes } from './clients.routes.ts';
export { ClientsService, type ClientUsage } from './clients.service.ts';
