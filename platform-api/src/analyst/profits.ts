import profitsData from './data/en/profits.json' with { type: 'json' };
import toneData from './data/en/tone.json' with { type: 'json' };
import { answersElement, elementsAsked, elicitedWeight } from './elicitation.ts';
import { clausesOf, quotable } from './language/clauses.ts';
import { compilePattern, compileRules, matchRules, noisyOr, type RuleData } from './language/rules.ts';
import { sentencesOf } from './language/sentences.ts';
import { plain, type Range } from './language/text.ts';
import { sidesOf } from './sides.ts';
import { statementOf } from './statement.ts';
import type { Turn, TurnSpan } from '../features/transcripts/turn.ts';

export const PROFITS_ELEMENTS = ['pain', 'results', 'obstacles', 'fears', 'identity', 'triggers', 'success'] as const;
export type ProfitsElement = (typeof PROFITS_ELEMENTS)[number];

export interface ProfitsItem {
  element: ProfitsElement;
  /** A title from the speaker's own words, at most 70 characters. */
  statement: string;
  span: TurnSpan;
  strength: 1 | 2 | 3;
  /** 0-1. */
  confidence: number;
}

interface ProfitsRule extends RuleData {
  element: string;
  strength?: number;
}

const rules = compileRules<ProfitsRule>(profitsData);
const dismissed = compilePattern(toneData.dismissed.join('|'));
const past = compilePattern(toneData.past.join('|'));
const strong = compilePattern(toneData.strong.join('|'));
const hedged = compilePattern(toneData.hedged.join('|'));

const announces = compilePattern(profitsData.announces.join('|'));

const THRESHOLD = 0.5;
/** In long talk in which nobody sells or asks a buyer's questions one sign is not enough. */
const THRESHOLD_ELSEWHERE = 0.67;
const SHORTEST_WORDS = 4;
/** White space, and the fillers left off a quotation, between two sentences in a row. */
const GAP = 12;
const LONGEST = 280;
const LONG_TITLE = 70;
const SHORT_ANNOUNCEMENT = 60;
const SHORTEST_TITLE = 20;

interface Candidate extends ProfitsItem {
  range: Range;
}

/** Pain, Results, Obstacles, Fears, Identity, Triggers and Success as the other side said them, in order. */
export function findProfits(turns: readonly Turn[]): ProfitsItem[] {
  const sides = sidesOf(turns);
  const found: ProfitsItem[] = [];
  let asked: ReadonlySet<string> = new Set();
  turns.forEach((turn, at) => {
    const side = sides.of[at];
    if (side === 'us') {
      const now = elementsAsked(turn.text);
      if (now.size > 0 || turn.text.length > 40) asked = now;
      return;
    }
    if (side !== 'them') return;
    const items = itemsOf(turn, asked);
    found.push(...items.map((item) => ({ ...item, confidence: round(item.confidence * sides.confidence) })));
    if (items.length > 0) asked = new Set();
  });
  const least = sides.isSale ? THRESHOLD : THRESHOLD_ELSEWHERE;
  return found.filter(({ confidence }) => confidence >= least * sides.confidence);
}

function itemsOf(turn: Turn, asked: ReadonlySet<string>): ProfitsItem[] {
  const candidates: Candidate[] = [];
  let answering = asked;
  for (const sentence of sentencesOf(turn.text)) {
    const inside = plain(turn.text.slice(sentence.start, sentence.end));
    if (inside.split(' ').length < SHORTEST_WORDS) continue;
    candidates.push(...candidatesOf(turn, sentence, inside, answering));
    answering = new Set();
  }
  const told = strongestPerPlace(candidates).map((candidate) => carriedOn(turn, candidate));
  return joined(criteria(told)).map(({ range: _range, ...item }) => item);
}

/** "What I'm afraid of is simple." only announces the fear; the sentences after it are the fear. */
function carriedOn(turn: Turn, candidate: Candidate): Candidate {
  const { start, end } = candidate.range;
  if (end - start > SHORT_ANNOUNCEMENT || !announces.test(turn.text.slice(start, end))) return candidate;
  const rest = sentencesOf(turn.text).filter((next) => next.start >= end && next.end - start <= LONGEST);
  const [first] = rest;
  if (!first) return candidate;
  const range = { start, end: rest[rest.length - 1]?.end ?? first.end };
  const statement = statementOf(turn.text.slice(first.start, first.end));
  return { ...candidate, statement, range, span: { ...candidate.span, ...range } };
}

