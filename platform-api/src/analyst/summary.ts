import summaryData from './data/en/summary.json' with { type: 'json' };
import { actionItems } from './action-items.ts';
import { compilePattern } from './language/rules.ts';
import { sentencesOf } from './language/sentences.ts';
import { plain } from './language/text.ts';
import { contentStems, wordsOf } from './language/words.ts';
import { findObjections } from './objections.ts';
import { findProfits } from './profits.ts';
import { isBackChannel } from './replies.ts';
import type { Turn, TurnSpan } from '../features/transcripts/turn.ts';

export interface SummarySentence {
  /** The words of the spans, lightly compressed: fillers dropped, nothing added but the speaker's name before
   * them, where the words do not name somebody themselves. */
  text: string;
  spans: TurnSpan[];
}

interface Candidate {
  span: TurnSpan;
  speaker: string;
  text: string;
  stems: Set<string>;
  score: number;
  /** 0-1, where in the call. */
  place: number;
}

const decides = compilePattern(summaryData.decisions.join('|'));
const dangling = compilePattern(summaryData.dangling.join('|'));
const numbers = compilePattern(summaryData.numbers.join('|'), summaryData.macros);
const firstPerson = compilePattern(summaryData.firstPerson.join('|'));
const opening = new RegExp(`^(?:(?:${summaryData.openings.join('|')})(?:[,.]|(?=\\s))\\s*)+`, 'iu');
const inner = new RegExp(`,?\\s+(?:${summaryData.inner.join('|')}),?(?=\\s)`, 'giu');
const SHORTEST_WORDS = 6;
const LONGEST_WORDS = 45;
const MOST_CANDIDATES = 400;
const NEXT_STEP = 0.7;

/** Two to four sentences of the call that together cover most of it, in the order they were said. */
export function summarise(turns: readonly Turn[], { sentences = 4 }: { sentences?: number } = {}): SummarySentence[] {
  const candidates = candidatesOf(turns);
  const wanted = Math.min(sentences, Math.max(2, Math.ceil(candidates.length / 4)));
  const chosen: Candidate[] = [];
  const names = new Set(turns.map((turn) => turn.speaker.split(/\s+/)[0] ?? ''));
  while (chosen.length < wanted) {
    const next = best(candidates, chosen);
    if (!next) break;
    chosen.push(next);
  }
  return chosen
    .sort((a, b) => a.place - b.place || a.span.start - b.span.start)
    .map(({ span, speaker, text }) => ({ text: attributed(speaker, compressed(text), names), spans: [span] }));
}

function candidatesOf(turns: readonly Turn[]): Candidate[] {
  const marked = new Map<string, number>();
  const mark = ({ turn, start }: TurnSpan, worth: number): void => void marked.set(`${turn}:${start}`, worth);
  for (const { span, strength, confidence } of findProfits(turns)) mark(span, 0.35 * strength * confidence);
  for (const { span, confidence } of findObjections(turns)) mark(span, 0.8 * confidence);
  for (const { span, due } of actionItems(turns)) mark(span, due ? NEXT_STEP : NEXT_STEP / 2);
  const documents = new Map<string, number>();
  for (const turn of turns) {
    for (const stem of new Set(contentStems(turn.text))) documents.set(stem, (documents.get(stem) ?? 0) + 1);
  }
  const raw = turns.flatMap((turn, at) =>
    isBackChannel(turn.text) ? [] : sentenceCandidates(turn, at, turns.length, documents, marked),
  );
  return raw.sort((a, b) => b.score - a.score).slice(0, MOST_CANDIDATES);
}

function sentenceCandidates(
  turn: Turn,
  at: number,
  total: number,
  documents: ReadonlyMap<string, number>,
  marked: ReadonlyMap<string, number>,
): Candidate[] {
  return sentencesOf(turn.text).flatMap(({ start, end }) => {
    const text = turn.text.slice(start, end);
    const words = wordsOf(text).length;
    if (words < SHORTEST_WORDS || words > LONGEST_WORDS || text.trimEnd().endsWith('?')) return [];
    const stems = new Set(contentStems(text));
    if (stems.size < 2) return [];
    // A word said in several turns is what the call is about; one said in most of them says nothing.
    const about = [...stems].reduce((sum, stem) => sum + centrality(documents.get(stem) ?? 1, total), 0);
    const worth = [...marked].reduce(
      (sum, [key, value]) => (within(key, turn.index, start, end) ? Math.max(sum, value) : sum),
      0,
    );
    const decision = decides.test(plain(text)) ? 0.5 : 0;
    const said = compressed(text);
    const counted = numbers.test(said) ? 0.25 : 0;
    // What points back at words that are not quoted is no sentence to read alone.
    const points = dangling.test(said) ? 0.6 : 0;
    const score = about / Math.sqrt(words + 4) + worth + decision + counted - points;
    return [
      {
        span: { turn: turn.index, start, end },
        speaker: turn.speaker,
        text,
        stems,
        score,
        place: total > 1 ? at / (total - 1) : 0,
      },
    ];
  });
}

function within(key: string, turn: number, start: number, end: number): boolean {
  const [place, offset] = key.split(':').map(Number);
  return place === turn && offset !== undefined && offset >= start && offset < end;
}

function centrality(turnsWithWord: number, total: number): number {
  if (turnsWithWord < 2) return 0.15;
  return Math.log2(1 + turnsWithWord) * Math.log2(1 + total / turnsWithWord) * 0.12;
}

/** The most telling sentence that repeats little of the chosen ones and does not crowd their part of the call. */
function best(candidates: readonly Candidate[], chosen: readonly Candidate[]): Candidate | null {
  let top: { candidate: Candidate; value: number } | null = null;
  for (const candidate of candidates) {
    if (chosen.includes(candidate)) continue;
    const repeats = Math.max(0, ...chosen.map((other) => overlap(candidate.stems, other.stems)));
    const near = Math.max(0, ...chosen.map((other) => 1 - Math.min(1, Math.abs(candidate.place - other.place) / 0.15)));
    const value = candidate.score - repeats * 1.2 - near * 0.5;
    if (!top || value > top.value) top = { candidate, value };
  }
  return top?.candidate ?? null;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

/** Who said it goes before the words, unless they tell of somebody by name and nobody speaks of himself in them. */
function attributed(speaker: string, text: string, names: ReadonlySet<string>): string {
  const namesSomebody = (text.match(/\p{Lu}\p{L}+/gu) ?? []).some((word) => names.has(word));
  return namesSomebody && !firstPerson.test(text) ? text : `${speaker}: ${text}`;
}

function compressed(sentence: string): string {
  const text = plain(sentence).replace(/\s+/g, ' ').replace(opening, '').replace(inner, '').trim();
  const first = text.codePointAt(0);
  if (first === undefined) return plain(sentence);
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + text.slice(letter.length);
}
