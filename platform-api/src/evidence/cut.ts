import type { EvidenceRange, EvidenceSegment } from './evidence.ts';

/** Words cut out of a transcript, with who said them and when. */
export interface CutWords {
  text: string;
  speakerId: string;
  startMs: number | null;
  endMs: number | null;
}

/**
 * The words a range stands for in these segments, or nothing: out of bounds, hidden, empty, through a surrogate pair,
 * across speakers or across a gap. Segments join by one space. `segments` are in order of `index`.
 */
export function cut(range: EvidenceRange, segments: readonly EvidenceSegment[]): CutWords | null {
  const covered = segmentsBetween(range.segmentStart, range.segmentEnd, segments);
  const first = covered[0];
  const last = covered.at(-1);
  if (!first || !last || covered.length !== range.segmentEnd - range.segmentStart + 1) return null;
  if (covered.some((segment) => segment.isHidden || segment.speakerId !== first.speakerId)) return null;
  if (!isCutPoint(first.text, range.start) || !isCutPoint(last.text, range.end)) return null;

  const texts = covered.map((segment) =>
    segment.text.slice(segment === first ? range.start : 0, segment === last ? range.end : undefined),
  );
  const text = texts
    .map((part, index) => (index === 0 ? part.trimEnd() : index === texts.length - 1 ? part.trimStart() : part.trim()))
    .filter(Boolean)
    .join(' ');
  return text.trim() ? { text, speakerId: first.speakerId, startMs: first.startMs, endMs: last.endMs ?? null } : null;
}

function segmentsBetween(start: number, end: number, segments: readonly EvidenceSegment[]): readonly EvidenceSegment[] {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.index ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  const covered: EvidenceSegment[] = [];
  for (let at = low; at < segments.length; at++) {
    const segment = segments[at];
    if (!segment || segment.index > end) break;
    covered.push(segment);
  }
  return covered;
}

function isCutPoint(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const isInsidePair = unit >= 0xdc00 && unit <= 0xdfff && at > 0;
  return Number.isInteger(at) && at >= 0 && at <= text.length && !isInsidePair;
}
