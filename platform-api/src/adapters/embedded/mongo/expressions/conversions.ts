import { ObjectId, type Timestamp } from 'bson';
import { double, numberOperand } from '../bson/arithmetic.ts';
import { isInt32, isPlainNumber, numeric, typeOf, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import type { Operator } from './expression.ts';
import { fixed, isNullish, isTrue } from './operands.ts';

/** A value as text where MongoDB turns it into text by itself; undefined for null and missing. */
export function toText(value: Value, name: string): string | undefined {
  if (isNullish(value)) return undefined;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (typeOf(value) === 'double') return doubleText(Number(numberOperand(value, name)));
  if (isPlainNumber(value)) return String(numeric(value));
  return fail(16007, `can't convert from BSON type ${typeOf(value)} to String`);
}

function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  // Where JavaScript changes to exponents MongoDB's form differs.
  if (value !== 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-4))
    return unsupported('turning a very large or very small double into text');
  return Number(value.toPrecision(15)) === value
    ? String(value)
    : unsupported('turning a double of more than 15 digits into text');
}

function conversion(convert: (value: Value, name: string) => Value): Operator {
  return fixed(1, ([value], name) => (isNullish(value) ? null : convert(value, name)));
}

function cannot(value: Value, name: string): never {
  return fail(241, `Unsupported conversion from ${typeOf(value)} in ${name} with no onError value`);
}

function failed(value: string, name: string): never {
  return fail(241, `Failed to parse number '${value}' in ${name} with no onError value`);
}

/** A whole number within bounds, from a number, a boolean, a date or digits. */
function whole(value: Value, name: string, bits: 32 | 64): bigint {
  let result: bigint;
  if (typeof value === 'boolean') result = value ? 1n : 0n;
  else if (typeof value === 'string')
    result = /^[+-]?\d+$/.test(value) ? BigInt(value.replace('+', '')) : failed(value, name);
  else if (value instanceof Date && bits === 64) result = BigInt(value.getTime());
  else if (isPlainNumber(value)) {
    const number = numeric(value);
    if (typeof number === 'number' && !Number.isFinite(number))
      fail(241, `Attempt to convert NaN or infinity value to integer type in ${name} with no onError value`);
    result = typeof number === 'bigint' ? number : BigInt(Math.trunc(number));
  } else return cannot(value, name);
  if (BigInt.asIntN(bits, result) !== result)
    fail(241, `Conversion would overflow target type in ${name} with no onError value`);
  return result;
}

export const conversionOperators: Readonly<Record<string, Operator>> = {
  $type: fixed(1, ([value]) => typeOf(value)),
  $isNumber: fixed(1, ([value]) => isPlainNumber(value) || typeOf(value) === 'decimal'),
  $toBool: conversion((value) => (typeof value === 'string' ? true : isTrue(value))),
  $toInt: conversion((value, name) => Number(whole(value, name, 32))),
  $toLong: conversion((value, name) => whole(value, name, 64)),
  $toDouble: conversion((value, name) => {
    if (typeof value === 'boolean') return double(value ? 1 : 0);
    if (value instanceof Date) return double(value.getTime());
    if (isPlainNumber(value)) return double(Number(numeric(value)));
    if (typeof value !== 'string') return cannot(value, name);
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? double(Number(value)) : failed(value, name);
  }),
  $toString: conversion((value, name) => {
    if (typeof value === 'boolean') return String(value);
    if (typeOf(value) === 'objectId') return (value as ObjectId).toHexString();
    return typeof value === 'object' && !(value instanceof Date) && typeOf(value) !== 'double'
      ? cannot(value, name)
      : toText(value, name);
  }),
  $toObjectId: conversion((value, name) => {
    if (typeOf(value) === 'objectId') return value;
    if (typeof value !== 'string') return cannot(value, name);
    return /^[0-9a-f]{24}$/i.test(value)
      ? new ObjectId(value)
      : fail(241, `Failed to parse objectId '${value}' in ${name} with no onError value`);
  }),
  $toDate: conversion((value, name) => {
    if (value instanceof Date) return value;
    if (typeOf(value) === 'objectId') return (value as ObjectId).getTimestamp();
    if (typeOf(value) === 'timestamp') return new Date((value as Timestamp).high * 1000);
    if (isPlainNumber(value)) {
      const number = numeric(value);
      if (typeof number === 'number' && isInt32(number) && typeOf(value) === 'int') return cannot(value, name);
      return new Date(Math.trunc(Number(number)));
    }
    return typeof value === 'string' ? parseDate(value, name) : cannot(value, name);
  }),
};

function parseDate(text: string, name: string): Date {
  const isIso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  const zoned =
    isIso && /(?:Z|[+-]\d\d:?\d\d)$/.test(text.slice(10)) ? text : `${text.length === 10 ? `${text}T00:00` : text}Z`;
  const date = new Date(zoned.replace(' ', 'T'));
  return isIso && !Number.isNaN(date.getTime())
    ? date
    : fail(241, `Error parsing date string '${text}' in ${name} with no onError value`);
}
