import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

describe('AssemblyAI', () => {
  it('reads utterances, or sentences where there are none', () => {
    const spoken = { text: 'Hot.', start: 10, end: 20, confidence: 0.9, speaker: 'A', words: [] };
    const call = readOne(JSON.stringify({ id: 'x', language_code: 'en_us', audio_duration: 60, utterances: [spoken] }));
    expect(linesOf(call)).toEqual(['Speaker A: Hot.']);
    expect(timesOf(call)).toEqual([[10, 20]]);
    expect(call).toMatchObject({ sourceId: 'x', language: 'en_us', durationMs: 60_000 });
    expect(linesOf(readOne(JSON.stringify({ sentences: [{ ...spoken, speaker: null }] })))).toEqual(['-: Hot.']);
  });
});

describe('Twilio', () => {
  it('reads the sentences of the API and of the SDK', () => {
    const call = readOne(
      JSON.stringify({
        sentences: [
          {
            media_channel: 1,
            sentence_index: 0,
            start_time: '1.5',
            end_time: '2.0',
            transcript: 'Hot.',
            confidence: '0.9',
          },
        ],
      }),
    );
    expect(linesOf(call)).toEqual(['Channel 1: Hot.']);
    expect(timesOf(call)).toEqual([[1500, 2000]]);
    expect(
      linesOf(readOne(JSON.stringify([{ mediaChannel: 2, startTime: 1, endTime: 2, transcript: 'Yes.' }]))),
    ).toEqual(['Channel 2: Yes.']);
    expect(
      problemOf('{"sentences":[{"media_channel":1,"start_time":"x","end_time":2,"transcript":"a"}]}').message,
    ).toMatch(/\[0\]\.start_time/);
  });
});
