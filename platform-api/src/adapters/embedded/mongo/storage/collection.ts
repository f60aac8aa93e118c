import type { Doc } from '../bson/value.ts';
import type { Filter } from '../query/filter.ts';
import type { Matcher } from '../query/match.ts';

export interface IndexPart {
  /** The dotted path as written. */
  name: string;
  path: readonly string[];
  direction: 1 | -1;
}

/** An index: a table of order-preserving keys, or for `_id_` the collection's own unique column. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly parts: readonly IndexPart[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial?: { readonly filter: Filter; readonly matches: Matcher };
  readonly expireAfterSeconds?: number;
  /** What `listIndexes` answers. */
  readonly specification: Doc;
  /** Per part: whether any document ever had an array there. Never goes back. */
  readonly multikey: boolean[];
  /** Made in a transaction that has not committed: readers do not use it. */
  isPending: boolean;
}

/** A collection and its indexes. Its tables carry `id`, which is never used again. */
export interface Collection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  /** What `create` was told, such as a validator. */
  options: Doc;
  validator?: Matcher;
  readonly idIndex: Index;
  readonly indexes: Map<string, Index>;
  isPending: boolean;
}

export function namespace(collection: { db: string; name: string }): string {
  return `${collection.db}.${collection.name}`;
}

export function documentTable(collection: Collection): string {
  return `c${collection.id}`;
}

export function indexTable(index: Index): string {
  return `i${index.id}`;
}

/** Every index, `_id_` first, as `listIndexes` shows them. */
export function allIndexes(collection: Collection): Index[] {
  return [collection.idIndex, ...collection.indexes.values()];
}
