import { clone, isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { checkVariableName } from '../expressions/operands.ts';
import { compileExpression, type Expression } from '../expressions/expression.ts';
import { valueAtPath } from '../expressions/field-path.ts';
import { setAt } from '../update/write-path.ts';
import { collect } from './collect.ts';
import type { StageCompiler } from './stage.ts';

const known: ReadonlySet<string> = new Set(['from', 'localField', 'foreignField', 'let', 'pipeline', 'as']);

/** `$lookup`: by equal fields, by a pipeline with variables, or by both. */
export const lookup: StageCompiler = (operand, _name, compilePipeline) => {
  if (!isDoc(operand)) return fail(9, 'the $lookup specification must be an Object');
  for (const name of operand.keys()) if (!known.has(name)) fail(9, `unknown argument to $lookup: ${name}`);
  const from = operand.get('from');
  if (isDoc(from)) return unsupported('$lookup from another database');
  const [as, localField, foreignField] = ['as', 'localField', 'foreignField'].map((name) => stringField(operand, name));
  if (typeof from !== 'string' || as === undefined) return fail(9, 'must specify from and as fields for a $lookup');
  const pipeline = operand.get('pipeline');
  if ((localField === undefined) !== (foreignField === undefined))
    fail(9, '$lookup requires both or neither of localField and foreignField');
  if (localField === undefined && pipeline === undefined)
    fail(9, '$lookup requires localField and foreignField, or a pipeline');
  const variables = readLet(operand.get('let'));
  const stages =
    pipeline === undefined ? [] : Array.isArray(pipeline) ? pipeline : fail(9, '$lookup pipeline must be an array');
  const rest = compilePipeline(stages);
  return async function* (input, environment) {
    for await (const root of input) {
      const scope = { root, variables: environment.variables };
      const inner = new Map(environment.variables);
      for (const [name, expression] of variables) inner.set(name, expression(scope) ?? null);
      const join =
        localField === undefined || foreignField === undefined ? undefined : equality(root, localField, foreignField);
      const joined = join ? compilePipeline([join, ...stages]) : rest;
      const found = await collect(joined, from, { ...environment, variables: inner }, 'Lookup');
      const copy = clone(root);
      setAt(copy, as.split('.'), found, as);
      yield copy;
    }
  };
};

function stringField(operand: Doc, name: string): string | undefined {
  const value = operand.get(name);
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value === '' || value.startsWith('$'))
    return fail(9, `$lookup argument '${name}' must be a field path`);
  return value;
}

function readLet(source: Value): [string, Expression][] {
  if (source === undefined) return [];
  if (!isDoc(source)) return fail(9, '$lookup argument let must be an object');
  return [...source].map(([name, value]) => {
    checkVariableName(name);
    return [name, compileExpression(value)];
  });
}

/** Matches any element when the local field is an array, and null or missing when it is that. */
function equality(root: Doc, localField: string, foreignField: string): Doc {
  const path = localField.split('.');
  const local = valueAtPath(root, path) ?? null;
  const values = Array.isArray(local) ? (local.some(Array.isArray) ? [...local, ...local.flat()] : local) : [local];
  const literal = values.length === 1 ? new Map([['$eq', values[0]]]) : new Map([['$in', values]]);
  return new Map([['$match', new Map([[foreignField, literal as Doc]])]]);
}
