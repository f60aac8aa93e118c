import type { Binary, BSONRegExp, Code, Decimal128, ObjectId, Timestamp } from 'bson';
import { isPlainNumber, numeric, typeOf, type Doc, type TypeName, type Value } from './value.ts';

/** Where each type stands in BSON's order. Types with one rank compare by value. */
const ranks: Readonly<Record<TypeName, number>> = {
  minKey: 0,
  null: 1,
  missing: 1,
  int: 2,
  double: 2,
  long: 2,
  decimal: 2,
  string: 3,
  object: 4,
  array: 5,
  binData: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  timestamp: 10,
  regex: 11,
  javascript: 12,
  maxKey: 13,
};

/** The class of types a comparison operator stays within: `$gt: 5` meets numbers only. */
export function rankOf(value: Value): number {
  return ranks[typeOf(value)];
}

/** Negative, zero or positive, by BSON's total order. Missing counts as null. */
export function compare(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  return difference !== 0 ? difference : byRank[rank](a, b);
}

export function equals(a: Value, b: Value): boolean {
  return compare(a, b) === 0;
}

const same = (): number => 0;

const byRank: readonly ((a: Value, b: Value) => number)[] = [
  same,
  same,
  (a, b) => compareNumbers(a, b),
  (a, b) => compareStrings(a as string, b as string),
  (a, b) => compareDocs(a as Doc, b as Doc),
  (a, b) => compareArrays(a as Value[], b as Value[]),
  (a, b) => compareBinaries(a as Binary, b as Binary),
  (a, b) => Buffer.compare((a as ObjectId).id, (b as ObjectId).id),
  (a, b) => Number(a) - Number(b),
  (a, b) => (a as Date).getTime() - (b as Date).getTime(),
  (a, b) => compareTimestamps(a as Timestamp, b as Timestamp),
  (a, b) => compareRegexes(a as BSONRegExp, b as BSONRegExp),
  (a, b) => compareStrings(String((a as Code).code), String((b as Code).code)),
  same,
];

/** UTF-8 order. JavaScript's own `<` goes by UTF-16 and misplaces everything above U+FFFF. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return liftSurrogate(left) - liftSurrogate(right);
  }
  return a.length - b.length;
}

/** Moves surrogates above U+E000..U+FFFF, where UTF-8 has what they stand for. */
function liftSurrogate(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareNumbers(a: Value, b: Value): number {
  if (isPlainNumber(a) && isPlainNumber(b)) {
    const left = numeric(a);
    const right = numeric(b);
    if (left < right) return -1;
    if (left > right) return 1;
    // NaN is the least number and equal to itself.
    return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
  }
  return compareFractions(fraction(a), fraction(b));
}

/** A number without loss: NaN, an infinity (by sign), or numerator over a positive denominator. */
type Fraction = 'nan' | { infinite: number } | { over: bigint; under: bigint };

function compareFractions(a: Fraction, b: Fraction): number {
  if (a === 'nan' || b === 'nan') return Number(b === 'nan') - Number(a === 'nan');
  if ('infinite' in a || 'infinite' in b) {
    return ('infinite' in a ? a.infinite : 0) - ('infinite' in b ? b.infinite : 0);
  }
  const left = a.over * b.under;
  const right = b.over * a.under;
  return left < right ? -1 : Number(left > right);
}

function fraction(value: Value): Fraction {
  if (!isPlainNumber(value)) return decimalFraction((value as Decimal128).toString());
  const number = numeric(value);
  if (typeof number === 'bigint') return { over: number, under: 1n };
  if (Number.isNaN(number)) return 'nan';
  if (!Number.isFinite(number)) return { infinite: Math.sign(number) };
  let under = 1n;
  let scaled = number;
  while (!Number.isInteger(scaled)) {
    // Exact: doubling only moves the exponent.
    scaled *= 2;
    under *= 2n;
  }
  return { over: BigInt(scaled), under };
}

function decimalFraction(text: string): Fraction {
  const parts = /^(-?)(\d+)(?:\.(\d*))?(?:E([+-]?\d+))?$/.exec(text);
  if (!parts) return text === 'NaN' ? 'nan' : { infinite: text.startsWith('-') ? -1 : 1 };
  const [, sign, whole, decimals = '', exponent = '0'] = parts;
  const digits = BigInt(whole + decimals) * (sign ? -1n : 1n);
  const power = Number(exponent) - decimals.length;
  return power >= 0
    ? { over: digits * 10n ** BigInt(power), under: 1n }
    : { over: digits, under: 10n ** BigInt(-power) };
}

function compareDocs(a: Doc, b: Doc): number {
  const right = b.entries();
  for (const [name, value] of a) {
    const next = right.next();
    if (next.done) return 1;
    const [otherName, otherValue] = next.value;
    const difference =
      rankOf(value) - rankOf(otherValue) || compareStrings(name, otherName) || compare(value, otherValue);
    if (difference !== 0) return difference;
  }
  return right.next().done ? 0 : -1;
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = compare(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  return (
    a.position - b.position ||
    a.sub_type - b.sub_type ||
    Buffer.compare(a.buffer.subarray(0, a.position), b.buffer.subarray(0, b.position))
  );
}

function compareTimestamps(a: Timestamp, b: Timestamp): number {
  return (a.high >>> 0) - (b.high >>> 0) || (a.low >>> 0) - (b.low >>> 0);
}

function compareRegexes(a: BSONRegExp, b: BSONRegExp): number {
  return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options);
}
