import { describe, expect, it } from 'vitest';
import { quotable } from './clauses.ts';
import { compilePattern } from './rules.ts';
import { sentencesOf } from './sentences.ts';
import { folded } from './text.ts';

const cut = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('ends sentences before small letters, as chat has them, and after an answer', () => {
    expect(cut('that works fine. i think so! ok? sure')).toEqual(['that works fine.', 'i think so!', 'ok?', 'sure']);
    expect(cut('No. Look, she leaves in April.')).toEqual(['No.', 'Look, she leaves in April.']);
  });

  it('cuts endless speech at commas or words, without losing any', () => {
    const endless = 'and then we went on to the next thing, '.repeat(40).trim();
    const parts = cut(endless);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(400);
    expect(parts.join(' ').split(/\s+/)).toEqual(endless.split(/\s+/));
  });

  it('never cuts through a letter', () => {
    for (const part of cut('😀'.repeat(1000))) expect(part).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('quotable', () => {
  it('takes the clause that matched out of a long sentence', () => {
    const text =
      'We went there in the spring with the whole team and everybody had a good time on the boat, but the warehouse ships the wrong parcels every week, and that is what I wanted to tell you before the others arrive here.';
    const start = text.indexOf('ships');
    const range = quotable(text, { start: 0, end: text.length }, { start, end: start + 5 });
    expect(text.slice(range.start, range.end)).toBe('but the warehouse ships the wrong parcels every week');
  });
});

describe('compilePattern', () => {
  it('reads capitals, typographic apostrophes and dropped apostrophes alike', () => {
    const pattern = compilePattern("don't want");
    for (const text of ["I don't want it", 'I DON\u2019T WANT it', 'i dont want it'])
      expect(pattern.test(text)).toBe(true);
    expect(pattern.test('I don\u2019t wanted')).toBe(false);
  });

  it('keeps offsets where a capital grows when lowered', () => {
    expect(folded('\u0130stanbul NO')).toHaveLength('\u0130stanbul NO'.length);
    expect(compilePattern('no').find('\u0130stanbul NO')).toEqual({ start: 9, end: 11 });
  });

  it('refuses an unknown macro by name', () => {
    expect(() => compilePattern('{nobody} said')).toThrow(/"nobody"/);
  });
});
