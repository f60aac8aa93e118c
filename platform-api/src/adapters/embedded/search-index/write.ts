import type { IndexedCall } from '../../../ports/search-index.ts';
import { orderedTurns, windowsOf } from '../../../text/passages/windows.ts';
import { decodeTurns, encodeTurns, lengthOf, turnWords } from '../../../text/passages/window-words.ts';
import { formsOf } from '../../../text/words.ts';
import { termOf, windowMarks, windowTerms } from './terms.ts';
import type { TenantFile } from './tenant-file.ts';
import { blobOf, normalised } from './vectors.ts';

/** Vectors of a call's windows, in their order. */
export interface CallVectors {
  model: string;
  vectors: Float32Array[];
}

/** Replaces everything known of a call. Runs inside the caller's transaction. */
export function putCall(file: TenantFile, call: IndexedCall, vectors?: CallVectors): void {
  removeCall(file, call.callId);
  const facets = JSON.stringify(call.facets);
  const { lastInsertRowid: id } = file
    .sql('INSERT INTO call (call_id, title, summary, facets) VALUES (?, ?, ?, ?)')
    .run(call.callId, call.title, call.summary, facets);
  file.sql('INSERT INTO about_terms (rowid, terms) VALUES (?, ?)').run(id, aboutTerms(call.title, call.summary));
  const turns = orderedTurns(call.turns);
  const insertTurn = file.sql('INSERT INTO turn VALUES (?, ?, ?, ?)');
  for (const { index, speaker, text } of turns) insertTurn.run(id, index, speaker, text);

  const analysed = new Map(turns.map((turn) => [turn.index, turnWords(turn)]));
  windowsOf(turns).forEach((window, at) => {
    const words = window.flatMap(({ index }) => analysed.get(index) ?? []);
    const length = lengthOf(words);
    const chunk = file
      .sql('INSERT INTO chunk (call, turn_start, turn_end, length, words) VALUES (?, ?, ?, ?, ?)')
      .run(id, window[0].index, window[window.length - 1].index, length, encodeTurns(words)).lastInsertRowid;
    file
      .sql('INSERT INTO chunk_terms (rowid, terms, marks) VALUES (?, ?, ?)')
      .run(chunk, windowTerms(words), windowMarks(words, call.facets));
    if (vectors) {
      file
        .sql('INSERT INTO chunk_vector VALUES (?, ?, ?)')
        .run(chunk, vectors.model, blobOf(normalised(vectors.vectors[at])));
    }
    addToTotals(file, 1, length);
  });
}

/** Forgets a call; nothing happens when it is not known. Runs inside the caller's transaction. */
export function removeCall(file: TenantFile, callId: string): void {
  const call = file.sql('SELECT id, title, summary, facets FROM call WHERE call_id = ?').get(callId);
  if (!call) return;
  const facets = JSON.parse(String(call.facets)) as IndexedCall['facets'];
  for (const { id, length, words } of file.sql('SELECT id, length, words FROM chunk WHERE call = ?').all(call.id)) {
    const turns = decodeTurns(String(words));
    // A word index without its own copy of the text has to be told what to take out.
    file
      .sql("INSERT INTO chunk_terms (chunk_terms, rowid, terms, marks) VALUES ('delete', ?, ?, ?)")
      .run(id, windowTerms(turns), windowMarks(turns, facets));
    file.sql('DELETE FROM chunk_vector WHERE chunk = ?').run(id);
    addToTotals(file, -1, -Number(length));
  }
  file
    .sql("INSERT INTO about_terms (about_terms, rowid, terms) VALUES ('delete', ?, ?)")
    .run(call.id, aboutTerms(String(call.title), String(call.summary)));
  for (const statement of ['DELETE FROM chunk WHERE call = ?', 'DELETE FROM turn WHERE call = ?']) {
    file.sql(statement).run(call.id);
  }
  file.sql('DELETE FROM call WHERE id = ?').run(call.id);
}

const aboutTerms = (title: string, summary: string): string => formsOf(`${title}\n${summary}`).map(termOf).join(' ');

function addToTotals(file: TenantFile, chunks: number, length: number): void {
  file.sql("UPDATE meta SET value = value + ? WHERE name = 'chunks'").run(chunks);
  file.sql("UPDATE meta SET value = value + ? WHERE name = 'length'").run(length);
}
