import type { Index } from '../storage/collection.ts';

/** Keys from `low` on and below `high`; `ends[n]` is the length of `low`'s first n parts, where these are points. */
export interface KeyRange {
  low: Buffer;
  high: Buffer;
  ends: readonly number[];
}

export interface IndexPlan {
  kind: 'index';
  index: Index;
  /** In the order of the index. */
  ranges: readonly KeyRange[];
  isReverse: boolean;
  /** Rows come in the order asked for. */
  isSorted: boolean;
  /** This many leading parts differ between streams that must be merged to be in order. */
  mergeAfter: number;
  /** Rows need no further match. */
  isExact: boolean;
  /** A document may come more than once. */
  mayRepeat: boolean;
  score: number;
}

export interface ScanPlan {
  kind: 'scan';
  isReverse: boolean;
  isSorted: boolean;
}

export interface OrPlan {
  kind: 'or';
  branches: readonly IndexPlan[];
  /** The branches are in the same order and can be merged. */
  isSorted: boolean;
}

export type Plan = IndexPlan | ScanPlan | OrPlan;
