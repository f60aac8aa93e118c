import { brandInputs, deriveTheme, resolveBrand, type Brand } from '@callvault/tenant-config';
import type { TenantContext } from '../../tenancy/context.ts';
import type { TenantsService } from '../tenants/index.ts';

/** A tenant's look, as a browser may see it. */
export class BrandingService {
  constructor(private readonly tenants: TenantsService) {}

  async retrieve(ctx: TenantContext) {
    const tenant = await this.tenants.brandOf(ctx);
    const brand = resolveBrand({ name: tenant.name }, tenant.brand);
    const { light, dark, notes } = deriveTheme(brand);
    const { name, logoUrl, logoDarkUrl, supportUrl, poweredBy } = brand;
    return {
      name,
      logoUrl,
      logoDarkUrl,
      supportUrl,
      poweredBy,
      inputs: brandInputs(brand),
      theme: { light, dark },
      notes,
    };
  }

  async update(ctx: TenantContext, change: Partial<Brand>) {
    await this.tenants.updateBrand(ctx, change);
    return this.retrieve(ctx);
  }
}
