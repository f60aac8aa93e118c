import type { Collection } from '../storage/collection.ts';
import { documentTable, indexTable } from '../storage/collection.ts';
import { findRows, type Access, type RowQuery } from './find-rows.ts';
import type { Pacer } from './pacer.ts';
import type { IndexPlan } from './plan.ts';
import { choosePlan } from './planner.ts';
import { read } from './rows.ts';

/** How many documents a query has, without reading them when an index or the table alone can tell. */
export async function countRows(
  access: Access,
  collection: Collection,
  query: RowQuery,
  pacer: Pacer,
): Promise<number> {
  const total = countWithoutDocuments(access, collection, query);
  if (total !== undefined) {
    const rest = Math.max(0, total - query.skip);
    return query.limit > 0 ? Math.min(rest, query.limit) : rest;
  }
  let count = 0;
  for await (const _row of findRows(access, collection, { ...query, sort: [] }, pacer)) count++;
  return count;
}

function countWithoutDocuments(access: Access, collection: Collection, query: RowQuery): number | undefined {
  const { filter } = query;
  if (filter.kind === 'and' && filter.children.length === 0 && (query.hint === undefined || query.hint === null)) {
    return countSql(access, `SELECT count(*) AS n FROM ${documentTable(collection)}`, []);
  }
  const plan = choosePlan(collection, { filter, sort: [], hint: query.hint, seesPending: access.seesPending });
  if (plan.kind !== 'index' || !plan.isExact || plan.mayRepeat) return undefined;
  return plan.ranges.reduce(
    (sum, { low, high }) => sum + countSql(access, rangeCount(collection, plan), [low, high]),
    0,
  );
}

function rangeCount(collection: Collection, plan: IndexPlan): string {
  return plan.index === collection.idIndex
    ? `SELECT count(*) AS n FROM ${documentTable(collection)} WHERE id >= ? AND id < ?`
    : `SELECT count(*) AS n FROM ${indexTable(plan.index)} WHERE key >= ? AND key < ?`;
}

function countSql(access: Access, sql: string, parameters: Buffer[]): number {
  return Number(read(access.connection, sql, parameters)[0].n);
}
