import type { SegmentDocument } from '../transcripts/index.ts';
import type { ParsedSegment } from './formats/index.ts';

/** What the last segment of a source without end times is taken to last: a slow reader's pace, in milliseconds a word. */
const msPerWord = 400;

/** Segments as every feature reads them. A missing end is derived from the next start. */
export function canonicalSegments(
  segments: readonly ParsedSegment[],
  speakerOf: (name: string | null) => string,
): SegmentDocument[] {
  return segments.map(({ startMs, endMs, speaker, text, rawText, confidence }, at) => {
    const next = segments.slice(at + 1, at + 20).find((later) => later.startMs !== null)?.startMs ?? null;
    const guess = startMs === null ? null : (next ?? startMs + text.split(/\s+/).length * msPerWord);
    return {
      startMs,
      endMs: endMs ?? guess,
      speakerId: speakerOf(speaker),
      text,
      rawText,
      ...(confidence === undefined ? {} : { confidence }),
    };
  });
}

/** Length of a call by its last word, in milliseconds. */
export const durationOf = (segments: readonly SegmentDocument[]): number =>
  segments.reduce((longest, { startMs, endMs }) => Math.max(longest, endMs ?? startMs ?? 0), 0);
