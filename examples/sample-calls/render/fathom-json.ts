import { createHash } from 'node:crypto';
import { stamp } from './cues.ts';
import type { RenderedCall } from './types.ts';

const utc = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** One meeting as Fathom's list of meetings gives it: start times in whole seconds, no ends. */
export function fathomJson(call: RenderedCall): string {
  const start = Date.parse(call.startedAt);
  const end = start + call.durationMs;
  const host = call.people.find((person) => person.side === 'us');
  const recordingId = parseInt(createHash('sha256').update(call.name).digest('hex').slice(0, 7), 16);
  const domain = (email: string): string => email.slice(email.indexOf('@') + 1);
  const meeting = {
    title: call.title,
    meeting_title: call.title,
    recording_id: recordingId,
    url: `https://fathom.video/calls/${recordingId}`,
    share_url: `https://fathom.video/share/${call.name}`,
    created_at: utc(end + 180_000),
    scheduled_start_time: utc(start),
    scheduled_end_time: utc(start + Math.ceil(call.durationMs / 900_000) * 900_000),
    recording_start_time: utc(start),
    recording_end_time: utc(end),
    calendar_invitees_domains_type: 'one_or_more_external',
    transcript_language: 'en',
    transcript: call.turns.map((turn) => ({
      speaker: { display_name: turn.speaker.name, matched_calendar_invitee_email: turn.speaker.email },
      text: turn.text,
      timestamp: stamp(turn.startMs, ''),
    })),
    default_summary: null,
    action_items: null,
    calendar_invitees: call.people.map((person) => ({
      name: person.name,
      matched_speaker_display_name: person.name,
      email: person.email,
      email_domain: domain(person.email),
      is_external: person.side === 'them',
    })),
    recorded_by: host && { name: host.name, email: host.email, email_domain: domain(host.email), team: call.client },
    crm_matches: null,
  };
  return `${JSON.stringify({ limit: 10, next_cursor: null, items: [meeting] }, null, 1)}\n`;
}
