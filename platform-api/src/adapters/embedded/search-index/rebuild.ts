import type { IndexedCall } from '../../../ports/search-index.ts';
import { windowsOf } from '../../../text/passages/windows.ts';
import type { Database, SqlRow } from '../sqlite.ts';
import { createTables, dropTables } from './schema.ts';
import type { TenantFile } from './tenant-file.ts';
import { vectorOf } from './vectors.ts';
import { putCall, type CallVectors } from './write.ts';

interface StoredCall {
  call: IndexedCall;
  vectors?: CallVectors;
}

/**
 * Indexes every call again from what the file itself holds, vectors included. They cost money; they are kept as long
 * as the windows are cut as before, and otherwise left out until the call is put again.
 */
export function rebuild(file: TenantFile, db: Database): void {
  const ids = db.prepare('SELECT id FROM call').all();
  // Kept in memory: the largest tenant's text is some hundred megabytes, and this happens once per release at most.
  const calls = ids.map(({ id }) => storedCall(db, Number(id)));
  dropTables(db);
  createTables(db);
  for (const { call, vectors } of calls) putCall(file, call, vectors);
}

function storedCall(db: Database, id: number): StoredCall {
  const row = db.prepare('SELECT call_id, title, summary, facets FROM call WHERE id = ?').get(id) ?? {};
  const turns = db.prepare('SELECT position, speaker, text FROM turn WHERE call = ? ORDER BY position').all(id);
  const call: IndexedCall = {
    callId: String(row.call_id),
    title: String(row.title),
    summary: String(row.summary),
    facets: JSON.parse(String(row.facets)) as IndexedCall['facets'],
    turns: turns.map(({ position, speaker, text }) => ({
      index: Number(position),
      speaker: String(speaker),
      text: String(text),
    })),
  };
  return { call, vectors: storedVectors(db, id, call) };
}

function storedVectors(db: Database, id: number, call: IndexedCall): CallVectors | undefined {
  const rows = db
    .prepare(
      `SELECT turn_start, turn_end, model, vector FROM chunk JOIN chunk_vector ON chunk = chunk.id WHERE call = ?
       ORDER BY turn_start`,
    )
    .all(id);
  return windowsMatch(rows, call)
    ? { model: String(rows[0].model), vectors: rows.map(({ vector }) => vectorOf(vector)) }
    : undefined;
}

function windowsMatch(rows: readonly SqlRow[], call: IndexedCall): boolean {
  const windows = windowsOf(call.turns);
  return (
    rows.length > 0 &&
    rows.length === windows.length &&
    windows.every((window, at) => {
      const { turn_start: start, turn_end: end } = rows[at];
      return window[0].index === start && window[window.length - 1].index === end;
    })
  );
}
