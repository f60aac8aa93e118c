import { describe, expect, it } from 'vitest';
import { turnRange } from './turn-range.ts';

const segments = [
  { index: 4, text: 'We like it.' },
  { index: 5, text: 'But the price' },
  { index: 6, text: 'is too high.' },
];
const turn = segments.map(({ text }) => text).join(' ');
const rangeOf = (words: string) => turnRange(segments, turn.indexOf(words), turn.indexOf(words) + words.length);

describe('turnRange', () => {
  it('finds a span inside one segment', () => {
    expect(rangeOf('the price')).toEqual({ segmentStart: 5, segmentEnd: 5, start: 4, end: 13 });
  });

  it('finds a span across segments, and the whole turn', () => {
    expect(rangeOf('price is too')).toEqual({ segmentStart: 5, segmentEnd: 6, start: 8, end: 6 });
    expect(rangeOf(turn)).toEqual({ segmentStart: 4, segmentEnd: 6, start: 0, end: 12 });
  });

  it('lets a span that touches a joining space keep to the words', () => {
    expect(rangeOf(' But the')).toEqual({ segmentStart: 5, segmentEnd: 5, start: 0, end: 7 });
    expect(rangeOf('it. ')).toEqual({ segmentStart: 4, segmentEnd: 4, start: 8, end: 11 });
  });

  it('refuses what is empty or outside', () => {
    expect(turnRange(segments, 3, 3)).toBeNull();
    expect(turnRange(segments, -1, 3)).toBeNull();
    expect(turnRange(segments, 3, 999)).toBeNull();
    expect(turnRange([], 0, 1)).toBeNull();
  });
});
