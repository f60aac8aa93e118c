export { profitsRoutes } from './profits.routes.ts';
export { ProfitsService } from './profits.service.ts';
