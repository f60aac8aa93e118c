import type { Passage } from '../../ports/search-index.ts';
import { stemOf } from '../stem.ts';
import { wordsOf } from '../words.ts';
import type { ParsedQuery } from './query.ts';
import { hasPhrases, phraseStarts, type RankedWindow, type TurnFilter } from './rank.ts';
import type { TurnWords } from './window-words.ts';

export interface CutOptions {
  limit: number;
  perCall?: number;
  counts?: TurnFilter;
  /** The text of one turn, as readers see it. */
  textOf(callId: string, turn: number): string;
}

/** The passages to show, best first: no two share a turn, and none begins or ends on a turn that a filter excludes. */
export function cutPassages(query: ParsedQuery, ranked: readonly RankedWindow[], options: CutOptions): Passage[] {
  const shown = new Map<string, Passage[]>();
  const passages: Passage[] = [];
  for (const { window, score } of ranked) {
    if (passages.length >= options.limit) break;
    const ofCall = shown.get(window.callId) ?? [];
    if (options.perCall !== undefined && ofCall.length >= options.perCall) continue;
    const free = freeTurns(window.turns, ofCall);
    const turns = free.filter((turn) => options.counts?.(window.callId, turn) ?? true);
    const [first, last] = [turns.at(0), turns.at(-1)];
    if (!first || !last || !hasPhrases(turns, query.phrases)) continue;
    const highlights = turns.flatMap(({ turn }) => highlightsOf(query, turn, options.textOf(window.callId, turn)));
    // What is left of an overlapping window may hold none of the words it was found by.
    if (free.length < window.turns.length && highlights.length === 0) continue;
    const passage: Passage = {
      callId: window.callId,
      turnStart: first.turn,
      turnEnd: last.turn,
      score,
      highlights,
      foundIn: 'transcript',
    };
    passages.push(passage);
    shown.set(window.callId, [...ofCall, passage]);
  }
  return passages;
}

/** The longest run of turns that no earlier passage of the call shows. */
function freeTurns(turns: readonly TurnWords[], shown: readonly Passage[]): TurnWords[] {
  let best: TurnWords[] = [];
  let run: TurnWords[] = [];
  for (const turn of turns) {
    const taken = shown.some(({ turnStart, turnEnd }) => turnStart <= turn.turn && turn.turn <= turnEnd);
    run = taken ? [] : [...run, turn];
    if (run.length > best.length) best = run;
  }
  return best;
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
