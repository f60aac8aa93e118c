import type { SearchHit } from '@callvault/sdk';

type Highlight = { readonly start: number; readonly end: number };

/** A stretch of text, found or not. */
export interface Stretch {
  readonly text: string;
  readonly isFound: boolean;
}

/** Cuts `text` at the highlights. The stretches joined give the text back. */
export function stretches(text: string, highlights: readonly Highlight[]): readonly Stretch[] {
  const result: Stretch[] = [];
  let at = 0;
  for (const { start, end } of [...highlights].sort((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(at, start), Math.min(text.length, end)];
    if (from >= to) continue;
    if (from > at) result.push({ text: text.slice(at, from), isFound: false });
    result.push({ text: text.slice(from, to), isFound: true });
    at = to;
  }
  if (at < text.length) result.push({ text: text.slice(at), isFound: false });
  return result;
}

/** The sentence of a hit with the query's words in it: highlights are told for the turn it stands in. */
export function sentenceOf({ evidence, turns, bestTurn }: SearchHit): readonly Stretch[] {
  const turn = turns.find(({ index }) => index === bestTurn);
  const from = turn?.text.indexOf(evidence.text) ?? -1;
  if (!turn || from < 0) return [{ text: evidence.text, isFound: false }];
  return stretches(
    evidence.text,
    turn.highlights.map(({ start, end }) => ({ start: start - from, end: end - from })),
  );
}

/** The turn that answers best with one before and one after. */
export function turnsAround({ turns, bestTurn }: SearchHit): SearchHit['turns'] {
  const at = turns.findIndex(({ index }) => index === bestTurn);
  const from = Math.max(0, Math.min(at - 1, turns.length - 3));
  return at < 0 ? turns.slice(0, 3) : turns.slice(from, from + 3);
}

/** Where in a turn the sentence stands; nothing where it isn't all there. */
export function proofIn(turn: SearchHit['turns'][number], { evidence, bestTurn }: SearchHit): readonly Highlight[] {
  const start = turn.index === bestTurn ? turn.text.indexOf(evidence.text) : -1;
  return start < 0 ? [] : [{ start, end: start + evidence.text.length }];
}
