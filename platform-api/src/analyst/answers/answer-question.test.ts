import { describe, expect, it } from 'vitest';
import { answerQuestion, type Passage } from './answer-question.ts';
import { labelledCalls } from '../labels/labelled-calls.ts';

const passages: Passage[] = labelledCalls.flatMap(({ id, turns }) =>
  turns.map(({ speaker, text }, order) => ({ id: `${id}-${order}`, text, speaker, group: id, order })),
);
const best = (question: string): string => {
  const [support] = answerQuestion(question, passages).support;
  return passages.find(({ id }) => id === support?.id)?.text.slice(support?.start, support?.end) ?? '';
};

describe('answerQuestion', () => {
  it.each([
    ['When does the board meet?', 'Second Thursday of October.'],
    ['How much does it cost per head per month?', 'six pounds per head per month'],
    ['What does the freelancer in Leeds charge?', 'six hundred'],
    ['How many pints did Tom sell on Tuesday?', 'eleven pints'],
    ['Why is Lennart worried about a robot?', 'older clients'],
    ['What did Ruben say about the budget?', 'only got twenty in the budget'],
    ['When does the licence for the old program run out?', 'end of March'],
  ])('answers "%s" with the words said', (question, words) => {
    expect(best(question)).toContain(words);
  });

  it.each([
    'What is our refund policy?',
    "What is the name of Lennart's dog?",
    'When did we sign the contract with Microsoft?',
    'Who is the chairman of the rowing club?',
    'How many employees work in the Berlin office?',
    'When will the helicopter arrive?',
  ])('says that nothing supports an answer to "%s"', (question) => {
    expect(answerQuestion(question, passages)).toMatchObject({ supported: false, support: [] });
  });

  it('wants a time for "when" and a number for "how many"', () => {
    const one: Passage[] = [{ id: 'a', text: 'The notified body audit is a big thing for the quality team.' }];
    expect(answerQuestion('When is the notified body audit?', one).supported).toBe(false);
    expect(
      answerQuestion('When is the notified body audit?', [{ id: 'a', text: 'The notified body audit is in November.' }])
        .supported,
    ).toBe(true);
  });

  it('names what was asked about and is nowhere', () => {
    expect(answerQuestion('What did Priya say about helicopters?', passages).missing).toEqual(['helicopters']);
  });

  it('reads the next turn as the answer to a question asked in the call', () => {
    const asked: Passage[] = [
      { id: 'q', text: 'How many clinics do you run?', speaker: 'Ann', group: 'c', order: 0 },
      { id: 'a', text: 'Six since January.', speaker: 'Bob', group: 'c', order: 1 },
    ];
    expect(answerQuestion('How many clinics do they run?', asked).support[0]?.id).toBe('a');
  });

  it('supports nothing from nothing', () => {
    expect(answerQuestion('', passages).supported).toBe(false);
    expect(answerQuestion('When does the board meet?', []).supported).toBe(false);
  });
});
