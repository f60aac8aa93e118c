import { describe, expect, it } from 'vitest';
import { classifyQuestion } from './classify-question.ts';

const now = new Date('2026-11-24T12:00:00Z');
const days = (question: string): (string | null | undefined)[] => {
  const { period } = classifyQuestion(question, now);
  return [period?.from?.toISOString().slice(0, 10) ?? null, period?.to?.toISOString().slice(0, 10) ?? null];
};

describe('classifyQuestion', () => {
  it('reads the top objections of a period and what narrows the calls', () => {
    expect(classifyQuestion('What are the top 3 objections across all my Q4 sales calls?', now)).toMatchObject({
      kind: 'top_objections',
      n: 3,
      objectionKind: null,
      period: { from: new Date('2026-10-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') },
      filterWords: ['sales'],
    });
    expect(classifyQuestion('Give me the five most common price objections', now)).toMatchObject({
      n: 5,
      objectionKind: 'price',
    });
  });

  it.each([
    ['How many calls mention pricing since October?', 'count_calls', ['pricing']],
    ['Which calls talked about onboarding last month?', 'which_calls', ['onboarding']],
    ['Who said the rollout was too slow?', 'who_said', ['rollout', 'slow']],
    ['What pains do our dental clients have?', 'profits', ['dental']],
    ['What changed since last quarter?', 'changes', []],
    ['Compare Acme and Norvane', 'compare', ['Acme', 'Norvane']],
    ['What did we promise Lennart?', 'commitments', ['Lennart']],
    ['What are the open action items?', 'commitments', []],
    ['How much does it cost per site?', 'open', ['cost', 'site']],
    ['What did Tom think about the freelancer?', 'open', ['Tom', 'freelancer']],
  ])('"%s" asks for %s', (question, kind, filterWords) => {
    expect(classifyQuestion(question, now)).toMatchObject({ kind, filterWords });
  });

  it('names the PROFITS elements asked for, all of them where none is named', () => {
    expect(classifyQuestion('What are the main fears and obstacles this quarter?', now)).toMatchObject({
      elements: ['obstacles', 'fears'],
    });
    expect(classifyQuestion('List the PROFITS items of this folder', now)).toMatchObject({ elements: { length: 7 } });
  });

  it.each([
    ['objections in Q1', '2026-01-01', '2026-04-01'],
    ['objections in Q4 2025', '2025-10-01', '2026-01-01'],
    ['objections last quarter', '2026-07-01', '2026-10-01'],
    ['objections this month', '2026-11-01', '2026-12-01'],
    ['objections last week', '2026-11-16', '2026-11-23'],
    ['objections since October', '2026-10-01', null],
    ['objections in December', '2025-12-01', '2026-01-01'],
    ['objections in 2025', '2025-01-01', '2026-01-01'],
    ['objections in the last 30 days', '2026-10-25', '2026-11-25'],
    ['objections before March 2026', null, '2026-03-01'],
    ['objections yesterday', '2026-11-23', '2026-11-24'],
    ['objections', null, null],
  ])('reads the period of "%s"', (question, from, to) => {
    expect(days(question)).toEqual([from, to]);
  });
});
