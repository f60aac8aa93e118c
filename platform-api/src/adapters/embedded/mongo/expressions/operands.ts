import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { Compile, Expression, Operator, Scope } from './expression.ts';

/** The operands of an operator that takes a list; one alone may stand without brackets. */
export function operandList(operand: Value, compile: Compile): Expression[] {
  return Array.isArray(operand) ? operand.map(compile) : [compile(operand)];
}

/** An operator of a fixed number of operands. */
export function fixed(count: number, apply: (values: Value[], name: string) => Value): Operator {
  return (operand, compile, name) => {
    const operands = operandList(operand, compile);
    if (operands.length !== count) {
      fail(16020, `Expression ${name} takes exactly ${count} arguments. ${operands.length} were passed in.`);
    }
    return (scope) => apply(evaluateAll(operands, scope), name);
  };
}

/** An operator of any number of operands, at least `least` and at most `most`. */
export function variadic(apply: (values: Value[], name: string) => Value, least = 0, most = Infinity): Operator {
  return (operand, compile, name) => {
    const operands = operandList(operand, compile);
    if (operands.length < least || operands.length > most) {
      fail(28667, `Expression ${name} takes ${least} to ${most} arguments, but ${operands.length} were passed in.`);
    }
    return (scope) => apply(evaluateAll(operands, scope), name);
  };
}

function evaluateAll(operands: readonly Expression[], scope: Scope): Value[] {
  return operands.map((operand) => operand(scope));
}

/** An operator whose operands have names: `$map: { input, as, in }`. */
export function namedOperands(
  operand: Value,
  name: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Doc {
  if (!isDoc(operand)) return fail(28646, `${name} only supports an object as its argument`);
  for (const field of operand.keys()) {
    if (!required.includes(field) && !optional.includes(field))
      fail(28647, `Unrecognized parameter to ${name}: ${field}`);
  }
  for (const field of required) if (!operand.has(field)) fail(28648, `Missing '${field}' parameter to ${name}`);
  return operand;
}

export function isNullish(value: Value): value is null | undefined {
  return value === null || value === undefined;
}

/** The same scope with one more variable. */
export function withVariable(scope: Scope, name: string, value: Value): Scope {
  return { root: scope.root, variables: new Map(scope.variables).set(name, value) };
}

/** False for false, null, zero and missing. */
export function isTrue(value: Value): boolean {
  if (value === undefined || value === null || value === false) return false;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  return !(typeof value === 'object' && '_bsontype' in value && value._bsontype === 'Double' && value.value === 0);
}

export function checkVariableName(name: string): void {
  if (!/^[a-z\u0080-\u{10ffff}][A-Za-z0-9_\u0080-\u{10ffff}]*$/u.test(name)) {
    fail(16867, `'${name}' starts with an invalid character for a user variable name`);
  }
}
