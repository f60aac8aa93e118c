import type { PassageQuery } from '../../../ports/search-index.ts';
import type { ParsedQuery } from '../../../text/passages/query.ts';
import { hasPhrases, type CollectionStats, type TurnFilter } from '../../../text/passages/rank.ts';
import type { RankableWindow } from '../../../text/passages/window-words.ts';
import { CHUNK_COLUMNS, windowOf } from './chunks.ts';
import { markExpression, quoted, termOf } from './terms.ts';
import type { TenantFile } from './tenant-file.ts';

/** Windows ranked with all words of the query; more cost time and, as measured, change no first ten. */
const MOST_CANDIDATES = 120;
/** Below this many, more frequent words are asked as well. */
const FEW_CANDIDATES = 60;
/** Word occurrences that the engine may score for one query: the slowest queries are those of frequent words. */
const POSTINGS_BUDGET = 4_000;
/** A scope this small is ranked whole. */
const SMALL_SCOPE = 600;

export interface CandidateScope {
  query: PassageQuery;
  parsed: ParsedQuery;
  stats: CollectionStats;
  counts?: TurnFilter;
}

/** Windows that may answer a query: all of a small scope, else those that hold its rare words. */
export function candidates(file: TenantFile, scope: CandidateScope): RankableWindow[] {
  if (scope.query.callIds && scopeSize(file) <= SMALL_SCOPE) return wholeScope(file);
  if (scope.parsed.phrases.length > 0) return withPhrases(file, scope);
  return withRareWords(file, scope);
}

const scopeSize = (file: TenantFile): number =>
  Number(file.sql('SELECT count(*) AS chunks FROM chunk WHERE call IN (SELECT id FROM temp.wanted)').get()?.chunks);

const wholeScope = (file: TenantFile): RankableWindow[] =>
  file
    .sql(
      `SELECT ${CHUNK_COLUMNS} FROM temp.wanted JOIN chunk ON chunk.call = wanted.id JOIN call ON call.id = chunk.call
       ORDER BY chunk.id`,
    )
    .all()
    .map(windowOf);

function withPhrases(file: TenantFile, scope: CandidateScope): RankableWindow[] {
  const { phrases } = scope.parsed;
  // Stems find more than the phrase as it was typed, so each window is read before it counts.
  return matching(file, scope, phrases.map((phrase) => quoted(phrase.map(termOf))).join(' AND '), (window) =>
    hasPhrases(window.turns, phrases),
  );
}

function withRareWords(file: TenantFile, scope: CandidateScope): RankableWindow[] {
  const { stats, parsed } = scope;
  const terms = parsed.terms
    .map(({ form, stem }) => ({ term: quoted([termOf(form)]), frequency: stats.frequency(stem) }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency);
  if (terms.length === 0) return [];

  const found = new Map<string, RankableWindow>();
  const add = (expression: string) => {
    for (const window of matching(file, scope, expression)) found.set(window.id, window);
  };
  let asked = terms.findIndex((_term, at) => at > 0 && postings(terms.slice(0, at + 1)) > POSTINGS_BUDGET);
  if (asked < 0) asked = terms.length;
  const rare = terms.slice(0, asked);
  // When even the rarest word is everywhere, windows that hold two of them come first, and are quickly found.
  if (rare.length === 1 && rare[0].frequency > POSTINGS_BUDGET && terms.length > 1) {
    add(
      `${terms[0].term} AND (${terms
        .slice(1)
        .map(({ term }) => term)
        .join(' OR ')})`,
    );
    if (found.size < FEW_CANDIDATES) add(terms[0].term);
  } else {
    add(rare.map(({ term }) => term).join(' OR '));
  }
  for (const { term } of terms.slice(asked)) {
    if (found.size >= FEW_CANDIDATES) break;
    add(term);
  }
  return [...found.values()];
}

const postings = (terms: readonly { frequency: number }[]): number =>
  terms.reduce((sum, { frequency }) => sum + frequency, 0);

/** Runs an expression of quoted terms under the query's filters, best first by the engine's own measure. */
function matching(
  file: TenantFile,
  { query, counts }: CandidateScope,
  expression: string,
  accepts: (window: RankableWindow) => boolean = () => true,
): RankableWindow[] {
  const inScope = query.callIds ? 'AND chunk.call IN (SELECT id FROM temp.wanted)' : '';
  const rows = file
    .sql(
      `SELECT ${CHUNK_COLUMNS} FROM chunk_terms JOIN chunk ON chunk.id = chunk_terms.rowid JOIN call ON call.id = chunk.call
       WHERE chunk_terms MATCH ? ${inScope} ORDER BY chunk_terms.rank`,
    )
    .iterate(`(terms : (${expression}))${markExpression(query)}`);
  const windows: RankableWindow[] = [];
  for (const row of rows) {
    const window = windowOf(row);
    if (counts && !window.turns.some((turn) => counts(window.callId, turn))) continue;
    if (accepts(window)) windows.push(window);
    if (windows.length >= MOST_CANDIDATES) break;
  }
  return windows;
}
