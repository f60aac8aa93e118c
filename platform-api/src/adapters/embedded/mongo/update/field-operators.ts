import { Timestamp } from 'bson';
import { add, multiply } from '../bson/arithmetic.ts';
import { compare } from '../bson/compare.ts';
import { isDoc, isPlainNumber, typeOf, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { describe } from '../storage/describe.ts';
import { UNCHANGED, type Written } from './write-path.ts';

export interface ChangeInput {
  /** What is at the path now; undefined when nothing is. */
  before: Value;
  operand: Value;
  /** The path as written, for messages. */
  name: string;
  now: Date;
}

/** What one operator makes of one path. */
export type FieldChange = (input: ChangeInput) => Written;

export const fieldOperators: Readonly<Record<string, FieldChange>> = {
  $set: ({ operand }) => operand,
  $unset: () => undefined,
  $inc: ({ before, operand, name }) => arithmetic('$inc', before, operand, name),
  $mul: ({ before, operand, name }) => arithmetic('$mul', before, operand, name),
  $min: ({ before, operand }) => (before === undefined || compare(operand, before) < 0 ? operand : UNCHANGED),
  $max: ({ before, operand }) => (before === undefined || compare(operand, before) > 0 ? operand : UNCHANGED),
  $currentDate: ({ operand, now }) => currentDate(operand, now),
};

function arithmetic(operator: '$inc' | '$mul', before: Value, operand: Value, name: string): Value {
  if (typeOf(operand) === 'decimal' || typeOf(before) === 'decimal') unsupported(`Decimal128 in ${operator}`);
  if (!isPlainNumber(operand)) {
    return fail(
      14,
      `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${name}: ${describe(operand)}}`,
    );
  }
  if (before === undefined) return operator === '$inc' ? operand : multiply(operand, 0, operator);
  if (!isPlainNumber(before)) {
    return fail(
      14,
      `Cannot apply ${operator} to a value of non-numeric type. The field '${name}' has ${typeOf(before)} type`,
    );
  }
  const result = operator === '$inc' ? add(before, operand, operator) : multiply(before, operand, operator);
  return (
    result ??
    fail(
      2,
      `Failed to apply ${operator} operations to current value ((NumberLong)${String(before)}) for '${name}': it would overflow`,
    )
  );
}

function currentDate(operand: Value, now: Date): Value {
  const type = isDoc(operand) ? operand.get('$type') : operand;
  if (type === true || type === false || type === 'date') return now;
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  return fail(2, `The '$type' string field is required to be 'date' or 'timestamp'`);
}
