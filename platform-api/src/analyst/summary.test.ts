import { describe, expect, it } from 'vitest';
import { aCall, wordsAt } from './labels/build-call.ts';
import { labelledCalls, turnsOf } from './labels/labelled-calls.ts';
import { summarise } from './summary.ts';

describe('summarise', () => {
  it.each(labelledCalls.map((call) => [call.id, call] as const))(
    'gives two to four sentences of %s in the order they were said',
    (_id, call) => {
      const turns = turnsOf(call);
      const summary = summarise(turns);
      expect(summary.length).toBeGreaterThanOrEqual(2);
      expect(summary.length).toBeLessThanOrEqual(4);
      const places = summary.map(({ spans }) => spans[0]?.turn ?? -1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    },
  );

  it('uses no word that was not said, but the name of who said it', () => {
    for (const call of labelledCalls) {
      const turns = turnsOf(call);
      for (const { text, spans } of summarise(turns)) {
        const said = new Set(
          spans.flatMap(
            (span) =>
              wordsAt(turns, span)
                .toLowerCase()
                .match(/[\p{L}\p{N}']+/gu) ?? [],
          ),
        );
        const [first = '', ...rest] = text.split(': ');
        const isAttributed = turns.some(({ speaker }) => speaker === first);
        const words: string[] = (isAttributed ? rest.join(': ') : text).match(/[\p{L}\p{N}']+/gu) ?? [];
        if (!isAttributed) expect(turns.some(({ speaker }) => words.includes(speaker.split(' ')[0] ?? ''))).toBe(true);
        for (const word of words) expect(said).toContain(word.toLowerCase());
      }
    }
  });

  it('covers different parts of a call before it repeats one', () => {
    const filler = Array.from({ length: 10 }, () => ['us: Mm-hm.', 'them: Yeah.']).flat();
    const turns = aCall([
      'them: We lose two customers every week because the warehouse ships the wrong parcels.',
      'them: Every week we lose two customers because of wrong parcels from the warehouse.',
      ...filler,
      "us: The price is nine hundred a month and we'll send the contract on Friday.",
      "them: That's too expensive for a company of our size, honestly.",
    ]);
    const places = summarise(turns).map(({ spans }) => spans[0]?.turn);
    expect(places.filter((place) => place === 0 || place === 1)).toHaveLength(1);
    expect(places.some((place) => (place ?? 0) > 20)).toBe(true);
  });

  it('says nothing about a call in which nothing was said', () => {
    expect(summarise([])).toEqual([]);
    expect(summarise(aCall(['us: Hello?', 'them: Yeah.', 'us: Okay.']))).toEqual([]);
  });
});
