import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { checkOrder } from './cue-times.ts';
import { firstOf, isObject, readAs } from './json.ts';
import type { ParsedCall, ParsedSegment } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import { present } from './source-facts.ts';
import type { JsonFormat } from './transcript-format.ts';

const Seconds = z
  .union([z.number(), z.string().regex(/^\d{1,9}(?:\.\d{1,12})?$/, 'expected seconds such as 12.5')])
  .transform(Number);

const Sentence = z.object({
  media_channel: z.number().nullish(),
  start_time: Seconds,
  end_time: Seconds,
  transcript: z.string(),
  confidence: z.coerce.number().min(0).max(1).nullish(),
  transcript_sid: z.string().nullish(),
});

/** The REST API writes `media_channel`, the SDK `mediaChannel`. */
const snakeCase = (value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, field]) => [
          key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          field,
        ]),
      )
    : value;

function readSentence(
  { media_channel, start_time, end_time, transcript, confidence }: z.infer<typeof Sentence>,
  at: number,
): ParsedSegment[] {
  const times = { startMs: Math.round(start_time * 1000), endMs: Math.round(end_time * 1000) };
  checkOrder('twilio', undefined, times.startMs, times.endMs, `in sentences[${at}] `);
  const text = cleanText(transcript);
  const speaker = media_channel == null ? null : `Channel ${media_channel}`;
  return text ? [{ ...times, speaker, text, rawText: transcript, ...present({ confidence }) }] : [];
}

const listIn = (value: unknown): unknown[] => {
  const list = isObject(value) ? value.sentences : value;
  return Array.isArray(list) ? (list as unknown[]) : [];
};

/** Sentences of Twilio Conversational Intelligence; the channel is all that tells the speakers apart. */
export const twilio: JsonFormat = {
  name: 'twilio',
  recognises(value) {
    const first = firstOf({ list: listIn(value) }, 'list');
    return isObject(first) && 'transcript' in first && ('mediaChannel' in first || 'media_channel' in first);
  },
  read(value): ParsedCall[] {
    const sentences = readAs('twilio', z.array(Sentence), listIn(value).map(snakeCase));
    const segments = sentences.flatMap(readSentence);
    const facts = present({ sourceId: sentences[0]?.transcript_sid });
    return [{ format: 'twilio', source: 'twilio', ...facts, participants: namedParticipants(segments), segments }];
  },
};
