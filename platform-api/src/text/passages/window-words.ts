import type { IndexedTurn } from '../../ports/search-index.ts';
import { isStopWord } from '../stop-words.ts';
import { formsOf } from '../words.ts';
import { facetKey } from './turn-filter.ts';

/** One turn as it is ranked: folded words, those of the speaker's name apart. */
export interface TurnWords {
  turn: number;
  speaker: string;
  words: string[];
}

/** A window as it is ranked. */
export interface RankableWindow {
  id: string;
  callId: string;
  turnStart: number;
  turnEnd: number;
  /** Words that count for the length: neither stop words nor separators. */
  length: number;
  turns: TurnWords[];
}

export function turnWords({ index, speaker, text }: IndexedTurn): TurnWords {
  return { turn: index, speaker: facetKey(speaker), words: formsOf(text) };
}

/** The words of a turn as they are ranked: "Speaker: text". */
export const rankedWords = ({ speaker, words }: TurnWords): string[] =>
  speaker === '' ? words : [...speaker.split(' '), ...words];

export function lengthOf(turns: readonly TurnWords[]): number {
  let length = 0;
  for (const turn of turns) for (const word of rankedWords(turn)) if (!isStopWord(word)) length++;
  return length;
}

/** One line a turn, so that a few hundred windows are read and cut in a millisecond or two. */
export const encodeTurns = (turns: readonly TurnWords[]): string =>
  turns.map(({ turn, speaker, words }) => `${turn}\t${speaker}\t${words.join(' ')}`).join('\n');

export const decodeTurns = (encoded: string): TurnWords[] =>
  encoded.split('\n').map((line) => {
    const [turn, speaker, words] = line.split('\t');
    return { turn: Number(turn), speaker, words: words === '' ? [] : words.split(' ') };
  });
