import type { Filter } from './filter.ts';

/** The top-level fields a filter looks at, or undefined when it may look at any. */
export function touchedFields(filter: Filter): ReadonlySet<string> | undefined {
  const fields = new Set<string>();
  return collect(filter, fields) ? fields : undefined;
}

function collect(filter: Filter, into: Set<string>): boolean {
  switch (filter.kind) {
    case 'field':
      into.add(filter.path[0]);
      return true;
    case 'not':
      return collect(filter.child, into);
    case 'and':
    case 'or':
    case 'nor':
      return filter.children.every((child) => collect(child, into));
    case 'always':
      return true;
    case 'expr':
      return false;
  }
}
