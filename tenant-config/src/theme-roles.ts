import type { Lch } from './theme-colors.ts';

export type Scheme = 'light' | 'dark';

/** What the roles are made from. */
export interface Sources {
  readonly brand: Lch;
  readonly neutral: Lch;
  readonly tint: number;
  /** True when the amber of the evidence marker would look like the brand. */
  readonly isMarkMoved: boolean;
}

type Formula = (sources: Sources) => Lch;
type Role = Readonly<Record<Scheme, Formula>>;

const grey =
  (l: number, chroma: number): Formula =>
  ({ neutral, tint }) => ({ l, c: Math.min(neutral.c, 0.15) * chroma * tint, h: neutral.h });
const greys = (light: [number, number], dark: [number, number]): Role => ({
  light: grey(...light),
  dark: grey(...dark),
});

const accentAt =
  (l: number, most: number, share: number): Formula =>
  ({ brand }) => ({ l, c: Math.min(brand.c, most) * share, h: brand.h });
const tints = (light: [number, number, number], dark: [number, number, number]): Role => ({
  light: accentAt(...light),
  dark: accentAt(...dark),
});

const fixed =
  (l: number, c: number, h: number): Formula =>
  () => ({ l, c, h });
const constant = (light: [number, number, number], dark: [number, number, number]): Role => ({
  light: fixed(...light),
  dark: fixed(...dark),
});

const amber =
  (l: number, c: number, h: number): Formula =>
  ({ isMarkMoved }) => ({ l, c, h: isMarkMoved ? 205 : h });

/** Darkens by one factor on L and C. In OKLab that multiplies linear light: it stays in the gamut and keeps the hue. */
function darkenedTo({ l, c, h }: Lch, most: number): Lch {
  return { l: Math.min(l, most), c: c * Math.min(1, most / Math.max(l, 0.01)), h };
}

const isBright = ({ l }: Lch) => l > 0.72;
const isNearWhite = ({ l }: Lch) => l > 0.93;
const isInk = ({ l, c }: Lch) => l < 0.3 && c < 0.04;

function accentLight({ brand }: Sources): Lch {
  if (isNearWhite(brand)) return { l: 0.27, c: Math.min(brand.c, 0.02), h: brand.h };
  return isBright(brand) ? brand : darkenedTo(brand, 0.54);
}

function accentDark({ brand }: Sources): Lch {
  if (isInk(brand)) return { ...brand, l: 0.93 };
  if (isBright(brand)) return brand;
  return { ...darkenedTo(brand, 0.54), l: Math.min(0.54, Math.max(0.5, brand.l)) };
}

const label = (isDark: boolean, { c, h }: Lch): Lch =>
  isDark ? { l: 0.2, c: Math.min(c, 0.04), h } : { l: 1, c: 0, h };

function accentTextLight({ brand }: Sources): Lch {
  const { c, h } = darkenedTo(brand, 0.5);
  return { l: isNearWhite(brand) ? 0.27 : Math.min(brand.l, 0.5), c, h };
}

const accentTextDark = ({ brand }: Sources): Lch => ({
  l: Math.max(brand.l, 0.79),
  c: Math.min(brand.c, 0.115),
  h: brand.h,
});

