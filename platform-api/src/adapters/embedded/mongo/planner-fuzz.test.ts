import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toDoc } from './bson/reply.ts';
import type { Doc } from './bson/value.ts';
import { rules } from './plan/rules.ts';
import {
  createFixture,
  difference,
  fuzzIndexes,
  randomDocument,
  randomQuery,
  showQuery,
  type Fixture,
} from './testing/planner-fuzz.harness.ts';
import { randomSource } from './testing/random.harness.ts';

const CASES = 3000;
const DOCUMENTS = 200;

/** The first queries of a seed whose answer is wrong. */
async function wrongAnswers(fixture: Fixture, seed: number, cases: number, enough: number): Promise<string[]> {
  const random = randomSource(seed);
  const wrong: string[] = [];
  for (let n = 0; n < cases && wrong.length < enough; n++) {
    const query = randomQuery(random);
    const problem = await difference(fixture, query);
    if (problem !== undefined) wrong.push(`${problem}: ${showQuery(query)}`);
  }
  return wrong;
}

const allOn = { ...rules };
afterEach(() => {
  Object.assign(rules, allOn);
});

describe('index plans against a match of every document', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    const random = randomSource(7);
    fixture = await createFixture(
      Array.from({ length: DOCUMENTS }, (_, id) => randomDocument(random, id)),
      fuzzIndexes,
    );
  });
  afterAll(() => {
    fixture.close();
  });

  it('agree on thousands of random filters, sorts and limits', { timeout: 120_000 }, async () => {
    expect(await wrongAnswers(fixture, 1, CASES, 5)).toEqual([]);
  });

  it.each([
    'oneBoundPerMultikeyField',
    'oneMultikeyFieldPerScan',
    'noSortFromMultikey',
    'partialMustBeImplied',
  ] as const)('would disagree without the rule %s', { timeout: 120_000 }, async (rule) => {
    rules[rule] = false;
    expect(await wrongAnswers(fixture, 1, CASES, 1)).not.toEqual([]);
  });
});

describe('rules that random data hardly meets', () => {
  interface Case {
    rule: keyof typeof rules;
    documents: object[];
    index: object;
    filter: object;
    sort: object;
    claim: string;
  }
  const cases: Case[] = [
    {
      claim: 'null below a path does not match an empty array, though the index holds null for it',
      rule: 'nullIsNotExact',
      documents: [{ _id: 1, a: [] }, { _id: 2, a: {} }, { _id: 3 }],
      index: { key: { 'a.b': 1 }, name: 'ab' },
      filter: { 'a.b': null },
      sort: {},
    },
    {
      claim: 'NaN is below no number, though it sorts first',
      rule: 'nanIsInNoRange',
      documents: [
        { _id: 1, a: NaN },
        { _id: 2, a: 3 },
        { _id: 3, a: -Infinity },
      ],
      index: { key: { a: 1 }, name: 'a' },
      filter: { a: { $lt: 5 } },
      sort: {},
    },
    {
      claim: 'a sort shows documents a sparse index leaves out',
      rule: 'sparseNeverForSortAlone',
      documents: [{ _id: 1, a: 2 }, { _id: 2 }, { _id: 3, a: 1 }],
      index: { key: { a: 1 }, name: 'a', sparse: true },
      filter: {},
      sort: { a: 1 },
    },
  ];

  it.each(cases)('$claim', async ({ rule, documents, index, filter, sort }) => {
    const fixture = await createFixture(
      documents.map((doc): Doc => toDoc({ ...doc })),
      [index],
    );
    try {
      const query = { filter: toDoc({ ...filter }), sort: toDoc({ ...sort }), limit: 0 };
      expect(await difference(fixture, query)).toBeUndefined();
      rules[rule] = false;
      expect(await difference(fixture, query)).toBeDefined();
    } finally {
      fixture.close();
    }
  });
});
