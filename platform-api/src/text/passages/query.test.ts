import { describe, expect, it } from 'vitest';
import { fuseRanks, MEANING_WEIGHT } from './fuse.ts';
import { parseQuery } from './query.ts';

const formsIn = (text: string) => parseQuery(text).terms.map(({ form }) => form);

describe('parseQuery', () => {
  it('drops what only makes it a question', () => {
    expect(formsIn('What did Zoë say about the renewal price?')).toEqual(['zoe', 'renewal', 'price']);
    expect(formsIn('Summarise the discussion about onboarding')).toEqual(['onboarding']);
  });

  it('falls back to speech words, then to stop words, when nothing else is left', () => {
    expect(formsIn('what did she say')).toEqual(['say']);
    expect(formsIn('to be or not')).toEqual(['to', 'be', 'or', 'not']);
    expect(formsIn('?!')).toEqual([]);
  });

  it('pairs neighbours over stop words', () => {
    expect(parseQuery('cost of the annual plan').pairs).toEqual([
      ['cost', 'annual'],
      ['annual', 'plan'],
    ]);
  });

  it('reads quoted phrases in straight and curly quotes, and an unclosed quote as words', () => {
    expect(parseQuery('"Annual Plan" “not now” x').phrases).toEqual([
      ['annual', 'plan'],
      ['not', 'now'],
    ]);
    expect(parseQuery('"annual plan').phrases).toEqual([]);
  });
});

describe('fuseRanks', () => {
  it('never puts what is first by meaning alone before what is first by words', () => {
    const scores = fuseRanks([
      { ids: ['words'], weight: 1 },
      { ids: ['meaning', 'words'], weight: MEANING_WEIGHT },
    ]);
    expect(scores.get('words')).toBeGreaterThan(scores.get('meaning') ?? 0);
  });
});
