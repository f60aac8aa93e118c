import { add, combine, double, isDouble, multiply, numberOperand } from '../bson/arithmetic.ts';
import { isPlainNumber, numeric, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { Operator } from './expression.ts';
import { fixed, isNullish, variadic } from './operands.ts';

export const arithmeticOperators: Readonly<Record<string, Operator>> = {
  $add: variadic((values, name) => {
    if (values.some(isNullish)) return null;
    const dates = values.filter((value) => value instanceof Date);
    if (dates.length > 1) fail(16612, 'only one date allowed in an $add expression');
    const sum = values
      .filter((value) => !(value instanceof Date))
      .reduce<Value>((total, value) => orDouble(total, value, name, add), 0);
    return dates.length === 0 ? sum : shiftDate(dates[0], sum);
  }),
  $multiply: variadic((values, name) => {
    if (values.some(isNullish)) return null;
    return values.reduce<Value>((total, value) => orDouble(total, value, name, multiply), 1);
  }),
  $subtract: fixed(2, ([a, b], name) => {
    if (isNullish(a) || isNullish(b)) return null;
    if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
    if (a instanceof Date) return new Date(a.getTime() - Math.round(Number(numberOperand(b, name))));
    return orDouble(a, b, name, subtract);
  }),
  $divide: fixed(2, ([a, b], name) => {
    if (isNullish(a) || isNullish(b)) return null;
    const divisor = Number(numberOperand(b, name));
    if (divisor === 0) fail(2, "can't $divide by zero");
    return double(Number(numberOperand(a, name)) / divisor);
  }),
  $mod: fixed(2, ([a, b], name) => {
    if (isNullish(a) || isNullish(b)) return null;
    if (Number(numberOperand(b, name)) === 0) fail(16610, "can't $mod by zero");
    return combine(
      a,
      b,
      name,
      (x, y) => x % y,
      (x, y) => x % y,
    );
  }),
  $abs: unary(
    (value) => Math.abs(value),
    (value) => (value < 0n ? -value : value),
  ),
  $ceil: unary(Math.ceil, (value) => value),
  $floor: unary(Math.floor, (value) => value),
  $sqrt: real((value) =>
    value < 0 ? fail(28714, "$sqrt's argument must be greater than or equal to 0") : Math.sqrt(value),
  ),
  $exp: real(Math.exp),
  $ln: real((value) => (value <= 0 ? fail(28766, "$ln's argument must be a positive number") : Math.log(value))),
  $log10: real((value) =>
    value <= 0 ? fail(28761, "$log10's argument must be a positive number") : Math.log10(value),
  ),
  $pow: fixed(2, ([a, b], name) => {
    if (isNullish(a) || isNullish(b)) return null;
    const base = numberOperand(a, name);
    const exponent = numberOperand(b, name);
    if (Number(base) === 0 && Number(exponent) < 0) fail(28764, '$pow cannot take a base of 0 and a negative exponent');
    const isWhole = !isDouble(a) && !isDouble(b) && Number(exponent) >= 0;
    const power = Number(base) ** Number(exponent);
    if (!isWhole || Math.abs(power) >= 2 ** 63) return double(power);
    return orDouble(a, b, name, (x, y) =>
      combine(
        x,
        y,
        name,
        (i, j) => i ** j,
        (i, j) => i ** j,
      ),
    );
  }),
  $trunc: variadic((values, name) => rounded(values, name, Math.trunc), 1, 2),
  $round: variadic((values, name) => rounded(values, name, halfToEven), 1, 2),
};

function subtract(a: Value, b: Value, name: string): Value {
  return combine(
    a,
    b,
    name,
    (x, y) => x - y,
    (x, y) => x - y,
  );
}

/** Expressions go on as double when an int64 overflows. */
export function orDouble(a: Value, b: Value, name: string, apply: (a: Value, b: Value, name: string) => Value): Value {
  return apply(a, b, name) ?? apply(double(Number(numberOperand(a, name))), b, name);
}

function shiftDate(date: Value, milliseconds: Value): Value {
  return new Date((date as Date).getTime() + Math.round(Number(numberOperand(milliseconds, '$add'))));
}

function unary(ofDouble: (value: number) => number, ofLong: (value: bigint) => bigint): Operator {
  return fixed(1, ([value], name) => {
    if (isNullish(value)) return null;
    const number = numberOperand(value, name);
    if (typeof number === 'bigint') return ofLong(number);
    return isDouble(value) ? double(ofDouble(number)) : orLong(ofDouble(number));
  });
}

/** The absolute value of the least int32 is no int32. */
function orLong(value: number): Value {
  return value > 2 ** 31 - 1 ? BigInt(value) : value;
}

function real(apply: (value: number) => number): Operator {
  return fixed(1, ([value], name) => (isNullish(value) ? null : double(apply(Number(numberOperand(value, name))))));
}

function rounded([value, place = 0]: Value[], name: string, round: (value: number) => number): Value {
  if (isNullish(value) || isNullish(place)) return null;
  const number = numberOperand(value, name);
  const digits = isPlainNumber(place) ? Number(numeric(place)) : NaN;
  if (!Number.isInteger(digits) || digits < -20 || digits > 100)
    fail(51082, `cannot apply ${name} with precision value ${String(place)}, value must be an integer in [-20, 100]`);
  if (digits >= 0 && !isDouble(value)) return value;
  const result = shift(round(shift(Number(number), digits)), -digits);
  if (isDouble(value)) return double(result);
  return typeof number === 'bigint' ? BigInt(result) : result;
}

/** Moves the decimal point in decimal notation: multiplying by a power of ten would bring errors of its own. */
function shift(value: number, digits: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

function halfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
