import { isStopWord } from '../stop-words.ts';
import { stemOf } from '../stem.ts';
import type { ParsedQuery } from './query.ts';
import { rankedWords, type RankableWindow, type TurnWords } from './window-words.ts';

/** What the whole collection knows of words; scores of windows are comparable under the same statistics only. */
export interface CollectionStats {
  windows: number;
  averageLength: number;
  /** Windows that hold a stem. */
  frequency(stem: string): number;
}

export interface RankedWindow {
  window: RankableWindow;
  score: number;
}

/** Decides whether a turn's words count: filters by speaker or facet. */
export type TurnFilter = (callId: string, turn: TurnWords) => boolean;

// Measured on meetings cut into windows of six turns; see docs/decisions/0002-search.md.
const K1 = 0.9;
const B = 0.4;
const EXACT_FORM = 0.5;
const ADJACENT_PAIR = 0.3;
const SPEAKER_SHARE = 0.4;

const NO_TERM = -1;
const SKIPPED = -2;

/** Windows that hold a word of the query and all its phrases, best first. Equal scores keep the order given. */
export function rankWindows(
  query: ParsedQuery,
  windows: readonly RankableWindow[],
  stats: CollectionStats,
  counts?: TurnFilter,
): RankedWindow[] {
  const score = windowScorer(query, stats);
  return windows
    .map((window) => {
      const turns = counts ? window.turns.filter((turn) => counts(window.callId, turn)) : window.turns;
      return { window, score: hasPhrases(turns, query.phrases) ? score(window, turns) : 0 };
    })
    .filter(({ score: found }) => found > 0)
    .sort((a, b) => b.score - a.score);
}

export const hasPhrases = (turns: readonly TurnWords[], phrases: readonly string[][]): boolean =>
  phrases.every((phrase) => turns.some(({ words }) => phraseStarts(words, phrase).length > 0));

/** Where a phrase begins in a list of folded words. */
export function phraseStarts(words: readonly string[], phrase: readonly string[]): number[] {
  const starts: number[] = [];
  for (let at = words.indexOf(phrase[0]); at >= 0; at = words.indexOf(phrase[0], at + 1)) {
    if (phrase.every((word, offset) => words[at + offset] === word)) starts.push(at);
  }
  return starts;
}

function windowScorer(query: ParsedQuery, stats: CollectionStats) {
  const { terms } = query;
  const weights = terms.map(({ stem }) => rarity(stats, stem));
  const termOf = termLookup(query);
  const pairAt = new Map(query.pairs.map(([a, b]) => [pairKey(termOf(a, a), termOf(b, b), terms.length), true]));
  const asked = ` ${query.words.join(' ')} `;

  return (window: RankableWindow, turns: readonly TurnWords[]): number => {
    const stemCounts = new Float64Array(terms.length);
    const exactCounts = new Float64Array(terms.length);
    const pairCounts = new Map<number, number>();
    for (const turn of turns) {
      let previous = NO_TERM;
      for (const word of rankedWords(turn)) {
        const term = termOf(word);
        if (term === SKIPPED) continue;
        if (term !== NO_TERM) {
          stemCounts[term]++;
          if (terms[term].form === word) exactCounts[term]++;
          const pair = pairKey(previous, term, terms.length);
          if (previous !== NO_TERM && pairAt.has(pair)) pairCounts.set(pair, (pairCounts.get(pair) ?? 0) + 1);
        }
        previous = term;
      }
    }
    const norm = K1 * (1 - B + (B * window.length) / Math.max(1, stats.averageLength));
    const saturate = (count: number) => (count * (K1 + 1)) / (count + norm);
    let score = 0;
    weights.forEach((weight, term) => {
      score += weight * (saturate(stemCounts[term]) + EXACT_FORM * saturate(exactCounts[term]));
    });
    if (score === 0) return 0;
    for (const [pair, count] of pairCounts) {
      const [first, second] = [Math.floor(pair / terms.length), pair % terms.length];
      score += ADJACENT_PAIR * (weights[first] + weights[second]) * saturate(count);
    }
    return score * (1 + SPEAKER_SHARE * shareOfNamed(turns, asked));
  };
}

/** BM25's inverse document frequency; never negative. */
function rarity({ windows, frequency }: CollectionStats, stem: string): number {
  const holding = Math.min(frequency(stem), windows);
  return Math.log(1 + (windows - holding + 0.5) / (holding + 0.5));
}

const pairKey = (first: number, second: number, terms: number): number => first * terms + second;

/** Which term a word is, worked out once per distinct word: ranking meets the same few thousand again and again. */
function termLookup({ terms }: ParsedQuery) {
  const byStem = new Map(terms.map(({ stem }, at) => [stem, at]));
  const known = new Map<string, number>();
  return (word: string, stem?: string): number => {
    if (stem !== undefined) return byStem.get(stem) ?? NO_TERM;
    let term = known.get(word);
    if (term === undefined) {
      term = byStem.get(stemOf(word)) ?? (isStopWord(word) ? SKIPPED : NO_TERM);
      known.set(word, term);
    }
    return term;
  };
}

/** How much of the window was said by somebody whose name is in the question. */
function shareOfNamed(turns: readonly TurnWords[], asked: string): number {
  let named = 0;
  let all = 0;
  for (const { speaker, words } of turns) {
    all += words.length;
    if (speaker !== '' && asked.includes(` ${speaker} `)) named += words.length;
  }
  return all === 0 ? 0 : named / all;
}
