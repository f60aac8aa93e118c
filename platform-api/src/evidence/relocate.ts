import { cut } from './cut.ts';
import type { EvidenceRef, EvidenceSegment, EvidenceSource } from './evidence.ts';
import { fold } from './fold.ts';
import { locate } from './locate.ts';

/**
 * Follows evidence into another revision of its call, after an edit or a redaction: the same words at the same place,
 * else the same words at the only place where they stand, else nothing, and then the evidence is hidden.
 * They must still be the same speaker's; `mergedSpeakers` tells who was merged into whom.
 */
export function relocate(
  ref: EvidenceRef,
  oldSegments: readonly EvidenceSegment[],
  next: EvidenceSource,
  mergedSpeakers: ReadonlyMap<string, string> = new Map(),
): EvidenceRef | null {
  const words = cut(ref, oldSegments);
  if (!words || next.callId !== ref.callId) return null;
  const speakerId = mergedSpeakers.get(words.speakerId) ?? words.speakerId;

  const same = cut(ref, next.segments);
  if (same && same.speakerId === speakerId && fold(same.text).text === fold(words.text).text) {
    return { ...ref, revision: next.revision };
  }
  const moved = locate({ segments: next.segments, quote: words.text, speakerId });
  if (!moved?.isUnique) return null;
  const { segmentStart, segmentEnd, start, end } = moved;
  return { callId: ref.callId, revision: next.revision, segmentStart, segmentEnd, start, end };
}
