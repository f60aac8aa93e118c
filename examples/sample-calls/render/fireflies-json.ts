import { sentencesOf } from './cues.ts';
import type { RenderedCall } from './types.ts';

const seconds = (ms: number): number => Math.round(ms / 10) / 100;

/** The answer of Fireflies' `transcript(id)`: sentences in seconds, the duration in minutes. */
export function firefliesJson(call: RenderedCall): string {
  const start = Date.parse(call.startedAt);
  const host = call.people.find((person) => person.side === 'us');
  const sentences = call.turns.flatMap(sentencesOf).map((sentence, index) => ({
    index,
    text: sentence.text,
    raw_text: sentence.text,
    start_time: seconds(sentence.startMs),
    end_time: seconds(sentence.endMs),
    speaker_id: call.people.indexOf(sentence.turn.speaker),
    speaker_name: sentence.turn.speaker.name,
    ai_filters: null,
  }));
  const transcript = {
    id: `sample-${call.name}`,
    title: call.title,
    organizer_email: host?.email,
    host_email: host?.email,
    participants: call.people.map((person) => person.email),
    meeting_attendees: call.people.map((person) => ({
      displayName: person.name,
      email: person.email,
      name: person.name,
      phoneNumber: null,
      location: null,
    })),
    speakers: call.people.map((person, id) => ({ id, name: person.name })),
    date: start,
    dateString: new Date(start).toISOString(),
    duration: Math.round(call.durationMs / 600) / 100,
    transcript_url: `https://app.fireflies.ai/view/sample-${call.name}`,
    audio_url: null,
    video_url: null,
    calendar_id: null,
    meeting_link: null,
    sentences,
    summary: null,
  };
  return `${JSON.stringify({ data: { transcript } }, null, 1)}\n`;
}
