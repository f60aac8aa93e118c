import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { valueAtPath } from './field-path.ts';
import { checkVariableName } from './operands.ts';
import { operators, refusedOperators } from './operators.ts';

/** What an expression is evaluated in. Variables carry no `$$`. */
export interface Scope {
  root: Doc;
  variables: ReadonlyMap<string, Value>;
}

/** `undefined` means missing: a field that is not set. */
export type Expression = (scope: Scope) => Value;

export type Compile = (source: Value) => Expression;

/** One operator: takes its operand as written, and what compiles the expressions inside. */
export type Operator = (operand: Value, compile: Compile, name: string) => Expression;

/** Compiles an aggregation expression. Throws 168 for an unknown operator and 238 for one not done here. */
export function compileExpression(source: Value): Expression {
  if (typeof source === 'string') return source.startsWith('$') ? compileReference(source) : () => source;
  if (Array.isArray(source)) {
    const elements = source.map(compileExpression);
    return (scope) => elements.map((element) => element(scope) ?? null);
  }
  if (!isDoc(source)) return () => source;
  const [name] = source.keys();
  if (name?.startsWith('$')) return compileOperator(source, name);
  return compileObject(source);
}

function compileOperator(source: Doc, name: string): Expression {
  if (source.size !== 1) {
    fail(15983, `An object representing an expression must have exactly one field: ${[...source.keys()].join(', ')}`);
  }
  if (Object.hasOwn(operators, name)) return operators[name](source.get(name), compileExpression, name);
  if (refusedOperators.has(name)) unsupported(`the expression ${name}`);
  return fail(168, `Unrecognized expression '${name}'`);
}

function compileObject(source: Doc): Expression {
  const fields = [...source].map(([name, value]): [string, Expression] => {
    if (name.includes('.')) fail(16412, `FieldPath field names may not contain '.': ${name}`);
    return [name, compileExpression(value)];
  });
  return (scope) => {
    const made: Doc = new Map();
    for (const [name, expression] of fields) {
      const value = expression(scope);
      if (value !== undefined) made.set(name, value);
    }
    return made;
  };
}

const systemVariables: ReadonlySet<string> = new Set([
  'ROOT',
  'CURRENT',
  'NOW',
  'REMOVE',
  'DESCEND',
  'PRUNE',
  'KEEP',
  'CLUSTER_TIME',
  'SEARCH_META',
  'USER_ROLES',
]);

function compileReference(source: string): Expression {
  if (!source.startsWith('$$')) {
    const path = splitPath(source.slice(1));
    return ({ root }) => valueAtPath(root, path);
  }
  const [variable, ...path] = splitPath(source.slice(2));
  if (variable === 'ROOT' || variable === 'CURRENT') return ({ root }) => valueAtPath(root, path);
  if (variable === 'REMOVE') return () => undefined;
  if (variable !== 'NOW' && systemVariables.has(variable)) unsupported(`the variable $$${variable}`);
  return ({ variables }) => {
    if (!variables.has(variable)) fail(17276, `Use of undefined variable: ${variable}`);
    return valueAtPath(variables.get(variable), path);
  };
}

function splitPath(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('')) fail(40353, `FieldPath must not be empty or end with '.': '${path}'`);
  if (parts.some((part, at) => at > 0 && part.startsWith('$')))
    fail(16410, `FieldPath field names may not start with '$': ${path}`);
  return parts;
}

/** Constant variables of a command's `let`, evaluated once. */
export function compileLet(source: Value, now: Date): ReadonlyMap<string, Value> {
  const variables = new Map<string, Value>([['NOW', now]]);
  if (source === undefined || source === null) return variables;
  if (!isDoc(source)) return fail(14, "BSON field 'let' is the wrong type, expected type 'object'");
  for (const [name, value] of source) {
    checkVariableName(name);
    if (readsDocument(value))
      fail(4890500, `Command let Expression tried to access a field, but this is not allowed: ${name}`);
    variables.set(name, compileExpression(value)({ root: new Map(), variables }) ?? null);
  }
  return variables;
}

function readsDocument(value: Value): boolean {
  if (typeof value === 'string') return /^\$(?!\$)|^\$\$(ROOT|CURRENT)/.test(value);
  if (Array.isArray(value)) return value.some(readsDocument);
  return isDoc(value) && !value.has('$literal') && [...value.values()].some(readsDocument);
}
