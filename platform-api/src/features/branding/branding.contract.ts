import { BrandInput } from '@callvault/tenant-config';
import { z } from 'zod';
import { contract } from '../../http/contract.ts';

/** What a browser may see of a tenant's brand: enough to paint the first text right. */
export const Brand = z.object({
  name: z.string(),
  logoUrl: z.string().nullable(),
  logoDarkUrl: z.string().nullable(),
  supportUrl: z.string().nullable(),
  poweredBy: z.boolean(),
  /** Inputs that the tenant set, such as `--cv-brand`. */
  inputs: z.record(z.string(), z.string()),
  /** Every colour role, computed with the contrast guard. */
  theme: z.object({ light: z.record(z.string(), z.string()), dark: z.record(z.string(), z.string()) }),
  notes: z.array(z.string()).describe('What the contrast guard changed, in words.'),
});

export const retrieveBrand = contract({
  method: 'get',
  path: '/v1/brand',
  operation: 'brand.retrieve',
  summary: "The tenant's brand, ready for a browser. A publishable key is enough",
  permission: 'publishable',
  output: Brand,
});

export const updateBrand = contract({
  method: 'patch',
  path: '/v1/brand',
  operation: 'brand.update',
  summary: 'Change the brand',
  permission: 'branding:write',
  body: BrandInput.partial(),
  output: Brand,
});
