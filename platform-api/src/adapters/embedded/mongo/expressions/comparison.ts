import { compare } from '../bson/compare.ts';
import { isDoc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { Operator } from './expression.ts';
import { fixed, isNullish, isTrue, namedOperands, operandList, variadic } from './operands.ts';

/** Missing is below null to expressions, though a filter takes them for the same. */
export function compareInExpression(a: Value, b: Value): number {
  if (a === undefined || b === undefined) {
    if (a === b) return 0;
    return compare(a, b) === 0 ? (a === undefined ? -1 : 1) : compare(a, b);
  }
  return compare(a, b);
}

const comparison = (verdict: (difference: number) => boolean): Operator =>
  fixed(2, ([a, b]) => verdict(compareInExpression(a, b)));

export const comparisonOperators: Readonly<Record<string, Operator>> = {
  $eq: comparison((difference) => difference === 0),
  $ne: comparison((difference) => difference !== 0),
  $gt: comparison((difference) => difference > 0),
  $gte: comparison((difference) => difference >= 0),
  $lt: comparison((difference) => difference < 0),
  $lte: comparison((difference) => difference <= 0),
  $cmp: fixed(2, ([a, b]) => Math.sign(compareInExpression(a, b))),
  $and: (operand, compile) => {
    const operands = operandList(operand, compile);
    return (scope) => operands.every((one) => isTrue(one(scope)));
  },
  $or: (operand, compile) => {
    const operands = operandList(operand, compile);
    return (scope) => operands.some((one) => isTrue(one(scope)));
  },
  $not: fixed(1, ([value]) => !isTrue(value)),
  $cond: (operand, compile, name) => {
    const named = isDoc(operand) && !Array.isArray(operand);
    const parts = named
      ? ['if', 'then', 'else'].map((part) => namedOperands(operand, name, ['if', 'then', 'else']).get(part))
      : operand;
    if (!Array.isArray(parts) || parts.length !== 3) return fail(16020, 'Expression $cond takes exactly 3 arguments.');
    const [condition, then, otherwise] = parts.map(compile);
    return (scope) => (isTrue(condition(scope)) ? then(scope) : otherwise(scope));
  },
  $ifNull: (operand, compile) => {
    const operands = operandList(operand, compile);
    if (operands.length < 2) fail(1257300, `$ifNull needs at least two arguments, had: ${operands.length}`);
    return (scope) => {
      let value: Value;
      for (const one of operands) {
        value = one(scope);
        if (!isNullish(value)) return value;
      }
      return value;
    };
  },
  $switch: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['branches'], ['default']);
    const branches = fields.get('branches');
    if (!Array.isArray(branches) || branches.length === 0) return fail(40068, '$switch requires at least one branch.');
    const cases = branches.map((branch) => {
      const parts = namedOperands(branch, '$switch branch', ['case', 'then']);
      return { condition: compile(parts.get('case')), then: compile(parts.get('then')) };
    });
    const otherwise = fields.has('default') ? compile(fields.get('default')) : undefined;
    return (scope) => {
      const met = cases.find(({ condition }) => isTrue(condition(scope)));
      if (met) return met.then(scope);
      return otherwise
        ? otherwise(scope)
        : fail(40066, '$switch could not find a matching branch for an input, and no default was specified.');
    };
  },
  $literal: (operand) => () => operand,
  $mergeObjects: variadic((values) =>
    mergeObjects(values.flatMap((value) => (Array.isArray(value) && values.length === 1 ? value : [value]))),
  ),
};

/** Later fields win; null and missing add nothing. */
export function mergeObjects(values: readonly Value[]): Value {
  const merged = new Map<string, Value>();
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!isDoc(value)) return fail(40400, '$mergeObjects requires object inputs');
    for (const [name, field] of value) merged.set(name, field);
  }
  return merged;
}
