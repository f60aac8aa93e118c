import type { EvidenceSegment } from '../../evidence/evidence.ts';
import type { SegmentDocument } from './transcripts.model.ts';
import type { Turn } from './turn.ts';

/** A segment as readers see it: edits applied, hidden ones without words. */
export interface ReadSegment extends EvidenceSegment {
  endMs: number | null;
  isHidden: boolean;
  isEdited: boolean;
  confidence: number | null;
}

export const readSegments = (segments: readonly SegmentDocument[]): ReadSegment[] =>
  segments.map(({ startMs, endMs, speakerId, text, confidence, edit }, index) => {
    const isHidden = edit?.isHidden ?? false;
    return {
      index,
      startMs,
      endMs,
      speakerId: edit?.speakerId ?? speakerId,
      text: isHidden ? '' : (edit?.text ?? text),
      isHidden,
      isEdited: edit?.text !== undefined || edit?.speakerId !== undefined,
      confidence: confidence ?? null,
    };
  });

/** Consecutive segments of one speaker, in order. A hidden segment stays within its speaker's turn. */
export function groupTurns(segments: readonly ReadSegment[]): ReadSegment[][] {
  const turns: ReadSegment[][] = [];
  for (const segment of segments) {
    const open = turns.at(-1);
    if (open && open[0].speakerId === segment.speakerId) open.push(segment);
    else turns.push([segment]);
  }
  return turns;
}

/** Hidden segments have no words: they would only leave two spaces. */
export const spoken = (segments: readonly ReadSegment[]): ReadSegment[] =>
  segments.filter(({ isHidden, text }) => !isHidden && text !== '');

/** Turns as the analyst reads them. Their text is their spoken segments' joined by a space; `turnRange` leads back. */
export function readTurns(
  turns: readonly ReadSegment[][],
  people: ReadonlyMap<string, { name: string; side: Turn['side'] }>,
): Turn[] {
  return turns.map((segments, index) => {
    const { speakerId, startMs } = segments[0];
    const person = people.get(speakerId);
    return {
      index,
      speakerId,
      speaker: person?.name ?? '',
      side: person?.side ?? 'unknown',
      text: spoken(segments)
        .map(({ text }) => text)
        .join(' '),
      startMs,
      endMs: segments[segments.length - 1].endMs,
    };
  });
}
