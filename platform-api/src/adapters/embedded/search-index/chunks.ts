import { decodeTurns, type RankableWindow } from '../../../text/passages/window-words.ts';
import type { SqlRow } from '../sqlite.ts';

/** The columns of a chunk that ranking needs, `chunk` joined with its `call`. */
export const CHUNK_COLUMNS = 'chunk.id, chunk.turn_start, chunk.turn_end, chunk.length, chunk.words, call.call_id';

export const windowOf = (row: SqlRow): RankableWindow => ({
  id: String(row.id),
  callId: String(row.call_id),
  turnStart: Number(row.turn_start),
  turnEnd: Number(row.turn_end),
  length: Number(row.length),
  turns: decodeTurns(String(row.words)),
});
