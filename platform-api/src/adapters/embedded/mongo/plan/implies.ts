import { compare, rankOf } from '../bson/compare.ts';
import type { Value } from '../bson/value.ts';
import type { Filter, Test } from '../query/filter.ts';
import { compileTest, isWholeArrayTest } from '../query/match.ts';
import type { Predicate } from './predicates.ts';

/** Whether every document that meets the predicates also meets `expression`, so that a partial index has them all. */
export function implies(predicates: readonly Predicate[], expression: Filter): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.children.every((child) => implies(predicates, child));
    case 'or':
      return expression.children.some((child) => implies(predicates, child));
    case 'always':
      return expression.value;
    case 'field': {
      const name = expression.path.join('.');
      return predicates.some((predicate) => predicate.name === name && testImplies(predicate.test, expression.test));
    }
    default:
      return false;
  }
}

function testImplies(known: Test, wanted: Test): boolean {
  if (wanted.op === 'exists') return provesExistence(known);
  const values = valuesOf(known);
  if (values) {
    if (isWholeArrayTest(wanted) || values.some((value) => Array.isArray(value))) return false;
    // Missing and null are one key here but not one to `$type`.
    if (wanted.op === 'type' && values.some((value) => value === null)) return false;
    const passes = compileTest(wanted);
    return values.every((value) => passes(value));
  }
  return isBound(known) && isBound(wanted) && isNarrower(known, wanted);
}

function valuesOf(test: Test): readonly Value[] | undefined {
  if (test.op === 'eq') return [test.value];
  return test.op === 'in' && test.regexes.length === 0 ? test.values : undefined;
}

function provesExistence(test: Test): boolean {
  switch (test.op) {
    case 'eq':
      return test.value !== null;
    case 'in':
      return test.values.every((value) => value !== null);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return rankOf(test.value) !== rankOf(null) && !isExtreme(test.value);
    default:
      return true;
  }
}

/** MinKey and MaxKey compare with everything, missing included. */
function isExtreme(value: Value): boolean {
  return rankOf(value) === 0 || rankOf(value) === 13;
}

type Bound = Extract<Test, { op: 'gt' | 'gte' | 'lt' | 'lte' }>;

function isBound(test: Test): test is Bound {
  return test.op === 'gt' || test.op === 'gte' || test.op === 'lt' || test.op === 'lte';
}

function isNarrower(known: Bound, wanted: Bound): boolean {
  if (known.op[0] !== wanted.op[0] || rankOf(known.value) !== rankOf(wanted.value) || isExtreme(known.value))
    return false;
  const difference = compare(known.value, wanted.value) * (known.op.startsWith('g') ? 1 : -1);
  return difference > 0 || (difference === 0 && (known.op === wanted.op || wanted.op.endsWith('e')));
}
