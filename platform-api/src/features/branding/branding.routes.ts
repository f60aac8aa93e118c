import { route } from '../../http/route.ts';
import { retrieveBrand, updateBrand } from './branding.contract.ts';
import type { BrandingService } from './branding.service.ts';

export const brandingRoutes = (service: BrandingService) => [
  route(retrieveBrand, ({ ctx }) => service.retrieve(ctx)),
  route(updateBrand, ({ ctx, body }) => service.update(ctx, body)),
];
