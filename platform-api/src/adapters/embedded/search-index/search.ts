import type { IndexedFacet, Passage, PassageQuery } from '../../../ports/search-index.ts';
import { cutPassages } from '../../../text/passages/cut.ts';
import { fuseRanks, MEANING_WEIGHT } from '../../../text/passages/fuse.ts';
import { parseQuery } from '../../../text/passages/query.ts';
import { rankWindows, type CollectionStats, type RankedWindow } from '../../../text/passages/rank.ts';
import { excludesEverything, turnFilter } from '../../../text/passages/turn-filter.ts';
import type { RankableWindow } from '../../../text/passages/window-words.ts';
import { foundBySummary } from './about.ts';
import { candidates, type CandidateScope } from './candidates.ts';
import { nearest, type QueryVector } from './meaning.ts';
import type { TenantFile } from './tenant-file.ts';
import { stemTerm } from './terms.ts';

/** Answers one query from one consistent view of the file. */
export const search = (file: TenantFile, query: PassageQuery, meaning?: QueryVector): Passage[] =>
  file.read(() => {
    const parsed = parseQuery(query.text);
    if (parsed.terms.length === 0 || query.limit < 1 || excludesEverything(query)) return [];
    if (query.callIds) selectCalls(file, query.callIds);
    const counts = turnFilter(query, (callId) => facetsOf(file, callId));
    const scope: CandidateScope = { query, parsed, stats: collectionStats(file), counts };
    const byWords = rankWindows(parsed, candidates(file, scope), scope.stats, counts);
    // A quoted phrase asks for the words themselves; passages that only mean the same are no answer to it.
    const useMeaning = meaning && parsed.phrases.length === 0;
    const ranked = useMeaning ? fused(byWords, nearest(file, query, meaning, counts)) : byWords;
    const passages = cutPassages(parsed, ranked, {
      limit: query.limit,
      perCall: query.perCall,
      counts,
      textOf: ({ callId }, turn) => turnText(file, callId, turn),
    });
    // A summary belongs to no turn: it cannot stand in where a speaker or a facet of a turn is asked for.
    return passages.length > 0 || counts ? passages : foundBySummary(file, query, parsed);
  });

function selectCalls(file: TenantFile, callIds: readonly string[]): void {
  file.sql('DELETE FROM temp.wanted').run();
  file
    .sql('INSERT INTO temp.wanted SELECT id FROM call WHERE call_id IN (SELECT value FROM json_each(?))')
    .run(JSON.stringify(callIds));
}

function collectionStats(file: TenantFile): CollectionStats {
  const total = (name: string) => Number(file.sql('SELECT value FROM meta WHERE name = ?').get(name)?.value ?? 0);
  const windows = total('chunks');
  const known = new Map<string, number>();
  return {
    windows,
    averageLength: total('length') / Math.max(1, windows),
    frequency(stem) {
      let frequency = known.get(stem);
      if (frequency === undefined) {
        const row = file.sql('SELECT doc FROM chunk_vocabulary WHERE term = ?').get(stemTerm(stem));
        frequency = Number(row?.doc ?? 0);
        known.set(stem, frequency);
      }
      return frequency;
    },
  };
}

function facetsOf(file: TenantFile, callId: string): IndexedFacet[] {
  const row = file.sql('SELECT facets FROM call WHERE call_id = ?').get(callId);
  return row ? (JSON.parse(String(row.facets)) as IndexedFacet[]) : [];
}

function turnText(file: TenantFile, callId: string, turn: number): string {
  const row = file
    .sql('SELECT text FROM turn WHERE position = ? AND call = (SELECT id FROM call WHERE call_id = ?)')
    .get(turn, callId);
  return String(row?.text ?? '');
}

function fused(byWords: readonly RankedWindow[], byMeaning: readonly RankableWindow[]): RankedWindow[] {
  const windows = new Map([...byMeaning, ...byWords.map(({ window }) => window)].map((window) => [window.id, window]));
  const scores = fuseRanks([
    { ids: byWords.map(({ window }) => window.id), weight: 1 },
    { ids: byMeaning.map(({ id }) => id), weight: MEANING_WEIGHT },
  ]);
  return [...windows.values()]
    .map((window) => ({ window, score: scores.get(window.id) ?? 0 }))
    .sort((a, b) => b.score - a.score);
}
