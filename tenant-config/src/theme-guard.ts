import { blended, contrast, hexOf, type Lch } from './theme-colors.ts';
import type { RoleName } from './theme-roles.ts';

/** The share of `text` in the two overlays that lie on any surface. */
export const overlays = { hover: 0.045, press: 0.08 } as const;

type Ground = RoleName | `${'canvas' | 'surface' | 'raised' | 'sunken'}+${keyof typeof overlays}`;

/** What must stay readable on what. `moves` is the role that gives way, the first one unless said. */
export interface Pair {
  readonly on: Ground;
  readonly role: RoleName;
  readonly limit: 4.5 | 3;
  readonly moves?: RoleName;
}

const surfaces = ['canvas', 'surface', 'raised', 'sunken'] as const;
const grounds: readonly Ground[] = surfaces.flatMap((one) => [one, `${one}+hover`, `${one}+press`] as const);

const readable = (role: RoleName, on: readonly Ground[], moves?: RoleName): Pair[] =>
  on.map((ground) => ({ on: ground, role, limit: 4.5, ...(moves ? { moves } : {}) }));
const visible = (role: RoleName, on: readonly Ground[]): Pair[] => on.map((ground) => ({ on: ground, role, limit: 3 }));

/** All pairs that occur on a screen. */
export const pairs: readonly Pair[] = [
  ...readable('text', [...grounds, 'accent-soft', 'accent-soft-2']),
  ...readable('text-2', [...grounds, 'accent-soft']),
  ...readable('text-3', [...grounds, 'accent-soft']),
  ...readable('accent-text', [
    ...surfaces,
    'surface+hover',
    'sunken+hover',
    'raised+hover',
    'accent-soft',
    'accent-soft-2',
  ]),
  ...readable('on-accent', ['accent'], 'accent'),
  ...readable('on-bad', ['bad-solid'], 'bad-solid'),
  ...(['good', 'warn', 'bad'] as const).flatMap((status) => readable(status, [...surfaces, `${status}-soft`])),
  ...readable('surface', ['text'], 'text'),
  ...readable('text', ['mark'], 'mark'),
  ...readable('text', ['mark-strong'], 'mark-strong'),
  ...readable('text-2', ['mark'], 'mark'),
  ...readable('text-2', ['seq-1'], 'seq-1'),
  ...readable('text', ['seq-2'], 'seq-2'),
  ...readable('text', ['seq-3'], 'seq-3'),
  ...visible('focus', [...surfaces, 'accent-soft']),
  ...visible('control', surfaces),
  ...visible('lane-us', ['surface', 'sunken']),
  ...visible('good-fill', ['surface', 'raised']),
  ...visible('bad-fill', ['surface', 'raised']),
];

export type Palette = Record<RoleName, Lch>;

/** The contrast of a pair as it will be painted. */
export function contrastOf({ role, on }: Pair, palette: Palette): number {
  return contrast(hexOf(palette[role]), groundOf(on, palette));
}

function groundOf(on: Ground, palette: Palette): string {
  const [surface, overlay] = on.split('+') as [RoleName, keyof typeof overlays | undefined];
  const ground = hexOf(palette[surface]);
  return overlay ? blended(hexOf(palette.text), overlays[overlay], ground) : ground;
}

const STEP = 0.01;

/** Moves lightness by .01 until every pair holds. Returns how far each role was moved. */
export function guard(palette: Palette): ReadonlyMap<RoleName, number> {
  const moved = new Map<RoleName, number>();
  for (let round = 0; round < 100; round += 1) {
    const failing = pairs.filter((pair) => contrastOf(pair, palette) < pair.limit);
    if (failing.length === 0) return moved;
    const steps = new Map(failing.map((pair) => [pair.moves ?? pair.role, directionOf(pair, palette)]));
    for (const [role, step] of steps) {
      palette[role] = stepped(palette[role], step);
      moved.set(role, (moved.get(role) ?? 0) + step);
    }
  }
  return moved;
}

/** Away from its partner. */
function directionOf({ role, on, moves = role }: Pair, palette: Palette): number {
  const ground = on.split('+')[0] as RoleName;
  const [self, partner] = moves === role ? [role, ground] : [moves, role];
  return palette[self].l < palette[partner].l ? -STEP : STEP;
}

function stepped({ l, c, h }: Lch, step: number): Lch {
  const to = Math.min(1, Math.max(0, l + step));
  return { l: to, c: to < l ? c * (to / Math.max(l, STEP)) : c, h };
}
