export { rebuttalRoutes } from './rebuttals.routes.ts';
export { RebuttalsService } from './rebuttals.service.ts';
