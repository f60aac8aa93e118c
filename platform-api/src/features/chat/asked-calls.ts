import type { QuestionClass } from '../../analyst/answers/classify-question.ts';
import { foldText } from '../../text/words.ts';
import type { CallFacts } from './answer-library.ts';
import { counted } from './answer-writer.ts';

/** The calls a question is about, and how to name them: "12 sales calls in Q4 (1 Oct 2026 to 31 Dec 2026)". */
export interface CallsAsked {
  calls: readonly CallFacts[];
  words: string;
}

const salesWord = /^(?:sales|deals?)$/i;
const day = 86_400_000;

/** Kinds that are counted over whole calls; in all others a name is as likely what was talked about. */
const countedOverCalls: readonly QuestionClass['kind'][] = ['top_objections', 'profits', 'commitments'];

/**
 * Narrows the scope to what the question names: its period, sales calls (those with an outcome), and, where calls are
 * counted, a client, tag, person or title. A word that names none of them narrows nothing.
 */
export function askedCalls(
  calls: readonly CallFacts[],
  question: string,
  { kind, period, filterWords }: QuestionClass,
): CallsAsked {
  let asked = period ? calls.filter(({ startedAt }) => isWithin(startedAt, period)) : [...calls];
  const labels: string[] = [];
  const narrow = (matches: (call: CallFacts) => boolean, label: string) => {
    const matching = asked.filter(matches);
    if (!matching.length) return;
    asked = matching;
    labels.push(label);
  };
  for (const word of filterWords) {
    if (salesWord.test(word)) narrow(({ outcome }) => outcome !== null, 'sales');
    else if (countedOverCalls.includes(kind) && asked.some((call) => !isNamed(call, word)))
      narrow((call) => isNamed(call, word), word);
  }
  const adjectives = labels.length ? `${labels.join(' ')} ` : '';
  return {
    calls: asked,
    words: `${counted(asked.length, `${adjectives}call`)}${period ? periodWords(question, period) : ''}`,
  };
}

type Period = NonNullable<QuestionClass['period']>;

function isWithin(at: Date | null, { from, to }: Period): boolean {
  return at !== null && (from === null || at >= from) && (to === null || at < to);
}

function periodWords(question: string, { start, end, from, to }: Period): string {
  const said = question
    .slice(start, end)
    .trim()
    .replace(/^(?:(?:across|in|during|from|over|for|of|all|my|our|the)\s+)+/i, '');
  const dated = (at: Date) =>
    at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const span = [from && dated(from), to && `to ${dated(new Date(to.getTime() - day))}`].filter(Boolean).join(' ');
  return ` ${/^(?:since|before)\b/i.test(said) ? said : `in ${said}`} (${span})`;
}

function isNamed(call: CallFacts, word: string): boolean {
  const wanted = foldText(word);
  if (wanted.length < 3) return false;
  const names = [call.title, call.client ?? '', ...call.tags, ...call.people.map(({ name }) => name)];
  return names.some((name) => ` ${foldText(name)} `.includes(` ${wanted} `));
}
