import { Double } from 'bson';
import { fail, unsupported } from '../errors.ts';
import { isInt32, isPlainNumber, numeric, typeOf, type Value } from './value.ts';

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/** A value of BSON type double, whatever its value. */
export function double(value: number): Value {
  return isInt32(value) ? new Double(value) : value;
}

/** The number type that holds a whole result: int32 while it fits and no operand was wider. */
export function integer(value: bigint, isLong: boolean): Value {
  const number = Number(value);
  if (!isLong && isInt32(number)) return number;
  return value >= INT64_MIN && value <= INT64_MAX ? value : undefined;
}

export function isDouble(value: Value): boolean {
  return typeOf(value) === 'double';
}

/** The operand as a number, or an error that names the operator. */
export function numberOperand(value: Value, name: string): number | bigint {
  if (isPlainNumber(value)) return numeric(value);
  if (typeOf(value) === 'decimal') unsupported(`Decimal128 in ${name}`);
  return fail(14, `${name} only supports numeric types, not ${typeOf(value)}`);
}

/**
 * `a op b` by BSON's rules of types: a double makes a double, an int64 an int64, and int32 widens when it overflows.
 * `undefined` when an int64 overflows.
 */
export function combine(
  a: Value,
  b: Value,
  name: string,
  whole: (a: bigint, b: bigint) => bigint,
  real: (a: number, b: number) => number,
): Value {
  const left = numberOperand(a, name);
  const right = numberOperand(b, name);
  if (isDouble(a) || isDouble(b)) return double(real(Number(left), Number(right)));
  if (typeof left === 'number' && typeof right === 'number') {
    const quick = real(left, right);
    if (isInt32(quick)) return quick;
  }
  return integer(whole(BigInt(left), BigInt(right)), typeof left === 'bigint' || typeof right === 'bigint');
}

export function add(a: Value, b: Value, name: string): Value {
  return combine(
    a,
    b,
    name,
    (x, y) => x + y,
    (x, y) => x + y,
  );
}

export function multiply(a: Value, b: Value, name: string): Value {
  return combine(
    a,
    b,
    name,
    (x, y) => x * y,
    (x, y) => (x * y === 0 ? Math.abs(x * y) : x * y),
  );
}
