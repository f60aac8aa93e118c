import { termCounter, type TermCounts } from './count-terms.ts';
import type { ParsedQuery } from './query.ts';
import type { RankableWindow, TurnWords } from './window-words.ts';

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

interface CountedWindow {
  window: RankableWindow;
  turns: readonly TurnWords[];
  counts: TermCounts;
}

// Measured on meetings cut into windows of six turns; see docs/decisions/0002-search.md.
const K1 = 0.9;
const B = 0.4;
const EXACT_FORM = 0.5;
const ADJACENT_PAIR = 0.3;
const SPEAKER_SHARE = 0.4;

/** Windows that hold a word of the query and all its phrases, best first. Equal scores keep the order given. */
export function rankWindows(
  query: ParsedQuery,
  windows: readonly RankableWindow[],
  stats: CollectionStats,
  counts?: TurnFilter,
): RankedWindow[] {
  const count = termCounter(query);
  const counted = windows
    .map((window) => {
      const turns = counts ? window.turns.filter((turn) => counts(window.callId, turn)) : window.turns;
      return { window, turns, counts: count(turns) };
    })
    .filter((found) => found.counts.stems.some((times) => times > 0) && hasPhrases(found.turns, query.phrases));
  const score = scorer(query, counted, stats);
  return counted.map((found) => ({ window: found.window, score: score(found) })).sort((a, b) => b.score - a.score);
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

/** BM25 over stems, with the same once more for exact forms and for neighbours kept together, each at its weight. */
function scorer(query: ParsedQuery, counted: readonly CountedWindow[], stats: CollectionStats) {
  const { stems, exact, pairs } = weightsOf(query, counted, stats);
  const asked = ` ${query.words.join(' ')} `;
  return ({ window, turns, counts }: CountedWindow): number => {
    const norm = K1 * (1 - B + (B * window.length) / Math.max(1, stats.averageLength));
    const sum = (times: Uint32Array, weights: readonly number[]) =>
      weights.reduce((total, weight, at) => total + (weight * times[at] * (K1 + 1)) / (times[at] + norm), 0);
    const words = sum(counts.stems, stems) + EXACT_FORM * sum(counts.exact, exact);
    return (words + ADJACENT_PAIR * sum(counts.pairs, pairs)) * (1 + SPEAKER_SHARE * shareOfNamed(turns, asked));
  };
}

/**
 * Rarity of stems comes from the whole collection. It knows neither exact forms nor pairs; how much rarer than their
 * stem they are is estimated from the windows at hand, which all hold a word of the query.
 */
function weightsOf(query: ParsedQuery, counted: readonly CountedWindow[], stats: CollectionStats) {
  const holding = (kind: keyof TermCounts, at: number) =>
    counted.reduce((sum, { counts }) => sum + (counts[kind][at] > 0 ? 1 : 0), 0);
  const frequencies = query.terms.map(({ stem }) => stats.frequency(stem));
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const termAt = new Map(query.terms.map(({ stem }, at) => [stem, at]));
  return {
    stems: frequencies.map((frequency) => rarity(stats, frequency)),
    exact: frequencies.map((frequency, at) =>
      rarity(stats, frequency * share(holding('exact', at), holding('stems', at))),
    ),
    pairs: query.pairs.map((pair, at) => {
      const [first = 0, second = 0] = pair.map((stem) => termAt.get(stem));
      const rarer = frequencies[first] <= frequencies[second] ? first : second;
      return rarity(stats, frequencies[rarer] * share(holding('pairs', at), holding('stems', rarer)));
    }),
  };
}

/** BM25's inverse document frequency; never negative. */
function rarity({ windows }: CollectionStats, frequency: number): number {
  const holding = Math.min(frequency, windows);
  return Math.log(1 + (windows - holding + 0.5) / (holding + 0.5));
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
