import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

const entry = (participant: string, text: string, start: string, end: string) => ({
  name: 'conferenceRecords/k1/transcripts/t/entries/1',
  participant: `conferenceRecords/k1/participants/${participant}`,
  text,
  languageCode: 'en-GB',
  startTime: `2024-01-05T09:00:${start}Z`,
  endTime: `2024-01-05T09:00:${end}Z`,
});

const transcriptEntries = [entry('1', 'Hi.', '01', '02.5'), entry('2', 'Yes.', '03', '04')];

describe('Google Meet API entries', () => {
  it('resolves participants and counts from the start of the conference', () => {
    const call = readOne(
      JSON.stringify({
        conferenceRecord: {
          name: 'conferenceRecords/k1',
          startTime: '2024-01-05T09:00:00Z',
          endTime: '2024-01-05T09:10:00Z',
        },
        participants: [
          { name: 'conferenceRecords/k1/participants/1', signedinUser: { displayName: 'Ann Lee' } },
          { name: 'conferenceRecords/k1/participants/2', phoneUser: { displayName: '+44 20' } },
          { name: 'conferenceRecords/k1/participants/3', anonymousUser: { displayName: 'Silent' } },
        ],
        transcriptEntries,
      }),
    );
    expect(linesOf(call)).toEqual(['Ann Lee: Hi.', '+44 20: Yes.']);
    expect(timesOf(call)).toEqual([
      [1000, 2500],
      [3000, 4000],
    ]);
    expect(call).toMatchObject({
      sourceId: 'conferenceRecords/k1',
      startedAt: '2024-01-05T09:00:00.000Z',
      durationMs: 600_000,
      language: 'en-GB',
    });
    expect(call.participants.map(({ name }) => name)).toEqual(['Ann Lee', '+44 20', 'Silent']);
  });

  it('keeps people apart where nobody resolved them, in a bare list too', () => {
    expect(linesOf(readOne(JSON.stringify(transcriptEntries)))).toEqual(['Participant 1: Hi.', 'Participant 2: Yes.']);
  });

  it('refuses one page of several, and times that are none', () => {
    expect(problemOf(JSON.stringify({ transcriptEntries, nextPageToken: 'x' }))).toMatchObject({ code: 'incomplete' });
    const broken = JSON.stringify({ transcriptEntries: [{ ...transcriptEntries[0], startTime: 'yesterday' }] });
    expect(problemOf(broken).message).toMatch(/transcriptEntries\[0\]\.startTime/);
    const reversed = JSON.stringify({ transcriptEntries: [entry('1', 'Hi.', '05', '02')] });
    expect(problemOf(reversed)).toMatchObject({ code: 'time_order' });
  });
});
