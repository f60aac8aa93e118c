import { contentStems } from './language/words.ts';
import { topicsOf } from './topics.ts';
import type { Turn } from '../features/transcripts/turn.ts';

/** A stretch of a call about one matter, shown as a quiet head in the transcript. */
export interface TopicSection {
  /** First and last turn, by their index; both belong to the section. */
  fromTurn: number;
  toTurn: number;
  title: string;
  startMs: number | null;
  endMs: number | null;
}

const WINDOW_WORDS = 60;
const SHORTEST_TURNS = 6;
const SHORTEST_WORDS = 90;
const MOST_SECTIONS = 14;

/** TextTiling (Hearst 1997) over turns: a new section starts where the words before and after have least in common. */
export function topicSections(turns: readonly Turn[]): TopicSection[] {
  if (turns.length === 0) return [];
  const stems = turns.map(({ text }) => contentStems(text));
  const starts = [0, ...boundariesOf(stems)];
  const sections = starts.map((from, i) => turns.slice(from, starts[i + 1] ?? turns.length));
  const background = new Map<string, number>();
  for (const section of sections) {
    for (const stem of new Set(section.flatMap(({ text }) => contentStems(text))))
      background.set(stem, (background.get(stem) ?? 0) + 1);
  }
  const people = [...new Set(turns.map(({ speaker }) => speaker))];
  return sections.flatMap((section): TopicSection[] => {
    const first = section[0];
    const last = section[section.length - 1];
    if (!first || !last) return [];
    const text = section.map((turn) => turn.text).join('\n');
    const topics = topicsOf(text, { most: 2, people, background, documents: sections.length });
    return [
      {
        fromTurn: first.index,
        toTurn: last.index,
        title: titleOf(topics.map(({ phrase }) => phrase)),
        startMs: first.startMs,
        endMs: last.endMs,
      },
    ];
  });
}

function titleOf(phrases: readonly string[]): string {
  const title = phrases.join(' and ');
  return title === '' ? 'Small talk' : title.charAt(0).toUpperCase() + title.slice(1);
}

/** Turns that start a new section, in order. */
function boundariesOf(stems: readonly (readonly string[])[]): number[] {
  const cohesion = stems.map((_, at) => (at === 0 ? 1 : similarity(windowBefore(stems, at), windowAfter(stems, at))));
  const depths = cohesion.map((value, at) =>
    at === 0 ? 0 : peak(cohesion, at, -1) + peak(cohesion, at, 1) - 2 * value,
  );
  const inner = depths.slice(1);
  const mean = inner.reduce((sum, depth) => sum + depth, 0) / Math.max(1, inner.length);
  const deviation = Math.sqrt(inner.reduce((sum, depth) => sum + (depth - mean) ** 2, 0) / Math.max(1, inner.length));
  const words = prefixSums(stems.map(({ length }) => length));
  const roomBetween = (from: number, to: number): boolean =>
    to - from >= SHORTEST_TURNS && (words[to] ?? 0) - (words[from] ?? 0) >= SHORTEST_WORDS / 2;
  const chosen: number[] = [];
  const ranked = depths
    .map((depth, at) => ({ depth, at }))
    .filter(({ depth, at }) => at > 0 && depth > mean + deviation / 2);
  for (const { at } of ranked.sort((a, b) => b.depth - a.depth || a.at - b.at)) {
    if (chosen.length >= MOST_SECTIONS - 1) break;
    const edges = [0, stems.length, ...chosen];
    if (edges.every((edge) => roomBetween(Math.min(edge, at), Math.max(edge, at)))) chosen.push(at);
  }
  return chosen.sort((a, b) => a - b);
}

function windowBefore(stems: readonly (readonly string[])[], at: number): string[] {
  const window: string[] = [];
  for (let i = at - 1; i >= 0 && window.length < WINDOW_WORDS; i--) window.push(...(stems[i] ?? []));
  return window.slice(0, WINDOW_WORDS * 2);
}

function windowAfter(stems: readonly (readonly string[])[], at: number): string[] {
  const window: string[] = [];
  for (let i = at; i < stems.length && window.length < WINDOW_WORDS; i++) window.push(...(stems[i] ?? []));
  return window.slice(0, WINDOW_WORDS * 2);
}

function similarity(a: readonly string[], b: readonly string[]): number {
  const left = countsOf(a);
  const right = countsOf(b);
  let dot = 0;
  for (const [stem, times] of left) dot += times * (right.get(stem) ?? 0);
  const norm = Math.sqrt(squares(left) * squares(right));
  return norm ? dot / norm : 0;
}

/** The highest cohesion on one side before it falls again. */
function peak(values: readonly number[], at: number, step: 1 | -1): number {
  let best = values[at] ?? 0;
  for (let i = at + step; i > 0 && i < values.length; i += step) {
    const value = values[i] ?? 0;
    if (value < best) break;
    best = value;
  }
  return best;
}

function countsOf(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function squares(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const times of counts.values()) sum += times * times;
  return sum;
}

function prefixSums(values: readonly number[]): number[] {
  let sum = 0;
  return [0, ...values.map((value) => (sum += value))];
}
