import { cleanCaption } from './clean-text.ts';

/** One line of a cue, cleaned, beside what the file says. */
export interface CueLine {
  text: string;
  raw: string;
  /** Set where markup names the speaker (`<v Name>`, a TTML agent). */
  speaker?: string;
}

/** A caption as the file shows it: a time range and lines. */
export interface Cue {
  startMs: number | null;
  endMs: number | null;
  lines: CueLine[];
  confidence?: number;
}

/** Payload lines cleaned of markup; blank ones dropped. */
export function cueLines(raws: readonly string[], speaker?: string): CueLine[] {
  return raws
    .map((raw) => ({ raw: raw.trim(), text: cleanCaption(raw), ...(speaker === undefined ? {} : { speaker }) }))
    .filter(({ text }) => text !== '');
}
