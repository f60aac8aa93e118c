import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDoc, type Value } from '../bson/value.ts';
import { Pacer } from '../plan/pacer.ts';
import { createFixture, type Fixture } from '../testing/planner-fuzz.harness.ts';
import { doc, plain } from '../testing/plain.harness.ts';
import { compilePipeline } from './pipeline.ts';

const documents = [
  { _id: 1, team: 'red', n: 5, tags: ['a', 'b'], o: { p: 1, q: 2 } },
  { _id: 2, team: 'blue', n: 3, tags: [], ref: 1 },
  { _id: 3, team: 'red', n: 1, tags: ['b'], ref: [1, 2] },
  { _id: 4, team: null, n: 2.5 },
];

describe('aggregation stages', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await createFixture(documents.map(doc), [{ key: { team: 1 }, name: 'team' }]);
  });
  afterAll(() => {
    fixture.close();
  });

  async function run(...stages: object[]): Promise<unknown[]> {
    const pipeline = compilePipeline(stages.map((stage): Value => doc(stage)));
    const found: unknown[] = [];
    const environment = {
      access: { connection: fixture.store.reader, seesPending: false },
      pacer: new Pacer(undefined),
      collection: (name: string) => (name === 'c' ? fixture.collection : undefined),
      variables: new Map<string, Value>([['NOW', new Date(0)]]),
    };
    for await (const result of pipeline.run('c', environment)) found.push(isDoc(result) ? plain(result) : result);
    return found;
  }

  it('$match, $sort, $skip and $limit, in whatever order they come', async () => {
    expect(
      await run(
        { $match: { n: { $gt: 1 } } },
        { $sort: { n: -1 } },
        { $skip: 1 },
        { $limit: 1 },
        { $project: { n: 1 } },
      ),
    ).toEqual([{ _id: 2, n: 3 }]);
    expect(await run({ $limit: 2 }, { $match: { team: 'red' } }, { $project: { _id: 1 } })).toEqual([{ _id: 1 }]);
    expect(
      await run({ $sort: { _id: -1 } }, { $limit: 2 }, { $sort: { _id: 1 } }, { $limit: 1 }, { $project: { _id: 1 } }),
    ).toEqual([{ _id: 3 }]);
    expect(await run({ $limit: 3 }, { $skip: 2 }, { $project: { _id: 1 } })).toEqual([{ _id: 3 }]);
    expect(await run({ $sort: { n: 1 } }, { $match: { team: 'red' } }, { $project: { _id: 1 } })).toEqual([
      { _id: 3 },
      { _id: 1 },
    ]);
  });

  it('$group with every accumulator', async () => {
    const accumulators = {
      sum: { $sum: '$n' },
      avg: { $avg: '$n' },
      min: { $min: '$n' },
      max: { $max: '$n' },
      first: { $first: '$_id' },
      last: { $last: '$_id' },
      all: { $push: '$n' },
      set: { $addToSet: '$team' },
      count: { $count: {} },
      merged: { $mergeObjects: '$o' },
    };
    expect(await run({ $match: { team: 'red' } }, { $group: { _id: '$team', ...accumulators } })).toEqual([
      {
        _id: 'red',
        sum: 6,
        avg: 3,
        min: 1,
        max: 5,
        first: 1,
        last: 3,
        all: [5, 1],
        set: ['red'],
        count: 2,
        merged: { p: 1, q: 2 },
      },
    ]);
    expect(await run({ $match: { n: 99 } }, { $group: { _id: null, n: { $sum: 1 } } })).toEqual([]);
  });

  it('$count, $sortByCount and $sample', async () => {
    expect(await run({ $match: { team: 'red' } }, { $count: 'n' })).toEqual([{ n: 2 }]);
    expect(await run({ $match: { n: 99 } }, { $count: 'n' })).toEqual([]);
    expect(await run({ $sortByCount: '$team' }, { $limit: 1 })).toEqual([{ _id: 'red', count: 2 }]);
    expect(await run({ $sample: { size: 2 } })).toHaveLength(2);
  });

  it('$project, $addFields, $set, $unset, $replaceRoot and $replaceWith', async () => {
    const one = { $match: { _id: 1 } };
    expect(await run(one, { $project: { _id: 0, twice: { $multiply: ['$n', 2] }, o: { p: 1 } } })).toEqual([
      { o: { p: 1 }, twice: 10 },
    ]);
    expect(await run(one, { $project: { tags: 0, 'o.q': 0 } })).toEqual([{ _id: 1, team: 'red', n: 5, o: { p: 1 } }]);
    expect(
      await run(one, { $addFields: { 'o.r': '$n' } }, { $set: { x: '$$REMOVE' } }, { $unset: ['tags', 'team'] }),
    ).toEqual([{ _id: 1, n: 5, o: { p: 1, q: 2, r: 5 } }]);
    expect(await run(one, { $replaceRoot: { newRoot: '$o' } })).toEqual([{ p: 1, q: 2 }]);
    expect(await run(one, { $replaceWith: { id: '$_id' } })).toEqual([{ id: 1 }]);
  });

  it('$unwind, with and without what is empty', async () => {
    expect(await run({ $unwind: '$tags' }, { $project: { tags: 1 } })).toEqual([
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 3, tags: 'b' },
    ]);
    const kept = await run(
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } },
      { $project: { tags: 1, at: 1 } },
    );
    expect(kept).toEqual([
      { _id: 1, tags: 'a', at: 0 },
      { _id: 1, tags: 'b', at: 1 },
      { _id: 2, at: null },
      { _id: 3, tags: 'b', at: 0 },
      { _id: 4, at: null },
    ]);
  });

  it('$lookup by fields, by a pipeline and by both', async () => {
    const joined = await run(
      { $match: { ref: { $exists: true } } },
      { $lookup: { from: 'c', localField: 'ref', foreignField: '_id', as: 'refs' } },
      { $project: { refs: '$refs._id' } },
    );
    expect(joined).toEqual([
      { _id: 2, refs: [1] },
      { _id: 3, refs: [1, 2] },
    ]);
    const smaller = {
      from: 'c',
      let: { n: '$n' },
      pipeline: [{ $match: { $expr: { $lt: ['$n', '$$n'] } } }, { $project: { _id: 1 } }],
      as: 'less',
    };
    expect(await run({ $match: { _id: 2 } }, { $lookup: smaller }, { $project: { less: 1 } })).toEqual([
      { _id: 2, less: [{ _id: 3 }, { _id: 4 }] },
    ]);
    const both = {
      from: 'c',
      localField: 'team',
      foreignField: 'team',
      pipeline: [{ $match: { n: { $lt: 5 } } }, { $project: { _id: 1 } }],
      as: 'mates',
    };
    expect(await run({ $match: { _id: 1 } }, { $lookup: both }, { $project: { mates: 1 } })).toEqual([
      { _id: 1, mates: [{ _id: 3 }] },
    ]);
  });

  it('$facet and $unionWith', async () => {
    expect(
      await run({
        $facet: { total: [{ $count: 'n' }], reds: [{ $match: { team: 'red' } }, { $project: { _id: 1 } }] },
      }),
    ).toEqual([{ total: [{ n: 4 }], reds: [{ _id: 1 }, { _id: 3 }] }]);
    expect(
      await run(
        { $match: { _id: 1 } },
        { $project: { _id: 1 } },
        { $unionWith: { coll: 'c', pipeline: [{ $match: { _id: 4 } }, { $project: { _id: 1 } }] } },
      ),
    ).toEqual([{ _id: 1 }, { _id: 4 }]);
  });

  it.each<[object, number]>([
    [{ $nope: 1 }, 40324],
    [{ $merge: 'x' }, 238],
    [{ $graphLookup: {} }, 238],
    [{ $group: { n: { $sum: 1 } } }, 15955],
    [{ $group: { _id: 1, n: { $nope: 1 } } }, 15952],
    [{ $limit: 0 }, 15958],
    [{ $project: {} }, 51272],
    [{ $project: { a: 1, b: 0 } }, 31254],
  ])('refuse %o with code %i', (stage, code) => {
    expect(() => compilePipeline([doc(stage)])).toThrow(expect.objectContaining({ code }));
  });

  it('stop at the memory limit instead of falling over', async () => {
    const large = { $range: [0, 200_000] };
    await expect(
      run(
        { $addFields: { r: large } },
        { $unwind: '$r' },
        { $addFields: { text: { $concat: ['x', { $toString: '$r' }] } } },
        { $group: { _id: null, all: { $push: '$$ROOT' } } },
      ),
    ).rejects.toMatchObject({ code: 292 });
  }, 60_000);
});
