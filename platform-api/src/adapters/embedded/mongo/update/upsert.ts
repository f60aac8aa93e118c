import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { equals } from '../bson/compare.ts';
import { getAt, setAt } from './write-path.ts';

/** The document an upsert starts from: what the filter says its fields equal. */
export function seedFromFilter(filter: Filter): Doc {
  const doc: Doc = new Map();
  for (const [name, value] of equalities(filter)) {
    const path = name.split('.');
    const existing = getAt(doc, path);
    if (existing !== undefined) {
      if (!equals(existing, value)) fail(54, `cannot infer query fields to set, path '${name}' is matched twice`);
      continue;
    }
    setAt(doc, path, value, name);
  }
  return doc;
}

function equalities(filter: Filter): [string, Value][] {
  switch (filter.kind) {
    case 'and':
      return filter.children.flatMap(equalities);
    case 'or':
      return filter.children.length === 1 ? equalities(filter.children[0]) : [];
    case 'field': {
      const name = filter.path.join('.');
      if (filter.test.op === 'eq') return [[name, filter.test.value]];
      const isOne = filter.test.op === 'in' && filter.test.values.length === 1 && filter.test.regexes.length === 0;
      return isOne && filter.test.op === 'in' ? [[name, filter.test.values[0]]] : [];
    }
    default:
      return [];
  }
}

/** The same document with `_id` first, as MongoDB stores it. */
export function idFirst(doc: Doc, makeId: () => Value): Doc {
  const [first] = doc.keys();
  if (first === '_id') return doc;
  const id = doc.has('_id') ? doc.get('_id') : makeId();
  return new Map([['_id', id], ...[...doc].filter(([name]) => name !== '_id')]);
}

/** Throws 53 for an `_id` that cannot identify: an array, a regular expression. Throws 52 for `$` names inside it. */
export function checkId(id: Value): void {
  if (Array.isArray(id)) fail(53, "The '_id' value cannot be of type array");
  if (typeof id === 'object' && id !== null && '_bsontype' in id && id._bsontype === 'BSONRegExp') {
    fail(53, "The '_id' value cannot be of type regex");
  }
  if (isDoc(id) && [...id.keys()].some((name) => name.startsWith('$') && !/^\$(ref|id|db)$/.test(name))) {
    fail(52, "_id fields may not contain '$'-prefixed fields");
  }
}
