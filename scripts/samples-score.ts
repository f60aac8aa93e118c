import { sampleCalls } from '../platform-api/src/analyst/labels/sample-calls.ts';
import { scoreSamples } from '../platform-api/src/analyst/labels/score-samples.ts';
import type { Score } from '../platform-api/src/analyst/labels/tally.ts';

// Prints what the local analyst finds in the sample calls against their author's labels, half by half.
const print = (noun: string, value: Score | number): void => {
  const words =
    typeof value === 'number'
      ? value.toFixed(2)
      : `precision ${value.precision.toFixed(2)}  recall ${value.recall.toFixed(2)}  F1 ${value.f1.toFixed(2)}  (${value.found} found, ${value.labelled} labelled)`;
  console.log(`  ${noun.padEnd(16)} ${words}`);
};

const all = sampleCalls();
for (const part of ['tuning', 'held_out'] as const) {
  const calls = all.filter((call) => call.part === part);
  console.log(`${part}: ${calls.length} calls, ${calls.reduce((sum, { turns }) => sum + turns.length, 0)} turns`);
  const { elements, ...nouns } = scoreSamples(calls);
  for (const [noun, value] of Object.entries(nouns)) print(noun, value);
  for (const [element, score] of Object.entries(elements)) print(`  ${element}`, score);
}
