import { cueLines } from './cue.ts';
import type { Cue } from './cue.ts';

/** A caption of YouTube's newer formats before cleaning; words come in pieces with a confidence of 0 to 255. */
export interface WordCue {
  startMs: number;
  durationMs: number | null;
  text: string;
  confidences: number[];
}

/** YouTube writes 0 for every word where it keeps no confidence. */
function meanConfidence(confidences: readonly number[]): number | null {
  const sum = confidences.reduce((total, value) => total + value, 0);
  return sum > 0 ? Math.min(1, sum / confidences.length / 255) : null;
}

/** The duration is how long a line stays on the screen, so it runs into the next line; the words end where that one starts. */
export function fromWordCues(wordCues: readonly WordCue[]): Cue[] {
  const spoken = wordCues.filter(({ text }) => text.trim() !== '');
  return spoken.map(({ startMs, durationMs, text, confidences }, at) => {
    const next = spoken[at + 1]?.startMs ?? Infinity;
    const shownUntil = durationMs === null ? null : startMs + durationMs;
    const confidence = meanConfidence(confidences);
    return {
      startMs,
      endMs: shownUntil === null ? null : next >= startMs ? Math.min(shownUntil, next) : shownUntil,
      lines: cueLines(text.split('\n')),
      ...(confidence === null ? {} : { confidence }),
    };
  });
}
