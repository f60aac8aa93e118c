import { describe, expect, it } from 'vitest';
import { labelledCalls } from './labelled-calls.ts';
import { scoreCalls } from './score.ts';

// Floors with room below what is measured (npx tsx scripts/analyst-score.ts): they catch a loss, they are no target.
describe.each(['tuning', 'held_out'])('on the %s calls', (part) => {
  const scores = scoreCalls(labelledCalls.filter((call) => call.part === part));

  it('PROFITS are right four times in five and three in five are found', () => {
    expect(scores.profits.precision).toBeGreaterThanOrEqual(0.8);
    expect(scores.profits.recall).toBeGreaterThanOrEqual(0.6);
  });

  it('objections are found, told apart by kind, and paired with their replies', () => {
    expect(scores.objections.precision).toBeGreaterThanOrEqual(0.65);
    expect(scores.objections.recall).toBeGreaterThanOrEqual(0.75);
    expect(scores.objectionKind).toBeGreaterThanOrEqual(0.75);
    expect(scores.replyTurn).toBeGreaterThanOrEqual(0.85);
    expect(scores.verdict).toBeGreaterThanOrEqual(0.6);
  });

  it('action items are found with their person and due date', () => {
    expect(scores.actionItems.precision).toBeGreaterThanOrEqual(0.7);
    expect(scores.actionItems.recall).toBeGreaterThanOrEqual(0.8);
    expect(scores.assignee).toBeGreaterThanOrEqual(0.9);
    expect(scores.due).toBeGreaterThanOrEqual(0.6);
  });
});
