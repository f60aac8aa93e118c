import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { checkOrder } from './cue-times.ts';
import { isObject, readAs } from './json.ts';
import type { ParsedCall, ParsedSegment } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import type { JsonFormat } from './transcript-format.ts';

const Term = z.object({
  start: z.number().nullish(),
  end: z.number().nullish(),
  text: z.string(),
  type: z.string().nullish(),
});

const Monologue = z.object({
  speaker: z.object({ id: z.union([z.string(), z.number()]).nullish(), name: z.string().nullish() }).nullish(),
  start: z.number().nullish(),
  end: z.number().nullish(),
  terms: z.array(Term).default([]),
});

/** Words stand apart; punctuation belongs to the word before it, unless it opens something. */
function joinTerms(terms: readonly z.infer<typeof Term>[]): string {
  let text = '';
  for (const term of terms) {
    const isAttached = term.type === 'PUNCTUATION' && !/^[([{“‘¿¡]/.test(term.text);
    text += text === '' || isAttached || /[([{“‘¿¡]$/.test(text) ? term.text : ` ${term.text}`;
  }
  return text;
}

const toMs = (seconds: number | null | undefined): number | null =>
  seconds == null ? null : Math.round(seconds * 1000);

function readMonologue({ speaker, terms, ...own }: z.infer<typeof Monologue>, at: number): ParsedSegment[] {
  const rawText = joinTerms(terms);
  const text = cleanText(rawText);
  if (!text) return [];
  const startMs = toMs(terms.find(({ start }) => start != null)?.start ?? own.start);
  const endMs = toMs(terms.findLast(({ end }) => end != null)?.end ?? own.end);
  if (startMs !== null && endMs !== null) checkOrder('gecko', undefined, startMs, endMs, `in monologues[${at}] `);
  return [{ startMs, endMs, speaker: cleanText(speaker?.name ?? String(speaker?.id ?? '')) || null, text, rawText }];
}

/** Gecko 2.0, the annotation format of Gong: monologues of timed words. */
export const gecko: JsonFormat = {
  name: 'gecko',
  recognises: (value) => isObject(value) && Array.isArray(value.monologues),
  read(value): ParsedCall[] {
    const { monologues } = readAs('gecko', z.object({ monologues: z.array(Monologue) }), value);
    const segments = monologues.flatMap(readMonologue);
    return [{ format: 'gecko', source: 'file', participants: namedParticipants(segments), segments }];
  },
};