/** Every colour role by its name without the `--cv-`. The same formulas as the widgets' style sheet, in numbers. */
export const roles = {
  canvas: greys([0.974, 0.03], [0.158, 0.05]),
  surface: greys([1, 0], [0.194, 0.055]),
  raised: greys([1, 0], [0.236, 0.065]),
  sunken: greys([0.982, 0.022], [0.172, 0.05]),
  line: greys([0.925, 0.045], [0.272, 0.08]),
  'line-2': greys([0.866, 0.06], [0.345, 0.09]),
  control: greys([0.64, 0.09], [0.56, 0.09]),
  text: greys([0.215, 0.12], [0.945, 0.03]),
  'text-2': greys([0.415, 0.13], [0.785, 0.06]),
  'text-3': greys([0.502, 0.12], [0.675, 0.07]),
  'lane-them': greys([0.72, 0.11], [0.5, 0.1]),

  accent: { light: accentLight, dark: accentDark },
  'on-accent': {
    light: ({ brand }) => label(isBright(brand) && !isNearWhite(brand), brand),
    dark: ({ brand }) => label(isBright(brand) || isInk(brand), brand),
  },
  'accent-text': { light: accentTextLight, dark: accentTextDark },
  focus: { light: accentTextLight, dark: accentTextDark },
  'accent-soft': tints([0.966, 0.2, 0.085], [0.262, 0.15, 0.26]),
  'accent-soft-2': tints([0.925, 0.2, 0.17], [0.33, 0.15, 0.45]),
  'accent-line': tints([0.82, 0.2, 0.42], [0.44, 0.15, 0.6]),
  'lane-us': {
    light: ({ brand }) => ({ ...darkenedTo(brand, 0.62), l: Math.min(0.62, Math.max(0.42, brand.l)) }),
    dark: ({ brand: { l, c, h } }) => ({ l: Math.min(0.8, Math.max(0.62, l)), c: Math.min(c, 0.15), h }),
  },
  'seq-1': tints([0.945, 0.16, 0.16], [0.27, 0.16, 0.3]),
  'seq-2': tints([0.86, 0.16, 0.4], [0.38, 0.16, 0.55]),
  'seq-3': tints([0.74, 0.16, 0.68], [0.5, 0.16, 0.8]),
  'seq-4': tints([0.6, 0.16, 0.95], [0.64, 0.16, 0.85]),
  'seq-5': tints([0.44, 0.16, 0.9], [0.79, 0.16, 0.68]),

  mark: { light: amber(0.945, 0.085, 98), dark: amber(0.365, 0.06, 92) },
  'mark-strong': { light: amber(0.895, 0.135, 95), dark: amber(0.475, 0.09, 90) },
  'mark-line': { light: amber(0.78, 0.14, 88), dark: amber(0.7, 0.12, 90) },

  good: constant([0.475, 0.105, 156], [0.79, 0.125, 158]),
  'good-soft': constant([0.962, 0.028, 156], [0.27, 0.04, 158]),
  'good-fill': constant([0.6, 0.13, 156], [0.7, 0.13, 158]),
  warn: constant([0.495, 0.1, 66], [0.82, 0.115, 78]),
  'warn-soft': constant([0.965, 0.035, 82], [0.285, 0.042, 74]),
  'warn-fill': constant([0.74, 0.145, 68], [0.78, 0.13, 74]),
  bad: constant([0.495, 0.165, 25], [0.775, 0.125, 22]),
  'bad-soft': constant([0.965, 0.018, 22], [0.275, 0.05, 22]),
  'bad-fill': constant([0.585, 0.19, 26], [0.68, 0.17, 24]),
  'on-bad': constant([1, 0, 0], [1, 0, 0]),
  'bad-solid': constant([0.52, 0.185, 26], [0.53, 0.17, 25]),

  'cat-1': constant([0.5, 0.125, 255], [0.66, 0.125, 252]),
  'cat-2': constant([0.7, 0.15, 52], [0.74, 0.14, 54]),
  'cat-3': constant([0.62, 0.105, 182], [0.72, 0.105, 182]),
  'cat-4': constant([0.52, 0.15, 8], [0.66, 0.145, 8]),
  'cat-5': constant([0.84, 0.125, 100], [0.88, 0.12, 100]),
  'cat-6': constant([0.42, 0.13, 305], [0.6, 0.13, 305]),
  'cat-7': constant([0.72, 0.085, 235], [0.8, 0.075, 232]),
  'cat-8': constant([0.55, 0.02, 80], [0.62, 0.02, 80]),
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof roles;
