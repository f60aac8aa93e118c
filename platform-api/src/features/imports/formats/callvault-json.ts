import { z } from 'zod';
import { isObject, readAs } from './json.ts';
import { ParseProblem } from './parse-problem.ts';
import type { ParsedCall } from './parsed-call.ts';
import type { JsonFormat } from './transcript-format.ts';

const Milliseconds = z.number().int().min(0);

const Segment = z
  .strictObject({
    startMs: Milliseconds.nullable().default(null),
    endMs: Milliseconds.nullable().default(null),
    speaker: z.string().min(1).nullable().default(null),
    text: z.string().min(1),
    rawText: z.string().optional(),
    confidence: z.number().min(0).max(1).optional(),
    startsTurn: z.boolean().optional(),
  })
  .transform((segment) => ({ ...segment, rawText: segment.rawText ?? segment.text }));

/** One call of our own file. Unknown fields are refused: a misspelt one would be lost without a word. */
export const CallVaultCall = z.strictObject({
  format: z.string().min(1).default('callvault'),
  title: z.string().min(1).optional(),
  source: z.string().min(1).default('file'),
  sourceId: z.string().min(1).optional(),
  sourceUrl: z.url().optional(),
  startedAt: z.iso.datetime({ offset: true }).optional(),
  durationMs: Milliseconds.optional(),
  language: z.string().min(1).optional(),
  participants: z
    .array(z.strictObject({ name: z.string().min(1), email: z.email().optional(), isExternal: z.boolean().optional() }))
    .default([]),
  segments: z.array(Segment),
  summary: z.string().optional(),
  actionItems: z
    .array(z.strictObject({ text: z.string().min(1), assignee: z.string().optional(), isDone: z.boolean().optional() }))
    .optional(),
});

/** Our own file: `{ "callvault": 1, "calls": [...] }`, every field of a parsed call, nothing cleaned or guessed. */
export const CallVaultFile = z.strictObject({ callvault: z.literal(1), calls: z.array(CallVaultCall) });

function checkTimes(calls: readonly ParsedCall[]): void {
  calls.forEach(({ segments }, call) => {
    const at = segments.findIndex(({ startMs, endMs }) => startMs !== null && endMs !== null && endMs < startMs);
    if (at < 0) return;
    const reason = `in calls[${call}].segments[${at}] endMs lies before startMs. Correct one of the two and import the file again.`;
    throw new ParseProblem({ code: 'time_order', format: 'callvault', reason });
  });
}

export const callVaultJson: JsonFormat = {
  name: 'callvault',
  recognises: (value) => isObject(value) && 'callvault' in value,
  read(value): ParsedCall[] {
    const { calls } = readAs('callvault', CallVaultFile, value);
    checkTimes(calls);
    return calls;
  },
};
