import type { EvidenceRange } from './evidence.ts';

/**
 * Where a span of a speaker turn stands in the segments the turn was joined from, by one space between each.
 * Nothing where the span is empty or begins or ends outside.
 */
export function turnRange(
  segments: readonly { index: number; text: string }[],
  start: number,
  end: number,
): EvidenceRange | null {
  let offset = 0;
  let first: { segment: number; at: number } | undefined;
  let last: { segment: number; at: number } | undefined;
  for (const { index, text } of segments) {
    const after = offset + text.length;
    // A span that begins on the joining space begins with the next segment, one that ends after it ends with the last.
    if (!first && start < after) first = { segment: index, at: Math.max(0, start - offset) };
    if (end > offset) last = { segment: index, at: Math.min(text.length, end - offset) };
    offset = after + 1;
  }
  if (!first || !last || start < 0 || start >= end || end > offset - 1) return null;
  if (first.segment > last.segment) return null;
  return { segmentStart: first.segment, segmentEnd: last.segment, start: first.at, end: last.at };
}
