import { clampChroma, converter, formatHex, parse, wcagContrast, type Oklch } from 'culori';

/** A colour in OKLCH: lightness 0 to 1, chroma, hue in degrees. */
export interface Lch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

const toOklch = converter('oklch');
const toRgb = converter('rgb');

/** Throws with the text itself when it isn't a colour. */
export function lchOf(color: string): Lch {
  const parsed = parse(color);
  if (!parsed) throw new TypeError(`"${color}" is not a colour. Write it like "#1f5fd6".`);
  const { l, c, h = 0 } = toOklch(parsed);
  return { l, c, h };
}

/** As `#rrggbb`. A colour outside sRGB loses chroma, never its lightness: contrast depends on that. */
export function hexOf({ l, c, h }: Lch): string {
  const color: Oklch = { mode: 'oklch', l: Math.min(1, Math.max(0, l)), c, h };
  const rgb = toRgb(color);
  // Pure blue is a hair outside after the way there and back, and clamping its chroma would be seen.
  const isInside = [rgb.r, rgb.g, rgb.b].every((channel) => channel > -0.005 && channel < 1.005);
  return formatHex(isInside ? rgb : clampChroma(color, 'oklch'));
}

/** With an opacity, for overlays that work on any surface. */
export function translucent(hex: string, alpha: number): string {
  const { r, g, b } = channels(hex);
  return `rgb(${byte(r)} ${byte(g)} ${byte(b)} / ${alpha})`;
}

/** What the eye gets where `over` lies on `under`. */
export function blended(over: string, alpha: number, under: string): string {
  const [top, ground] = [channels(over), channels(under)];
  const mix = (key: 'r' | 'g' | 'b') => top[key] * alpha + ground[key] * (1 - alpha);
  return formatHex({ mode: 'rgb', r: mix('r'), g: mix('g'), b: mix('b') });
}

/** WCAG 2 contrast of two opaque colours, 1 to 21. */
export const contrast = (one: string, other: string): number => wcagContrast(one, other);

const byte = (channel: number) => Math.round(channel * 255);

function channels(hex: string) {
  const { r, g, b } = toRgb(parse(hex) ?? { mode: 'rgb', r: 0, g: 0, b: 0 });
  return { r, g, b };
}
