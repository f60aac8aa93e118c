import type { Cue } from './cue.ts';

/** A caption window shows few lines; the bound keeps a hostile cue from costing its square. */
const WINDOW_LINES = 8;

/** How many lines at the end of one cue come again at the start of the next. */
function overlap(before: Cue, after: Cue): number {
  const most = Math.min(before.lines.length, after.lines.length, WINDOW_LINES);
  for (let count = most; count > 0; count--) {
    const shown = before.lines.slice(-count);
    if (shown.every((line, at) => line.text === after.lines[at]?.text)) return count;
  }
  return 0;
}

/**
 * Automatic captions roll: every line is shown again above the next one. Drops those repeats, in files that show the
 * pattern; a person who says "No." twice in an ordinary file keeps both.
 *
 * @param hasWordTimes the file times single words, as automatic captions do; then less evidence is asked for
 */
export function dropRollingLines(cues: readonly Cue[], hasWordTimes: boolean): Cue[] {
  const repeated = cues.map((cue, at) => (at === 0 ? 0 : overlap(cues[at - 1] ?? cue, cue)));
  const rolled = repeated.filter((count) => count > 0).length;
  const extended = cues.filter((cue, at) => (repeated[at] ?? 0) > 0 && cue.lines.length > (repeated[at] ?? 0)).length;
  const isRolling = extended > 0 && (hasWordTimes || (rolled >= 3 && rolled >= (cues.length - 1) / 2));
  return isRolling ? cues.map((cue, at) => ({ ...cue, lines: cue.lines.slice(repeated[at]) })) : [...cues];
}
