import * as chrono from 'chrono-node';
import actionData from './data/en/action-items.json' with { type: 'json' };
import { clausesOf, withoutTrail } from './language/clauses.ts';
import { compilePattern } from './language/rules.ts';
import { sentencesOf } from './language/sentences.ts';
import { plain } from './language/text.ts';
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

const promise = compilePattern(actionData.promises.join('|'));
const request = compilePattern(actionData.requests.join('|'));
const notPromise = compilePattern(actionData.notPromises.join('|'));
const byWord = /(?:by|before|until|on|in|at|no later than)(?: the)?\s*$/i;
const SHORTEST_WORDS = 4;
const vagueDate = /^(?:now|right now|today's|just now|second|a second|a minute|minute)$/i;

/** What was promised, assigned or asked for. `startedAt` lets spoken dates resolve to days. */
export function actionItems(turns: readonly Turn[], { startedAt }: { startedAt?: Date } = {}): ActionItem[] {
  const names = [...new Set(turns.map(({ speaker }) => speaker).filter((name) => name.trim() !== ''))];
  return turns.flatMap((turn, at) =>
    sentencesOf(turn.text).flatMap((sentence) =>
      clausesOf(turn.text, sentence).flatMap((clause): ActionItem[] => {
        const words = turn.text.slice(clause.start, clause.end);
        const found = assigned(plain(words), turn, turns[at + 1], names);
        if (!found) return [];
        const due = dueOf(words, startedAt);
        // "I'll do it" alone names no work.
        if (due === null && words.split(' ').length < SHORTEST_WORDS) return [];
        const span = { turn: turn.index, ...withoutTrail(turn.text, clause) };
        return [
          {
            text: statementOf(turn.text.slice(span.start, span.end)),
            assignee: found.assignee,
            due,
            span,
          },
        ];
      }),
    ),
  );
}

function assigned(
  clause: string,
  turn: Turn,
  next: Turn | undefined,
  names: readonly string[],
): { assignee: string | null } | null {
  if (notPromise.test(clause)) return null;
  if (promise.test(clause) && !clause.endsWith('?')) return { assignee: turn.speaker || null };
  for (const name of names) {
    const first = name.split(/\s+/)[0] ?? name;
    if (first.length > 1 && assignsTo(clause, first)) return { assignee: name };
  }
  if (!request.test(clause)) return null;
  return { assignee: next && next.speakerId !== turn.speakerId ? next.speaker : null };
}

/** "Aiko will chase the banner people", "Clement sends the page round". */
function assignsTo(clause: string, name: string): boolean {
  const at = clause.indexOf(name);
  if (at < 0 || at > 12) return false;
  return /^,? (?:will|'ll|to|is going to|please|sends|writes|calls|checks|books|chases|prepares|updates|takes|does)\b/i.test(
    clause.slice(at + name.length),
  );
}

function dueOf(clause: string, startedAt: Date | undefined): DueDate | null {
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
