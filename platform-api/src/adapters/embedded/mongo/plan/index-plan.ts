import type { SortPart } from '../query/sort.ts';
import type { Index } from '../storage/collection.ts';
import { implies } from './implies.ts';
import { boundsOf, descending, intersect, type FieldBounds, type Interval } from './intervals.ts';
import type { IndexPlan, KeyRange } from './plan.ts';
import type { Conditions, Predicate } from './predicates.ts';
import { rules } from './rules.ts';
import { sortFromIndex } from './sort-from-index.ts';

/** Ranges of one scan at most; more would cost more than they save. */
const MOST_RANGES = 400;

export interface PartBounds {
  /** Number of points, or undefined for a range. */
  points: number | undefined;
}

/**
 * How an index would answer, or undefined when it cannot or would not help: the longest prefix of equalities, then one
 * range or the sort. `isForced` is a hint: the index is then walked even in full.
 */
export function planIndex(
  index: Index,
  conditions: Conditions,
  sort: readonly SortPart[],
  isForced = false,
): IndexPlan | undefined {
  const known = [...conditions.predicates, ...conditions.derived];
  if (index.partial && rules.partialMustBeImplied && !isForced && !implies(known, index.partial.filter))
    return undefined;
  const search = collectRanges(index, known);
  if (index.sparse && !search.excludesNull && !isForced && rules.sparseNeverForSortAlone) return undefined;
  const order = sortFromIndex(index, search.parts, sort);
  if (search.parts.length === 0 && !order && !isForced) return undefined;
  const isExact = !conditions.hasRest && conditions.predicates.every((predicate) => search.consumed.has(predicate));
  return {
    kind: 'index',
    index,
    ranges: search.ranges,
    isReverse: order?.isReverse ?? false,
    isSorted: sort.length === 0 || order !== undefined,
    mergeAfter: order?.mergeAfter ?? 0,
    isExact,
    mayRepeat: index.multikey.includes(true),
    score: score(index, search.parts, order !== undefined && sort.length > 0),
  };
}

function score(index: Index, parts: readonly PartBounds[], isSorting: boolean): number {
  const equalities = parts.filter(({ points }) => points !== undefined);
  const isOneDocument =
    index.unique && parts.length === index.parts.length && parts.every(({ points }) => points === 1);
  let total = equalities.length * 10 + (parts.length - equalities.length) * 4 + (isSorting ? 5 : 0);
  if (isOneDocument) total += 100;
  if (index.name === '_id_' && equalities.length > 0) total += 50;
  return total;
}

interface Search {
  ranges: readonly KeyRange[];
  parts: PartBounds[];
  /** Predicates the ranges decide exactly. */
  consumed: ReadonlySet<Predicate>;
  excludesNull: boolean;
}

function collectRanges(index: Index, known: readonly Predicate[]): Search {
  let prefixes: KeyRange[] = [{ low: Buffer.alloc(0), high: Buffer.of(0xff), ends: [0] }];
  const parts: PartBounds[] = [];
  const consumed = new Set<Predicate>();
  let excludesNull = false;
  let usedMultikey = false;
  for (const [at, part] of index.parts.entries()) {
    const isMultikey = index.multikey[at];
    if (isMultikey && usedMultikey && rules.oneMultikeyFieldPerScan) break;
    const choice = boundsOfPart(known, part.name, isMultikey && rules.oneBoundPerMultikeyField);
    if (!choice || choice.intervals.length * prefixes.length > MOST_RANGES) break;
    usedMultikey ||= isMultikey;
    excludesNull ||= choice.excludesNull;
    for (const predicate of choice.exact) consumed.add(predicate);
    const intervals = part.direction === 1 ? choice.intervals : descending(choice.intervals);
    const arePoints = intervals.every(({ isPoint }) => isPoint);
    prefixes = prefixes.flatMap((prefix) => intervals.map((interval) => extend(prefix, interval, arePoints)));
    parts.push({ points: arePoints ? intervals.length : undefined });
    if (!arePoints) break;
  }
  return { ranges: prefixes, parts, consumed, excludesNull };
}

function extend(prefix: KeyRange, interval: Interval, isPoint: boolean): KeyRange {
  const start = prefix.low.subarray(0, prefix.ends[prefix.ends.length - 1]);
  const low = Buffer.concat([start, interval.low]);
  const high = Buffer.concat([start, interval.high]);
  return { low, high, ends: isPoint ? [...prefix.ends, low.length] : prefix.ends };
}

interface PartChoice extends Pick<FieldBounds, 'excludesNull'> {
  intervals: readonly Interval[];
  exact: readonly Predicate[];
}

function boundsOfPart(known: readonly Predicate[], name: string, oneOnly: boolean): PartChoice | undefined {
  const usable = known.flatMap((predicate) => {
    const bounds = predicate.name === name ? boundsOf(predicate.test) : undefined;
    return bounds ? [{ predicate, bounds }] : [];
  });
  if (usable.length === 0) return undefined;
  const arePoints = ({ bounds }: { bounds: FieldBounds }): number =>
    bounds.intervals.every(({ isPoint }) => isPoint) ? bounds.intervals.length : Infinity;
  const used = oneOnly ? [[...usable].sort((a, b) => arePoints(a) - arePoints(b))[0]] : usable;
  return {
    intervals: used.map(({ bounds }) => bounds.intervals).reduce((all, next) => intersect(all, next)),
    exact: used.filter(({ bounds }) => bounds.isExact).map(({ predicate }) => predicate),
    excludesNull: used.some(({ bounds }) => bounds.excludesNull),
  };
}
