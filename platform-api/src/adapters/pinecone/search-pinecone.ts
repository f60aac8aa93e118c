import type { Index, QueryOptions, RecordMetadata } from '@pinecone-database/pinecone';
import type { Embedder } from '../../ports/embedder.ts';
import type { Passage, PassageQuery } from '../../ports/search-index.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { cutPassages } from '../../text/passages/cut.ts';
import { fuseRanks, MEANING_WEIGHT } from '../../text/passages/fuse.ts';
import { parseQuery, type ParsedQuery } from '../../text/passages/query.ts';
import { phraseStarts, rankWindows } from '../../text/passages/rank.ts';
import { excludesEverything, turnFilter } from '../../text/passages/turn-filter.ts';
import { stemOf } from '../../text/stem.ts';
import { formsOf } from '../../text/words.ts';
import { callRecordId } from './call-records.ts';
import { foundWindow, statsOf, type FoundWindow } from './found-windows.ts';
import { searchFilters } from './search-filter.ts';
import { sparseVector, type SparseVector } from './sparse-vector.ts';

const CANDIDATES = 150;
/** Beside words, the vector only settles ties; what is near in meaning is asked for by itself. */
const VECTOR_BESIDE_WORDS = 0.01;
const LEAST_SIMILARITY = 0.25;

export async function searchPinecone(
  records: Index,
  query: PassageQuery,
  ctx: TenantContext,
  embedder?: Embedder,
): Promise<Passage[]> {
  const parsed = parseQuery(query.text);
  if (parsed.terms.length === 0 || query.limit < 1 || excludesEverything(query)) return [];
  // A dense index answers no question without a vector, so a failing embedder is a failing search here.
  const [vector] = embedder ? await embedder.embed(ctx, [query.text]) : [];
  const sparse = sparseVector(parsed.phrases.length > 0 ? parsed.words : parsed.terms.map(({ form }) => form));
  const byWords: Ask = vector
    ? { vector: [...vector.map((value) => value * VECTOR_BESIDE_WORDS)], sparseVector: sparse }
    : { sparseVector: sparse };
  const windows = await currentWindows(records, await matches(records, query, 'window', byWords));
  const near =
    vector && parsed.phrases.length === 0
      ? await currentWindows(
          records,
          await matches(records, query, 'window', { vector: [...vector] }, LEAST_SIMILARITY),
        )
      : [];
  const known = new Map([...windows, ...near].map((window) => [window.id, window]));
  const facets = new Map<string, FoundWindow['facets']>();
  for (const window of known.values())
    facets.set(window.callId, [...(facets.get(window.callId) ?? []), ...window.facets]);
  const counts = turnFilter(query, (callId) => facets.get(callId) ?? []);

  const ranked = rankWindows(parsed, windows, statsOf(windows), counts);
  const scores = fuseRanks([
    { ids: ranked.map(({ window }) => window.id), weight: 1 },
    { ids: near.map(({ id }) => id), weight: MEANING_WEIGHT },
  ]);
  const fused = [...scores]
    .sort((a, b) => b[1] - a[1])
    .flatMap(([id, score]) => {
      const window = known.get(id);
      return window ? [{ window, score }] : [];
    });
  const passages = cutPassages(parsed, near.length > 0 ? fused : ranked, {
    limit: query.limit,
    perCall: query.perCall,
    counts,
    textOf: ({ id }, turn) => known.get(id)?.texts.get(turn) ?? '',
  });
  return passages.length > 0 || counts ? passages : foundBySummary(records, query, parsed, byWords);
}

/** What a dense index is asked (a vector, sparse values beside it) or a sparse one (sparse values alone). */
interface Ask {
  vector?: number[];
  sparseVector?: SparseVector;
}

interface Match {
  id: string;
  score: number;
  metadata: RecordMetadata;
}

async function matches(
  records: Index,
  query: PassageQuery,
  kind: 'call' | 'window',
  ask: Ask,
  floor = 0,
): Promise<Match[]> {
  const answers = await Promise.all(
    searchFilters(query, kind).map((filter) =>
      records.query({ ...ask, topK: CANDIDATES, filter, includeMetadata: true } as QueryOptions),
    ),
  );
  return answers
    .flatMap((answer) => answer.matches)
    .flatMap(({ id, score = 0, metadata }) => (metadata && score > floor ? [{ id, score, metadata }] : []))
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES);
}

/** Drops windows of a revision that was replaced, never completed or removed. */
async function currentWindows(records: Index, found: readonly Match[]): Promise<FoundWindow[]> {
  const windows = found.map(({ id, metadata }) => foundWindow(id, metadata));
  const ids = [...new Set(windows.map(({ callId }) => callRecordId(callId)))];
  if (ids.length === 0) return [];
  const { records: calls } = await records.fetch({ ids });
  return windows.filter(({ callId, revision }) => calls[callRecordId(callId)]?.metadata?.revision === revision);
}

async function foundBySummary(records: Index, query: PassageQuery, parsed: ParsedQuery, ask: Ask): Promise<Passage[]> {
  const stems = new Set(parsed.terms.map(({ stem }) => stem));
  return (await matches(records, query, 'call', ask))
    .filter(({ metadata }) => {
      const texts = [formsOf(String(metadata.title)), formsOf(String(metadata.summary))];
      return (
        metadata.turnStart !== undefined &&
        texts.flat().some((form) => stems.has(stemOf(form))) &&
        parsed.phrases.every((phrase) => texts.some((forms) => phraseStarts(forms, phrase).length > 0))
      );
    })
    .slice(0, query.limit)
    .map(({ metadata, score }) => ({
      callId: String(metadata.callId),
      turnStart: Number(metadata.turnStart),
      turnEnd: Number(metadata.turnEnd),
      score,
      highlights: [],
      foundIn: 'summary',
    }));
}
