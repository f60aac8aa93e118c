import type { BSONRegExp } from 'bson';
import { after, inverted, keyBytes, tagOf } from '../bson/key-bytes.ts';
import { isPlainNumber, numeric, typeOf, type Value } from '../bson/value.ts';
import type { Test } from '../query/filter.ts';
import { isPurePrefix, literalPrefix } from '../query/regex.ts';
import { rules } from './rules.ts';

/** Keys from `low` on and below `high`. A point is all keys that start with `low`. */
export interface Interval {
  low: Buffer;
  high: Buffer;
  isPoint: boolean;
}

/** What one predicate means to an index: ascending intervals apart from each other. */
export interface FieldBounds {
  intervals: readonly Interval[];
  /** The intervals hold exactly what the predicate accepts, for a field without arrays or with one bound. */
  isExact: boolean;
  /** No missing or null value passes, so a sparse index has all answers. */
  excludesNull: boolean;
}

/** The key ranges a test allows, or undefined when it allows any. */
export function boundsOf(test: Test): FieldBounds | undefined {
  switch (test.op) {
    case 'eq':
      return points([test.value]);
    case 'in':
      return test.regexes.length > 0 ? undefined : points(test.values);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return range(test.op, test.value);
    case 'regex':
      return prefixRange(test.pattern, test.options);
    default:
      return undefined;
  }
}

function point(key: Buffer): Interval {
  return { low: key, high: after(key) ?? Buffer.of(0xff), isPoint: true };
}

function points(values: readonly Value[]): FieldBounds | undefined {
  // An array as operand may equal a whole array or an element, and Decimal128 has no key.
  if (values.some((value) => Array.isArray(value) || holdsDecimal(value))) return undefined;
  const keys = values.map(keyBytes).sort((a, b) => Buffer.compare(a, b));
  const distinct = keys.filter((key, at) => at === 0 || !key.equals(keys[at - 1]));
  const hasNull = values.some((value) => value === null || value === undefined);
  return { intervals: distinct.map(point), isExact: !hasNull || !rules.nullIsNotExact, excludesNull: !hasNull };
}

function holdsDecimal(value: Value): boolean {
  if (typeOf(value) === 'decimal') return true;
  if (Array.isArray(value)) return value.some(holdsDecimal);
  return value instanceof Map && [...value.values()].some(holdsDecimal);
}

function range(op: 'gt' | 'gte' | 'lt' | 'lte', value: Value): FieldBounds | undefined {
  const type = typeOf(value);
  if (value === null || type === 'minKey' || type === 'maxKey' || Array.isArray(value) || holdsDecimal(value)) {
    return undefined;
  }
  if (isPlainNumber(value) && Number.isNaN(numeric(value))) return undefined;
  const key = keyBytes(value);
  const next = after(key) ?? Buffer.of(0xff);
  const tag = tagOf(value);
  // NaN is the first number and in no range.
  const least = isPlainNumber(value) && rules.nanIsInNoRange ? keyBytes(-Infinity) : Buffer.of(tag);
  const low = op === 'gt' ? next : op === 'gte' ? key : least;
  const high = op === 'lt' ? key : op === 'lte' ? next : Buffer.of(tag + 1);
  return {
    intervals: Buffer.compare(low, high) < 0 ? [{ low, high, isPoint: false }] : [],
    isExact: true,
    excludesNull: true,
  };
}

function prefixRange(pattern: string, options: string): FieldBounds | undefined {
  const prefix = literalPrefix(pattern, options);
  if (prefix === undefined) return undefined;
  const low = Buffer.concat([Buffer.of(tagOf('')), Buffer.from(prefix, 'utf8')]);
  const high = after(low) ?? Buffer.of(0xff);
  // A stored regular expression equals the one that is asked for.
  const itself = point(keyBytes({ _bsontype: 'BSONRegExp', pattern, options } as BSONRegExp));
  return {
    intervals: [{ low, high, isPoint: false }, itself],
    isExact: isPurePrefix(pattern, options),
    excludesNull: true,
  };
}

/** What both lists allow. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  for (const left of a) {
    for (const right of b) {
      const low = Buffer.compare(left.low, right.low) >= 0 ? left.low : right.low;
      const high = Buffer.compare(left.high, right.high) <= 0 ? left.high : right.high;
      if (Buffer.compare(low, high) < 0) both.push({ low, high, isPoint: left.isPoint || right.isPoint });
    }
  }
  return both;
}

/** The same intervals among keys whose bytes are inverted, in that order. */
export function descending(intervals: readonly Interval[]): Interval[] {
  return intervals
    .map(({ low, high, isPoint }) =>
      isPoint ? point(inverted(low)) : { low: past(inverted(high)), high: past(inverted(low)), isPoint },
    )
    .reverse();
}

/** Nothing that starts with the inverted end belongs below it. */
function past(key: Buffer): Buffer {
  return after(key) ?? Buffer.of(0xff);
}
