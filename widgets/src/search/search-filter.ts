import type { Query } from '@callvault/sdk';

export const fields = ['speaker', 'client', 'tag', 'date', 'outcome'] as const;
export type Field = (typeof fields)[number];

export const dayRanges = [7, 30, 90, 365] as const;

/** One filter of a search. `id` is what the API asks for; of a date, the number of days. */
export interface SearchFilter {
  readonly field: Field;
  readonly id: string;
  readonly label: string;
}

const DAY = 86_400_000;

/** The filters as the API takes them. */
export function queryOf(
  words: string,
  filters: readonly SearchFilter[],
  now: number = Date.now(),
): Query<'search.query'> {
  const ids = (field: Field) => {
    const found = filters.filter((each) => each.field === field).map(({ id }) => id);
    return found.length > 0 ? found : undefined;
  };
  const [speaker, clientId, tagId, outcome, days] = [
    ids('speaker'),
    ids('client'),
    ids('tag'),
    ids('outcome'),
    ids('date'),
  ];
  return {
    q: words,
    ...(speaker && { speaker }),
    ...(clientId && { clientId }),
    ...(tagId && { tagId }),
    ...(outcome && { outcome }),
    ...(days && { from: new Date(Math.floor(now / DAY) * DAY - Number(days[0]) * DAY).toISOString() }),
  };
}

/** Puts a filter in or takes it out. There is only ever one date. */
export function toggled(filters: readonly SearchFilter[], filter: SearchFilter): readonly SearchFilter[] {
  const rest = filters.filter((each) => !isSame(each, filter));
  if (rest.length < filters.length) return rest;
  return [...(filter.field === 'date' ? rest.filter(({ field }) => field !== 'date') : rest), filter];
}

export const isSame = (a: SearchFilter, b: SearchFilter): boolean => a.field === b.field && a.id === b.id;
