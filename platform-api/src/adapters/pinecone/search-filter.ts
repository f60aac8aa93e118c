import type { PassageQuery } from '../../ports/search-index.ts';
import { facetKey } from '../../text/passages/turn-filter.ts';

/** Pinecone takes this many values in one `$in`. */
const MOST_IN = 10_000;

/** Filters for one kind of record; several where a query names more calls than one filter may hold. */
export function searchFilters(query: PassageQuery, kind: 'call' | 'window'): object[] {
  const marks = (['speakers', 'topics', 'intents', 'entities', 'sentiments'] as const).flatMap((name) => {
    const values = query[name];
    return values ? [{ [name]: { $in: values.map(facetKey) } }] : [];
  });
  const base = [{ kind: { $eq: kind } }, ...(kind === 'window' ? marks : [])];
  if (!query.callIds) return [{ $and: base }];
  const filters: object[] = [];
  for (let from = 0; from < query.callIds.length; from += MOST_IN) {
    filters.push({ $and: [...base, { callId: { $in: query.callIds.slice(from, from + MOST_IN) } }] });
  }
  return filters;
}
