import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readAll, readOne, timesOf } from './fixtures/parsing.ts';

const meeting = {
  title: 'Oven review',
  recording_id: 71,
  url: 'https://fathom.video/calls/71',
  recording_start_time: '2024-01-05T09:00:03Z',
  recording_end_time: '2024-01-05T09:10:03Z',
  transcript_language: 'en',
  transcript: [
    {
      speaker: { display_name: 'Ann Lee', matched_calendar_invitee_email: 'ann@x.example' },
      text: 'It&#39;s hot.',
      timestamp: '00:00:02',
    },
    { speaker: { display_name: 'Bo', matched_calendar_invitee_email: null }, text: 'Yes.', timestamp: '01:00:05' },
    { speaker: null, text: ' ', timestamp: '01:00:06' },
  ],
  default_summary: { template_name: 'general', markdown_formatted: '## Heat' },
  action_items: [{ description: 'Call', completed: true, assignee: { name: 'Bo', email: null } }],
  calendar_invitees: [
    { name: 'A. Lee', matched_speaker_display_name: 'Ann Lee', email: 'ann@x.example', is_external: false },
    { name: null, email: 'cy@y.example', is_external: true },
  ],
};

describe('Fathom', () => {
  it('reads one meeting with its people, summary and action items', () => {
    const call = readOne(JSON.stringify(meeting));
    expect(linesOf(call)).toEqual(["Ann Lee: It's hot.", 'Bo: Yes.']);
    expect(timesOf(call)).toEqual([
      [2000, null],
      [3_605_000, null],
    ]);
    expect(call).toMatchObject({
      title: 'Oven review',
      sourceId: '71',
      sourceUrl: 'https://fathom.video/calls/71',
      startedAt: '2024-01-05T09:00:03.000Z',
      durationMs: 600_000,
      language: 'en',
      summary: '## Heat',
      actionItems: [{ text: 'Call', assignee: 'Bo', isDone: true }],
      participants: [
        { name: 'Ann Lee', email: 'ann@x.example', isExternal: false },
        { name: 'cy@y.example', email: 'cy@y.example', isExternal: true },
        { name: 'Bo' },
      ],
    });
  });

  it('reads every meeting of a listing; one without a transcript is a call without words', () => {
    const calls = readAll(
      JSON.stringify({ items: [meeting, { ...meeting, recording_id: 72, transcript: null }], next_cursor: 'x' }),
    );
    expect(calls.map(({ sourceId, segments }) => [sourceId, segments.length])).toEqual([
      ['71', 2],
      ['72', 0],
    ]);
  });

  it('refuses a listing without any words, and a time that is none', () => {
    expect(problemOf(JSON.stringify({ items: [{ ...meeting, transcript: null }] }))).toMatchObject({
      code: 'no_words',
      format: 'fathom',
    });
    const broken = { ...meeting, transcript: [{ ...meeting.transcript[0], timestamp: 'soon' }] };
    expect(problemOf(JSON.stringify({ items: [broken] })).message).toMatch(
      /items\[0\]\.transcript\[0\]\.timestamp: soon/,
    );
  });
});
