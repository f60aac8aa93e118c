import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { findObjections } from '../../platform-api/src/analyst/index.ts';
import type { Turn } from '../../platform-api/src/features/transcripts/turn.ts';

/** One line of a dialogue file: units of talk in order, `turn` and `role` saying which belong together. */
interface Dialogue {
  id: string;
  units: { i: number; turn: number; role: 'persuader' | 'persuadee'; text: string; label?: unknown }[];
}

interface Unit {
  i: number;
  turn: number;
  start: number;
  end: number;
}

/**
 * Reads dialogues (JSON lines) and writes, for every unit of the persuaded side that somebody labelled, whether an
 * objection was found in it. A label's value is never read, only whether there is one to be scored against.
 */
export async function predictObjections(input: string, write: (line: object) => void): Promise<void> {
  const lines = createInterface({ input: createReadStream(input, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const { id, units } = JSON.parse(line) as Dialogue;
    const { turns, places } = turnsOf(units);
    const spans = findObjections(turns).flatMap(({ span, again }) => [span, ...again]);
    for (const unit of units) {
      const place = places.get(unit.i);
      if (unit.role !== 'persuadee' || !unit.label || !place) continue;
      const objection = spans.some(
        (span) => span.turn === place.turn && span.start < place.end && place.start < span.end,
      );
      write({ id, i: unit.i, objection });
    }
  }
}

function turnsOf(units: Dialogue['units']): { turns: Turn[]; places: Map<number, Unit> } {
  const turns: Turn[] = [];
  const places = new Map<number, Unit>();
  for (const { i, role, text } of units) {
    const side = role === 'persuader' ? 'us' : 'them';
    let turn = turns[turns.length - 1];
    if (turn?.side !== side) {
      turn = { index: turns.length, speakerId: role, speaker: role, side, text: '', startMs: null, endMs: null };
      turns.push(turn);
    }
    const start = turn.text === '' ? 0 : turn.text.length + 1;
    turn.text = turn.text === '' ? text : `${turn.text} ${text}`;
    places.set(i, { i, turn: turn.index, start, end: start + text.length });
  }
  return { turns, places };
}
