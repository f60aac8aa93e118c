import type { IndexedFacet, PassageQuery } from '../../ports/search-index.ts';
import { foldText } from '../words.ts';
import type { TurnFilter } from './rank.ts';

/** How names and facet values are compared: folded word by word, or as they are where they hold no word at all. */
export const facetKey = (value: string): string => foldText(value) || value.trim();

/** A filter that names nothing lets nothing through, as an empty list of calls does. */
export const excludesEverything = (query: PassageQuery): boolean =>
  [query.callIds, query.speakers, query.topics, query.intents, query.entities, query.sentiments].some(
    (wanted) => wanted?.length === 0,
  );

type FacetMatch = (facet: IndexedFacet) => boolean;

/**
 * Which turns a query's speaker and facet filters let through; undefined when it has none. A turn passes when its
 * speaker is asked for and one finding that covers it satisfies every facet asked for.
 */
export function turnFilter(
  query: PassageQuery,
  facetsOf: (callId: string) => readonly IndexedFacet[],
): TurnFilter | undefined {
  const speakers = query.speakers && new Set(query.speakers.map(facetKey));
  const matches = facetMatches(query);
  if (!speakers && matches.length === 0) return undefined;

  const remembered = new Map<string, readonly IndexedFacet[]>();
  const fitting = (callId: string): readonly IndexedFacet[] => {
    let facets = remembered.get(callId);
    if (!facets) {
      facets = facetsOf(callId).filter((facet) => matches.every((match) => match(facet)));
      remembered.set(callId, facets);
    }
    return facets;
  };
  return (callId, { turn, speaker }) =>
    (speakers?.has(speaker) ?? true) &&
    (matches.length === 0 || fitting(callId).some(({ turnStart, turnEnd }) => turnStart <= turn && turn <= turnEnd));
}

function facetMatches(query: PassageQuery): FacetMatch[] {
  const matches: FacetMatch[] = [];
  for (const kind of ['topics', 'intents', 'entities'] as const) {
    const wanted = query[kind] && new Set(query[kind].map(facetKey));
    if (wanted) matches.push((facet) => facet[kind].some((value) => wanted.has(facetKey(value))));
  }
  const { sentiments } = query;
  if (sentiments) matches.push(({ sentiment }) => sentiments.includes(sentiment));
  return matches;
}
