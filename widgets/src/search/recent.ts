import { isSame, type SearchFilter } from './search-filter.ts';

/** A search that led somewhere. */
export interface RecentSearch {
  readonly words: string;
  readonly filters: readonly SearchFilter[];
}

const MOST = 5;

/** Lives as long as the page and is written nowhere: what somebody looked for is their own. */
let searches: readonly RecentSearch[] = [];

export const recentSearches = (): readonly RecentSearch[] => searches;

export function remember(search: RecentSearch): void {
  const words = search.words.trim();
  if (words === '') return;
  const others = searches.filter((each) => each.words !== words || !sameFilters(each.filters, search.filters));
  searches = [{ ...search, words }, ...others].slice(0, MOST);
}

export function forgetSearches(): void {
  searches = [];
}

function sameFilters(a: readonly SearchFilter[], b: readonly SearchFilter[]): boolean {
  return a.length === b.length && a.every((each) => b.some((other) => isSame(each, other)));
}
