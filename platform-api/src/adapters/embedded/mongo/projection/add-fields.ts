import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { compileExpression, type Expression, type Scope } from '../expressions/expression.ts';

/** What to set: an expression at a field, or more fields below it. */
export type FieldTree = Map<string, Expression | FieldTree>;

/** `$addFields`: `{ "a.b": expression }` and `{ a: { b: expression } }` mean the same. */
export function compileAddFields(source: Doc): (scope: Scope) => Doc {
  const tree: FieldTree = new Map();
  for (const [name, value] of source) plant(tree, name, value);
  return (scope) => setFields(scope.root, tree, scope) as Doc;
}

/** Adds what is written at a dotted name. Throws 31249 when it is there already. */
export function plant(tree: FieldTree, name: string, value: Value): void {
  const path = name.split('.');
  if (path.includes('')) fail(40353, 'FieldPath must not be empty or end with a dot.');
  if (path.some((part) => part.startsWith('$')))
    fail(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField: ${name}`);
  let branch = tree;
  for (const part of path.slice(0, -1)) {
    const next = branch.get(part) ?? new Map<string, Expression | FieldTree>();
    if (!(next instanceof Map)) return fail(31249, `Path collision at ${name}`);
    branch.set(part, next);
    branch = next;
  }
  const last = path[path.length - 1];
  if (isDoc(value) && value.size > 0 && ![...value.keys()][0].startsWith('$')) {
    for (const [inner, innerValue] of value) plant(tree, `${name}.${inner}`, innerValue);
    return;
  }
  if (branch.has(last)) fail(31249, `Path collision at ${name}`);
  branch.set(last, compileExpression(value));
}

/** Sets below a value: in every element of an array, and in a new document in place of a scalar. */
export function setFields(value: Value, tree: FieldTree, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((element) => setFields(element, tree, scope));
  const doc: Doc = isDoc(value) ? new Map(value) : new Map();
  for (const [name, change] of tree) {
    const made = change instanceof Map ? setFields(doc.get(name), change, scope) : change(scope);
    if (made === undefined) doc.delete(name);
    else doc.set(name, made);
  }
  return doc;
}
