import { describe, expect, it } from 'vitest';
import { blended, contrast, lchOf } from './theme-colors.ts';
import { overlays, pairs } from './theme-guard.ts';
import { deriveTheme } from './theme.ts';

const brands = {
  northbeam: '#1f5fd6',
  yellow: '#ffd400',
  nearWhite: '#f4f3ee',
  nearBlack: '#101114',
  lawGreen: '#1f4a38',
  violet: '#7a3cff',
  red: '#d92d20',
  orange: '#f97316',
  mint: '#7be0b5',
  pink: '#ec4899',
  cyan: '#06b6d4',
  lavender: '#c4b5fd',
  midGrey: '#808080',
  blue: '#0000ff',
  green: '#00ff00',
};

const schemes = ['light', 'dark'] as const;

/** The opaque colour of `surface`, or of `surface+overlay`, from what was shipped. */
function ground(theme: Record<string, string>, on: string): string {
  const [surface, overlay] = on.split('+');
  const color = theme[`--cv-${surface}`] ?? '';
  if (!overlay) return color;
  return blended(theme['--cv-text'] ?? '', overlays[overlay as keyof typeof overlays], color);
}

describe.each(Object.entries(brands))('a %s brand (%s)', (_name, color) => {
  const theme = deriveTheme({ color });

  it.each(schemes)('keeps every pair readable in the %s scheme', (scheme) => {
    const values = theme[scheme];
    const short = pairs
      .map(({ role, on, limit }) => ({
        role,
        on,
        limit,
        got: contrast(values[`--cv-${role}`] ?? '', ground(values, on)),
      }))
      .filter(({ got, limit }) => got < limit);
    expect(short).toEqual([]);
  });

  it('keeps the hue of the brand in everything that carries it', () => {
    const brand = lchOf(color);
    if (brand.c < 0.04) return;
    for (const scheme of schemes)
      for (const role of ['accent', 'accent-text', 'lane-us', 'seq-4']) {
        const { h } = lchOf(theme[scheme][`--cv-${role}`] ?? '');
        expect(Math.abs(((h - brand.h + 540) % 360) - 180), `${scheme} ${role}`).toBeLessThan(3);
      }
  });
});

describe('deriveTheme', () => {
  it('leaves a brand alone that is dark enough for a white label', () => {
    const { light, notes } = deriveTheme({ color: '#1f4a38' });
    expect(light).toMatchObject({
      '--cv-accent': '#1f4a38',
      '--cv-on-accent': '#ffffff',
      '--cv-accent-text': '#1f4a38',
    });
    expect(notes).toEqual([expect.stringMatching(/^In the dark scheme, links are lightened to #/)]);
  });

  it('gives a yellow button a dark label, darkens links and moves the marker to cyan', () => {
    const { light, notes } = deriveTheme({ color: '#ffd400' });
    expect(light['--cv-accent']).toBe('#ffd400');
    expect(contrast(light['--cv-on-accent'] ?? '', '#ffd400')).toBeGreaterThan(12);
    expect(contrast(light['--cv-accent-text'] ?? '', '#ffffff')).toBeGreaterThan(5.6);
    expect(lchOf(light['--cv-mark-line'] ?? '').h).toBeCloseTo(205, -1);
    expect(notes).toHaveLength(4);
  });

  it('turns a near-white brand into ink on light surfaces and leaves it on dark ones', () => {
    const { light, dark } = deriveTheme({ color: '#f4f3ee' });
    expect(lchOf(light['--cv-accent'] ?? '').l).toBeCloseTo(0.27, 2);
    expect(dark['--cv-accent']).toBe('#f4f3ee');
  });

  it('takes the hue of the greys from the neutral and leaves them pure without tint', () => {
    expect(lchOf(deriveTheme({ color: '#1f4a38', neutral: '#cdbb94' }).light['--cv-canvas'] ?? '').h).toBeGreaterThan(
      60,
    );
    expect(lchOf(deriveTheme({ color: '#1f5fd6', tint: 0 }).light['--cv-text'] ?? '').c).toBeLessThan(0.001);
  });

  it('keeps the marker amber for every brand but those near amber', () => {
    for (const color of ['#1f5fd6', '#d92d20', '#7be0b5', '#f4f3ee'])
      expect(lchOf(deriveTheme({ color }).light['--cv-mark-line'] ?? '').h).toBeCloseTo(88, -1);
  });

  it('names a colour that it cannot read', () => {
    expect(() => deriveTheme({ color: 'blurple' })).toThrow('"blurple" is not a colour');
  });

  it('checks at least the 76 pairs that occur on a screen', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(76);
  });
});
