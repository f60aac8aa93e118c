import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { checkOrder } from './cue-times.ts';
import { firstOf, isObject, readAs } from './json.ts';
import type { ParsedCall, ParsedSegment } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import { present } from './source-facts.ts';
import type { JsonFormat } from './transcript-format.ts';

const Spoken = z.object({
  text: z.string(),
  start: z.number().min(0),
  end: z.number().min(0),
  confidence: z.number().min(0).max(1).nullish(),
  speaker: z.string().nullish(),
});

const Transcript = z.object({
  id: z.string().nullish(),
  language_code: z.string().nullish(),
  audio_duration: z.number().nullish(),
  utterances: z.array(Spoken).nullish(),
  sentences: z.array(Spoken).nullish(),
});

/** Diarisation labels are single letters, which say little on their own. */
const speakerOf = (label: string | null | undefined): string | null =>
  label ? (label.length <= 2 ? `Speaker ${label}` : label) : null;

function readSpoken({ text, start, end, confidence, speaker }: z.infer<typeof Spoken>, at: number): ParsedSegment[] {
  checkOrder('assemblyai', undefined, Math.round(start), Math.round(end), `in entry ${at + 1} `);
  const cleaned = cleanText(text);
  const times = { startMs: Math.round(start), endMs: Math.round(end) };
  return cleaned
    ? [{ ...times, speaker: speakerOf(speaker), text: cleaned, rawText: text, ...present({ confidence }) }]
    : [];
}

const isSpoken = (value: unknown): boolean => isObject(value) && 'start' in value && 'text' in value;

/** AssemblyAI: a transcript with utterances, or its sentences; milliseconds. */
export const assemblyAi: JsonFormat = {
  name: 'assemblyai',
  recognises: (value) => isSpoken(firstOf(value, 'utterances')) || isSpoken(firstOf(value, 'sentences')),
  read(value): ParsedCall[] {
    const { id, language_code, audio_duration, utterances, sentences } = readAs('assemblyai', Transcript, value);
    const segments = (utterances?.length ? utterances : (sentences ?? [])).flatMap(readSpoken);
    const durationMs = audio_duration == null ? null : Math.round(audio_duration * 1000);
    const facts = present({ sourceId: id, language: language_code, durationMs });
    return [
      { format: 'assemblyai', source: 'assemblyai', ...facts, participants: namedParticipants(segments), segments },
    ];
  },
};
