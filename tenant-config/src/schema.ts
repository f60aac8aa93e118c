import { z } from 'zod';

const Color = z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'A colour looks like "#1f5fd6".');
const Url = z.url({ protocol: /^https$/ }).max(2000);
// A font list reaches CSS: names, spaces, commas, quotes and hyphens, nothing that could close a declaration.
const Font = z
  .string()
  .max(200)
  .regex(/^[\p{L}\p{N} ,'"-]+$/u, 'A font list has names separated by commas.');

/** What a tenant may set of its look. Ranges follow the documented inputs `--cv-*`. */
export const BrandInput = z.object({
  name: z.string().trim().min(1).max(200),
  color: Color.describe('The brand colour; every accent follows from it.'),
  neutral: Color.nullable().describe('Hue source of the greys; the brand unless said.'),
  tint: z.number().min(0).max(2),
  radius: z.number().min(0).max(16).describe('Pixels.'),
  density: z.number().min(0.8).max(1),
  textScale: z.number().min(0.9).max(1.25),
  font: Font.nullable().describe("Null: the host page's font."),
  headingFont: Font.nullable(),
  logoUrl: Url.nullable(),
  logoDarkUrl: Url.nullable(),
  supportUrl: Url.nullable(),
  poweredBy: z.boolean(),
});

/** A complete brand: every field decided. */
export type Brand = z.infer<typeof BrandInput>;

/** A tenant as code: one file per tenant in `tenants/`. */
export const TenantConfig = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(200),
  origins: z.array(z.string()),
  brand: BrandInput.partial(),
});

export type TenantConfig = z.infer<typeof TenantConfig>;
