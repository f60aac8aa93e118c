import type { CallVault } from '@callvault/sdk';
import { queryOf, type SearchFilter } from './search-filter.ts';

/** What would be found if one filter were dropped. */
export interface Nearest {
  readonly filter: SearchFilter;
  readonly moments: number;
}

const MOST = 3;

/** Tries the search without each of its filters; the most fruitful first, fruitless ones left out. */
export async function nearest(
  vault: CallVault,
  words: string,
  filters: readonly SearchFilter[],
  signal: AbortSignal,
): Promise<readonly Nearest[]> {
  const tried = await Promise.all(
    filters.slice(-MOST).map(async (filter) => {
      const rest = filters.filter((each) => each !== filter);
      const { items } = await vault.search.query(queryOf(words, rest), { signal });
      return { filter, moments: items.length };
    }),
  );
  return tried.filter(({ moments }) => moments > 0).sort((a, b) => b.moments - a.moments);
}
