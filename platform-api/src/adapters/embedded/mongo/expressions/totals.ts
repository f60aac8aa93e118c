import { double } from '../bson/arithmetic.ts';
import { compare } from '../bson/compare.ts';
import type { Value } from '../bson/value.ts';
import type { Operator } from './expression.ts';
import { Sum } from './sum.ts';
import { isNullish, variadic } from './operands.ts';

/** One operand that is an array stands for its elements. */
function spread(values: readonly Value[]): readonly Value[] {
  const [only] = values;
  return values.length === 1 && Array.isArray(only) ? only : values;
}

function extreme(values: readonly Value[], direction: 1 | -1): Value {
  const known = spread(values).filter((value) => !isNullish(value));
  if (known.length === 0) return null;
  return known.reduce((best, value) => (compare(value, best) * direction > 0 ? value : best));
}

/** Accumulators as expressions: over their operands instead of over documents. */
export const totalOperators: Readonly<Record<string, Operator>> = {
  $sum: variadic((values) => summed(values).result()),
  $avg: variadic((values) => {
    const sum = summed(values);
    return sum.count === 0 ? null : double(sum.number() / sum.count);
  }),
  $min: variadic((values) => extreme(values, -1)),
  $max: variadic((values) => extreme(values, 1)),
};

function summed(values: readonly Value[]): Sum {
  const sum = new Sum();
  for (const value of spread(values)) sum.add(value);
  return sum;
}
