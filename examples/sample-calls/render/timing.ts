import type { CallSource, SourceTurn, TimedTurn } from './types.ts';

const openingMs = 3_000;
const closingMs = 4_000;
/** Nobody is understood above this pace, so a fixed start that asks for more is a mistake in the source. */
const fastestWordsPerMinute = 215;
/** How far a turn may be drawn out before the rest of a fixed stretch becomes silence. */
const slowest = 1.2;

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** A repeatable number from 0 to 1, so that the same source gives the same bytes. */
function chance(seed: string): number {
  let hash = 2166136261;
  for (const char of seed) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

/** Speech of a turn in milliseconds: about 150 words a minute, short turns a little slower. */
function speechMs(turn: SourceTurn): number {
  const wordsPerMinute = 132 + 28 * chance(turn.text);
  return (countWords(turn.text) / wordsPerMinute) * 60_000 + 350;
}

const breathMs = (turn: SourceTurn): number => 250 + 1400 * chance(`${turn.text}/breath`) ** 2;

/** Gives every turn its start and end, honouring the fixed starts and the fixed duration of the source. */
export function timeTurns(source: CallSource): { turns: TimedTurn[]; durationMs: number; words: number } {
  const turns: TimedTurn[] = [];
  const words = source.turns.reduce((total, turn) => total + countWords(turn.text), 0);
  let cursor = openingMs;
  for (let first = 0; first < source.turns.length; ) {
    const next = source.turns.findIndex((turn, index) => index > first && turn.fixedStartMs !== undefined);
    const stretch = source.turns.slice(first, next === -1 ? undefined : next);
    const start = stretch[0]?.fixedStartMs ?? cursor;
    const fixedEnd = source.turns[next]?.fixedStartMs ?? source.fixedDurationMs;
    const timed = timeStretch(stretch, start, fixedEnd, source.title);
    turns.push(...timed);
    cursor = (timed.at(-1)?.endMs ?? cursor) + 500;
    first += stretch.length;
  }
  const lastEnd = turns.at(-1)?.endMs ?? 0;
  return { turns, durationMs: source.fixedDurationMs ?? Math.ceil((lastEnd + closingMs) / 1000) * 1000, words };
}

function timeStretch(stretch: SourceTurn[], start: number, end: number | undefined, title: string): TimedTurn[] {
  const speech = stretch.map(speechMs);
  const silence = stretch.map((turn) => breathMs(turn) + turn.pauseMs);
  const natural = sum(speech) + sum(silence);
  const span = end === undefined ? natural : end - start;
  let pace = 1;
  let extra = 0;
  if (span < natural) pace = Math.min(1, (span - stretch.length * 120) / natural);
  else {
    pace = Math.min(slowest, span / natural);
    extra = span - (sum(speech) * pace + sum(silence));
  }
  const words = stretch.reduce((total, turn) => total + countWords(turn.text), 0);
  if (words / (span / 60_000) > fastestWordsPerMinute) {
    throw new Error(`${title}: ${words} words in ${Math.round(span / 1000)} s from ${clock(start)}`);
  }
  const shares = stretch.map((turn) => 0.5 + chance(`${turn.text}/pause`) ** 2 + turn.pauseMs / 9000);
  const timed: TimedTurn[] = [];
  let cursor = start;
  stretch.forEach((turn, index) => {
    const scale = Math.min(pace, 1);
    const before = (silence[index] ?? 0) * scale + (extra > 0 ? (extra * (shares[index] ?? 0)) / sum(shares) : 0);
    // The first turn of a stretch begins where the author said; its silence follows it instead.
    const startMs = Math.round(index === 0 ? cursor : cursor + before);
    const endMs = Math.min(Math.round(startMs + (speech[index] ?? 0) * pace), end ?? Infinity);
    timed.push({ ...turn, startMs, endMs });
    cursor = index === 0 ? endMs + before : endMs;
  });
  return timed;
}

const sum = (numbers: number[]): number => numbers.reduce((total, value) => total + value, 0);

/** `m:ss`, or `h:mm:ss` from one hour. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const tail = `${String(Math.floor(seconds / 60) % 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return seconds < 3600 ? tail : `${Math.floor(seconds / 3600)}:${tail.padStart(5, '0')}`;
}
