import { contrast, hexOf, lchOf, translucent, type Lch } from './theme-colors.ts';
import { guard, overlays, type Palette } from './theme-guard.ts';
import { roles, type RoleName, type Scheme, type Sources } from './theme-roles.ts';

/** What a theme is derived from. */
export interface ThemeInput {
  /** `#rgb` or `#rrggbb`. */
  readonly color: string;
  /** Where the greys take their hue from; the brand colour when null. */
  readonly neutral?: string | null;
  /** How much of it, 0 to 2. */
  readonly tint?: number;
}

/** Plain values for every colour role, keyed `--cv-<role>`: for older browsers, mail, PDF, and the first paint. */
export interface Theme {
  readonly light: Record<string, string>;
  readonly dark: Record<string, string>;
  /** What was changed so that everything stays readable, in words for the person who picked the colour. */
  readonly notes: string[];
}

/** The hue of the evidence marker, and how close a strong brand may come to it. */
const AMBER = { hue: 92, near: 25, chroma: 0.1 };

/**
 * One colour in, guarded roles out, for both schemes. The same formulas as the widgets' style sheet, then checked pair by
 * pair: text reaches 4.5:1 and edges, focus and lanes 3:1, whatever the colour.
 *
 * @throws TypeError when a colour cannot be read.
 */
export function deriveTheme({ color, neutral, tint = 1 }: ThemeInput): Theme {
  const brand = lchOf(color);
  const sources = { brand, neutral: neutral ? lchOf(neutral) : brand, tint, isMarkMoved: isNearAmber(brand) };
  const light = paletteOf(sources, 'light');
  const dark = paletteOf(sources, 'dark');
  const moved = { light: guard(light), dark: guard(dark) };
  return {
    light: valuesOf(light, 'light'),
    dark: valuesOf(dark, 'dark'),
    notes: [...notesOf(hexOf(brand), light, dark, sources.isMarkMoved), ...movedNotes(moved)],
  };
}

function isNearAmber({ c, h }: Lch): boolean {
  const distance = Math.abs(((h - AMBER.hue + 540) % 360) - 180);
  return c > AMBER.chroma && distance <= AMBER.near;
}

function paletteOf(sources: Sources, scheme: Scheme): Palette {
  const entries = Object.entries(roles).map(([name, role]) => [name, role[scheme](sources)]);
  return Object.fromEntries(entries) as Palette;
}

function valuesOf(palette: Palette, scheme: Scheme): Record<string, string> {
  const text = hexOf(palette.text);
  return {
    ...Object.fromEntries(Object.entries(palette).map(([name, color]) => [`--cv-${name}`, hexOf(color)])),
    '--cv-hover': translucent(text, overlays.hover),
    '--cv-press': translucent(text, overlays.press),
    '--cv-scrim': scheme === 'light' ? 'rgb(17 22 30 / 0.32)' : 'rgb(1 1 1 / 0.58)',
  };
}

function notesOf(brand: string, light: Palette, dark: Palette, isMarkMoved: boolean): string[] {
  const [accent, onAccent, link, darkLink] = [
    light.accent,
    light['on-accent'],
    light['accent-text'],
    dark['accent-text'],
  ];
  const notes: string[] = [];
  if (onAccent.l < 0.5) notes.push(`Buttons carry a dark label: white on ${brand} has ${ratio('#ffffff', brand)}.`);
  if (hexOf(accent) !== brand) notes.push(`Buttons are darkened to ${hexOf(accent)} to carry a white label.`);
  if (hexOf(link) !== brand) notes.push(`Links, tabs and focus are darkened to ${hexOf(link)}.`);
  if (hexOf(darkLink) !== brand) notes.push(`In the dark scheme, links are lightened to ${hexOf(darkLink)}.`);
  if (isMarkMoved) notes.push('The evidence marker is cyan: its amber is too close to this brand.');
  return notes;
}

function movedNotes(moved: Record<Scheme, ReadonlyMap<RoleName, number>>): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    [...moved[scheme]].map(
      ([role, by]) =>
        `In the ${scheme} scheme, ${role} is ${by < 0 ? 'darker' : 'lighter'} by ${Math.abs(by).toFixed(2)}.`,
    ),
  );
}

const ratio = (one: string, other: string): string => `${contrast(one, other).toFixed(1)}:1`;
