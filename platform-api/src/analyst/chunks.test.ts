import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { chunk } from './chunks.ts';
import { aCall, wordsAt } from './labels/build-call.ts';

const sentence = 'The warehouse ships about nine hundred parcels on a normal day, and more in December. ';
const long = aCall(
  Array.from({ length: 60 }, (_, i) => `${i % 2 ? 'them' : 'us'}: ${sentence.repeat(1 + (i % 5)).trim()}`),
);

describe('chunk', () => {
  it('keeps near 500 tokens and counts them as the tokenizer does', () => {
    const chunks = chunk(long);
    expect(chunks.length).toBeGreaterThan(3);
    for (const { text, tokens } of chunks) {
      expect(tokens).toBe(countTokens(text));
      expect(tokens).toBeLessThanOrEqual(560);
    }
    for (const { tokens } of chunks.slice(0, -1)) expect(tokens).toBeGreaterThan(350);
  });

  it('covers every sentence, and repeats at most 100 tokens of the chunk before', () => {
    const chunks = chunk(long);
    for (const turn of long) {
      const spans = chunks.flatMap((one) => one.spans).filter((span) => span.turn === turn.index);
      expect(Math.min(...spans.map(({ start }) => start))).toBe(0);
      expect(Math.max(...spans.map(({ end }) => end))).toBe(turn.text.length);
    }
    chunks.slice(1).forEach((one, i) => {
      const last = chunks[i]?.spans.at(-1) ?? { turn: 0, start: 0, end: 0 };
      const repeated = one.spans
        .filter((span) => span.turn < last.turn || (span.turn === last.turn && span.start < last.end))
        .map((span) => wordsAt(long, { ...span, end: span.turn === last.turn ? last.end : span.end }));
      expect(countTokens(repeated.join(' '))).toBeLessThanOrEqual(100);
    });
  });

  it('cuts at sentence ends', () => {
    for (const { text } of chunk(long)) expect(text.endsWith('.')).toBe(true);
  });

  it('spreads one endless turn without a full stop over chunks below the maximum', () => {
    const chunks = chunk(aCall([`us: ${'so and then we went on '.repeat(2000)}`]));
    expect(chunks.length).toBeGreaterThan(10);
    for (const { tokens } of chunks) expect(tokens).toBeLessThanOrEqual(1200);
  });

  it('makes nothing of nothing, and counts text that looks like a special token', () => {
    expect(chunk([])).toEqual([]);
    expect(chunk(aCall(['us: ', 'them:   ']))).toEqual([]);
    expect(chunk(aCall(['us: They typed <|endoftext|> into the form.']))).toHaveLength(1);
  });
});
