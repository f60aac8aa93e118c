import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const rows = readFileSync('docs/features.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| *(Nr|-+) *\|/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .map(([number, feature, state, proof]) => ({ number, feature, state, proof }));

/** Numbers of the roadmap in the product's specification. */
const roadmap = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.6',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '3.5',
  '3.6',
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '4.5',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
  '5.5',
  '5.6',
  '5.7',
  '6.1',
  '6.2',
  '6.3',
  '6.4',
];

it('keeps a row for every number of the roadmap', () => {
  const numbers = rows.map(({ number }) => number).filter(Boolean);
  expect([...numbers].sort()).toEqual(roadmap);
});

it('says "works" only with the end-to-end test that shows it', () => {
  const working = rows.filter(({ state }) => state === 'works');
  expect(working.length).toBeGreaterThan(0);
  for (const { feature, proof } of working) {
    const [, path, name] = /\]\(([^)]+)\) `(.+)`$/.exec(proof) ?? [];
    expect([feature, path?.startsWith('../test/e2e/')]).toEqual([feature, true]);
    const file = join('docs', path);
    expect([feature, existsSync(file)]).toEqual([feature, true]);
    expect([
      feature,
      readFileSync(file, 'utf8').includes(`'${name.replaceAll("'", "\\'")}'`) ||
        readFileSync(file, 'utf8').includes(`"${name}"`),
    ]).toEqual([feature, true]);
  }
});

it('knows three states, and says what is missing where something is', () => {
  for (const { feature, state, proof } of rows) {
    expect([feature, ['works', 'partly', 'not yet'].includes(state)]).toEqual([feature, true]);
    if (state === 'partly') expect([feature, proof.includes('Missing: ')]).toEqual([feature, true]);
  }
});
