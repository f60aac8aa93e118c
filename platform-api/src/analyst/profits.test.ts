import { describe, expect, it } from 'vitest';
import { aCall, wordsAt } from './labels/build-call.ts';
import { findProfits } from './profits.ts';

const elementsIn = (...lines: string[]): string[] => findProfits(aCall(lines)).map(({ element }) => element);

describe('findProfits', () => {
  it.each([
    ['pain', 'Our reps spend more time updating the CRM than talking to customers.'],
    ['results', "We'd like to bring our cost per hire below three thousand."],
    ['obstacles', "Our IT department won't approve any new vendors until the migration is over."],
    ['fears', "I'm nervous that the team will see it as surveillance."],
    ['identity', 'We see ourselves as a family more than a company.'],
    ['triggers', 'Our contract with the current vendor is up in March.'],
    ['success', "We'd know it's working when managers stop asking me for the report."],
  ])('finds %s in the words of the other side', (element, words) => {
    expect(elementsIn('us: Okay, go on.', `them: ${words}`)).toEqual([element]);
  });

  it('reads an answer in the light of the question before it', () => {
    const answer = 'them: That the regulars go somewhere else and never tell us.';
    expect(elementsIn('us: Okay, go on.', answer)).toEqual([]);
    expect(
      elementsIn('us: What worries you most about this, are you afraid of anything?', `${answer} What if they leave?`),
    ).toContain('fears');
  });

  it('takes nothing from our own side', () => {
    expect(elementsIn('us: We are drowning in support tickets.', 'them: Right.')).toEqual([]);
  });

  it.each([
    'I lost my glasses, one second.',
    'I missed what you said.',
    "I'd like to understand how the import works.",
    'What if we look at the pricing page first?',
    "I'm the CFO, so I look after finance.",
    "That's not a problem for us at all.",
  ])('leaves ordinary talk alone: %s', (words) => {
    expect(elementsIn('us: Okay, go on.', `them: ${words}`)).toEqual([]);
  });

  it('quotes exact words, leaves the opening fillers out and titles them shortly', () => {
    const turns = aCall([
      'us: How is it going?',
      "them: Well, um, we're drowning in support tickets since the launch, basically.",
    ]);
    const [item] = findProfits(turns);
    expect(item && wordsAt(turns, item.span)).toBe("we're drowning in support tickets since the launch, basically.");
    expect(item?.statement).toBe("We're drowning in support tickets since the launch");
  });

  it('is stronger for what happens every week than for what happens a bit', () => {
    const strength = (words: string): number | undefined =>
      findProfits(aCall(['us: Go on.', `them: ${words}`]))[0]?.strength;
    expect(strength('We are losing customers every single week.')).toBe(3);
    expect(strength('We are losing customers a little bit, maybe.')).toBeLessThan(3);
  });

  it('finds nothing in a conversation without sides in which nobody sells', () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) =>
        `${['Kim', 'Lou', 'Max'][i % 3] ?? 'Kim'} (unknown): We are losing time with the layout of the second screen.`,
    );
    expect(elementsIn(...lines)).toEqual([]);
  });

  it('tells the sides of a sale apart when nobody said them, and is less sure then', () => {
    const lines = [
      'Ann (SIDE): What is the biggest problem in your team today?',
      'Bob (SIDE): We are losing two customers every month because nobody answers the phone.',
      'Ann (SIDE): Let me show you our platform. The price is ninety a month, would you like to start with a pilot?',
      'Bob (SIDE): Maybe.',
    ];
    const known = findProfits(aCall(lines.map((line, i) => line.replace('SIDE', i % 2 ? 'them' : 'us'))));
    const guessed = findProfits(aCall(lines.map((line) => line.replace('SIDE', 'unknown'))));
    expect(guessed.map(({ element, span }) => [element, span])).toEqual(
      known.map(({ element, span }) => [element, span]),
    );
    expect(guessed[0]?.confidence).toBeLessThan(known[0]?.confidence ?? 0);
  });
});
