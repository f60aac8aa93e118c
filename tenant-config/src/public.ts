import type { Brand } from './schema.ts';

/** The documented CSS inputs that a brand sets. Only what differs from "the host decides" is there. */
export function brandInputs(brand: Brand): Record<string, string> {
  return Object.fromEntries(
    Object.entries({
      '--cv-brand': brand.color,
      '--cv-neutral': brand.neutral,
      '--cv-tint': String(brand.tint),
      '--cv-radius': `${brand.radius}px`,
      '--cv-density': String(brand.density),
      '--cv-text-scale': String(brand.textScale),
      '--cv-font': brand.font,
      '--cv-font-heading': brand.headingFont,
    }).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
