import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

describe('json3', () => {
  it('joins words, skips set-up and line-end events, and ends a line where the next one starts', () => {
    const call = readOne(
      JSON.stringify({
        wireMagic: 'pb3',
        events: [
          { tStartMs: 0, dDurationMs: 9000, id: 1 },
          {
            tStartMs: 100,
            dDurationMs: 5000,
            segs: [
              { utf8: 'hot', acAsrConf: 255 },
              { utf8: ' oven', tOffsetMs: 40, acAsrConf: 153 },
            ],
          },
          { tStartMs: 900, aAppend: 1, segs: [{ utf8: '\n' }] },
          { tStartMs: 1000, dDurationMs: 2000, segs: [{ utf8: 'it&#39;s\non' }] },
        ],
      }),
      'Bread [a1b2c3d4e5F].en.json3',
    );
    expect(linesOf(call)).toEqual(['-: hot oven', "-: it's on"]);
    expect(timesOf(call)).toEqual([
      [100, 1000],
      [1000, 3000],
    ]);
    expect(call.segments[0]?.confidence).toBeCloseTo(0.8);
    expect(call).toMatchObject({ format: 'json3', sourceId: 'a1b2c3d4e5F', title: 'Bread' });
  });

  it('names the field that does not fit', () => {
    expect(problemOf('{"wireMagic":"pb3","events":[{"tStartMs":"x"}]}').message).toMatch(/events\[0\]\.tStartMs/);
  });
});
