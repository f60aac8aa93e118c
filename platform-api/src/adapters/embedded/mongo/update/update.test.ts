import { describe, expect, it } from 'vitest';
import { clone, type Value } from '../bson/value.ts';
import { doc, plain } from '../testing/plain.harness.ts';
import { compileUpdate } from './compile.ts';

const now = new Date(0);

function updated(
  before: object,
  update: object,
  options: { arrayFilters?: object[]; position?: number; isInsert?: boolean } = {},
): unknown {
  const arrayFilters: Value = options.arrayFilters?.map(doc);
  const source: Value = Array.isArray(update) ? update.map((stage: object) => doc(stage)) : doc(update);
  const { apply } = compileUpdate(source, { arrayFilters, variables: new Map() });
  return plain(apply(clone(doc(before)), { position: options.position, isInsert: options.isInsert ?? false, now }));
}

describe('updates', () => {
  it.each<[string, object, object, object]>([
    ['$set, making the way', { a: 1 }, { $set: { 'b.c': 2, a: 3 } }, { a: 3, b: { c: 2 } }],
    ['$set beyond the end of an array', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$unset of a field and of an element', { a: 1, b: [1, 2] }, { $unset: { a: '', 'b.0': '' } }, { b: [null, 2] }],
    ['$inc of a missing field', {}, { $inc: { a: 2 } }, { a: 2 }],
    ['$mul of a missing field', {}, { $mul: { a: 2 } }, { a: 0 }],
    ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 3 } }, { a: 3, b: 5, c: 1 }],
    ['$rename', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
    ['$currentDate', {}, { $currentDate: { a: true } }, { a: now }],
    ['$setOnInsert only then', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
    [
      '$push with $each, $sort and $slice',
      { a: [5, 1] },
      { $push: { a: { $each: [3, 2], $sort: 1, $slice: -3 } } },
      { a: [2, 3, 5] },
    ],
    ['$push at a position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
    [
      '$push sorted by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['$addToSet to nothing', {}, { $addToSet: { a: { $each: [] } } }, { a: [] }],
    ['$pop from both ends', { a: [1, 2], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1], b: [2] }],
    [
      '$pull of a value, a test and documents',
      { a: [1, 2], b: [1, 9], c: [{ x: 1, y: 1 }, { x: 2 }] },
      { $pull: { a: 1, b: { $gt: 5 }, c: { x: 1 } } },
      { a: [2], b: [1], c: [{ x: 2 }] },
    ],
    ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$[]', { a: [1, 2] }, { $inc: { 'a.$[]': 1 } }, { a: [2, 3] }],
    ['a replacement, which keeps _id', { _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
    ['a pipeline', { a: 1, b: 2 }, [{ $set: { c: { $add: ['$a', '$b'] } } }, { $unset: 'a' }], { b: 2, c: 3 }],
  ])('do %s', (_name, before, update, after) => {
    expect(updated(before, update)).toEqual(after);
  });

  it('change the elements an array filter names', () => {
    const arrayFilters = [{ 'e.n': { $gt: 1 } }];
    expect(updated({ a: [{ n: 1 }, { n: 2 }] }, { $set: { 'a.$[e].ok': true } }, { arrayFilters })).toEqual({
      a: [{ n: 1 }, { n: 2, ok: true }],
    });
  });

  it('change the element the filter matched', () => {
    expect(updated({ a: [1, 2] }, { $set: { 'a.$': 9 } }, { position: 1 })).toEqual({ a: [1, 9] });
  });

  it('add new fields in the order of their names, whatever the order they were given in', () => {
    expect(Object.keys(updated({ z: 1 }, { $set: { c: 1, a: 1 }, $inc: { b: 1 } }) as object)).toEqual([
      'z',
      'a',
      'b',
      'c',
    ]);
  });

  it('keep the type of numbers as BSON does', () => {
    const add = (before: Value, by: Value): Value => {
      const change = new Map([['$inc', new Map([['a', by]])]]);
      return compileUpdate(change, { arrayFilters: undefined, variables: new Map() })
        .apply(new Map([['a', before]]), { position: undefined, isInsert: false, now })
        .get('a');
    };
    expect(add(2 ** 31 - 1, 1)).toBe(2n ** 31n);
    expect(add(1n, 1)).toBe(2n);
    expect(add(1.5, 1)).toBe(2.5);
    expect(() => add(2n ** 63n - 1n, 1)).toThrow(/overflow/);
  });

  it.each<[string, object, object, number]>([
    ['two changes of one path', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['a path and its parent', {}, { $set: { a: 1, 'a.b': 1 } }, 40],
    ['an unknown modifier', {}, { $nope: { a: 1 } }, 9],
    ['a way through a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['$inc of a string', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['$inc by a string', { a: 1 }, { $inc: { a: 'x' } }, 14],
    ['$push to a scalar', { a: 1 }, { $push: { a: 1 } }, 2],
    ['an empty path part', {}, { $set: { 'a..b': 1 } }, 56],
    ['a replacement with another _id', { _id: 1 }, { _id: 2 }, 66],
    ['an array filter nobody named', { a: [] }, { $set: { 'a.$[x]': 1 } }, 2],
    ['$bit', {}, { $bit: { a: { and: 1 } } }, 238],
    ['$ without a match', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
  ])('refuse %s', (_name, before, update, code) => {
    expect(() => updated(before, update)).toThrow(expect.objectContaining({ code }));
  });

  it('refuse an array filter that is not used', () => {
    expect(() => updated({ a: [1] }, { $set: { b: 1 } }, { arrayFilters: [{ x: 1 }] })).toThrow(
      expect.objectContaining({ code: 9 }),
    );
  });
});
