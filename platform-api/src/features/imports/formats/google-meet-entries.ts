import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { firstOf, isObject, readAs } from './json.ts';
import { ParseProblem } from './parse-problem.ts';
import type { ParsedCall, ParsedSegment } from './parsed-call.ts';
import { withSpeakers } from './participants.ts';
import { IsoTime, millisecondsBetween, present } from './source-facts.ts';
import type { JsonFormat } from './transcript-format.ts';

const FORMAT = 'google_meet_api';

const Entry = z.object({
  name: z.string().optional(),
  participant: z.string().optional(),
  text: z.string().default(''),
  languageCode: z.string().optional(),
  startTime: IsoTime,
  endTime: IsoTime.optional(),
});

const User = z.object({ displayName: z.string().optional() }).optional();

const Participant = z.object({ name: z.string(), signedinUser: User, anonymousUser: User, phoneUser: User });

const Times = { startTime: IsoTime.nullish(), endTime: IsoTime.nullish() };

const Meeting = z.object({
  conferenceRecord: z.object({ name: z.string().optional(), ...Times }).optional(),
  participants: z.array(Participant).default([]),
  transcript: z
    .object({
      name: z.string().optional(),
      ...Times,
      docsDestination: z.object({ exportUri: z.string().optional() }).optional(),
    })
    .optional(),
  transcriptEntries: z.array(Entry),
  nextPageToken: z.string().optional(),
});

type Meeting = z.infer<typeof Meeting>;

const displayName = ({ signedinUser, anonymousUser, phoneUser }: z.infer<typeof Participant>): string | undefined =>
  signedinUser?.displayName ?? anonymousUser?.displayName ?? phoneUser?.displayName;

/** Entries name a participant's resource; without the list of participants its last part still keeps people apart. */
function speakerOf(resource: string | undefined, names: ReadonlyMap<string, string>): string | null {
  if (!resource) return null;
  return names.get(resource) ?? `Participant ${resource.slice(resource.lastIndexOf('/') + 1)}`;
}

function readSegments(
  { transcriptEntries }: Meeting,
  base: string | undefined,
  names: ReadonlyMap<string, string>,
): ParsedSegment[] {
  return transcriptEntries.flatMap(({ participant, text, startTime, endTime }, at) => {
    if (endTime !== undefined && endTime < startTime) {
      const reason = `in transcriptEntries[${at}] the end time ${endTime} lies before the start ${startTime}. Correct one of the two.`;
      throw new ParseProblem({ code: 'time_order', format: FORMAT, reason });
    }
    const fromBase = (time: string | undefined): number | null =>
      time === undefined || base === undefined ? null : Math.max(0, Date.parse(time) - Date.parse(base));
    const startMs = fromBase(startTime);
    const endMs = fromBase(endTime);
    const cleaned = cleanText(text);
    return cleaned ? [{ startMs, endMs, speaker: speakerOf(participant, names), text: cleaned, rawText: text }] : [];
  });
}

function readMeeting(meeting: Meeting): ParsedCall {
  const { conferenceRecord, transcript, participants, transcriptEntries } = meeting;
  const named = participants.flatMap((person) => {
    const name = displayName(person);
    return name ? [[person.name, name] as const] : [];
  });
  const times = [conferenceRecord, transcript].find((record) => record?.startTime) ?? undefined;
  const startedAt = times?.startTime ?? transcriptEntries[0]?.startTime;
  const segments = readSegments(meeting, startedAt, new Map(named));
  const resource = conferenceRecord?.name ?? transcript?.name ?? transcriptEntries[0]?.name;
  const facts = present({
    sourceId: resource && /^conferenceRecords\/[^/]+/.exec(resource)?.[0],
    sourceUrl: transcript?.docsDestination?.exportUri,
    startedAt,
    durationMs: millisecondsBetween(times?.startTime, times?.endTime),
    language: transcriptEntries.find(({ languageCode }) => languageCode)?.languageCode,
  });
  const people = [...new Set(named.map(([, name]) => name))].map((name) => ({ name }));
  return { format: FORMAT, source: 'google_meet', ...facts, participants: withSpeakers(people, segments), segments };
}

const isEntry = (value: unknown): boolean =>
  isObject(value) && 'startTime' in value && ('participant' in value || 'languageCode' in value);

/** Entries of the Meet REST API (`conferenceRecords/*\/transcripts/*\/entries`), alone or with the resources around them. */
export const googleMeetEntries: JsonFormat = {
  name: FORMAT,
  recognises: (value) =>
    isEntry(firstOf(value, 'transcriptEntries')) || (Array.isArray(value) && isEntry((value as unknown[])[0])),
  read(value): ParsedCall[] {
    const meeting = readAs(FORMAT, Meeting, Array.isArray(value) ? { transcriptEntries: value as unknown[] } : value);
    if (meeting.nextPageToken) {
      const reason =
        'this is one page of the transcript: it ends with a nextPageToken. Fetch the remaining pages and put all entries into one file.';
      throw new ParseProblem({ code: 'incomplete', format: FORMAT, reason });
    }
    return [readMeeting(meeting)];
  },
};
