import { parseLabel } from './labels.ts';
import { oneOf } from './one-of.ts';
import type { CallSource, FormatName, Label, Outcome, Person, SourceTurn } from './types.ts';

const formatNames = ['zoom', 'teams', 'meet', 'fathom', 'fireflies', 'otter', 'srt', 'plain', 'callvault'] as const;
const outcomes = ['won', 'lost', 'open', 'null'] as const;

/** `18:47` or `1:02:05` in milliseconds. */
export function parseClock(clock: string): number {
  const parts = clock.split(':').map(Number);
  if (parts.some((part) => !Number.isInteger(part))) throw new Error(`"${clock}" is no time`);
  return parts.reduce((total, part) => total * 60 + part, 0) * 1000;
}

/**
 * Reads one source file: a head of `key: value` lines and people, `---`, then `KEY: words` turns.
 * `@12:06` fixes the start of the next turn, `~20` puts seconds of silence before it, `> ...` labels the turn above.
 */
export function parseSource(text: string, path: string): CallSource {
  const [head = '', body = ''] = text.split(/^---$/m);
  const fields = new Map<string, string>();
  const people: Person[] = [];
  for (const line of head.split('\n').filter(Boolean)) {
    const person = /^(us|them) (\w+) ([^<]+) <([^>]+)> (.+)$/.exec(line);
    if (person) {
      const [, side, key = '', name = '', email = '', role = ''] = person;
      people.push({ key, side: side === 'us' ? 'us' : 'them', name, email, role });
      continue;
    }
    const colon = line.indexOf(':');
    fields.set(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const field = (name: string): string => {
    const value = fields.get(name);
    if (value === undefined) throw new Error(`${path}: the head has no "${name}"`);
    return value;
  };
  const duration = fields.get('duration');
  return {
    title: field('title'),
    format: oneOf<FormatName>(formatNames, field('format'), path),
    startedAt: field('start'),
    ...(duration && { fixedDurationMs: parseClock(duration) }),
    client: field('client'),
    folder: field('folder').split(' / '),
    tags: field('tags').split(', ').filter(Boolean),
    outcome: parseOutcome(field('outcome'), path),
    people,
    turns: parseTurns(body, people, path),
  };
}

function parseTurns(body: string, people: Person[], path: string): SourceTurn[] {
  const turns: SourceTurn[] = [];
  let fixedStartMs: number | undefined;
  let pauseMs = 0;
  for (const line of body.split('\n').filter(Boolean)) {
    const last = turns.at(-1);
    if (line.startsWith('@')) fixedStartMs = parseClock(line.slice(1));
    else if (line.startsWith('~')) pauseMs = Number(line.slice(1)) * 1000;
    else if (line.startsWith('> ') && last) last.labels.push(labelOf(last, line.slice(2), path));
    else {
      const turn = /^(\w+): (.+)$/.exec(line);
      const speaker = people.find((person) => person.key === turn?.[1]);
      if (!turn?.[2] || !speaker) throw new Error(`${path}: nobody speaks in "${line}"`);
      if (last?.speaker === speaker) {
        // A speaker who goes on after a silence is still in one turn, as every importer reads it.
        if (pauseMs === 0) throw new Error(`${path}: two turns of ${speaker.name} in a row at "${line}"`);
        last.text += ` ${turn[2]}`;
        pauseMs = 0;
        continue;
      }
      turns.push({
        index: turns.length,
        speaker,
        text: turn[2],
        ...(fixedStartMs !== undefined && { fixedStartMs }),
        pauseMs,
        labels: [],
      });
      fixedStartMs = undefined;
      pauseMs = 0;
    }
  }
  return turns;
}

/** A label of a turn. Only the other side objects or wants something; a label on our own words is a slip. */
function labelOf(turn: SourceTurn, text: string, path: string): Label {
  const label = parseLabel(text, turn.text, path);
  if (label.type !== 'action' && turn.speaker.side === 'us') throw new Error(`${path}: "${text}" labels our own words`);
  return label;
}

function parseOutcome(value: string, path: string): Outcome {
  const outcome = oneOf(outcomes, value, path);
  return outcome === 'null' ? null : outcome;
}
