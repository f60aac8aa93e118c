import { trimmed, type Range } from './text.ts';

// Where a spoken sentence starts over: strong punctuation, or a comma before a coordinating or causal word.
const JOINT = /[;:\u2013\u2014]\s|\s-\s|,\s+(?=(?:and|but|so|because|which|although|though|except|only)\b)/g;
const SHORTEST = 18;

/** Clause ranges of a sentence; pieces too short to stand alone stay with their neighbour. */
export function clausesOf(text: string, sentence: Range): Range[] {
  const cuts: number[] = [sentence.start];
  const inside = text.slice(sentence.start, sentence.end);
  for (const joint of inside.matchAll(JOINT)) {
    const at = sentence.start + joint.index + joint[0].length;
    const before = cuts[cuts.length - 1] ?? sentence.start;
    if (at - before >= SHORTEST && sentence.end - at >= SHORTEST) cuts.push(at);
  }
  return cuts.map((start, i) => trimmed(text, { start, end: cuts[i + 1] ?? sentence.end }));
}

/**
 * The part of a sentence worth quoting for a match: the whole of a short sentence, else the clauses the match touches.
 */
export function quotable(text: string, sentence: Range, match: Range, longest = 170): Range {
  if (sentence.end - sentence.start <= longest) return withoutLead(text, sentence, match);
  const touched = clausesOf(text, sentence).filter((clause) => clause.end > match.start && clause.start < match.end);
  const first = touched[0] ?? sentence;
  const last = touched[touched.length - 1] ?? sentence;
  return withoutLead(text, { start: first.start, end: last.end }, match);
}

const LEAD =
  /^(?:(?:well|so|and|but|um+|uh+|er+|hm+|mm+|oh|ah|okay|ok|yeah|yes|look|listen|right|anyway|i mean|you know|honestly|basically)[,.]\s+)+/i;

/** Leaves a comma that led on to the next clause off the end. */
export function withoutTrail(text: string, { start, end }: Range): Range {
  return trimmed(text, { start, end: /[,;:]/.test(text[end - 1] ?? '') ? end - 1 : end });
}

/** Leaves "Well, um, so," off the front of a quotation; the words that matched always stay. */
function withoutLead(text: string, range: Range, match: Range): Range {
  const lead = LEAD.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
  const start =
    range.start + lead <= match.start && range.end - range.start - lead >= SHORTEST ? range.start + lead : range.start;
  return withoutTrail(text, { start, end: range.end });
}
