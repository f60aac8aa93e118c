import { compare, equals } from '../bson/compare.ts';
import type { Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { arrayOperand } from './arrays.ts';
import type { Operator } from './expression.ts';
import { fixed, variadic } from './operands.ts';

function has(array: readonly Value[], value: Value): boolean {
  return array.some((element) => equals(element, value));
}

/** Each value once, in BSON's order: a set has none of its own. */
function distinct(array: readonly Value[]): Value[] {
  return [...array].sort(compare).filter((value, at, sorted) => at === 0 || !equals(value, sorted[at - 1]));
}

export const setOperators: Readonly<Record<string, Operator>> = {
  $setUnion: variadic((values, name) => {
    const arrays = values.map((value) => arrayOperand(value, name));
    return arrays.includes(undefined) ? null : distinct(arrays.flatMap((array) => array ?? []));
  }),
  $setIntersection: variadic((values, name) => {
    const arrays = values.map((value) => arrayOperand(value, name));
    const [head, ...rest] = arrays;
    if (arrays.includes(undefined) || !head) return arrays.length === 0 ? [] : null;
    return distinct(head.filter((value) => rest.every((array) => has(array ?? [], value))));
  }),
  $setDifference: fixed(2, ([a, b], name) => {
    const left = arrayOperand(a, name);
    const right = arrayOperand(b, name);
    if (!left || !right) return null;
    const kept: Value[] = [];
    for (const value of left) if (!has(right, value) && !has(kept, value)) kept.push(value);
    return kept;
  }),
  $setEquals: variadic((values, name) => {
    const [head, ...rest] = values.map((value) =>
      distinct(arrayOperand(value, name) ?? fail(17044, 'All operands of $setEquals must be arrays.')),
    );
    return rest.every((array) => equals(array, head));
  }, 2),
  $setIsSubset: fixed(2, ([a, b], name) => {
    const [left, right] = [a, b].map(
      (value) => arrayOperand(value, name) ?? fail(17046, 'both operands of $setIsSubset must be arrays.'),
    );
    return left.every((value) => has(right, value));
  }),
};
