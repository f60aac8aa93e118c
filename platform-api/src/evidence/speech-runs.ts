import type { EvidenceSegment } from './evidence.ts';
import { fold } from './fold.ts';
import type { FoldedText } from './fold.ts';

/** Adjacent visible segments of one speaker, folded and joined by a space: the most one quote may cover. */
export interface SpeechRun {
  speakerId: string;
  text: string;
  parts: readonly { segment: EvidenceSegment; folded: FoldedText; offset: number }[];
}

/** A transcript prepared for looking up quotes; prepare once, look up often. */
export interface SpeechRuns {
  segments: readonly EvidenceSegment[];
  runs: readonly SpeechRun[];
}

/** A hidden segment, a gap in the numbering and another speaker each end a run. `segments` are in order of `index`. */
export function speechRuns(segments: readonly EvidenceSegment[]): SpeechRuns {
  const groups: EvidenceSegment[][] = [];
  let last: EvidenceSegment | undefined;
  for (const segment of segments) {
    const follows =
      last !== undefined && !last.isHidden && last.speakerId === segment.speakerId && last.index + 1 === segment.index;
    if (!segment.isHidden) {
      if (follows) groups.at(-1)?.push(segment);
      else groups.push([segment]);
    }
    last = segment;
  }
  return { segments, runs: groups.map(joinRun) };
}

function joinRun(group: readonly EvidenceSegment[]): SpeechRun {
  let text = '';
  const parts: { segment: EvidenceSegment; folded: FoldedText; offset: number }[] = [];
  for (const segment of group) {
    const folded = fold(segment.text);
    if (!folded.text) continue;
    if (text) text += ' ';
    parts.push({ segment, folded, offset: text.length });
    text += folded.text;
  }
  return { speakerId: group[0]?.speakerId ?? '', text, parts };
}
