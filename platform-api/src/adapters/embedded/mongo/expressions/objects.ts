import { isDoc, typeOf, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { arrayOperand } from './arrays.ts';
import type { Compile, Operator } from './expression.ts';
import { fixed, isNullish, namedOperands } from './operands.ts';

export const objectOperators: Readonly<Record<string, Operator>> = {
  $getField: (operand, compile, name) => {
    const named =
      isDoc(operand) && operand.has('field') ? namedOperands(operand, name, ['field'], ['input']) : undefined;
    const field = constantName(named ? named.get('field') : operand, compile, name);
    const input = compile(named?.has('input') ? named.get('input') : '$$CURRENT');
    return (scope) => {
      const value = input(scope);
      if (isDoc(value)) return value.get(field);
      return value === null ? null : undefined;
    };
  },
  $setField: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['field', 'input', 'value']);
    return setting(fields.get('field'), fields.get('input'), fields.get('value'), compile, name);
  },
  $unsetField: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['field', 'input']);
    return setting(fields.get('field'), fields.get('input'), '$$REMOVE', compile, name);
  },
  $objectToArray: fixed(1, ([value]) => {
    if (isNullish(value)) return null;
    if (!isDoc(value)) return fail(40390, `$objectToArray requires a document input, found: ${typeOf(value)}`);
    return [...value].map(
      ([k, v]): Doc =>
        new Map<string, Value>([
          ['k', k],
          ['v', v],
        ]),
    );
  }),
  $arrayToObject: fixed(1, ([value], name) => {
    const array = arrayOperand(value, name);
    if (!array) return null;
    return new Map(array.map(readPair));
  }),
};

/** The name is known before any document is: a string, or a literal. */
function constantName(source: Value, compile: Compile, name: string): string {
  if (typeof source === 'string' && source.startsWith('$'))
    return fail(5654600, `${name} requires 'field' to evaluate to a constant, but got a field path: ${source}`);
  const field = compile(source)({ root: new Map(), variables: new Map() });
  return typeof field === 'string' ? field : fail(5654602, `${name} requires 'field' to evaluate to type String`);
}

function setting(
  source: Value,
  inputSource: Value,
  valueSource: Value,
  compile: Compile,
  name: string,
): ReturnType<Operator> {
  const field = constantName(source, compile, name);
  const input = compile(inputSource);
  const value = compile(valueSource);
  return (scope) => {
    const doc = input(scope);
    if (isNullish(doc)) return null;
    if (!isDoc(doc)) return fail(4161105, `${name} requires 'input' to evaluate to type Object`);
    const made = new Map(doc);
    const set = value(scope);
    if (set === undefined) made.delete(field);
    else made.set(field, set);
    return made;
  };
}

function readPair(pair: Value): [string, Value] {
  const [key, value] =
    Array.isArray(pair) && pair.length === 2
      ? pair
      : isDoc(pair) && pair.size === 2
        ? [pair.get('k'), pair.get('v')]
        : [];
  return typeof key === 'string'
    ? [key, value ?? null]
    : fail(40386, '$arrayToObject requires pairs of a key that is a string and a value');
}
