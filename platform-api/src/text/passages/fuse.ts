const K = 60;

/**
 * How much a place in the ranking by meaning counts beside the same place in the ranking by words. At one half, meaning
 * reorders what words found and fills in where words found little, and can never push a good match by words aside.
 */
export const MEANING_WEIGHT = 0.5;

/** Weighted Reciprocal Rank Fusion: score by id, from rankings that name each id once, best first. */
export function fuseRanks(rankings: readonly { ids: readonly string[]; weight: number }[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { ids, weight } of rankings) {
    ids.forEach((id, at) => scores.set(id, (scores.get(id) ?? 0) + weight / (K + at + 1)));
  }
  return scores;
}
