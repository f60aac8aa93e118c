import { BSONRegExp, Decimal128, MaxKey, MinKey } from 'bson';
import { describe, expect, it } from 'vitest';
import { doc } from '../testing/plain.harness.ts';
import { withVariables } from './compile-query.ts';
import { matchedPosition } from './position.ts';

function matches(filter: object, document: object): boolean {
  return withVariables(doc(filter), new Map()).matches(doc(document));
}

/** Filter, what it matches, what it does not. */
const cases: [string, object, object[], object[]][] = [
  [
    'equality of a scalar and of array elements',
    { a: 1 },
    [{ a: 1 }, { a: [2, 1] }, { a: 1n }],
    [{ a: '1' }, { a: [[1]] }, {}],
  ],
  ['equality of a whole array', { a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [2, 1] }]],
  [
    'equality of a document, whose order counts',
    { a: { x: 1, y: 2 } },
    [{ a: { x: 1, y: 2 } }],
    [{ a: { y: 2, x: 1 } }],
  ],
  ['null and missing', { a: null }, [{}, { a: null }, { a: [null] }], [{ a: 0 }, { a: [] }]],
  [
    'null below a path',
    { 'a.b': null },
    [{}, { a: 4 }, { a: {} }, { a: [{ b: 3 }, {}] }],
    [{ a: [] }, { a: [[]] }, { a: [1, null] }],
  ],
  ['$ne', { a: { $ne: 1 } }, [{}, { a: 2 }], [{ a: 1 }, { a: [2, 1] }]],
  [
    '$gt within a type',
    { a: { $gt: 5 } },
    [{ a: 6 }, { a: [1, 9] }, { a: 5.5 }],
    [{ a: 5 }, { a: '9' }, { a: NaN }, {}],
  ],
  ['$lte of a string', { a: { $lte: 'b' } }, [{ a: 'a' }, { a: 'b' }], [{ a: 'c' }, { a: 1 }]],
  ['$gte of null', { a: { $gte: null } }, [{}, { a: null }], [{ a: 1 }]],
  [
    '$lt and $gt of the extremes',
    { a: { $gt: new MinKey(), $lt: new MaxKey() } },
    [{ a: 1 }, { a: 'x' }],
    [{ a: new MinKey() }],
  ],
  ['two bounds met by two elements', { a: { $gt: 5, $lt: 3 } }, [{ a: [1, 10] }], [{ a: 4 }]],
  ['$in with a regular expression', { a: { $in: [1, new BSONRegExp('^x')] } }, [{ a: 1 }, { a: 'xy' }], [{ a: 'ax' }]],
  ['$nin', { a: { $nin: [1, null] } }, [{ a: 2 }], [{ a: 1 }, {}, { a: [3, 1] }]],
  ['$exists', { a: { $exists: true } }, [{ a: null }, { a: [] }], [{}]],
  ['$type', { a: { $type: ['string', 16] } }, [{ a: 'x' }, { a: 1 }], [{ a: 1.5 }, {}]],
  ['$type array', { a: { $type: 'array' } }, [{ a: [] }, { a: [1] }], [{ a: 1 }]],
  ['$regex with options', { a: { $regex: '^AB', $options: 'i' } }, [{ a: 'abc' }], [{ a: 'xab' }, { a: 5 }]],
  ['$ before a last line break', { a: { $regex: 'b$' } }, [{ a: 'ab' }, { a: 'ab\n' }], [{ a: 'ab\nc' }]],
  ['$mod', { a: { $mod: [4, 1] } }, [{ a: 5 }, { a: [2, 9] }], [{ a: 4 }, { a: 'x' }]],
  ['$size', { a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [1] }, { a: 2 }]],
  ['$all', { a: { $all: [1, 2] } }, [{ a: [2, 1, 3] }], [{ a: [1] }]],
  ['$all of one on a scalar', { a: { $all: [1] } }, [{ a: 1 }], [{ a: 2 }]],
  ['$elemMatch of values', { a: { $elemMatch: { $gt: 1, $lt: 4 } } }, [{ a: [0, 3] }], [{ a: [0, 5] }, { a: 3 }]],
  ['$elemMatch of null', { a: { $elemMatch: { $eq: null } } }, [{ a: [null] }], [{ a: [{}] }, { a: null }]],
  [
    '$elemMatch of documents',
    { a: { $elemMatch: { x: 1, y: 2 } } },
    [{ a: [{ x: 1, y: 2 }] }],
    [{ a: [{ x: 1 }, { y: 2 }] }],
  ],
  ['$not', { a: { $not: { $gt: 5 } } }, [{}, { a: 3 }, { a: 'x' }], [{ a: 6 }]],
  [
    '$and, $or and $nor',
    { $or: [{ a: 1 }, { $and: [{ b: 1 }, { c: 1 }] }], $nor: [{ d: 1 }] },
    [{ a: 1 }, { b: 1, c: 1 }],
    [{ b: 1 }, { a: 1, d: 1 }],
  ],
  ['$expr', { $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }], [{ a: 1, b: 2 }]],
  ['a position in a path', { 'a.1.x': 5 }, [{ a: [{}, { x: 5 }] }], [{ a: [{ x: 5 }] }]],
  ['a position at the end, which is not expanded', { 'a.0': 1 }, [{ a: [1] }], [{ a: [[1]] }]],
  ['Decimal128 by value', { a: new Decimal128('1.50') }, [{ a: 1.5 }], [{ a: 1.4 }]],
];

function showDocument(document: object): string {
  return JSON.stringify(document, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

describe('filters', () => {
  it.each(cases)('match by %s', (_name, filter, matching, others) => {
    for (const document of matching) expect(matches(filter, document), showDocument(document)).toBe(true);
    for (const document of others) expect(matches(filter, document), showDocument(document)).toBe(false);
  });

  it.each<[object, number]>([
    [{ $and: [] }, 2],
    [{ $nope: 1 }, 2],
    [{ a: { $nope: 1 } }, 2],
    [{ a: { $in: 1 } }, 2],
    [{ a: { $size: -1 } }, 2],
    [{ a: { $mod: [0, 1] } }, 2],
    [{ a: { $ne: new BSONRegExp('x') } }, 2],
    [{ a: { $regex: '(' } }, 51091],
    [{ a: { $regex: 'a++' } }, 238],
    [{ a: { $type: 'nope' } }, 2],
    [{ a: { $near: [1, 2] } }, 238],
    [{ $jsonSchema: {} }, 238],
    [{ $text: {} }, 238],
  ])('refuse %o with code %i', (filter, code) => {
    expect(() => matches(filter, {})).toThrow(expect.objectContaining({ code }));
  });

  it('tell which element matched', () => {
    const { filter, compileExpr } = withVariables(doc({ 'a.x': { $gt: 1 } }), new Map());
    expect(matchedPosition(filter, doc({ a: [{ x: 1 }, { x: 2 }] }), 'a', compileExpr)).toBe(1);
    const two = withVariables(doc({ 'a.x': 1, 'a.y': 2 }), new Map());
    expect(() => matchedPosition(two.filter, doc({ a: [{ x: 1 }, { y: 2 }] }), 'a', two.compileExpr)).toThrow(
      /not supported/,
    );
  });
});
