import type { Evidence } from '../../evidence/evidence.ts';
import type { PassageQuery } from '../../ports/search-index.ts';
import { foldText } from '../../text/words.ts';
import type { AnswerLibrary, CallFacts } from './answer-library.ts';
import { counted } from './answer-writer.ts';

/** What a tool may use. All of it belongs to the scope of the answer: no argument of a model can widen it. */
export interface ToolBox {
  library: AnswerLibrary;
  /** Gives words an id by which the model may cite them. */
  offer(evidence: Evidence): string;
}

/** What a tool says: to the model, and on its card. */
export interface ToolResult {
  content: string;
  result: string;
  items: string[];
}

const listedAtMost = 60;
const charactersAtMost = 14_000;

type Search = Omit<PassageQuery, 'callIds' | 'limit' | 'perCall'> & { limit: number; calls?: readonly CallFacts[] };

/** Passages with an id for each turn, and the calls they stand in. */
export async function search(
  { library, offer }: ToolBox,
  { calls = library.calls, ...passageQuery }: Search,
): Promise<ToolResult> {
  const passages = await library.search({
    ...passageQuery,
    callIds: calls.map(({ id }) => id),
    ...(calls.length > 1 ? { perCall: 3 } : {}),
  });
  const parts: string[] = [];
  for (const { callId, turnStart, turnEnd } of passages) {
    const call = library.call(callId);
    if (call) parts.push(`${headline(call)}\n${await turnsOf(library, offer, callId, turnStart, turnEnd)}`);
  }
  const inCalls = [...new Set(passages.map(({ callId }) => callId))];
  return {
    content: parts.length ? clipped(parts.join('\n\n')) : `Nothing found in ${counted(calls.length, 'call')}.`,
    result: `${counted(passages.length, 'passage')} in ${counted(inCalls.length, 'call')}`,
    items: inCalls.map((callId) => library.call(callId)?.title ?? ''),
  };
}

async function turnsOf(
  library: AnswerLibrary,
  offer: ToolBox['offer'],
  callId: string,
  start: number,
  end: number,
): Promise<string> {
  const call = await library.open(callId);
  return call.turns
    .slice(start, end + 1)
    .flatMap(({ index, speaker, side, text }) => {
      const evidence = call.evidence({ turn: index, start: 0, end: text.length });
      return evidence ? [`[${offer(evidence)}] ${speaker} (${side}): ${text}`] : [];
    })
    .join('\n');
}

const headline = ({ id, title, startedAt, client, outcome, tags }: CallFacts) =>
  [
    `Call ${id}: "${title}"`,
    startedAt?.toISOString().slice(0, 10),
    client,
    outcome && `outcome ${outcome}`,
    tags.join(', '),
  ]
    .filter(Boolean)
    .join(' | ');

export const clipped = (text: string) =>
  text.length > charactersAtMost
    ? `${text.slice(0, charactersAtMost)}\n(More was found. Ask more narrowly to see it.)`
    : text;

export function listing(calls: readonly CallFacts[], what: string): ToolResult {
  const shown = calls.slice(0, listedAtMost);
  const rest = calls.length - shown.length;
  const lines = shown.map((call) => `${headline(call)}${call.summary[0] ? `\n  ${call.summary[0].text}` : ''}`);
  return {
    content: clipped(
      `${counted(calls.length, 'call')} ${what}.\n${lines.join('\n')}${rest > 0 ? `\n(and ${rest} more)` : ''}`,
    ),
    result: counted(calls.length, 'call'),
    items: shown.map(({ title }) => title),
  };
}

export const isNamed = (value: string, wanted: readonly string[]) =>
  wanted.some((name) => foldText(value) === foldText(name));

export function within(calls: readonly CallFacts[], { from, to }: { from?: string; to?: string }): CallFacts[] {
  return calls.filter(({ startedAt }) => {
    const on = startedAt?.toISOString().slice(0, 10);
    return on !== undefined && (!from || on >= from) && (!to || on <= to);
  });
}

export const withTags = (calls: readonly CallFacts[], tags: readonly string[]) =>
  calls.filter((call) => call.tags.some((tag) => isNamed(tag, tags)));

export async function details({ library, offer }: ToolBox, callId: string): Promise<string> {
  const call = library.call(callId);
  if (!call) return `There is no call ${callId} in this scope.`;
  const cited = (evidence: readonly Evidence[]) => evidence.map((proof) => `[${offer(proof)}]`).join('');
  const people = call.people.map(({ name, side }) => `${name} (${side})`).join(', ');
  return [
    headline(call),
    `People: ${people}. Sentiment: ${call.sentiment ?? 'unknown'}. Minutes: ${Math.round(call.durationMs / 60_000)}.`,
    ...call.summary.map(({ text, evidence }) => `- ${text} ${cited(evidence)}`),
    ...call.actionItems.map(
      ({ text, assignee, isDone, evidence }) =>
        `- Action${isDone ? ' (done)' : ''}: ${assignee ?? 'nobody'}: ${text} ${cited(evidence ? [evidence] : [])}`,
    ),
  ].join('\n');
}
