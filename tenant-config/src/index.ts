export { brandInputs } from './public.ts';
export { resolveBrand } from './resolve.ts';
export { BrandInput, TenantConfig } from './schema.ts';
export type { Brand } from './schema.ts';
