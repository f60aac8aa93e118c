export { tenantRoutes } from './tenants.routes.ts';
export { TenantsService } from './tenants.service.ts';
