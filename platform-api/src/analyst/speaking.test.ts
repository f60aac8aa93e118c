import { describe, expect, it } from 'vitest';
import { aCall } from './labels/build-call.ts';
import { speechStrip, talkShares } from './speaking.ts';

describe('talkShares', () => {
  it('shares the time where turns have times', () => {
    const turns = aCall(['us: a', 'them: b c d', 'us: e']);
    expect(
      talkShares(turns).map(({ speaker, share, turns: count }) => [speaker, Math.round(share * 100), count]),
    ).toEqual([
      ['Ann', 67, 2],
      ['Bob', 33, 1],
    ]);
  });

  it('shares the words where times are missing', () => {
    const turns = aCall(['us: one', 'them: one two three']).map((turn) => ({ ...turn, startMs: null, endMs: null }));
    expect(talkShares(turns).map(({ speaker, share, ms }) => [speaker, share, ms])).toEqual([
      ['Bob', 0.75, null],
      ['Ann', 0.25, null],
    ]);
  });
});

describe('speechStrip', () => {
  it('shows who spoke when', () => {
    const turns = aCall(['us: first half', 'them: second half']).map((turn, i) => ({
      ...turn,
      startMs: i * 1000,
      endMs: i * 1000 + 1000,
    }));
    expect(speechStrip(turns, 4)).toEqual([
      { us: 1, them: 0 },
      { us: 1, them: 0 },
      { us: 0, them: 1 },
      { us: 0, them: 1 },
    ]);
  });

  it('leaves silence empty and never goes over one', () => {
    const strip = speechStrip(aCall(['us: a', 'them: b', 'us: c']));
    expect(strip).toHaveLength(48);
    for (const { us, them } of strip) for (const value of [us, them]) expect(value >= 0 && value <= 1).toBe(true);
    expect(strip.some(({ us, them }) => us === 0 && them === 0)).toBe(true);
  });

  it('is empty for an empty call', () => {
    expect(speechStrip([], 2)).toEqual([
      { us: 0, them: 0 },
      { us: 0, them: 0 },
    ]);
  });
});
