import { isDoc, type Doc, type Value } from '../bson/value.ts';

/** The top-level fields a first `$group` or `$count` reads, so that only these are decoded; undefined means all. */
export function referencedFields(specification: Doc | undefined): ReadonlySet<string> | undefined {
  const fields = new Set<string>();
  if (specification?.has('$count')) return fields;
  return specification?.has('$group') && collectFields(specification.get('$group'), fields) ? fields : undefined;
}

function collectFields(value: Value, into: Set<string>): boolean {
  if (typeof value === 'string') {
    if (value.startsWith('$$ROOT') || value.startsWith('$$CURRENT')) return false;
    if (value.startsWith('$') && !value.startsWith('$$')) into.add(value.slice(1).split('.')[0]);
    return true;
  }
  if (Array.isArray(value)) return value.every((element) => collectFields(element, into));
  return !isDoc(value) || [...value.values()].every((element) => collectFields(element, into));
}
