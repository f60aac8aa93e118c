import { fold } from './fold.ts';
import type { TranscriptIndex, TurnRange } from './transcript-index.ts';

/** Every place where `query` stands, in reading order. Case, accents and the kind of apostrophe don't matter. */
export function findWords(index: TranscriptIndex, query: string): readonly TurnRange[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [];
  const found: TurnRange[] = [];
  for (const { order, text } of index.turns) {
    const folded = fold(text);
    for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + wanted.length))
      found.push({ turn: order, from, to: from + wanted.length });
  }
  return found;
}
