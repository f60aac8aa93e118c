import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { parseClock } from './clock.ts';
import { unreadableTime } from './cue-times.ts';
import { firstOf, isObject, readAs } from './json.ts';
import type { ParsedCall, ParsedParticipant, ParsedSegment } from './parsed-call.ts';
import { withSpeakers } from './participants.ts';
import { IsoTime, millisecondsBetween, present } from './source-facts.ts';
import type { JsonFormat } from './transcript-format.ts';

const Line = z.object({
  speaker: z
    .object({ display_name: z.string().nullish(), matched_calendar_invitee_email: z.string().nullish() })
    .nullish(),
  text: z.string().nullish(),
  timestamp: z.string().nullish(),
});

const Invitee = z.object({
  name: z.string().nullish(),
  matched_speaker_display_name: z.string().nullish(),
  email: z.string().nullish(),
  is_external: z.boolean().nullish(),
});

const ActionItem = z.object({
  description: z.string(),
  completed: z.boolean().nullish(),
  assignee: z.object({ name: z.string().nullish(), email: z.string().nullish() }).nullish(),
});

const Meeting = z.object({
  title: z.string().nullish(),
  meeting_title: z.string().nullish(),
  recording_id: z.union([z.number(), z.string()]).nullish(),
  url: z.string().nullish(),
  share_url: z.string().nullish(),
  scheduled_start_time: IsoTime.nullish(),
  recording_start_time: IsoTime.nullish(),
  recording_end_time: IsoTime.nullish(),
  transcript_language: z.string().nullish(),
  transcript: z.array(Line).nullish(),
  default_summary: z.object({ markdown_formatted: z.string().nullish() }).nullish(),
  action_items: z.array(ActionItem).nullish(),
  calendar_invitees: z.array(Invitee).nullish(),
});

type Meeting = z.infer<typeof Meeting>;

function readLine({ speaker, text, timestamp }: z.infer<typeof Line>, where: string): ParsedSegment | null {
  const startMs = timestamp == null ? null : parseClock(timestamp.trim());
  if (timestamp != null && startMs === null)
    throw unreadableTime('fathom', undefined, `${where}.timestamp: ${timestamp}`, '"00:01:05"');
  const cleaned = cleanText(text ?? '');
  if (!cleaned) return null;
  return {
    startMs,
    endMs: null,
    speaker: cleanText(speaker?.display_name ?? '') || null,
    text: cleaned,
    rawText: text ?? '',
  };
}

/** Invitees, with the addresses that Fathom matched to speakers. */
function readPeople({ calendar_invitees, transcript }: Meeting): ParsedParticipant[] {
  const invited = (calendar_invitees ?? []).flatMap(({ name, matched_speaker_display_name, email, is_external }) => {
    const shown = matched_speaker_display_name || name || email;
    return shown ? [{ name: shown, ...present({ email, isExternal: is_external }) }] : [];
  });
  const known = new Set(invited.map(({ name }) => name));
  const matched = new Map<string, ParsedParticipant>();
  for (const { speaker } of transcript ?? []) {
    const name = cleanText(speaker?.display_name ?? '');
    if (name && !known.has(name))
      matched.set(name, { name, ...present({ email: speaker?.matched_calendar_invitee_email }) });
  }
  return [...invited, ...matched.values()];
}

function readMeeting(meeting: Meeting, where: string): ParsedCall {
  const segments = (meeting.transcript ?? []).flatMap((line, at) => readLine(line, `${where}transcript[${at}]`) ?? []);
  const facts = present({
    title: meeting.title || meeting.meeting_title,
    sourceId: meeting.recording_id == null ? null : String(meeting.recording_id),
    sourceUrl: meeting.url ?? meeting.share_url,
    startedAt: meeting.recording_start_time ?? meeting.scheduled_start_time,
    durationMs: millisecondsBetween(meeting.recording_start_time, meeting.recording_end_time),
    language: meeting.transcript_language,
    summary: meeting.default_summary?.markdown_formatted,
    actionItems: meeting.action_items?.map(({ description, completed, assignee }) => ({
      text: description,
      ...present({ assignee: assignee?.name || assignee?.email, isDone: completed }),
    })),
  });
  return {
    format: 'fathom',
    source: 'fathom',
    ...facts,
    participants: withSpeakers(readPeople(meeting), segments),
    segments,
  };
}

function isMeeting(value: unknown): boolean {
  if (!isObject(value)) return false;
  if ('recording_id' in value || 'recorded_by' in value) return true;
  const line = firstOf(value, 'transcript');
  return isObject(line) && 'timestamp' in line && isObject(line.speaker) && 'display_name' in line.speaker;
}

/**
 * Fathom's meetings: one, as its webhook sends it, or a listing with `items[]`. Only starts are given, in whole seconds.
 * A meeting of a listing whose transcript was not asked for is a call without words.
 */
export const fathom: JsonFormat = {
  name: 'fathom',
  recognises: (value) =>
    isMeeting(value) ||
    isMeeting(firstOf(value, 'items')) ||
    (Array.isArray(value) && isMeeting((value as unknown[])[0])),
  read(value): ParsedCall[] {
    if (isMeeting(value)) return [readMeeting(readAs('fathom', Meeting, value), '')];
    const listing = readAs(
      'fathom',
      z.object({ items: z.array(Meeting) }),
      Array.isArray(value) ? { items: value as unknown[] } : value,
    );
    return listing.items.map((item, at) => readMeeting(item, `items[${at}].`));
  },
};
