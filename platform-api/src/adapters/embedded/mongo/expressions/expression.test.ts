import { Decimal128, Double, ObjectId } from 'bson';
import { describe, expect, it } from 'vitest';
import type { Value } from '../bson/value.ts';
import { doc, plain } from '../testing/plain.harness.ts';
import { compileExpression } from './expression.ts';
import { operators } from './operators.ts';

const date = new Date('2024-03-10T07:30:15.123Z');
const root = {
  a: 2,
  b: 3,
  s: 'Héllo',
  arr: [3, 1, 2],
  docs: [{ x: 1 }, { x: 2 }, {}],
  d: date,
  o: { k: 1 },
  nul: null,
  big: 5n,
  id: new ObjectId('0123456789abcdef01234567'),
};

function evaluate(source: unknown): Value {
  const holder = doc({ v: source });
  return compileExpression(holder.get('v'))({ root: doc(root), variables: new Map([['NOW', date]]) });
}

const cases: Record<string, [unknown, unknown][]> = {
  $eq: [
    [{ $eq: ['$a', 2] }, true],
    [{ $eq: ['$nope', null] }, false],
  ],
  $ne: [[{ $ne: ['$a', 2] }, false]],
  $gt: [
    [{ $gt: ['$b', '$a'] }, true],
    [{ $gt: ['$nul', '$nope'] }, true],
  ],
  $gte: [[{ $gte: [2, 2] }, true]],
  $lt: [[{ $lt: ['x', 5] }, false]],
  $lte: [[{ $lte: [2, 1] }, false]],
  $cmp: [[{ $cmp: [1, 2] }, -1]],
  $and: [
    [{ $and: [1, '$o'] }, true],
    [{ $and: [1, 0] }, false],
  ],
  $or: [[{ $or: [0, null, '$a'] }, true]],
  $not: [[{ $not: ['$nope'] }, true]],
  $cond: [
    [{ $cond: [{ $gt: ['$a', 1] }, 'y', 'n'] }, 'y'],
    [{ $cond: { if: false, then: 1, else: 2 } }, 2],
  ],
  $ifNull: [[{ $ifNull: ['$nope', '$nul', 7] }, 7]],
  $switch: [
    [
      {
        $switch: {
          branches: [
            { case: { $eq: ['$a', 1] }, then: 'one' },
            { case: { $eq: ['$a', 2] }, then: 'two' },
          ],
          default: 'x',
        },
      },
      'two',
    ],
  ],
  $literal: [[{ $literal: '$a' }, '$a']],
  $mergeObjects: [[{ $mergeObjects: ['$o', { z: 1 }, null] }, { k: 1, z: 1 }]],
  $add: [
    [{ $add: ['$a', '$b', 0.5] }, 5.5],
    [{ $add: ['$d', 1000] }, new Date(date.getTime() + 1000)],
    [{ $add: [1, null] }, null],
  ],
  $subtract: [
    [{ $subtract: ['$b', '$a'] }, 1],
    [{ $subtract: ['$d', new Date(0)] }, date.getTime()],
  ],
  $multiply: [[{ $multiply: [2 ** 30, 4] }, 2 ** 32]],
  $divide: [[{ $divide: [7, 2] }, 3.5]],
  $mod: [[{ $mod: [-7, 3] }, -1]],
  $abs: [[{ $abs: -4 }, 4]],
  $ceil: [[{ $ceil: 1.2 }, 2]],
  $floor: [[{ $floor: -1.2 }, -2]],
  $sqrt: [[{ $sqrt: 9 }, 3]],
  $exp: [[{ $exp: 0 }, 1]],
  $ln: [[{ $ln: 1 }, 0]],
  $log10: [[{ $log10: 1000 }, 3]],
  $pow: [
    [{ $pow: [2, 40] }, 2 ** 40],
    [{ $pow: [2, -1] }, 0.5],
  ],
  $trunc: [[{ $trunc: [-1.29, 1] }, -1.2]],
  $round: [
    [{ $round: [2.5] }, 2],
    [{ $round: [1.005, 2] }, 1],
    [{ $round: [1234, -2] }, 1200],
  ],
  $size: [[{ $size: '$arr' }, 3]],
  $isArray: [
    [{ $isArray: '$arr' }, true],
    [{ $isArray: ['$a'] }, false],
  ],
  $in: [[{ $in: [2, '$arr'] }, true]],
  $arrayElemAt: [
    [{ $arrayElemAt: ['$arr', -1] }, 2],
    [{ $arrayElemAt: ['$arr', 9] }, undefined],
  ],
  $first: [[{ $first: '$arr' }, 3]],
  $last: [[{ $last: '$docs.x' }, 2]],
  $concatArrays: [
    [{ $concatArrays: ['$arr', [9]] }, [3, 1, 2, 9]],
    [{ $concatArrays: ['$arr', null] }, null],
  ],
  $reverseArray: [[{ $reverseArray: '$arr' }, [2, 1, 3]]],
  $slice: [
    [{ $slice: ['$arr', -2] }, [1, 2]],
    [{ $slice: ['$arr', 1, 1] }, [1]],
  ],
  $range: [[{ $range: [0, 5, 2] }, [0, 2, 4]]],
  $indexOfArray: [
    [{ $indexOfArray: ['$arr', 2] }, 2],
    [{ $indexOfArray: ['$arr', 7] }, -1],
  ],
  $map: [[{ $map: { input: '$arr', as: 'n', in: { $multiply: ['$$n', '$a'] } } }, [6, 2, 4]]],
  $filter: [[{ $filter: { input: '$arr', cond: { $gt: ['$$this', 1] } } }, [3, 2]]],
  $reduce: [[{ $reduce: { input: '$arr', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6]],
  $let: [[{ $let: { vars: { n: { $add: ['$a', 1] } }, in: { $multiply: ['$$n', 2] } } }, 6]],
  $setUnion: [[{ $setUnion: ['$arr', [2, 5]] }, [1, 2, 3, 5]]],
  $setIntersection: [[{ $setIntersection: ['$arr', [2, 5, 3]] }, [2, 3]]],
  $setDifference: [[{ $setDifference: ['$arr', [1]] }, [3, 2]]],
  $setEquals: [[{ $setEquals: ['$arr', [1, 2, 3, 3]] }, true]],
  $setIsSubset: [[{ $setIsSubset: [[1], '$arr'] }, true]],
  $getField: [[{ $getField: { field: 'k', input: '$o' } }, 1]],
  $setField: [[{ $setField: { field: 'x.y', input: '$o', value: 2 } }, { k: 1, 'x.y': 2 }]],
  $unsetField: [[{ $unsetField: { field: 'k', input: '$o' } }, {}]],
  $objectToArray: [[{ $objectToArray: '$o' }, [{ k: 'k', v: 1 }]]],
  $arrayToObject: [
    [
      {
        $arrayToObject: [
          [
            ['p', 1],
            ['q', 2],
          ],
        ],
      },
      { p: 1, q: 2 },
    ],
  ],
  $concat: [
    [{ $concat: ['$s', '!'] }, 'Héllo!'],
    [{ $concat: ['$s', null] }, null],
  ],
  $toLower: [
    [{ $toLower: '$s' }, 'héllo'],
    [{ $toLower: 'É' }, 'É'],
  ],
  $toUpper: [[{ $toUpper: 'aé' }, 'Aé']],
  $strcasecmp: [[{ $strcasecmp: ['ABC', 'abd'] }, -1]],
  $strLenCP: [[{ $strLenCP: '\u{1f600}é' }, 2]],
  $strLenBytes: [[{ $strLenBytes: 'é' }, 2]],
  $substrCP: [[{ $substrCP: ['$s', 1, 3] }, 'éll']],
  $indexOfCP: [[{ $indexOfCP: ['\u{1f600}ab', 'b'] }, 2]],
  $split: [[{ $split: ['a,b', ','] }, ['a', 'b']]],
  $trim: [
    [{ $trim: { input: '  x ' } }, 'x'],
    [{ $trim: { input: 'xxaxx', chars: 'x' } }, 'a'],
  ],
  $ltrim: [[{ $ltrim: { input: ' x ' } }, 'x ']],
  $rtrim: [[{ $rtrim: { input: ' x ' } }, ' x']],
  $replaceOne: [[{ $replaceOne: { input: 'aXbX', find: 'X', replacement: { $literal: '$&' } } }, 'a$&bX']],
  $replaceAll: [[{ $replaceAll: { input: 'aXbX', find: 'X', replacement: '-' } }, 'a-b-']],
  $regexMatch: [[{ $regexMatch: { input: '$s', regex: '^h', options: 'i' } }, true]],
  $regexFind: [[{ $regexFind: { input: '$s', regex: 'l+' } }, { match: 'll', idx: 2, captures: [] }]],
  $type: [
    [{ $type: '$big' }, 'long'],
    [{ $type: '$nope' }, 'missing'],
  ],
  $isNumber: [[{ $isNumber: '$a' }, true]],
  $toBool: [[{ $toBool: 'false' }, true]],
  $toInt: [
    [{ $toInt: '42' }, 42],
    [{ $toInt: 3.9 }, 3],
  ],
  $toLong: [[{ $toLong: '$d' }, date.getTime()]],
  $toDouble: [[{ $toDouble: '1.5' }, 1.5]],
  $toString: [
    [{ $toString: '$id' }, '0123456789abcdef01234567'],
    [{ $toString: '$d' }, date.toISOString()],
    [{ $toString: 1.5 }, '1.5'],
  ],
  $toObjectId: [[{ $toObjectId: '0123456789abcdef01234567' }, root.id]],
  $toDate: [[{ $toDate: '2024-03-10T07:30:15.123Z' }, date]],
  $year: [[{ $year: '$d' }, 2024]],
  $month: [[{ $month: { date: '$d', timezone: 'America/New_York' } }, 3]],
  $dayOfMonth: [[{ $dayOfMonth: '$d' }, 10]],
  $hour: [[{ $hour: { date: '$d', timezone: 'America/New_York' } }, 3]],
  $minute: [[{ $minute: '$d' }, 30]],
  $second: [[{ $second: '$d' }, 15]],
  $millisecond: [[{ $millisecond: '$d' }, 123]],
  $dayOfWeek: [[{ $dayOfWeek: '$d' }, 1]],
  $dayOfYear: [[{ $dayOfYear: '$d' }, 70]],
  $isoDayOfWeek: [[{ $isoDayOfWeek: '$d' }, 7]],
  $isoWeek: [[{ $isoWeek: '$d' }, 10]],
  $isoWeekYear: [[{ $isoWeekYear: new Date('2021-01-01') }, 2020]],
  $week: [[{ $week: '$d' }, 10]],
  $dateToString: [
    [
      { $dateToString: { date: '$d', format: '%Y-%m-%d %H:%M %z', timezone: 'America/New_York' } },
      '2024-03-10 03:30 -0400',
    ],
  ],
  $dateTrunc: [
    [{ $dateTrunc: { date: '$d', unit: 'week', startOfWeek: 'monday' } }, new Date('2024-03-04')],
    [{ $dateTrunc: { date: '$d', unit: 'day', timezone: 'America/New_York' } }, new Date('2024-03-10T05:00:00Z')],
  ],
  $dateAdd: [[{ $dateAdd: { startDate: new Date('2024-01-31'), unit: 'month', amount: 1 } }, new Date('2024-02-29')]],
  $dateSubtract: [
    [{ $dateSubtract: { startDate: '$d', unit: 'hour', amount: 2 } }, new Date('2024-03-10T05:30:15.123Z')],
  ],
  $dateDiff: [[{ $dateDiff: { startDate: new Date('2023-12-31'), endDate: '$d', unit: 'month' } }, 3]],
  $sum: [
    [{ $sum: '$arr' }, 6],
    [{ $sum: ['$a', 'x', '$b'] }, 5],
  ],
  $avg: [[{ $avg: '$arr' }, 2]],
  $min: [[{ $min: '$arr' }, 1]],
  $max: [[{ $max: ['$a', null, '$b'] }, 3]],
};

describe('expressions', () => {
  it.each(Object.entries(cases))('evaluate %s', (_name, examples) => {
    for (const [source, result] of examples) expect(plain(evaluate(source)), JSON.stringify(source)).toEqual(result);
  });

  it('have a case for every operator', () => {
    expect(Object.keys(operators).filter((name) => !(name in cases))).toEqual([]);
  });

  it('keep the types of numbers', () => {
    expect(evaluate({ $add: [2 ** 31 - 1, 1] })).toBe(2n ** 31n);
    expect(evaluate({ $divide: [4, 2] })).toEqual(new Double(2));
    expect(evaluate({ $sum: ['$big', 1] })).toBe(6n);
    expect(evaluate({ $add: [0.1, 0.2] })).toBe(0.1 + 0.2);
  });

  it.each<[unknown, number]>([
    [{ $nope: 1 }, 168],
    [{ $rand: {} }, 238],
    [{ $function: {} }, 238],
    [{ $divide: [1, 0] }, 2],
    [{ $add: ['x', 1] }, 14],
    [{ $add: [new Decimal128('1'), 1] }, 238],
    [{ $toInt: 'x' }, 241],
    [{ $size: '$a' }, 17124],
    ['$$undefined_variable', 17276],
    [{ $cond: [1, 2] }, 16020],
    [{ a: 1, $add: [1] }, 15983],
  ])('refuse %o with code %i', (source, code) => {
    if (code === 15983) expect(() => evaluate({ $add: [1], a: 1 })).toThrow(expect.objectContaining({ code }));
    else expect(() => evaluate(source)).toThrow(expect.objectContaining({ code }));
  });
});
