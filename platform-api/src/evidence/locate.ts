import type { EvidenceRange, EvidenceSegment } from './evidence.ts';
import { cut } from './cut.ts';
import type { CutWords } from './cut.ts';
import { fold } from './fold.ts';
import { speechRuns } from './speech-runs.ts';
import type { SpeechRun, SpeechRuns } from './speech-runs.ts';
import { splitsWord } from './word-boundary.ts';

export interface QuoteQuery {
  quote: string;
  /** Only words of this speaker. */
  speakerId?: string;
  /** Segment index; of several places the one nearest to it is taken, without it the first. */
  near?: number;
}

/** Where the words stand, and the words as the transcript writes them. */
export interface Located extends EvidenceRange, CutWords {
  /** False when the same words stand elsewhere too. */
  isUnique: boolean;
}

const hasWord = /[\p{L}\p{N}]/u;

/**
 * The exact range of a quote, or nothing. White space and Unicode form are folded; a changed word, letter case,
 * punctuation inside, a look-alike letter, an ellipsis over left-out words or words of two speakers are not.
 */
export function locate({ segments, ...query }: QuoteQuery & { segments: readonly EvidenceSegment[] }): Located | null {
  return locateIn(speechRuns(segments), query);
}

/** As `locate`, for many quotes of one transcript. */
export function locateIn(transcript: SpeechRuns, { quote, speakerId, near }: QuoteQuery): Located | null {
  const wanted = fold(quote).text;
  if (!hasWord.test(wanted)) return null;

  const places: EvidenceRange[] = [];
  for (const run of transcript.runs) {
    if (speakerId !== undefined && run.speakerId !== speakerId) continue;
    for (let at = run.text.indexOf(wanted); at >= 0; at = run.text.indexOf(wanted, at + 1)) {
      const range = rawRange(run, at, at + wanted.length);
      if (range) places.push(range);
    }
  }

  const place = near === undefined ? places[0] : nearest(places, near);
  const words = place && cut(place, transcript.segments);
  return place && words ? { ...place, ...words, isUnique: places.length === 1 } : null;
}

/** The raw offsets of folded range `[start, end)` of a run; nothing where it would split a word or a folded character. */
function rawRange(run: SpeechRun, start: number, end: number): EvidenceRange | null {
  if (splitsWord(run.text, start) || splitsWord(run.text, end)) return null;
  const first = run.parts.findLast((part) => part.offset <= start);
  const last = run.parts.findLast((part) => part.offset < end);
  if (!first || !last) return null;

  const startUnit = start - first.offset;
  const endUnit = end - last.offset - 1;
  const rawStart = first.folded.from(startUnit);
  const rawEnd = last.folded.to(endUnit);
  // A ligature or an ellipsis folds to several units; a quote takes all of them or none.
  if (startUnit > 0 && first.folded.from(startUnit - 1) === rawStart) return null;
  if (endUnit + 1 < last.folded.text.length && last.folded.to(endUnit + 1) === rawEnd) return null;
  return { segmentStart: first.segment.index, segmentEnd: last.segment.index, start: rawStart, end: rawEnd };
}

function nearest(places: readonly EvidenceRange[], segment: number): EvidenceRange | undefined {
  let best: EvidenceRange | undefined;
  for (const place of places) {
    if (!best || Math.abs(place.segmentStart - segment) < Math.abs(best.segmentStart - segment)) best = place;
  }
  return best;
}
