import { compare } from '../bson/compare.ts';
import { isDoc, toInteger, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';

export interface SortPart {
  path: readonly string[];
  direction: 1 | -1;
}

/** Reads `{ a: 1, "b.c": -1 }`. Throws 2 for another direction, 238 for `$meta`. */
export function parseSort(doc: Doc): readonly SortPart[] {
  return [...doc].map(([name, value]) => {
    if (isDoc(value)) return unsupported('$meta in a sort');
    const direction = toInteger(value);
    if (direction !== 1 && direction !== -1) {
      return fail(2, `Illegal key in $sort specification: ${name}: the direction must be 1 or -1`);
    }
    if (name === '' || name.split('.').includes('')) fail(2, 'FieldPath must not be empty or end with a dot');
    return { path: name.split('.'), direction };
  });
}

/** Orders documents; an array counts by its least element ascending and its greatest descending. */
export function compareBySort(sort: readonly SortPart[]): (a: Doc, b: Doc) => number {
  return (a, b) => compareSortKeys(sort, sortKey(sort, a), sortKey(sort, b));
}

/** What a document is ordered by, computed once per document rather than per comparison. */
export function sortKey(sort: readonly SortPart[], doc: Doc): readonly Value[] {
  return sort.map(({ path, direction }) => extreme(candidates(doc, path, 0), direction));
}

export function compareSortKeys(sort: readonly SortPart[], a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < sort.length; i++) {
    const difference = compareKey(a[i], b[i]) * sort[i].direction;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** An empty array sorts below null, as `undefined` did when BSON had it. */
const emptyArray = Symbol('empty array');
type Candidate = Value | typeof emptyArray;

function candidates(value: Value, path: readonly string[], depth: number): Candidate[] {
  if (depth === path.length) {
    if (!Array.isArray(value)) return [value];
    return value.length === 0 ? [emptyArray] : value;
  }
  if (isDoc(value)) return candidates(value.get(path[depth]), path, depth + 1);
  if (!Array.isArray(value)) return [undefined];
  if (/^\d+$/.test(path[depth]) && !value.some(isDoc)) {
    return candidates(value[Number(path[depth])], path, depth + 1);
  }
  const found = value.flatMap((element) => (isDoc(element) ? candidates(element, path, depth) : [undefined]));
  return found.length === 0 ? [undefined] : found;
}

function extreme(values: readonly Candidate[], direction: 1 | -1): Value {
  let best = values[0];
  for (const value of values) if (compareCandidates(value, best) * direction < 0) best = value;
  return best === emptyArray ? EMPTY : best;
}

/** Stands for an empty array among sort keys: a real array, told apart by identity. */
const EMPTY: Value[] = [];

function compareCandidates(a: Candidate, b: Candidate): number {
  if (a === emptyArray || b === emptyArray) return emptyRank(a === emptyArray, a) - emptyRank(b === emptyArray, b);
  return compare(a, b);
}

function compareKey(a: Value, b: Value): number {
  if (a === EMPTY || b === EMPTY) return emptyRank(a === EMPTY, a) - emptyRank(b === EMPTY, b);
  return compare(a, b);
}

/** Only MinKey is below an empty array. */
function emptyRank(isEmpty: boolean, value: Candidate): number {
  if (isEmpty) return 1;
  return typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'MinKey' ? 0 : 2;
}
