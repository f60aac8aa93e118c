import { describe, expect, it } from 'vitest';
import { problemOf, readAll } from './fixtures/parsing.ts';
import type { ParsedCall } from './parsed-call.ts';

const call: ParsedCall = {
  format: 'zoom_vtt',
  title: 'Oven review',
  source: 'zoom',
  sourceId: 'z1',
  sourceUrl: 'https://example.com/z1',
  startedAt: '2024-01-05T09:00:00Z',
  durationMs: 600_000,
  language: 'en',
  participants: [{ name: 'Ann Lee', email: 'ann@x.example', isExternal: true }],
  segments: [
    {
      startMs: 0,
      endMs: 1500,
      speaker: 'Ann Lee',
      text: 'Hot & <dry>',
      rawText: 'hot  &amp; dry',
      confidence: 0.5,
      startsTurn: true,
    },
    { startMs: null, endMs: null, speaker: null, text: 'Yes', rawText: 'Yes' },
  ],
  summary: 'Heat.',
  actionItems: [{ text: 'Call', assignee: 'Bo', isDone: false }],
};

const file = (calls: unknown[], callvault: unknown = 1) => JSON.stringify({ callvault, calls });

describe('our own JSON', () => {
  it('carries every field of a call, word for word', () => {
    expect(readAll(file([call, { ...call, sourceId: 'z2' }]))).toEqual([call, { ...call, sourceId: 'z2' }]);
  });

  it('needs nothing but words', () => {
    expect(readAll(file([{ segments: [{ text: 'Hot.' }] }]))).toEqual([
      {
        format: 'callvault',
        source: 'file',
        participants: [],
        segments: [{ startMs: null, endMs: null, speaker: null, text: 'Hot.', rawText: 'Hot.' }],
      },
    ]);
  });

  it('refuses a misspelt field, another version and reversed times by name', () => {
    expect(problemOf(file([{ segments: [{ text: 'a', speeker: 'b' }] }])).message).toMatch(
      /calls\[0\]\.segments\[0\].*speeker/,
    );
    expect(problemOf(file([call], 2)).message).toMatch(/callvault/);
    expect(problemOf(file([{ segments: [{ text: 'a', startMs: 5, endMs: 1 }] }]))).toMatchObject({
      code: 'time_order',
    });
  });
});
