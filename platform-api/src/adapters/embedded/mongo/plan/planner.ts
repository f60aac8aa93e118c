import { isDoc, toInteger, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { conjunction, type Filter } from '../query/filter.ts';
import type { SortPart } from '../query/sort.ts';
import { allIndexes, type Collection, type Index } from '../storage/collection.ts';
import { sameKey } from '../storage/index-specification.ts';
import { planIndex } from './index-plan.ts';
import type { IndexPlan, OrPlan, Plan } from './plan.ts';
import { conditionsOf, type Conditions } from './predicates.ts';

export interface PlanRequest {
  filter: Filter;
  sort: readonly SortPart[];
  /** An index by name or key, or `{ $natural: 1 }`. */
  hint?: Value;
  /** The writer's own view: indexes made in its open transaction are usable. */
  seesPending: boolean;
}

/** The cheapest way to find what a filter asks for. Throws 2 for a hint that names no index. */
export function choosePlan(collection: Collection, request: PlanRequest): Plan {
  const { filter, sort } = request;
  const natural = naturalDirection(request.hint ?? undefined);
  if (natural !== undefined) return { kind: 'scan', isReverse: natural < 0, isSorted: sort.length === 0 };
  const usable = allIndexes(collection).filter((index) => request.seesPending || !index.isPending);
  const conditions = conditionsOf(filter);
  if (request.hint !== undefined && request.hint !== null && !isEmptyDoc(request.hint)) {
    const index = hinted(usable, request.hint);
    const plan = planIndex(index, conditions, sort, true);
    if (plan) return plan;
  }
  const [naturalSort] = sort;
  if (naturalSort?.path[0] === '$natural') {
    return { kind: 'scan', isReverse: naturalSort.direction < 0, isSorted: true };
  }
  const best = bestIndexPlan(usable, conditions, sort);
  if (best && best.score >= 10) return best;
  const alternatives = planAlternatives(usable, conditions, filter, sort);
  return alternatives ?? best ?? { kind: 'scan', isReverse: false, isSorted: sort.length === 0 };
}

function bestIndexPlan(
  indexes: readonly Index[],
  conditions: Conditions,
  sort: readonly SortPart[],
): IndexPlan | undefined {
  let best: IndexPlan | undefined;
  for (const index of indexes) {
    const plan = planIndex(index, conditions, sort);
    if (plan && (!best || plan.score > best.score)) best = plan;
  }
  return best;
}

/** One index per branch of an `$or`; all branches must have one. */
function planAlternatives(
  indexes: readonly Index[],
  conditions: Conditions,
  filter: Filter,
  sort: readonly SortPart[],
): OrPlan | undefined {
  for (const branches of conditions.alternatives) {
    const plans = branches.map((branch) => {
      // The other conditions hold in every branch and may share its index.
      const others = filter.kind === 'and' ? filter.children.filter((child) => child.kind !== 'or') : [];
      const plan = bestIndexPlan(indexes, conditionsOf(conjunction([...others, branch])), sort);
      return plan && plan.score >= 4 && plan.ranges.every(({ low }) => low.length > 0) ? plan : undefined;
    });
    const found = plans.filter((plan) => plan !== undefined);
    if (found.length < plans.length) continue;
    return { kind: 'or', branches: found, isSorted: sort.length === 0 || areMergeable(found, sort) };
  }
  return undefined;
}

/** Streams can be merged by their key bytes when these are laid out alike: same direction of walk and of fields. */
function areMergeable(plans: readonly IndexPlan[], sort: readonly SortPart[]): boolean {
  return plans.every((plan) => {
    if (!plan.isSorted || plan.isReverse !== plans[0].isReverse) return false;
    const start = plan.index.parts.findIndex(({ name }) => name === sort[0].path.join('.'));
    // The key bytes after the equalities must begin with exactly the sorted fields.
    return plan.ranges.every(({ ends }) => ends.length - 1 === start) && followsExactly(plan, start, sort);
  });
}

function followsExactly(plan: IndexPlan, start: number, sort: readonly SortPart[]): boolean {
  const sign = plan.isReverse ? -1 : 1;
  return sort.every(({ path, direction }, at) => {
    const part = plan.index.parts[start + at];
    return part !== undefined && part.name === path.join('.') && part.direction * sign === direction;
  });
}

function naturalDirection(hint: Value): number | undefined {
  return isDoc(hint) && hint.has('$natural') ? toInteger(hint.get('$natural')) : undefined;
}

function isEmptyDoc(hint: Value): boolean {
  return isDoc(hint) && hint.size === 0;
}

/** The index a hint names. */
export function hinted(indexes: readonly Index[], hint: Value): Index {
  const found = indexes.find(({ name, specification }) => {
    if (typeof hint === 'string') return name === hint;
    return isDoc(hint) && sameKey(specification, hintSpecification(hint));
  });
  return (
    found ??
    fail(2, 'error processing query: planner returned error: hint provided does not correspond to an existing index')
  );
}

function hintSpecification(hint: Doc): Doc {
  return new Map([['key', hint]]);
}
