import { describe, expect, it } from 'vitest';
import { actionItems } from './action-items.ts';
import { aCall, wordsAt } from './labels/build-call.ts';

const startedAt = new Date('2026-03-10T15:00:00Z');

describe('actionItems', () => {
  it('gives a promise to the one who makes it, with the date it is due', () => {
    const turns = aCall(["Priya (us): Perfect. I'll send you the agreement by Thursday."]);
    const [item] = actionItems(turns, { startedAt });
    expect(item).toMatchObject({
      text: "I'll send you the agreement by Thursday",
      assignee: 'Priya',
      due: { text: 'by Thursday', date: '2026-03-12' },
    });
    expect(item && wordsAt(turns, item.span)).toBe("I'll send you the agreement by Thursday.");
  });

  it('leaves the day open where nobody knows when the call was', () => {
    const [item] = actionItems(aCall(["us: I'll send you the agreement by Thursday."]));
    expect(item?.due).toEqual({ text: 'by Thursday', date: null });
  });

  it('gives a request to the next speaker and an assignment to the one named', () => {
    const turns = aCall([
      'Ann (us): Could you send me the price list this week?',
      'Bob (them): Sure.',
      'Ann (us): And Bob will check the security questionnaire.',
    ]);
    expect(actionItems(turns, { startedAt }).map(({ assignee }) => assignee)).toEqual(['Bob', 'Bob']);
  });

  it.each([
    'Can you hear me okay?',
    "I'll be honest with you, it's a lot.",
    "I won't send that.",
    "If I send you the list, it's no use.",
    "I'll do it.",
  ])('takes no work from: %s', (words) => {
    expect(actionItems(aCall([`us: ${words}`, 'them: Right.']), { startedAt })).toEqual([]);
  });
});
