import type { SortPart } from '../query/sort.ts';
import type { Index } from '../storage/collection.ts';
import type { PartBounds } from './index-plan.ts';
import { rules } from './rules.ts';

export interface IndexOrder {
  isReverse: boolean;
  /** Leading parts whose points are separate streams to be merged; 0 when the ranges are in order as they are. */
  mergeAfter: number;
}

/** How the ranges of an index come in the order asked for, or undefined when they do not. */
export function sortFromIndex(
  index: Index,
  parts: readonly PartBounds[],
  sort: readonly SortPart[],
): IndexOrder | undefined {
  if (sort.length === 0) return undefined;
  const isConstant = (at: number): boolean =>
    parts[at]?.points === 1 && !(index.multikey[at] && rules.noSortFromMultikey);
  const constants = new Set(index.parts.filter((_, at) => isConstant(at)).map(({ name }) => name));
  const wanted = sort
    .map(({ path, direction }) => ({ name: path.join('.'), direction }))
    .filter(({ name }) => !constants.has(name));
  if (wanted.length === 0) return { isReverse: false, mergeAfter: 0 };

  const pointParts = parts.filter(({ points }) => points !== undefined).length;
  for (let start = 0; start <= pointParts; start++) {
    const isReverse = matchFrom(index, start, wanted, isConstant);
    if (isReverse === undefined) continue;
    const streams = parts.slice(0, start).reduce((count, { points }) => count * (points ?? 1), 1);
    return { isReverse, mergeAfter: streams > 1 ? start : 0 };
  }
  return undefined;
}

/** Whether the index from a part on has the fields wanted, all in one direction: then whether that is backwards. */
function matchFrom(
  index: Index,
  start: number,
  wanted: readonly { name: string; direction: 1 | -1 }[],
  isConstant: (at: number) => boolean,
): boolean | undefined {
  let at = start;
  let sign = 0;
  for (const { name, direction } of wanted) {
    while (at < index.parts.length && index.parts[at].name !== name && isConstant(at)) at++;
    if (at >= index.parts.length || index.parts[at].name !== name) return undefined;
    if (index.multikey[at] && rules.noSortFromMultikey) return undefined;
    const partSign = direction * index.parts[at].direction;
    if (sign !== 0 && partSign !== sign) return undefined;
    sign = partSign;
    at++;
  }
  return sign < 0;
}
