import type { Brand } from './schema.ts';

const defaults: Brand = {
  name: 'CallVault',
  color: '#1f5fd6',
  neutral: null,
  tint: 1,
  radius: 8,
  density: 1,
  textScale: 1,
  font: null,
  headingFont: null,
  logoUrl: null,
  logoDarkUrl: null,
  supportUrl: null,
  poweredBy: true,
};

/** The brand that applies: later layers win, missing fields fall through. */
export function resolveBrand(...layers: Partial<Brand>[]): Brand {
  const brand: Brand = { ...defaults };
  for (const layer of layers) {
    Object.assign(brand, Object.fromEntries(Object.entries(layer).filter(([, value]) => value !== undefined)));
  }
  return brand;
}
