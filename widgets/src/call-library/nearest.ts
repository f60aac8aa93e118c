import type { CallVault } from '@callvault/sdk';
import { fieldsSet, queryOf, without, type CallFilter, type CallQuery, type FilterField } from './call-filter.ts';

/** The filter without one of its fields, and how many calls that shows. */
export interface Nearest {
  readonly field: FilterField;
  readonly count: number;
}

/** Which single field to let go of so that something shows; the one that widens the list least. */
export async function nearestOf(
  vault: CallVault,
  filter: CallFilter,
  query: CallQuery,
  signal: AbortSignal,
): Promise<Nearest | undefined> {
  const { q, binned, timeZone } = query;
  const rest = { ...(q ? { q } : {}), ...(binned ? { binned } : {}), ...(timeZone ? { timeZone } : {}), limit: 1 };
  const tries = fieldsSet(filter).map(async (field) => {
    const { total } = await vault.calls.list({ ...queryOf(without(filter, field)), ...rest }, { signal });
    return { field, count: total };
  });
  const found = (await Promise.all(tries)).filter(({ count }) => count > 0);
  return found.sort((one, other) => one.count - other.count)[0];
}
