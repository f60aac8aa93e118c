import { describe, expect, it } from 'vitest';
import { hasSpeech, joinTurns } from './index.ts';
import type { ParsedSegment } from './index.ts';

const segment = (speaker: string | null, text: string, more: Partial<ParsedSegment> = {}): ParsedSegment => ({
  startMs: null,
  endMs: null,
  speaker,
  text,
  rawText: text,
  ...more,
});

describe('joinTurns', () => {
  it('joins what one speaker says in a row, from the first start to the last end', () => {
    const turns = joinTurns([
      segment('Ann', 'It is', { startMs: 10, endMs: 20 }),
      segment('Ann', 'hot.', { startMs: 20, endMs: 30 }),
      segment('Bo', 'Yes.', { startMs: 30 }),
      segment('Ann', 'So.', { startMs: 40 }),
    ]);
    expect(turns).toEqual([
      { speaker: 'Ann', text: 'It is hot.', startMs: 10, endMs: 30 },
      { speaker: 'Bo', text: 'Yes.', startMs: 30, endMs: null },
      { speaker: 'Ann', text: 'So.', startMs: 40, endMs: null },
    ]);
  });

  it('joins nameless segments unless the source marks a new turn', () => {
    const turns = joinTurns([segment(null, 'a'), segment(null, 'b'), segment(null, 'c', { startsTurn: true })]);
    expect(turns.map(({ text }) => text)).toEqual(['a b', 'c']);
  });
});

describe('hasSpeech', () => {
  it('is false for silence, sounds and a greeting, true for a sentence or two in any script', () => {
    expect(hasSpeech({ segments: [] })).toBe(false);
    expect(
      hasSpeech({ segments: [segment(null, '[Music] (soft piano music that plays on for a very long while here)')] }),
    ).toBe(false);
    expect(hasSpeech({ segments: [segment('Ann', 'Hello? Can you hear me?')] })).toBe(false);
    expect(hasSpeech({ segments: [segment('Ann', 'We fire the kiln on Monday and it takes two days.')] })).toBe(true);
    expect(hasSpeech({ segments: [segment('Ann', '我们星期一烧窑需要两天时间才能完成所有的工作')] })).toBe(true);
  });
});
