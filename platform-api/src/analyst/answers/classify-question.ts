import { isSpeechAct } from '../../text/stop-words.ts';
import questionKinds from '../data/en/question-kinds.json' with { type: 'json' };
import { compilePattern } from '../language/rules.ts';
import { plain } from '../language/text.ts';
import { isVague, wordsOf } from '../language/words.ts';
import { OBJECTION_KINDS, type ObjectionKind } from '../objection-kinds.ts';
import { PROFITS_ELEMENTS, type ProfitsElement } from '../profits.ts';
import { periodOf, type Period } from './period.ts';

interface Common {
  period: Period | null;
  /** What else narrows the calls or the matter, as said: "sales", "pricing", names. */
  filterWords: string[];
}

/** What a question asks for; all but `open` are answered by reading every call in scope. */
export type QuestionClass = Common &
  (
    | { kind: 'top_objections'; n: number; objectionKind: ObjectionKind | null }
    | { kind: 'profits'; elements: ProfitsElement[]; n: number | null }
    | { kind: 'count_calls' | 'which_calls' | 'who_said' | 'changes' | 'compare' | 'commitments' | 'open' }
  );

const DEFAULT_TOP = 3;
const MOST_TOP = 50;
/** What follows is a pasted text, not a question. */
const LONGEST = 600;
const kinds = questionKinds.kinds.map(({ kind, pattern }) => ({
  kind,
  regex: compilePattern(pattern, questionKinds.macros),
}));
const elementWords = PROFITS_ELEMENTS.map((element) => ({
  element,
  regex: compilePattern(questionKinds.elements[element]),
}));
const objectionWords = OBJECTION_KINDS.map((kind) => ({
  kind,
  regex: compilePattern(`${kind.replace('_', ' ')} (?:objections?|concerns?|push-?backs?)`),
}));
const frame = new Set(questionKinds.frame);
const SPELLED = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Tells aggregate questions ("top 3 objections across all my Q4 sales calls") from those about one thing said. */
export function classifyQuestion(question: string, now: Date): QuestionClass {
  const text = plain(question.slice(0, LONGEST));
  const period = periodOf(text, now);
  const found = kinds.find(({ regex }) => regex.test(text))?.kind ?? 'open';
  const n = countIn(text);
  const common = { period, filterWords: filterWordsOf(text, period) };
  if (found === 'top_objections')
    return { kind: found, n: n ?? DEFAULT_TOP, objectionKind: objectionKindIn(text), ...common };
  if (found === 'profits') {
    const elements = elementWords.filter(({ regex }) => regex.test(text)).map(({ element }) => element);
    return { kind: found, elements: elements.length > 0 ? elements : [...PROFITS_ELEMENTS], n, ...common };
  }
  return { kind: isPlainKind(found) ? found : 'open', ...common };
}

type PlainKind = Exclude<QuestionClass['kind'], 'top_objections' | 'profits'>;

const PLAIN_KINDS: readonly string[] = [
  'count_calls',
  'which_calls',
  'who_said',
  'changes',
  'compare',
  'commitments',
  'open',
] satisfies PlainKind[];
const isPlainKind = (kind: string): kind is PlainKind => PLAIN_KINDS.includes(kind);

function countIn(text: string): number | null {
  const match =
    /(?:top|biggest|main|most common|first|best|give me|list|name|the)\s+(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)(?![\d:])/i.exec(
      text,
    );
  const word = match?.[1]?.toLowerCase();
  if (word === undefined) return null;
  const n = SPELLED.includes(word) ? SPELLED.indexOf(word) : Number(word);
  return n >= 1 ? Math.min(n, MOST_TOP) : null;
}

function objectionKindIn(text: string): ObjectionKind | null {
  return objectionWords.find(({ regex }) => regex.test(text))?.kind ?? null;
}

function filterWordsOf(question: string, period: Period | null): string[] {
  return wordsOf(question)
    .filter(({ start, end }) => !period || end <= period.start || start >= period.end)
    .filter(
      ({ form }) =>
        !frame.has(form) &&
        !isSpeechAct(form) &&
        (!isVague(form) || /^\p{N}{3,}/u.test(form)) &&
        !/^\p{N}{1,2}$/u.test(form),
    )
    .map(({ start, end }) => question.slice(start, end));
}
