import { clock } from './timing.ts';
import type { Label, RenderedCall, TimedTurn } from './types.ts';

interface Labelled<T extends Label['type']> {
  turn: TimedTurn;
  label: Extract<Label, { type: T }>;
}

function labelled<T extends Label['type']>(call: RenderedCall, type: T): Labelled<T>[] {
  return call.turns.flatMap((turn) =>
    turn.labels
      .filter((label): label is Extract<Label, { type: T }> => label.type === type)
      .map((label) => ({ turn, label })),
  );
}

/** The labels as data, so that an extractor can be scored against them. */
export function factsJson(calls: RenderedCall[]): object {
  return calls.map((call) => ({
    file: call.file,
    outcome: call.outcome,
    words: call.words,
    turns: call.turns.length,
    labels: call.turns.flatMap((turn) =>
      turn.labels.map((label) => ({ turn: turn.index, startMs: turn.startMs, speaker: turn.speaker.name, ...label })),
    ),
  }));
}

export function factsMarkdown(calls: RenderedCall[]): string {
  const intro = `# What a person hears in these calls

Labels set by the author of each call while writing it; they live in \`source/\` and this page is rendered from there.
Turns count from 0 in the source; times are starts. Reactions: what the buyer did after the reply.
A sales call is one with an outcome of won, lost or open.
`;
  return [intro, fourthQuarter(calls), ...calls.map(callFacts)].join('\n');
}

function fourthQuarter(calls: RenderedCall[]): string {
  const sales = calls.filter(
    (call) => call.tenant === 'northbeam' && call.outcome !== null && call.startedAt >= '2026-10-01',
  );
  const kinds = new Map<string, { said: number; calls: Set<string> }>();
  for (const call of sales) {
    for (const { label } of labelled(call, 'objection')) {
      const entry = kinds.get(label.kind) ?? { said: 0, calls: new Set<string>() };
      entry.said += 1;
      entry.calls.add(call.name);
      kinds.set(label.kind, entry);
    }
  }
  const rows = [...kinds]
    .sort(([, a], [, b]) => b.said - a.said || b.calls.size - a.calls.size)
    .map(([kind, entry]) => `| ${kind} | ${entry.said} | ${entry.calls.size} |`);
  return [
    `## Objections over the ${sales.length} sales calls of Q4 2026 (Northbeam)\n`,
    '| Kind | Heard | Calls |\n|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function callFacts(call: RenderedCall): string {
  const at = (turn: TimedTurn): string => `${clock(turn.startMs)}, turn ${turn.index}, ${turn.speaker.name}`;
  const objections = labelled(call, 'objection').map(
    ({ turn, label }) =>
      `- ${label.kind} (${at(turn)}): "${turn.text}" Reply: ${label.reply || 'none'}. Reaction: ${label.reaction}.`,
  );
  const profits = labelled(call, 'profits').map(
    ({ turn, label }) => `- ${label.element} ${label.statement} (${at(turn)}): "${label.quote}"`,
  );
  const actions = labelled(call, 'action').map(
    ({ turn, label }) => `- ${label.owner}: ${label.what}, ${label.due} (${at(turn)})`,
  );
  const part = (title: string, lines: string[]): string =>
    lines.length ? `\n${title}\n\n${lines.join('\n')}\n` : `\n${title}: none.\n`;
  return [
    `## ${call.title}\n\n`,
    `\`${call.file}\`, ${call.startedAt}, ${clock(call.durationMs)}, ${call.turns.length} turns, ${call.words} words. `,
    `Outcome: ${call.outcome ?? 'none'}.\n`,
    part('Objections', objections),
    part('PROFITS', profits),
    part('Action items', actions),
  ].join('');
}
