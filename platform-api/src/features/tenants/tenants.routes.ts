import { route } from '../../http/route.ts';
import type { KeysService } from '../keys/index.ts';
import { createTenant, retrieveTenant, updateTenant } from './tenants.contract.ts';
import type { TenantsService } from './tenants.service.ts';

export const tenantRoutes = (service: TenantsService, keys: KeysService) => [
  route(createTenant, async ({ body }) => {
    const tenant = await service.create(body);
    return { tenant, ...(await keys.createFirst(tenant.id)) };
  }),
  route(retrieveTenant, ({ ctx }) => service.retrieve(ctx)),
  route(updateTenant, ({ ctx, body }) => service.update(ctx, body)),
];
