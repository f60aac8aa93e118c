import type { IndexedTurn } from '../../ports/search-index.ts';

/** Turns ranked together. Six carry enough of a topic to rank by and are still read in one glance. */
export const WINDOW_TURNS = 6;
/** Neighbouring windows share two turns, so that a question and its answer are together in one of them. */
const STEP = 4;
/** What a passage may span at most, in transcript positions (`turnEnd - turnStart`). */
const MAX_SPAN = 7;

/** The turns in overlapping windows, in transcript order. Where positions have gaps, no window spans more than 8. */
export function windowsOf(turns: readonly IndexedTurn[]): IndexedTurn[][] {
  const windows: IndexedTurn[][] = [];
  let first = 0;
  while (first < turns.length) {
    const window = [];
    for (const turn of turns.slice(first, first + WINDOW_TURNS)) {
      if (turn.index - turns[first].index > MAX_SPAN) break;
      window.push(turn);
    }
    windows.push(window);
    if (first + window.length >= turns.length) break;
    // A window cut short by a gap ends there: the next begins behind the gap.
    first += window.length === WINDOW_TURNS ? STEP : window.length;
  }
  return windows;
}

/** The text by which a window is embedded. */
export const windowText = (window: readonly IndexedTurn[]): string =>
  window.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n');

/**
 * The call's turns in order. Throws on positions that are not whole numbers or occur twice: a passage names turns by
 * position, so both would point a reader to other words than were found.
 */
export function orderedTurns(turns: readonly IndexedTurn[]): IndexedTurn[] {
  const ordered = [...turns].sort((a, b) => a.index - b.index);
  ordered.forEach(({ index }, at) => {
    if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`Turn position ${index} is no whole number.`);
    if (at > 0 && ordered[at - 1].index === index) throw new RangeError(`Turn position ${index} occurs twice.`);
  });
  return ordered;
}
