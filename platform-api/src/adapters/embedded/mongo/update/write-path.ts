import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { describe } from '../storage/describe.ts';

/** What an operator answers when the path must stay as it is. */
export const UNCHANGED = Symbol('unchanged');

/** The new value at a path; `undefined` removes it. */
export type Written = Value | typeof UNCHANGED;

/** The most elements an update may fill an array up with. */
const MOST_PADDING = 1_500_000;

/** The value at a path whose numbers name array positions, or undefined. */
export function getAt(doc: Doc, path: readonly string[]): Value {
  let value: Value = doc;
  for (const part of path) {
    if (isDoc(value)) value = value.get(part);
    else if (Array.isArray(value)) value = isPosition(part) ? value[Number(part)] : undefined;
    else return undefined;
  }
  return value;
}

/** Writes at a path, making the documents on the way. Throws 28 when the way leads through something else. */
export function setAt(doc: Doc, path: readonly string[], value: Written, name: string): void {
  if (value === UNCHANGED) return;
  if (value === undefined) {
    removeAt(doc, path);
    return;
  }
  let container: Value = doc;
  path.forEach((part, depth) => {
    const isLast = depth === path.length - 1;
    container = isLast ? putInto(container, part, value, name) : intoOrCreate(container, part, name);
  });
}

function intoOrCreate(container: Value, part: string, name: string): Value {
  const existing =
    isDoc(container) || Array.isArray(container) ? getAt(new Map([['v', container]]), ['v', part]) : undefined;
  if (existing !== undefined) return existing;
  const created: Doc = new Map();
  putInto(container, part, created, name);
  return created;
}

function putInto(container: Value, part: string, value: Value, name: string): Value {
  if (isDoc(container)) {
    container.set(part, value);
    return value;
  }
  if (!Array.isArray(container) || !isPosition(part)) {
    return fail(
      28,
      `Cannot create field '${part}' in element {${name.split('.').at(-2) ?? ''}: ${describe(container)}}`,
    );
  }
  const position = Number(part);
  if (position > container.length + MOST_PADDING) {
    fail(2, `can't backfill array to larger than ${MOST_PADDING} elements`);
  }
  while (container.length < position) container.push(null);
  container[position] = value;
  return value;
}

/** A field goes; an array position becomes null, so that the others stay where they are. */
function removeAt(doc: Doc, path: readonly string[]): void {
  const container = getAt(doc, path.slice(0, -1));
  const last = path[path.length - 1];
  if (isDoc(container)) container.delete(last);
  else if (Array.isArray(container) && isPosition(last) && Number(last) < container.length)
    container[Number(last)] = null;
}

export function isPosition(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}
