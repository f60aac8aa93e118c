import { equals } from '../bson/compare.ts';
import { isDoc, toInteger, typeOf, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { Operator } from './expression.ts';
import { checkVariableName, fixed, isNullish, isTrue, namedOperands, variadic, withVariable } from './operands.ts';

/** The operand as an array; null and missing as undefined. */
export function arrayOperand(value: Value, name: string): Value[] | undefined {
  if (isNullish(value)) return undefined;
  return Array.isArray(value)
    ? value
    : fail(28765, `The argument to ${name} must be an array, but was of type: ${typeOf(value)}`);
}

export const arrayOperators: Readonly<Record<string, Operator>> = {
  $size: fixed(1, ([value]) =>
    Array.isArray(value)
      ? value.length
      : fail(17124, `The argument to $size must be an array, but was of type: ${typeOf(value)}`),
  ),
  $isArray: fixed(1, ([value]) => Array.isArray(value)),
  $in: fixed(2, ([value, array]) =>
    Array.isArray(array)
      ? array.some((element) => equals(element, value) && (element === undefined) === (value === undefined))
      : fail(40081, `$in requires an array as a second argument, found: ${typeOf(array)}`),
  ),
  $arrayElemAt: fixed(2, ([array, index], name) => {
    const elements = arrayOperand(array, name);
    if (!elements || isNullish(index)) return null;
    const at = toInteger(index) ?? fail(28690, `$arrayElemAt's second argument must be a 32-bit integer`);
    return elements.at(at);
  }),
  $first: fixed(1, ([value], name) => {
    const elements = arrayOperand(value, name);
    return elements ? elements[0] : null;
  }),
  $last: fixed(1, ([value], name) => {
    const elements = arrayOperand(value, name);
    return elements ? elements.at(-1) : null;
  }),
  $concatArrays: variadic((values, name) => {
    const arrays = values.map((value) => arrayOperand(value, name));
    const known = arrays.filter((array) => array !== undefined);
    return known.length < arrays.length ? null : known.flat();
  }),
  $reverseArray: fixed(1, ([value], name) => arrayOperand(value, name)?.toReversed() ?? null),
  $slice: variadic(
    ([value, first, second], name) => {
      const array = arrayOperand(value, name);
      if (!array || isNullish(first)) return null;
      const [position, count] = [first, second].map((operand) =>
        operand === undefined ? undefined : toInteger(operand),
      );
      if (position === undefined) return fail(28725, 'Second argument to $slice must be a 32-bit integer');
      if (second === undefined) return position >= 0 ? array.slice(0, position) : array.slice(position);
      if (count === undefined || count <= 0) return fail(28729, 'Third argument to $slice must be positive');
      const start = position >= 0 ? position : Math.max(0, array.length + position);
      return array.slice(start, start + count);
    },
    2,
    3,
  ),
  $range: variadic(
    (values) => {
      const [start, end, step = 1] = values.map(
        (value) => toInteger(value) ?? fail(34443, '$range requires 32-bit integers'),
      );
      if (step === 0) fail(34449, '$range requires a non-zero step value');
      const count = Math.max(0, Math.ceil((end - start) / step));
      if (count > 1_000_000) fail(292, '$range would make more than a million elements');
      return Array.from({ length: count }, (_, at) => start + at * step);
    },
    2,
    3,
  ),
  $indexOfArray: variadic(
    ([value, wanted, start = 0, end], name) => {
      const array = arrayOperand(value, name);
      if (!array) return null;
      const from = toInteger(start) ?? 0;
      const to = Math.min(end === undefined ? array.length : (toInteger(end) ?? 0), array.length);
      for (let at = from; at < to; at++) if (equals(array[at], wanted)) return at;
      return -1;
    },
    2,
    4,
  ),
  $map: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['input', 'in'], ['as']);
    const [input, body] = [compile(fields.get('input')), compile(fields.get('in'))];
    const variable = variableName(fields, 'as', 'this');
    return (scope) => {
      const array = arrayOperand(input(scope), name);
      return array ? array.map((element) => body(withVariable(scope, variable, element)) ?? null) : null;
    };
  },
  $filter: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['input', 'cond'], ['as', 'limit']);
    const [input, condition] = [compile(fields.get('input')), compile(fields.get('cond'))];
    const limit = fields.has('limit') ? compile(fields.get('limit')) : undefined;
    const variable = variableName(fields, 'as', 'this');
    return (scope) => {
      const array = arrayOperand(input(scope), name);
      const most = limit ? toInteger(limit(scope)) : undefined;
      if (most !== undefined && most < 1) fail(327392, '$filter: limit must be greater than 0');
      const kept = array?.filter((element) => isTrue(condition(withVariable(scope, variable, element))));
      return kept?.slice(0, most) ?? null;
    };
  },
  $reduce: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['input', 'initialValue', 'in']);
    const [input, initial, body] = ['input', 'initialValue', 'in'].map((field) => compile(fields.get(field)));
    return (scope) => {
      const array = arrayOperand(input(scope), name);
      if (!array) return null;
      return array.reduce<Value>(
        (value, element) => body(withVariable(withVariable(scope, 'value', value), 'this', element)),
        initial(scope),
      );
    };
  },
  $let: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['vars', 'in']);
    const source = fields.get('vars');
    if (!isDoc(source)) return fail(16876, 'invalid parameter: expected an object (vars)');
    const variables = [...source].map(([variable, value]) => {
      checkVariableName(variable);
      return { variable, value: compile(value) };
    });
    const body = compile(fields.get('in'));
    return (scope) =>
      body(variables.reduce((inner, { variable, value }) => withVariable(inner, variable, value(scope)), scope));
  },
};

function variableName(fields: Doc, field: string, otherwise: string): string {
  const name = fields.get(field) ?? otherwise;
  if (typeof name !== 'string') return fail(16866, `${field} must be a string`);
  checkVariableName(name);
  return name;
}
