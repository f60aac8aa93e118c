import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { predictCaptions } from './captions.ts';

const captions = join(import.meta.dirname, '../../../shared/data/captions');

it.skipIf(!existsSync(captions))('predicts one line for every file (skipped where ../shared is absent)', async () => {
  const rows = new Map<string, { turns?: unknown[]; error?: string }>();
  await predictCaptions(captions, (row) => {
    const { file, ...rest } = row as { file: string; turns?: unknown[]; error?: string };
    rows.set(file, rest);
  });
  const named = [...rows].filter(([file]) => /zoom|teams|meet|fathom|fireflies|otter|gecko/.test(file));
  expect(named).toHaveLength(8);
  for (const [file, { turns }] of named) expect(turns, file).toHaveLength(14);
  expect(rows.get('captions_nospeaker.srt')?.turns).toHaveLength(1);
  expect(rows.get('expected_turns.json')?.error).toMatch(/not of a transcript/);
});
