import { describe, expect, it } from 'vitest';
import { classifyQuestion } from '../../analyst/answers/classify-question.ts';
import type { CallFacts } from './answer-library.ts';
import { askedCalls } from './asked-calls.ts';

const aCall = (title: string, startedAt: string, outcome: string | null, person: string): CallFacts => ({
  id: title,
  title,
  startedAt: new Date(startedAt),
  durationMs: 0,
  outcome,
  client: null,
  people: [{ id: person, name: person, side: 'them' }],
  tags: [],
  sentiment: null,
  summary: [],
  isIndexed: true,
  actionItems: [],
});
const calls = [
  aCall('Alder: pricing', '2026-11-02T10:00:00Z', 'won', 'Dana Cole'),
  aCall('Norvane: demo', '2026-10-12T10:00:00Z', 'lost', 'Rob Hale'),
  aCall('Stand-up', '2026-10-13T10:00:00Z', null, 'Ines Roy'),
  aCall('Old deal', '2026-03-13T10:00:00Z', 'lost', 'Kim Lee'),
];

const read = (question: string) => {
  const { calls: asked, words } = askedCalls(
    calls,
    question,
    classifyQuestion(question, new Date('2026-11-24T10:00:00Z')),
  );
  return [asked.map(({ title }) => title), words];
};

describe('askedCalls', () => {
  it('takes a question without limits to be about the whole scope', () => {
    expect(read('What are the top objections?')).toEqual([calls.map(({ title }) => title), '4 calls']);
  });

  it('narrows to a period and to sales calls, and says so', () => {
    expect(read('What are the top 3 objections across all my Q4 sales calls?')).toEqual([
      ['Alder: pricing', 'Norvane: demo'],
      '2 sales calls in Q4 (1 Oct 2026 to 31 Dec 2026)',
    ]);
  });

  it('narrows a count to somebody it names, and leaves a search wide', () => {
    expect(read('What are the top objections of Dana?')[0]).toEqual(['Alder: pricing']);
    expect(read('What did Dana say about the dock?')[0]).toHaveLength(4);
  });

  it('has no calls where the period has none', () => {
    expect(read('Top objections in Q2 2025?')).toEqual([[], '0 calls in Q2 2025 (1 Apr 2025 to 30 Jun 2025)']);
  });
});
