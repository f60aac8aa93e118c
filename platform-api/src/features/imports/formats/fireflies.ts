import { z } from 'zod';
import { cleanText, squeeze } from './clean-text.ts';
import { checkOrder } from './cue-times.ts';
import { firstOf, isObject, readAs } from './json.ts';
import { ParseProblem } from './parse-problem.ts';
import type { ParsedCall, ParsedParticipant, ParsedSegment } from './parsed-call.ts';
import { withSpeakers } from './participants.ts';
import { present } from './source-facts.ts';
import type { JsonFormat } from './transcript-format.ts';

/** The documentation types times as strings, the SDK as numbers: seconds either way, in milliseconds here. */
const Seconds = z
  .union([z.number(), z.string().regex(/^\d{1,9}(?:\.\d{1,12})?$/, 'expected seconds such as 12.5')])
  .transform((value) => Math.round(Number(value) * 1000))
  .nullish();

const Identifier = z.union([z.number(), z.string()]);

const Sentence = z.object({
  text: z.string().nullish(),
  raw_text: z.string().nullish(),
  start_time: Seconds,
  end_time: Seconds,
  speaker_id: Identifier.nullish(),
  speaker_name: z.string().nullish(),
});

const Attendee = z.object({
  displayName: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
});

const Transcript = z.object({
  id: z.string().nullish(),
  title: z.string().nullish(),
  participants: z.array(z.string()).nullish(),
  meeting_attendees: z.array(Attendee).nullish(),
  speakers: z.array(z.object({ id: Identifier.nullish(), name: z.string().nullish() })).nullish(),
  date: z.union([z.number(), z.string()]).nullish(),
  dateString: z.string().nullish(),
  duration: z.number().nullish(),
  transcript_url: z.string().nullish(),
  sentences: z.array(Sentence).nullish(),
  summary: z
    .object({ overview: z.string().nullish(), action_items: z.union([z.string(), z.array(z.string())]).nullish() })
    .nullish(),
});

type Transcript = z.infer<typeof Transcript>;

function readSegments({ sentences, speakers }: Transcript): ParsedSegment[] {
  const names = new Map((speakers ?? []).map(({ id, name }) => [String(id), name]));
  return (sentences ?? []).flatMap(({ text, raw_text, start_time, end_time, speaker_id, speaker_name }, at) => {
    if (start_time != null && end_time != null)
      checkOrder('fireflies', undefined, start_time, end_time, `in sentences[${at}] `);
    const cleaned = cleanText(text ?? raw_text ?? '');
    const speaker = cleanText(speaker_name ?? names.get(String(speaker_id)) ?? '') || null;
    const segment = {
      startMs: start_time ?? null,
      endMs: end_time ?? null,
      speaker,
      text: cleaned,
      rawText: raw_text ?? text ?? '',
    };
    return cleaned ? [segment] : [];
  });
}

/** Attendees by name, then addresses of invited people that no attendee has. */
function readPeople({ meeting_attendees, participants }: Transcript): ParsedParticipant[] {
  const attendees = (meeting_attendees ?? []).flatMap(({ displayName, name, email }) => {
    const shown = displayName || name || email;
    return shown ? [{ name: shown, ...present({ email }) }] : [];
  });
  const known = new Set(attendees.flatMap((person) => (person.email ? [person.email.toLowerCase()] : [])));
  // Some plans give all addresses as one comma-separated string.
  const addresses = (participants ?? []).flatMap((text) => text.split(',')).map((text) => text.trim());
  const others = addresses.filter((address) => address && !known.has(address.toLowerCase()));
  return [...attendees, ...[...new Set(others)].map((email) => ({ name: email, email }))];
}

/** Action items come as Markdown: a name in bold, and below it what that person does. */
function readActionItems(text: string | readonly string[] | null | undefined): ParsedCall['actionItems'] {
  let assignee: string | undefined;
  const items: NonNullable<ParsedCall['actionItems']> = [];
  for (const line of (typeof text === 'string' ? text.split('\n') : (text ?? [])).map(squeeze)) {
    const heading = /^\*\*([^*]{1,80})\*\*:?$/.exec(line);
    if (heading) assignee = heading[1];
    else if (line)
      items.push({
        text: line.replace(/^[-*•] /, ''),
        ...present({ assignee: assignee === 'Unassigned' ? null : assignee }),
      });
  }
  return items.length ? items : undefined;
}

/** `date` is milliseconds since the epoch; older payloads hold a string. */
function startOf({ date, dateString }: Transcript): string | undefined {
  const time = typeof date === 'number' ? date : Date.parse(dateString ?? date ?? '');
  return Number.isFinite(time) && Math.abs(time) < 8.64e15 ? new Date(time).toISOString() : undefined;
}

function readTranscript(transcript: Transcript): ParsedCall {
  const segments = readSegments(transcript);
  const facts = present({
    title: transcript.title,
    sourceId: transcript.id,
    sourceUrl: transcript.transcript_url,
    startedAt: startOf(transcript),
    durationMs: transcript.duration == null ? null : Math.round(transcript.duration * 60_000),
    summary: transcript.summary?.overview,
    actionItems: readActionItems(transcript.summary?.action_items),
  });
  return {
    format: 'fireflies',
    source: 'fireflies',
    ...facts,
    participants: withSpeakers(readPeople(transcript), segments),
    segments,
  };
}

const isTranscript = (value: unknown): boolean => {
  if (!isObject(value) || !('sentences' in value)) return false;
  const sentence = firstOf(value, 'sentences');
  return isObject(sentence)
    ? 'speaker_name' in sentence || ('start_time' in sentence && 'text' in sentence)
    : 'transcript_url' in value || 'speakers' in value || 'organizer_email' in value;
};

/** The transcripts inside whatever GraphQL wrapped around them. */
function transcriptsIn(value: unknown): unknown[] {
  const data = isObject(value) && isObject(value.data) ? value.data : value;
  if (Array.isArray(data)) return data as unknown[];
  if (!isObject(data)) return [];
  if (Array.isArray(data.transcripts)) return data.transcripts as unknown[];
  return [isObject(data.transcript) ? data.transcript : data];
}

const graphqlError = (value: unknown): string | undefined => {
  const error = firstOf(value, 'errors');
  return isObject(error) && typeof error.message === 'string' ? error.message : undefined;
};

/** Fireflies' GraphQL transcript, bare or as the API answers it; `transcripts` too. */
export const fireflies: JsonFormat = {
  name: 'fireflies',
  recognises: (value) => isTranscript(transcriptsIn(value)[0]) || graphqlError(value) !== undefined,
  read(value): ParsedCall[] {
    const error = graphqlError(value);
    if (error !== undefined) {
      const reason = `the API answered with an error instead of a transcript: "${error.slice(0, 200)}". Fetch the transcript again.`;
      throw new ParseProblem({ code: 'not_a_transcript', format: 'fireflies', reason });
    }
    return readAs('fireflies', z.array(Transcript), transcriptsIn(value)).map(readTranscript);
  },
};
