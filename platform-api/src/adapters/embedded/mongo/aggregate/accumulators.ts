import { double } from '../bson/arithmetic.ts';
import { compare, equals } from '../bson/compare.ts';
import { isDoc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { compileExpression, type Expression, type Scope } from '../expressions/expression.ts';
import { Sum } from '../expressions/sum.ts';
import { mergeObjects } from '../expressions/comparison.ts';
import { sizeOf, type MemoryMeter } from './size.ts';

/** Gathers one value from the documents of a group. */
export interface Accumulator {
  add(scope: Scope): void;
  result(): Value;
}

export type AccumulatorFactory = (meter: MemoryMeter) => Accumulator;

type Maker = (expression: Expression, meter: MemoryMeter) => Accumulator;

const makers: Readonly<Record<string, Maker>> = {
  $sum: (expression) => {
    const sum = new Sum();
    return { add: (scope) => sum.add(expression(scope)), result: () => sum.result() };
  },
  $avg: (expression) => {
    const sum = new Sum();
    return {
      add: (scope) => sum.add(expression(scope)),
      result: () => (sum.count === 0 ? null : double(sum.number() / sum.count)),
    };
  },
  $min: (expression) => extreme(expression, -1),
  $max: (expression) => extreme(expression, 1),
  $first: (expression) => {
    let first: { value: Value } | undefined;
    return { add: (scope) => (first ??= { value: expression(scope) }), result: () => first?.value ?? null };
  },
  $last: (expression) => {
    let last: Value;
    return { add: (scope) => (last = expression(scope)), result: () => last ?? null };
  },
  $push: (expression, meter) => {
    const values: Value[] = [];
    return {
      add: (scope) => {
        const value = expression(scope);
        if (value === undefined) return;
        meter.add(sizeOf(value));
        values.push(value);
      },
      result: () => values,
    };
  },
  $addToSet: (expression, meter) => {
    const values: Value[] = [];
    const scalars = new Set<Value>();
    return {
      add: (scope) => {
        const value = expression(scope);
        if (value === undefined) return;
        // Strings are what sets mostly hold: no need to walk all of them.
        if (typeof value === 'string' ? scalars.has(value) : values.some((other) => equals(other, value))) return;
        meter.add(sizeOf(value));
        if (typeof value === 'string') scalars.add(value);
        values.push(value);
      },
      result: () => values,
    };
  },
  $mergeObjects: (expression) => {
    let merged: Value = new Map();
    return { add: (scope) => (merged = mergeObjects([merged, expression(scope)])), result: () => merged };
  },
};

function extreme(expression: Expression, direction: 1 | -1): Accumulator {
  let best: Value;
  return {
    add: (scope) => {
      const value = expression(scope);
      if (value === undefined || value === null) return;
      if (best === undefined || compare(value, best) * direction > 0) best = value;
    },
    result: () => best ?? null,
  };
}

const refused: ReadonlySet<string> = new Set(
  '$accumulator $bottom $bottomN $firstN $lastN $maxN $minN $median $percentile $stdDevPop $stdDevSamp $top $topN $concatArrays $setUnion'.split(
    ' ',
  ),
);

/** Reads `{ $sum: expression }`. Throws 15952 for an unknown operator. */
export function compileAccumulator(field: string, source: Value): AccumulatorFactory {
  if (!isDoc(source) || source.size !== 1) return fail(40234, `The field '${field}' must be an accumulator object`);
  const [[name, operand]] = source;
  if (name === '$count') {
    if (!isDoc(operand) || operand.size > 0) return fail(9, '$count takes no arguments, i.e. $count:{}');
    return (meter) => makers.$sum(() => 1, meter);
  }
  if (Object.hasOwn(makers, name)) {
    if (Array.isArray(operand) && operand.length > 1) fail(40237, `The ${name} accumulator is a unary operator`);
    const expression = compileExpression(Array.isArray(operand) && operand.length === 1 ? operand[0] : operand);
    return (meter) => makers[name](expression, meter);
  }
  if (refused.has(name)) unsupported(`the group operator ${name}`);
  return fail(15952, `unknown group operator '${name}'`);
}
