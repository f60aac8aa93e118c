import type { Passage } from '../../ports/search-index.ts';
import { stemOf } from '../stem.ts';
import { wordsOf } from '../words.ts';
import type { ParsedQuery } from './query.ts';
import { phraseStarts, type RankedWindow, type TurnFilter } from './rank.ts';
import type { RankableWindow } from './window-words.ts';

export interface CutOptions {
  limit: number;
  perCall?: number;
  counts?: TurnFilter;
  /** The text of one turn of a window, as readers see it. */
  textOf(window: RankableWindow, turn: number): string;
}

/**
 * The passages to show, best first. None begins or ends on a turn that a filter excludes. Neighbours may share two
 * turns: cutting the shared ones away, as measured, loses right answers.
 */
export function cutPassages(query: ParsedQuery, ranked: readonly RankedWindow[], options: CutOptions): Passage[] {
  const { limit, perCall = Infinity, counts, textOf } = options;
  const shown = new Map<string, number>();
  const passages: Passage[] = [];
  for (const { window, score } of ranked) {
    if (passages.length >= limit) break;
    const { callId } = window;
    const ofCall = shown.get(callId) ?? 0;
    if (ofCall >= perCall) continue;
    const turns = counts ? window.turns.filter((turn) => counts(callId, turn)) : window.turns;
    const [first, last] = [turns.at(0), turns.at(-1)];
    if (!first || !last) continue;
    shown.set(callId, ofCall + 1);
    passages.push({
      callId,
      turnStart: first.turn,
      turnEnd: last.turn,
      score,
      highlights: turns.flatMap(({ turn }) => highlightsOf(query, turn, textOf(window, turn))),
      foundIn: 'transcript',
    });
  }
  return passages;
}

/** Every word of the query as it stands in the turn, in any of its forms, and every word of a quoted phrase. */
export function highlightsOf(query: ParsedQuery, turn: number, text: string): Passage['highlights'] {
  const words = wordsOf(text);
  const forms = words.map(({ form }) => form);
  const stems = new Set(query.terms.map(({ stem }) => stem));
  const inPhrase = new Set(
    query.phrases.flatMap((phrase) =>
      phraseStarts(forms, phrase).flatMap((start) => phrase.map((_word, offset) => start + offset)),
    ),
  );
  return words
    .filter(({ form }, at) => stems.has(stemOf(form)) || inPhrase.has(at))
    .map(({ start, end }) => ({ turn, start, end }));
}
