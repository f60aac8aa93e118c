import { labelledCalls } from '../platform-api/src/analyst/labels/labelled-calls.ts';
import { scoreCalls } from '../platform-api/src/analyst/labels/score.ts';
import type { Score } from '../platform-api/src/analyst/labels/tally.ts';

// Prints what the local analyst finds in the labelled calls against their labels, part by part.
for (const part of ['tuning', 'held_out']) {
  const calls = labelledCalls.filter((call) => call.part === part);
  console.log(`${part}: ${calls.length} calls, ${calls.reduce((sum, { turns }) => sum + turns.length, 0)} turns`);
  for (const [noun, value] of Object.entries(scoreCalls(calls)) as [string, Score | number][]) {
    const words =
      typeof value === 'number'
        ? value.toFixed(2)
        : `precision ${value.precision.toFixed(2)}  recall ${value.recall.toFixed(2)}  F1 ${value.f1.toFixed(2)}  (${value.found} found, ${value.labelled} labelled)`;
    console.log(`  ${noun.padEnd(14)} ${words}`);
  }
}
