import type { Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import type { Matcher } from '../query/match.ts';
import { compareSortKeys, sortKey, type SortPart } from '../query/sort.ts';
import { touchedFields } from '../query/touched-fields.ts';
import type { Collection } from '../storage/collection.ts';
import type { Connection } from '../storage/connection.ts';
import type { Pacer } from './pacer.ts';
import type { Plan } from './plan.ts';
import { choosePlan } from './planner.ts';
import { rowsOf, type Row } from './rows.ts';

/** What one sort or group may hold in memory, as MongoDB limits it. */
export const MEMORY_LIMIT_BYTES = 100 * 1024 * 1024;

/** Where to read: the last commit, or the writer's open transaction. */
export interface Access {
  connection: Connection;
  seesPending: boolean;
}

export interface RowQuery {
  filter: Filter;
  matches: Matcher;
  sort: readonly SortPart[];
  skip: number;
  /** 0 means no limit. */
  limit: number;
  hint?: Value;
}

/** Counts what a query looked at, for `explain`. */
export interface Examined {
  rows: number;
}

/** The documents a query asks for, in order. */
export async function* findRows(
  access: Access,
  collection: Collection,
  query: RowQuery,
  pacer: Pacer,
  examined: Examined = { rows: 0 },
): AsyncGenerator<Row> {
  const plan = choosePlan(collection, { ...query, seesPending: access.seesPending });
  const found = matchingRows(access, collection, query, plan, pacer, examined);
  const ordered = plan.isSorted ? found : sortRows(found, query, pacer);
  let position = 0;
  const end = query.limit === 0 ? Infinity : query.skip + query.limit;
  if (end === query.skip) return;
  for await (const row of ordered) {
    position++;
    if (position > query.skip) yield row;
    // Before asking for the next, which could read a whole further chunk.
    if (position >= end) return;
  }
}

async function* matchingRows(
  access: Access,
  collection: Collection,
  query: RowQuery,
  plan: Plan,
  pacer: Pacer,
  examined: Examined,
): AsyncGenerator<Row> {
  const isExact = plan.kind === 'index' && plan.isExact;
  const touched = touchedFields(query.filter);
  const expected = plan.isSorted && query.limit > 0 ? query.skip + query.limit : undefined;
  for (const row of rowsOf(access.connection, collection, plan, expected)) {
    examined.rows++;
    if (pacer.isDue()) await pacer.rest();
    if (isExact || query.matches(row.fields(touched))) yield row;
  }
}

interface Keyed {
  key: readonly Value[];
  row: Row;
}

/** Sorts in memory; with a limit only the first are kept. Throws 292 when that is too much. */
async function* sortRows(rows: AsyncIterable<Row>, query: RowQuery, pacer: Pacer): AsyncGenerator<Row> {
  const { sort } = query;
  const fields = new Set(sort.map(({ path }) => path[0]));
  const wanted = query.limit === 0 ? Infinity : query.skip + query.limit;
  const order = (a: Keyed, b: Keyed): number => compareSortKeys(sort, a.key, b.key);
  let kept: Keyed[] = [];
  let bytes = 0;
  for await (const row of rows) {
    kept.push({ key: sortKey(sort, row.fields(fields)), row });
    bytes += row.bytes.length;
    if (kept.length >= wanted * 2 + 1000) {
      kept = kept.sort(order).slice(0, wanted);
      bytes = kept.reduce((sum, { row: { bytes: own } }) => sum + own.length, 0);
    }
    if (bytes > MEMORY_LIMIT_BYTES) throw memoryExceeded('Sort');
  }
  if (pacer.isDue()) await pacer.rest();
  for (const { row } of kept.sort(order)) yield row;
}

export function memoryExceeded(what: string): CommandError {
  return new CommandError(
    292,
    `${what} exceeded memory limit of ${MEMORY_LIMIT_BYTES} bytes. Use an index, a filter or a limit.`,
  );
}
