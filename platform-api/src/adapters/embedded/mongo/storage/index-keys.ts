import { EMPTY_ARRAY_KEY, inverted, keyBytes } from '../bson/key-bytes.ts';
import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { someAtPath } from '../query/path.ts';
import type { Index, IndexPart } from './collection.ts';

export interface IndexKeys {
  /** Each key once. Empty when the index leaves the document out. */
  keys: readonly Buffer[];
  /** The parts of the index that met an array. */
  arrayParts: readonly number[];
}

const none: IndexKeys = { keys: [], arrayParts: [] };

/** The keys a document has in an index. Throws 171 when two of the index's parts are different arrays. */
export function indexKeys(index: Index, doc: Doc): IndexKeys {
  if (index.partial && !index.partial.matches(doc)) return none;
  if (index.sparse && !index.parts.some(({ path }) => someAtPath(doc, path, (value) => value !== undefined)))
    return none;
  const arrayParts = new Set<number>();
  const tuples = expand(
    index.parts.map(({ path }) => ({ value: doc, path, depth: 0, isFinal: false })),
    index.parts,
    arrayParts,
  );
  if (tuples.length === 1) return { keys: [tupleKey(tuples[0], index.parts)], arrayParts: [...arrayParts] };
  const keys = new Map<string, Buffer>();
  for (const tuple of tuples) {
    const key = tupleKey(tuple, index.parts);
    keys.set(key.toString('latin1'), key);
  }
  return { keys: [...keys.values()], arrayParts: [...arrayParts] };
}

/** How far one part of the index has been followed into the document. */
interface Cursor {
  value: Value;
  path: readonly string[];
  depth: number;
  /** Reached its end: not to be expanded again. */
  isFinal: boolean;
}

type KeyPart = Value | typeof EMPTY_ARRAY_KEY;

/** Follows all parts together, so that two parts inside one array are paired per element. */
function expand(cursors: readonly Cursor[], parts: readonly IndexPart[], arrayParts: Set<number>): KeyPart[][] {
  const reached = cursors.map(follow);
  const array = reached.find(isAtArray)?.value as Value[] | undefined;
  if (array === undefined) return [reached.map(({ value }) => value)];
  reached.forEach((cursor, part) => {
    if (!isAtArray(cursor)) return;
    arrayParts.add(part);
    if (cursor.value === array) return;
    const names = reached.flatMap((other, at) => (isAtArray(other) ? [parts[at].path[0]] : []));
    fail(171, `cannot index parallel arrays [${names.reverse().join('] [')}]`);
  });
  if (array.length === 0) {
    return [reached.map((cursor) => (isAtArray(cursor) ? emptyArrayPart(cursor) : cursor.value))];
  }
  return array.flatMap((element) => {
    const next = reached.map((cursor) => (isAtArray(cursor) ? intoElement(cursor, element) : cursor));
    return expand(next, parts, arrayParts);
  });
}

function follow(cursor: Cursor): Cursor {
  if (cursor.isFinal) return cursor;
  let { value, depth } = cursor;
  while (depth < cursor.path.length && isDoc(value)) value = value.get(cursor.path[depth++]);
  if (Array.isArray(value)) return { ...cursor, value, depth };
  return { ...cursor, value: depth === cursor.path.length ? value : undefined, depth, isFinal: true };
}

function isAtArray(cursor: Cursor): boolean {
  return !cursor.isFinal && Array.isArray(cursor.value);
}

function emptyArrayPart(cursor: Cursor): KeyPart {
  return cursor.depth === cursor.path.length ? EMPTY_ARRAY_KEY : undefined;
}

/** An array inside an array is a value of its own; a scalar where the path goes on counts as missing. */
function intoElement(cursor: Cursor, element: Value): Cursor {
  if (cursor.depth === cursor.path.length) return { ...cursor, value: element, isFinal: true };
  if (isDoc(element)) return { ...cursor, value: element };
  return { ...cursor, value: undefined, isFinal: true };
}

function tupleKey(tuple: readonly KeyPart[], parts: readonly IndexPart[]): Buffer {
  if (tuple.length === 1 && parts[0].direction === 1) return partBytes(tuple[0]);
  return Buffer.concat(
    tuple.map((value, at) => (parts[at].direction === 1 ? partBytes(value) : inverted(partBytes(value)))),
  );
}

function partBytes(value: KeyPart): Buffer {
  return Buffer.isBuffer(value) ? value : keyBytes(value as Value);
}
