import * as chrono from 'chrono-node';
import actionData from './data/en/action-items.json' with { type: 'json' };
import { clausesOf, withoutTrail } from './language/clauses.ts';
import { compilePattern, type Pattern } from './language/rules.ts';
import { sentencesOf } from './language/sentences.ts';
import { plain } from './language/text.ts';
import { contentStems } from './language/words.ts';
import { spokenDay } from './spoken-day.ts';
import { statementOf } from './statement.ts';
import type { Turn, TurnSpan } from '../features/transcripts/turn.ts';

export interface DueDate {
  /** As said: "by Thursday". */
  text: string;
  /** `YYYY-MM-DD`, reckoned from when the call started; null where that is unknown. */
  date: string | null;
}

export interface ActionItem {
  /** A title from the speaker's own words, at most 70 characters. */
  text: string;
  /** Speaker name, or null where nobody was named. */
  assignee: string | null;
  due: DueDate | null;
  span: TurnSpan;
}

const { macros } = actionData;
const compile = (patterns: readonly string[]): Pattern => compilePattern(patterns.join('|'), macros);
const promise = compile(actionData.promises);
const promiseByDate = compile(actionData.promisesByDate);
const request = compile(actionData.requests);
const imperative = compile(actionData.imperatives.map((pattern) => `^(?:${pattern})`));
const imperativeByDate = compile(actionData.imperativesByDate.map((pattern) => `^(?:${pattern})`));
const notPromise = compile(actionData.notPromises);
const work = compile([`(?:will|'ll|is going to|please) (?:{work})`]);
const lead = new RegExp(actionData.lead, 'i');
const named = /^(?:[Aa]nd )?(\p{Lu}\p{Ll}+)(?=,? (?:will|please|is going to)\b|['\u2019]ll\b|, \p{Ll})/u;
const notNames = new Set([
  'He',
  'She',
  'It',
  'They',
  'We',
  'You',
  'That',
  'This',
  'There',
  'Who',
  'Nobody',
  'Somebody',
]);
const thirdPerson = /^(?:he|she)(?: will|['\u2019]ll)\b/i;
const byWord = /(?:by|before|until|on|in|at|no later than)(?: the)?\s*$/i;
const SHORTEST_WORDS = 4;
const vagueDate = /^(?:now|right now|today's|just now|second|a second|a minute|minute)$/i;
/** Said again at the end of a call, a promise shares this much of its words with the first time. */
const SAME = 0.6;

/** What was promised, assigned or asked for. `startedAt` lets spoken dates resolve to days. */
export function actionItems(turns: readonly Turn[], { startedAt }: { startedAt?: Date } = {}): ActionItem[] {
  const names = [...new Set(turns.map(({ speaker }) => speaker).filter((name) => name.trim() !== ''))];
  const items = turns.flatMap((turn, at) =>
    sentencesOf(turn.text).flatMap((sentence) =>
      clausesOf(turn.text, sentence).flatMap((clause): ActionItem[] => {
        const words = turn.text.slice(clause.start, clause.end);
        const due = dueOf(words, startedAt);
        const found = assigned(plain(words), due !== null, turn, turns[at + 1], names);
        if (!found) return [];
        // "I'll do it" alone names no work.
        if (due === null && words.split(' ').length < SHORTEST_WORDS) return [];
        const span = { turn: turn.index, ...withoutTrail(turn.text, clause) };
        return [{ text: statementOf(turn.text.slice(span.start, span.end)), assignee: found.assignee, due, span }];
      }),
    ),
  );
  return withoutRepeats(items);
}

/** A promise said again is one; the time with a date stands for it. */
function withoutRepeats(items: readonly ActionItem[]): ActionItem[] {
  const kept: (ActionItem & { stems: Set<string> })[] = [];
  for (const item of items) {
    const stems = new Set(contentStems(item.text));
    const same = kept.find((other) => other.assignee === item.assignee && shared(other.stems, stems) >= SAME);
    if (!same) kept.push({ ...item, stems });
    else if (!same.due && item.due) kept[kept.indexOf(same)] = { ...item, stems };
  }
  return kept.map(({ stems: _stems, ...item }) => item);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least < 2 ? 0 : [...a].filter((stem) => b.has(stem)).length / least;
}

function assigned(
  clause: string,
  isDated: boolean,
  turn: Turn,
  next: Turn | undefined,
  names: readonly string[],
): { assignee: string | null } | null {
  const said = clause.replace(lead, '');
  if (notPromise.test(said)) return null;
  const asks = said.endsWith('?');
  if (!asks && (promise.test(said) || (isDated && promiseByDate.test(said)))) return { assignee: turn.speaker || null };
  const other = next && next.speakerId !== turn.speakerId ? next.speaker : null;
  const [whole = '', name = ''] = named.exec(said) ?? [];
  if (name && !notNames.has(name)) {
    const rest = said.slice(whole.length).replace(/^, /, '');
    const isWork = work.test(rest) || imperative.test(rest) || (isDated && imperativeByDate.test(rest));
    if (isWork && !asks) return { assignee: fullName(name, names) };
  }
  if (isDated && thirdPerson.test(said) && work.test(said)) return { assignee: lastNamed(turn.text, clause, names) };
  if (request.test(said)) return { assignee: other };
  if (!asks && (imperative.test(said) || (isDated && imperativeByDate.test(said)))) return { assignee: other };
  return null;
}

/** Whoever of the call bears a first name, else the name itself: work is also given to those who are not there. */
const fullName = (first: string, names: readonly string[]): string =>
  names.find((name) => name === first || name.startsWith(`${first} `)) ?? first;

/** The person named last before a clause that says only "he'll" or "she'll". */
function lastNamed(text: string, clause: string, names: readonly string[]): string | null {
  const before = text.slice(0, Math.max(0, plain(text).indexOf(clause)));
  const places = names.map((name) => ({ name, at: before.lastIndexOf(name.split(/\s+/)[0] ?? name) }));
  const [last] = places.filter(({ at }) => at >= 0).sort((a, b) => b.at - a.at);
  return last?.name ?? null;
}

function dueOf(clause: string, startedAt: Date | undefined): DueDate | null {
  const spoken = spokenDay(clause, startedAt);
  if (spoken) return spoken;
  const reference = startedAt ?? new Date(Date.UTC(2000, 0, 3));
  const [found] = chrono.en.GB.parse(clause, { instant: reference, timezone: 0 }, { forwardDate: true });
  if (!found || vagueDate.test(found.text)) return null;
  const lead = byWord.exec(clause.slice(0, found.index))?.[0] ?? '';
  const text = clause.slice(found.index - lead.length, found.index + found.text.length).trim();
  return { text, date: startedAt ? dayOf(found.start) : null };
}

function dayOf(parsed: chrono.ParsedComponents): string {
  const part = (name: 'year' | 'month' | 'day'): string =>
    String(parsed.get(name) ?? 1).padStart(name === 'year' ? 4 : 2, '0');
  return `${part('year')}-${part('month')}-${part('day')}`;
}
