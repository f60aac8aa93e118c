import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { predictObjections } from './objections.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

it('writes one line for every labelled unit of the persuaded side, judged in its dialogue', async () => {
  folder = await mkdtemp(join(tmpdir(), 'objections-'));
  const file = join(folder, 'dialogues.jsonl');
  const unit = (i: number, role: string, text: string, label: string | null): object => ({
    i,
    turn: 0,
    role,
    text,
    label,
  });
  const dialogue = {
    id: 'd1',
    units: [
      unit(0, 'persuader', 'The plan is ninety a month.', 'offer'),
      unit(1, 'persuader', 'Would you like to sign up today?', 'ask'),
      unit(2, 'persuadee', 'No, sorry.', 'some-label'),
      unit(3, 'persuadee', 'How are you, by the way?', 'some-label'),
      unit(4, 'persuadee', 'Hm.', null),
    ],
  };
  await writeFile(file, `${JSON.stringify(dialogue)}\n\n`);
  const rows: object[] = [];
  await predictObjections(file, (row) => rows.push(row));
  expect(rows).toEqual([
    { id: 'd1', i: 2, objection: true },
    { id: 'd1', i: 3, objection: false },
  ]);
});
