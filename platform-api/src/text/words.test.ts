import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';
import { stemOf } from './stem.ts';
import { foldText, formsOf, wordsOf } from './words.ts';

describe('wordsOf', () => {
  it('folds case, accents, apostrophes and the English possessive', () => {
    expect(formsOf("Zoë’s CAFÉ didn't smørrebrød Straße")).toEqual(['zoe', 'cafe', 'didnt', 'smorrebrod', 'strasse']);
  });

  it('gives offsets in UTF-16 units, behind emoji and in decomposed letters', () => {
    const text = '😀 cafe\u0301 x';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['cafe\u0301', 'x']);
  });

  it('keeps numbers whole and reads thousands with or without a comma', () => {
    expect(formsOf('1,250.50 and 1250.50, 10:30, 3.5%, Q4')).toEqual([
      '1250.50',
      'and',
      '1250.50',
      '10',
      '30',
      '3.5',
      'q4',
    ]);
  });

  it('cuts scripts without spaces into words', () => {
    expect(formsOf('来週の商談')).toContain('商談');
  });

  it('does not mix up the vowel signs of Indian scripts', () => {
    expect(foldText('की')).not.toBe(foldText('का'));
  });
});

describe('stemOf', () => {
  it('brings the forms of an English word together and leaves other words alone', () => {
    expect(new Set(['price', 'prices', 'priced', 'pricing'].map(stemOf)).size).toBe(1);
    expect(['2024', 'q4', 'цены'].map(stemOf)).toEqual(['2024', 'q4', 'цены']);
  });
});

describe('sentencesOf', () => {
  it('gives exact offsets and does not end a sentence at a title or an initial', () => {
    const text = '  Dr. Smith met J. Doe.  Did it go well? Yes!';
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Dr. Smith met J. Doe.',
      'Did it go well?',
      'Yes!',
    ]);
  });
});
