import { Binary, BSONRegExp, Decimal128, Double, MaxKey, MinKey, ObjectId, serialize, Timestamp } from 'bson';
import { describe, expect, it } from 'vitest';
import { randomSource, type Random } from '../testing/random.harness.ts';
import { compare } from './compare.ts';
import { decode, decodeFields } from './decode.ts';
import { encode } from './encode.ts';
import { inverted, keyBytes } from './key-bytes.ts';
import type { Value } from './value.ts';

const numbers: Value[] = [
  0,
  -0,
  1,
  -1,
  2 ** 31 - 1,
  new Double(1),
  0.5,
  -0.5,
  NaN,
  Infinity,
  -Infinity,
  2 ** 53,
  5e-324,
];
const longs: Value[] = [
  1n,
  -1n,
  2n ** 53n,
  2n ** 53n + 1n,
  2n ** 53n + 2n,
  -(2n ** 53n) - 1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
];

function randomValue(random: Random, depth = 0): Value {
  const kinds: (() => Value)[] = [
    () => null,
    () => random.pick(numbers),
    () => random.pick(longs),
    () => random.pick(['', 'a', 'a\0', 'a\0b', 'ab', '\uffee', '\u{1f600}', 'é']),
    () => random.chance(0.5),
    () => new Date(random.below(2000) - 1000),
    () => new ObjectId(Buffer.alloc(12, random.below(3))),
    () => new Binary(Buffer.alloc(random.below(3), random.below(3)), random.below(2)),
    () => new Timestamp({ t: random.below(3), i: random.below(3) }),
    () => new BSONRegExp(random.pick(['a', 'ab']), random.pick(['', 'i'])),
    () => random.pick<Value>([new MinKey(), new MaxKey()]),
  ];
  if (depth < 3) {
    kinds.push(() => Array.from({ length: random.below(4) }, () => randomValue(random, depth + 1)));
    kinds.push(
      () =>
        new Map(
          Array.from({ length: random.below(3) }, () => [
            random.pick(['a', 'b', 'a\u0001']),
            randomValue(random, depth + 1),
          ]),
        ),
    );
  }
  return random.pick(kinds)();
}

describe('key bytes', () => {
  it('order as values do, ascending and descending, on many random pairs', () => {
    const random = randomSource(3);
    for (let n = 0; n < 30_000; n++) {
      const [a, b] = [randomValue(random), randomValue(random)];
      const expected = Math.sign(compare(a, b));
      expect(Buffer.compare(keyBytes(a), keyBytes(b)), `${String(a)} ${String(b)}`).toBe(expected);
      expect(Buffer.compare(inverted(keyBytes(a)), inverted(keyBytes(b)))).toBe(expected === 0 ? 0 : -expected);
    }
  });

  it('refuse Decimal128', () => {
    expect(() => keyBytes(new Decimal128('1'))).toThrow(/not supported: Decimal128/);
  });
});

describe('order', () => {
  it('compares numbers of all types by value', () => {
    expect(compare(1, 1n)).toBe(0);
    expect(compare(new Double(1), 1)).toBe(0);
    expect(compare(2n ** 53n + 1n, 2 ** 53)).toBeGreaterThan(0);
    expect(compare(new Decimal128('0.1'), 0.1)).toBeLessThan(0);
    expect(compare(new Decimal128('2.50'), 2.5)).toBe(0);
    expect(compare(new Decimal128('Infinity'), Infinity)).toBe(0);
    expect(compare(NaN, -Infinity)).toBeLessThan(0);
  });

  it('puts strings in UTF-8 order, where UTF-16 order differs', () => {
    expect(compare('\uffee', '\u{1f600}')).toBeLessThan(0);
  });
});

describe('the codec', () => {
  it('gives back the bytes it read, whatever the types and the order of names', () => {
    const source = {
      z: 1,
      10: 'ten',
      2: new Double(2),
      l: 5n,
      d: new Date(5),
      o: { b: [1, { c: null }] },
      bin: new Binary(Buffer.from([1])),
      dec: new Decimal128('1.10'),
      re: new BSONRegExp('a', 'i'),
    };
    const bytes = Buffer.from(serialize(source));
    expect(encode(decode(bytes)).equals(bytes)).toBe(true);
    const ordered = encode(
      new Map<string, Value>([
        ['z', 1],
        ['10', 2],
        ['2', 3],
        ['__proto__', 4],
      ]),
    );
    expect([...decode(ordered).keys()]).toEqual(['z', '10', '2', '__proto__']);
  });

  it('reads only the fields it is asked for', () => {
    const bytes = serialize({
      a: { deep: [1, 2] },
      s: 'text',
      re: /x/i,
      b: 7,
      n: null,
      bin: new Binary(Buffer.from([1, 2])),
      last: true,
    });
    expect(decodeFields(bytes, new Set(['b', 'last']))).toEqual(
      new Map<string, Value>([
        ['b', 7],
        ['last', true],
      ]),
    );
  });

  it('refuses bytes that are no document, at any length', () => {
    const bytes = Buffer.from(serialize({ a: 'some text', b: { c: [1, 2, 3] } }));
    for (let length = 0; length < bytes.length; length++) expect(() => decode(bytes.subarray(0, length))).toThrow();
    const random = randomSource(5);
    for (let n = 0; n < 2000; n++) {
      const broken = Buffer.from(bytes);
      broken[random.below(bytes.length)] = random.below(256);
      try {
        decode(broken);
      } catch (error) {
        expect(error).toMatchObject({ name: 'CommandError' });
      }
    }
  });
});
