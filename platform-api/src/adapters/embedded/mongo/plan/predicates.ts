import type { Filter, Test } from '../query/filter.ts';

/** A condition on one field that every result meets. */
export interface Predicate {
  /** The dotted path. */
  name: string;
  test: Test;
}

/** A filter taken apart for the planner. */
export interface Conditions {
  /** Conditions that are the filter's own conjuncts. */
  predicates: readonly Predicate[];
  /** Conditions that follow from an `$elemMatch`; they narrow, but do not replace it. */
  derived: readonly Predicate[];
  alternatives: readonly (readonly Filter[])[];
  /** There is more to the filter than `predicates`. */
  hasRest: boolean;
}

export function conditionsOf(filter: Filter): Conditions {
  const predicates: Predicate[] = [];
  const derived: Predicate[] = [];
  const alternatives: (readonly Filter[])[] = [];
  let hasRest = false;
  for (const conjunct of conjuncts(filter)) {
    if (conjunct.kind === 'field' && !conjunct.test.op.startsWith('elemMatch')) {
      predicates.push({ name: conjunct.path.join('.'), test: conjunct.test });
      continue;
    }
    hasRest = true;
    if (conjunct.kind === 'or') alternatives.push(conjunct.children);
    if (conjunct.kind === 'field') {
      derived.push(
        { name: conjunct.path.join('.'), test: conjunct.test },
        ...withinElements(conjunct.path, conjunct.test),
      );
    }
  }
  return { predicates, derived, alternatives, hasRest };
}

function conjuncts(filter: Filter): readonly Filter[] {
  if (filter.kind === 'and') return filter.children.flatMap(conjuncts);
  return filter.kind === 'always' && filter.value ? [] : [filter];
}

function withinElements(path: readonly string[], test: Test): Predicate[] {
  const inner = test.op === 'elemMatchDocument' ? [test.filter] : test.op === 'elemMatchValue' ? test.tests : [];
  return inner.flatMap(conjuncts).flatMap((conjunct) => {
    if (conjunct.kind !== 'field') return [];
    const innerPath = [...path, ...conjunct.path];
    return [{ name: innerPath.join('.'), test: conjunct.test }];
  });
}
