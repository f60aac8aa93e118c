import { compareStrings } from '../bson/compare.ts';
import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { arrayOperators } from './array-operators.ts';
import { fieldOperators, type FieldChange } from './field-operators.ts';
import { renameField } from './rename.ts';
import { parseArrayFilters, resolvePaths, type ArrayFilters } from './target-paths.ts';
import { getAt, isPosition, setAt } from './write-path.ts';

export interface UpdateContext {
  /** The element the filter matched, for `$`; undefined when the filter matched none. */
  position: number | undefined;
  /** The document is being made by an upsert. */
  isInsert: boolean;
  now: Date;
}

/** Changes a document in place. The caller hands in a copy. */
export type Updater = (doc: Doc, context: UpdateContext) => void;

const operators: Readonly<Record<string, FieldChange>> = { ...fieldOperators, ...arrayOperators };

interface Change {
  operator: string;
  name: string;
  path: readonly string[];
  operand: Value;
}

/** Reads `{ $set: ..., $inc: ... }`. All that is wrong with the update itself is found here, before any document. */
export function compileModifiers(update: Doc, arrayFilters: Value): Updater {
  const filters = parseArrayFilters(arrayFilters);
  const changes = [...update].flatMap(([operator, fields]) => readOperator(operator, fields));
  checkConflicts(changes);
  checkUsed(changes, filters);
  changes.sort((a, b) => comparePaths(a.path, b.path));
  return (doc, context) => {
    for (const change of changes) apply(doc, change, filters, context);
  };
}

function readOperator(operator: string, fields: Value): Change[] {
  if (operator === '$bit') unsupported('the update operator $bit');
  if (operator !== '$rename' && operator !== '$setOnInsert' && !Object.hasOwn(operators, operator)) {
    fail(
      9,
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields))
    return fail(
      9,
      `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}}`,
    );
  return [...fields].map(([name, operand]) => ({ operator, name, path: splitPath(name), operand }));
}

function splitPath(name: string): string[] {
  if (name === '') fail(56, 'An empty update path is not valid.');
  const path = name.split('.');
  if (path.includes('')) fail(56, `The update path '${name}' contains an empty field name, which is not allowed.`);
  if (path[0].startsWith('$') && !/^\$(ref|id|db)$/.test(path[0])) {
    fail(
      52,
      `The dollar ($) prefixed field '${path[0]}' in '${name}' is not allowed in the context of an update's replacement document.`,
    );
  }
  return path;
}

/** Two changes of one path, or of a path and its parent, have no order to be done in. */
function checkConflicts(changes: readonly Change[]): void {
  const taken = new Set<string>();
  const parents = new Set<string>();
  const paths = changes.flatMap(({ operator, name, operand }) => {
    return operator === '$rename' && typeof operand === 'string' ? [name, operand] : [name];
  });
  for (const name of paths) {
    const path = name.split('.');
    const prefixes = path.slice(1).map((_, at) => path.slice(0, at + 1).join('.'));
    const conflict = taken.has(name) || parents.has(name) ? name : prefixes.find((prefix) => taken.has(prefix));
    if (conflict !== undefined) fail(40, `Updating the path '${name}' would create a conflict at '${conflict}'`);
    taken.add(name);
    for (const prefix of prefixes) parents.add(prefix);
  }
}

/** MongoDB applies changes in the order of their paths, which decides the order of new fields. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, depth) => part !== b[depth]);
  if (at < 0 || b[at] === undefined) return a.length - b.length;
  if (isPosition(a[at]) && isPosition(b[at])) return Number(a[at]) - Number(b[at]);
  return compareStrings(a[at], b[at]);
}

function checkUsed(changes: readonly Change[], filters: ArrayFilters): void {
  const used = new Set(changes.flatMap(({ path }) => path.map((part) => /^\$\[(.+)\]$/.exec(part)?.[1])));
  for (const name of filters.keys()) {
    if (!used.has(name)) fail(9, `The array filter for identifier '${name}' was not used in the update`);
  }
}

function apply(doc: Doc, change: Change, filters: ArrayFilters, context: UpdateContext): void {
  if (change.operator === '$setOnInsert' && !context.isInsert) return;
  if (change.operator === '$rename') {
    renameField(doc, change.path, change.operand);
    return;
  }
  const operator = change.operator === '$setOnInsert' ? operators.$set : operators[change.operator];
  for (const path of resolvePaths(doc, change.path, filters, context.position)) {
    const before = getAt(doc, path);
    const result = operator({ before, operand: change.operand, name: change.name, now: context.now });
    setAt(doc, path, result, change.name);
  }
}
