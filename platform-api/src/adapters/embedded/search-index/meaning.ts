import type { PassageQuery } from '../../../ports/search-index.ts';
import type { TurnFilter } from '../../../text/passages/rank.ts';
import type { RankableWindow } from '../../../text/passages/window-words.ts';
import { CHUNK_COLUMNS, windowOf } from './chunks.ts';
import type { TenantFile } from './tenant-file.ts';
import { dotProduct, normalised, vectorOf } from './vectors.ts';

export interface QueryVector {
  model: string;
  vector: Float32Array;
}

/** Windows that take part in the fusion. */
const NEAREST = 100;
/** Below this cosine a window is about something else; without a floor every question has an answer. */
const LEAST_SIMILARITY = 0.25;

/** The windows nearest in meaning, by exact cosine over every vector of the model in scope, nearest first. */
export function nearest(
  file: TenantFile,
  query: PassageQuery,
  { model, vector }: QueryVector,
  counts?: TurnFilter,
): RankableWindow[] {
  const wanted = normalised(vector);
  const similar: { id: number; similarity: number }[] = [];
  const inScope = query.callIds
    ? 'JOIN chunk ON chunk.id = chunk WHERE chunk.call IN (SELECT id FROM temp.wanted) AND'
    : 'WHERE';
  for (const row of file.sql(`SELECT chunk AS id, vector FROM chunk_vector ${inScope} model = ?`).iterate(model)) {
    const stored = vectorOf(row.vector);
    // A model may be set to fewer dimensions under the same name; such vectors cannot be compared.
    if (stored.length !== wanted.length) continue;
    const similarity = dotProduct(wanted, stored);
    if (similarity >= LEAST_SIMILARITY) similar.push({ id: Number(row.id), similarity });
  }
  similar.sort((a, b) => b.similarity - a.similarity || a.id - b.id);

  const windows: RankableWindow[] = [];
  const read = file.sql(`SELECT ${CHUNK_COLUMNS} FROM chunk JOIN call ON call.id = chunk.call WHERE chunk.id = ?`);
  for (const { id } of similar) {
    if (windows.length >= NEAREST) break;
    const row = read.get(id);
    const window = row && windowOf(row);
    if (window && (!counts || window.turns.some((turn) => counts(window.callId, turn)))) windows.push(window);
  }
  return windows;
}
