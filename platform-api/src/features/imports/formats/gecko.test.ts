import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

const word = (text: string, start: number, end: number, type = 'WORD') => ({ text, start, end, type });

describe('Gecko', () => {
  it('sets words apart, punctuation not, and prefers a name to an id', () => {
    const call = readOne(
      JSON.stringify({
        schemaVersion: '2.0',
        monologues: [
          {
            speaker: { id: 's1', name: 'Ann Lee' },
            terms: [
              word('Well', 0.5, 1),
              word(',', 1, 1, 'PUNCTUATION'),
              word('hot', 1, 2),
              word('.', 2, 2, 'PUNCTUATION'),
            ],
          },
          { speaker: { id: 's2', name: null }, terms: [word('Yes', 2, 3)] },
          { speaker: { id: null, name: null }, terms: [word('Hm', 3, 4)] },
          { speaker: { id: 's2' }, terms: [] },
        ],
      }),
    );
    expect(linesOf(call)).toEqual(['Ann Lee: Well, hot.', 's2: Yes', '-: Hm']);
    expect(timesOf(call)[0]).toEqual([500, 2000]);
  });

  it('names the monologue that does not fit', () => {
    expect(problemOf('{"monologues":[{"terms":[{"text":5}]}]}').message).toMatch(/monologues\[0\]\.terms\[0\]\.text/);
  });
});
