import type { RenderedCall, TimedTurn } from './types.ts';

/** One caption: a part of a turn short enough to be read on screen. */
export interface Cue {
  turn: TimedTurn;
  text: string;
  startMs: number;
  endMs: number;
}

const wordsPerCue = 15;

/** Cuts a turn the way recorders do: at a sentence where one ends near, else after about fifteen words. */
export function cuesOf(turn: TimedTurn): Cue[] {
  const words = turn.text.split(' ');
  const groups: string[][] = [];
  let group: string[] = [];
  words.forEach((word, index) => {
    group.push(word);
    const isSentenceEnd = /[.?!]$/.test(word) && group.length >= 8;
    const leaves = words.length - index - 1;
    if (leaves > 3 && (isSentenceEnd || group.length >= wordsPerCue)) {
      groups.push(group);
      group = [];
    }
  });
  groups.push(group);
  const msPerLetter = (turn.endMs - turn.startMs) / turn.text.length;
  let cursor = turn.startMs;
  return groups.map((part, index) => {
    const text = part.join(' ');
    const startMs = cursor;
    cursor = index === groups.length - 1 ? turn.endMs : Math.round(cursor + (text.length + 1) * msPerLetter);
    return { turn, text, startMs, endMs: cursor };
  });
}

export const callCues = (call: RenderedCall): Cue[] => call.turns.flatMap(cuesOf);

/** Sentences of a turn with their share of its time, as recorders that split by sentence give them. */
export function sentencesOf(turn: TimedTurn): Cue[] {
  const sentences = turn.text.match(/.+?[.?!]+(?=\s|$)|.+$/g) ?? [turn.text];
  const msPerLetter = (turn.endMs - turn.startMs) / turn.text.length;
  let cursor = turn.startMs;
  return sentences.map((sentence, index) => {
    const startMs = cursor;
    cursor = index === sentences.length - 1 ? turn.endMs : Math.round(cursor + sentence.length * msPerLetter);
    return { turn, text: sentence.trim(), startMs, endMs: cursor };
  });
}

/** `00:18:47.000`; SubRip separates with a comma. */
export function stamp(ms: number, separator = '.'): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const whole = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return separator ? `${whole}${separator}${String(ms % 1000).padStart(3, '0')}` : whole;
}
