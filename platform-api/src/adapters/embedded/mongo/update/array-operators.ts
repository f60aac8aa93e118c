import { compare, equals } from '../bson/compare.ts';
import { isDoc, toInteger, typeOf, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { isOperatorDoc, parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { compareBySort, parseSort } from '../query/sort.ts';
import { describe } from '../storage/describe.ts';
import type { FieldChange } from './field-operators.ts';
import { UNCHANGED } from './write-path.ts';

export const arrayOperators: Readonly<Record<string, FieldChange>> = {
  $push: ({ before, operand, name }) => {
    const { each, position, slice, sort } = readPush(operand);
    const array = arrayToGrow(before, name, '$push');
    const at = position === undefined ? array.length : position < 0 ? Math.max(0, array.length + position) : position;
    const grown = [...array.slice(0, at), ...each, ...array.slice(at)];
    if (sort) grown.sort(sort);
    if (slice === undefined) return grown;
    return slice >= 0 ? grown.slice(0, slice) : grown.slice(slice);
  },
  $addToSet: ({ before, operand, name }) => {
    const array = arrayToGrow(before, name, '$addToSet');
    const grown = [...array];
    for (const value of eachOf(operand)) if (!grown.some((other) => equals(other, value))) grown.push(value);
    return grown.length === array.length && before !== undefined ? UNCHANGED : grown;
  },
  $pop: ({ before, operand, name }) => {
    const end = toInteger(operand);
    if (end !== 1 && end !== -1) return fail(9, `$pop expects 1 or -1, found: ${describe(operand)}`);
    if (before === undefined) return UNCHANGED;
    if (!Array.isArray(before))
      return fail(14, `Path '${name}' contains an element of non-array type '${typeOf(before)}'`);
    return end === 1 ? before.slice(0, -1) : before.slice(1);
  },
  $pull: ({ before, operand }) => {
    const isPulled = pullTest(operand);
    if (before === undefined) return UNCHANGED;
    if (!Array.isArray(before)) return fail(2, 'Cannot apply $pull to a non-array value');
    return before.filter((element) => !isPulled(element));
  },
  $pullAll: ({ before, operand }) => {
    if (!Array.isArray(operand)) return fail(2, '$pullAll requires an array argument');
    if (before === undefined) return UNCHANGED;
    if (!Array.isArray(before)) return fail(2, 'Cannot apply $pullAll to a non-array value');
    return before.filter((element) => !operand.some((value) => equals(value, element)));
  },
};

function arrayToGrow(before: Value, name: string, operator: string): Value[] {
  if (before === undefined) return [];
  if (Array.isArray(before)) return before;
  return fail(2, `The field '${name}' must be an array but is of type ${typeOf(before)} (${operator})`);
}

function eachOf(operand: Value): Value[] {
  if (!isDoc(operand) || !operand.has('$each')) return [operand];
  const each = operand.get('$each');
  for (const name of operand.keys())
    if (name !== '$each') fail(2, `Found unexpected fields after $each in $addToSet: ${name}`);
  return Array.isArray(each) ? each : fail(14, 'The argument to $each in $addToSet must be an array');
}

interface Push {
  each: Value[];
  position?: number;
  slice?: number;
  sort?: (a: Value, b: Value) => number;
}

const pushModifiers: ReadonlySet<string> = new Set(['$each', '$position', '$slice', '$sort']);

function readPush(operand: Value): Push {
  if (!isDoc(operand) || !operand.has('$each')) return { each: [operand] };
  for (const name of operand.keys()) if (!pushModifiers.has(name)) fail(2, `Unrecognized clause in $push: ${name}`);
  const each = operand.get('$each');
  if (!Array.isArray(each)) return fail(2, 'The argument to $each in $push must be an array');
  return {
    each,
    position: pushInteger(operand, '$position'),
    slice: pushInteger(operand, '$slice'),
    sort: operand.has('$sort') ? pushSort(operand.get('$sort')) : undefined,
  };
}

function pushInteger(operand: Doc, name: string): number | undefined {
  if (!operand.has(name)) return undefined;
  return toInteger(operand.get(name)) ?? fail(2, `The value for ${name} must be an integer value`);
}

/** By the whole element, or by fields of elements that are documents. */
function pushSort(source: Value): (a: Value, b: Value) => number {
  if (isDoc(source)) {
    const byFields = compareBySort(parseSort(source));
    const asDoc = (value: Value): Doc => (isDoc(value) ? value : new Map());
    return (a, b) => byFields(asDoc(a), asDoc(b));
  }
  const direction = toInteger(source);
  if (direction !== 1 && direction !== -1) return fail(2, 'The $sort element value must be either 1 or -1');
  return (a, b) => compare(a, b) * direction;
}

/** A document pulls the documents that match it as a filter; operators test the element; a value pulls its equals. */
function pullTest(operand: Value): (element: Value) => boolean {
  const noExpr = (): never => unsupported('$expr in $pull');
  if (isDoc(operand)) {
    if (!isOperatorDoc(operand) || operand.has('$and') || operand.has('$or') || operand.has('$nor')) {
      const matches = compileFilter(parseFilter(operand), noExpr);
      return (element) => isDoc(element) && matches(element);
    }
    const matches = compileFilter(parseFilter(new Map([['v', new Map([['$elemMatch', operand]])]])), noExpr);
    return (element) => matches(new Map([['v', [element]]]));
  }
  if (typeOf(operand) === 'regex') {
    const matches = compileFilter(parseFilter(new Map([['v', operand]])), noExpr);
    return (element) => !Array.isArray(element) && matches(new Map([['v', element]]));
  }
  return (element) => equals(element, operand);
}
