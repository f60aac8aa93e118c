import { describe, expect, it } from 'vitest';
import { statementOf } from './statement.ts';

describe('statementOf', () => {
  it.each([
    ["Well, um, I think we're losing customers, you know, every week.", "We're losing customers every week"],
    ['honestly, it is a mess', 'It is a mess'],
    ['We lose time because the old system needs a restart after every single order that comes in.', 'We lose time'],
  ])('compresses "%s"', (quote, title) => {
    expect(statementOf(quote).startsWith(title)).toBe(true);
  });

  it('never exceeds 70 characters and is never empty for words', () => {
    for (const quote of [
      'so',
      'Well, well, well.',
      'a'.repeat(300),
      '😀'.repeat(100),
      'word '.repeat(60),
      'the thing is that'.repeat(9),
    ]) {
      const title = statementOf(quote);
      expect(title.length).toBeGreaterThan(0);
      expect(title.length).toBeLessThanOrEqual(70);
      expect(title).not.toMatch(/\p{Surrogate}/u);
    }
  });
});
