import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { EvidenceSegment } from './evidence.ts';
import { EvidenceGate } from './gate.ts';
import { nearQuotes } from './near-quotes.ts';

const data = join(import.meta.dirname, '../../../../shared/data');
const isThere = existsSync(data);

const Turns = z.array(z.object({ speaker: z.coerce.string(), text: z.string() }));
const Line = z.looseObject({
  role: z.coerce.string().optional(),
  speaker: z.string().optional(),
  text: z.string().nullable(),
});

interface Call {
  callId: string;
  segments: EvidenceSegment[];
}

function aCall(callId: string, turns: readonly { speaker: string; text: string }[]): Call {
  const segments = turns.map(({ speaker, text }, index) => ({ index, speakerId: speaker, text, startMs: null }));
  return { callId, segments: segments.filter(({ text }) => text.trim()).map((turn, index) => ({ ...turn, index })) };
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(data, path), 'utf8'));

function meetings(folder: string): Call[] {
  return readdirSync(join(data, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => aCall(`${folder}/${file}`, z.object({ turns: Turns }).parse(json(`${folder}/${file}`)).turns));
}

function dialogues(file: string): Call[] {
  const lines = readFileSync(join(data, 'dialogues', file), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line, index) => {
    const dialogue = z.looseObject({}).parse(JSON.parse(line));
    const turns = z.array(Line).parse(dialogue.turns ?? dialogue.units);
    return aCall(
      `${file}#${index}`,
      turns.map(({ role, speaker, text }) => ({ speaker: role ?? speaker ?? 'unknown', text: text ?? '' })),
    );
  });
}

/** Customer service chats; lines of the kind `action` are what the software did, and nobody's words. */
function serviceChats(): Call[] {
  const chats = z
    .array(z.looseObject({ original: z.array(z.tuple([z.string(), z.string()])) }))
    .parse(json('dialogues/abcd_sample.json'));
  return chats.map(({ original }, index) =>
    aCall(
      `abcd#${index}`,
      original.filter(([speaker]) => speaker !== 'action').map(([speaker, text]) => ({ speaker, text })),
    ),
  );
}

function captions(): Call[] {
  return [aCall('captions', z.object({ turns: Turns }).parse(json('captions/expected_turns.json')).turns)];
}

/** Other typings of the same words. */
const typings: ((words: string) => string)[] = [
  (words) => words,
  (words) => `\n ${words.replace(/\s+/g, '\u00a0\n ')} `,
  (words) => words.normalize('NFD'),
  (words) => words.replace(/'/g, '’').replace(/"/g, '”'),
];

function check(calls: readonly Call[]) {
  const wrong: string[] = [];
  let quotes = 0;
  let forged = 0;
  for (const [at, { callId, segments }] of calls.entries()) {
    const gate = new EvidenceGate([{ callId, revision: 1, segments }]);
    const step = Math.max(1, Math.floor(segments.length / 60));
    for (let index = 0; index < segments.length; index += step) {
      const { text = '', speakerId } = segments[index] ?? {};
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      for (const typing of typings) {
        quotes++;
        const found = gate.admit({ quote: typing(text), speakerId, near: index, callId });
        if (found?.text !== text.trim() || found.segmentStart !== index) wrong.push(`lost ${callId} ${index}: ${text}`);
      }
    }
    const other = calls[(at + 1) % calls.length];
    for (const { kind, text, speakerId } of nearQuotes(
      segments,
      other && other !== calls[at] ? [other.segments] : [],
    )) {
      forged++;
      if (gate.admit({ quote: text, speakerId })) wrong.push(`${kind} let through in ${callId}: ${text}`);
    }
  }
  return { wrong, quotes, forged };
}

describe.skipIf(!isThere)('evidence over real calls (skipped where ../shared/data is absent)', () => {
  it.each([
    ['captions', () => captions()],
    ['meetings', () => meetings('meetings/qmsum')],
    ['earnings calls', () => meetings('meetings/earnings21')],
    ['price negotiations', () => dialogues('craigslist_bargain.jsonl')],
    ['camp negotiations', () => dialogues('casino.jsonl')],
    ['persuasion', () => dialogues('p4g_annotated.jsonl')],
    ['service chats', () => serviceChats()],
  ])('%s: every true quote is found verbatim, every near-quote refused', (_, load) => {
    const { wrong, quotes, forged } = check(load());
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(quotes).toBeGreaterThan(20);
    expect(forged).toBeGreaterThan(100);
  });
});
