export { brandInputs } from './public.ts';
export { resolveBrand } from './resolve.ts';
export { BrandInput, TenantConfig } from './schema.ts';
export type { Brand } from './schema.ts';
export { deriveTheme, type Theme, type ThemeInput } from './theme.ts';
