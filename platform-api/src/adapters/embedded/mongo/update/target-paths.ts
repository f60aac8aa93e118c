import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileFilter, type Matcher } from '../query/match.ts';
import { getAt } from './write-path.ts';

/** By identifier: whether an array element is meant by `$[identifier]`. */
export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>;

/** Reads `arrayFilters`. Each has one identifier, and each identifier one filter. */
export function parseArrayFilters(source: Value): ArrayFilters {
  const filters = new Map<string, (element: Value) => boolean>();
  if (source === undefined || source === null) return filters;
  if (!Array.isArray(source)) return fail(14, 'arrayFilters must be an array');
  for (const filter of source) {
    if (!isDoc(filter)) return fail(14, 'each array filter must be an object');
    const names = new Set(identifiers(filter));
    const [name] = names;
    if (name === undefined) fail(9, 'Cannot use an expression without a top-level field name in arrayFilters');
    if (names.size > 1)
      fail(
        9,
        `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
      );
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      fail(
        2,
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
      );
    if (filters.has(name)) fail(9, `Found multiple array filters with the same top-level field name ${name}`);
    const matches: Matcher = compileFilter(parseFilter(filter), () => unsupported('$expr in arrayFilters'));
    filters.set(name, (element) => matches(new Map([[name, element]])));
  }
  return filters;
}

function identifiers(filter: Doc): string[] {
  return [...filter].flatMap(([name, value]) => {
    if (!name.startsWith('$')) return [name.split('.')[0]];
    return Array.isArray(value) ? value.flatMap((child) => (isDoc(child) ? identifiers(child) : [])) : [];
  });
}

/** The concrete paths an update path stands for in one document: `$`, `$[]` and `$[identifier]` become positions. */
export function resolvePaths(
  doc: Doc,
  path: readonly string[],
  filters: ArrayFilters,
  position: number | undefined,
): (readonly string[])[] {
  const at = path.findIndex((part) => part === '$' || part.startsWith('$['));
  if (at < 0) return [path];
  const part = path[at];
  const replaced = (index: number): string[] => [...path.slice(0, at), String(index), ...path.slice(at + 1)];
  if (part === '$') {
    if (position === undefined) return fail(2, 'The positional operator did not find the match needed from the query.');
    return resolvePaths(doc, replaced(position), filters, position);
  }
  const identifier = part.slice(2, -1);
  const selects = identifier === '' ? () => true : filters.get(identifier);
  if (!selects) return fail(2, `No array filter found for identifier '${identifier}' in path '${path.join('.')}'`);
  const array = getAt(doc, path.slice(0, at));
  const parent = path.slice(0, at).join('.');
  if (array === undefined)
    return fail(2, `The path '${parent}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(array)) return fail(2, `Cannot apply array updates to non-array element ${path[at - 1]}`);
  return array.flatMap((element, index) =>
    selects(element) ? resolvePaths(doc, replaced(index), filters, position) : [],
  );
}
