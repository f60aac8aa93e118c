import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readAll, readOne, timesOf } from './fixtures/parsing.ts';

const transcript = {
  id: 'ff1',
  title: 'Oven review',
  participants: ['ann@x.example,cy@y.example'],
  meeting_attendees: [{ displayName: 'Ann Lee', email: 'Ann@x.example', name: null }],
  speakers: [
    { id: 0, name: 'Ann Lee' },
    { id: 1, name: 'Bo' },
  ],
  date: 1704445200000,
  duration: 2.5,
  transcript_url: 'https://app.fireflies.ai/view/ff1',
  sentences: [
    {
      index: 0,
      text: 'It is hot.',
      raw_text: 'It it is hot.',
      start_time: '1.5',
      end_time: 2.25,
      speaker_id: 0,
      speaker_name: 'Ann Lee',
    },
    { index: 1, text: 'Yes.', raw_text: null, start_time: 3, end_time: null, speaker_id: 1, speaker_name: null },
  ],
  summary: { overview: 'Heat.', action_items: '**Bo**\nCall the fitter (00:10)\n\n**Unassigned**\n- Wait' },
};

describe('Fireflies', () => {
  it('reads the answer of the API: times as text or numbers, names by id, words as they were said', () => {
    const call = readOne(JSON.stringify({ data: { transcript } }));
    expect(linesOf(call)).toEqual(['Ann Lee: It is hot.', 'Bo: Yes.']);
    expect(call.segments[0]?.rawText).toBe('It it is hot.');
    expect(timesOf(call)).toEqual([
      [1500, 2250],
      [3000, null],
    ]);
    expect(call).toMatchObject({
      sourceId: 'ff1',
      startedAt: '2024-01-05T09:00:00.000Z',
      durationMs: 150_000,
      summary: 'Heat.',
      actionItems: [{ text: 'Call the fitter (00:10)', assignee: 'Bo' }, { text: 'Wait' }],
      participants: [
        { name: 'Ann Lee', email: 'Ann@x.example' },
        { name: 'cy@y.example', email: 'cy@y.example' },
        { name: 'Bo' },
      ],
    });
  });

  it('reads a bare transcript and a list of them', () => {
    expect(readOne(JSON.stringify(transcript)).sourceId).toBe('ff1');
    expect(
      readAll(JSON.stringify({ data: { transcripts: [transcript, { ...transcript, id: 'ff2', sentences: null }] } })),
    ).toHaveLength(2);
  });

  it('refuses null sentences, errors of the API and reversed times', () => {
    expect(problemOf(JSON.stringify({ data: { transcript: { ...transcript, sentences: null } } }))).toMatchObject({
      code: 'no_words',
    });
    expect(problemOf('{"errors":[{"message":"not found"}],"data":null}').message).toMatch(/"not found"/);
    const reversed = { ...transcript, sentences: [{ ...transcript.sentences[0], end_time: 1 }] };
    expect(problemOf(JSON.stringify(reversed)).message).toMatch(/sentences\[0\]/);
  });
});