/** A wish right before "then I'd call it done" is what success is measured by. */
function criteria(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate, at) => {
    const next = candidates[at + 1];
    const isMeasure = candidate.element === 'results' && next?.element === 'success';
    return isMeasure && next.range.start - candidate.range.end <= GAP
      ? { ...candidate, element: 'success', confidence: Math.max(candidate.confidence, next.confidence) }
      : candidate;
  });
}

/** Sentences in a row about the same are one item, titled by the surer one. */
function joined(candidates: readonly Candidate[]): Candidate[] {
  const items: Candidate[] = [];
  for (const next of candidates) {
    const last = items.find(
      ({ element, range }) =>
        element === next.element && next.range.start - range.end <= GAP && next.range.end - range.start <= LONGEST,
    );
    if (!last) {
      items.push(next);
      continue;
    }
    const surer = next.confidence > last.confidence ? next : last;
    const range = { start: last.range.start, end: Math.max(last.range.end, next.range.end) };
    items[items.indexOf(last)] = { ...surer, range, span: { ...last.span, ...range } };
  }
  return items;
}

function candidatesOf(turn: Turn, sentence: Range, inside: string, asked: ReadonlySet<string>): Candidate[] {
  const matches = matchRules(rules, turn.text, sentence);
  const doubt = doubtOf(inside);
  return PROFITS_ELEMENTS.flatMap((element): Candidate[] => {
    const own = matches.filter((match) => match.rule.element === element);
    const answers = asked.has(element) && answersElement(element, inside);
    const weights = own.map(({ rule }) => rule.weight);
    if (answers) weights.push(elicitedWeight(element));
    const isQuestion = inside.endsWith('?') && element !== 'fears';
    const confidence = noisyOr(weights) * doubt * (isQuestion ? 0.3 : 1);
    if (confidence < THRESHOLD) return [];
    const match = { start: Math.min(...own.map((m) => m.start)), end: Math.max(...own.map((m) => m.end)) };
    const range = quotable(turn.text, sentence, own.length > 0 ? match : sentence);
    const quote = turn.text.slice(range.start, range.end);
    return [
      {
        element,
        statement: statementOf(titleSource(turn.text, range, own.length > 0 ? match : null)),
        span: { turn: turn.index, ...range },
        strength: strengthOf(own, quote),
        confidence,
        range,
      },
    ];
  });
}

/** Of a long quotation the clauses that say it. */
function titleSource(text: string, range: Range, match: Range | null): string {
  const whole = text.slice(range.start, range.end);
  if (match === null || whole.length <= LONG_TITLE) return whole;
  const telling = clausesOf(text, range).filter(({ start, end }) => end > match.start && start < match.end);
  const words = telling.length > 0 ? text.slice(telling[0]?.start, telling[telling.length - 1]?.end) : whole;
  return words.length >= SHORTEST_TITLE ? words : whole;
}

/** Below 1 where the sentence takes its own matter back: "not a problem", "that's been fixed". */
function doubtOf(sentence: string): number {
  return (dismissed.test(sentence) ? 0.4 : 1) * (past.test(sentence) ? 0.6 : 1);
}

function strengthOf(matches: { rule: ProfitsRule }[], quote: string): 1 | 2 | 3 {
  const base = Math.max(2, ...matches.map(({ rule }) => rule.strength ?? 2));
  const text = plain(quote);
  const strength = (base === 3 ? 2.5 : 2) + (strong.test(text) ? 0.6 : 0) - (hedged.test(text) ? 1 : 0);
  return strength >= 2.6 ? 3 : strength >= 1.6 ? 2 : 1;
}

/** One element per place: a second reading of the same words is kept only when it is nearly as sure as the first. */
function strongestPerPlace(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.confidence - a.confidence)) {
    const rivals = kept.filter(({ range }) => range.start < candidate.range.end && candidate.range.start < range.end);
    if (rivals.length === 0 || (rivals.length === 1 && candidate.confidence >= 0.8)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.range.start - b.range.start);
}

const round = (value: number): number => Math.round(value * 100) / 100;
