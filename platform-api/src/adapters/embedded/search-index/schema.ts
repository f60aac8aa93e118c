import { createHash } from 'node:crypto';
import { ANALYSER_PROBE } from '../../../text/analyser-probe.ts';
import { stemOf } from '../../../text/stem.ts';
import { formsOf } from '../../../text/words.ts';
import type { Database } from '../sqlite.ts';

/** Raise it when the tables or the cut of windows change: files of another layout are rebuilt from their own turns. */
const LAYOUT = 1;

/**
 * Changes whenever the analyser would cut or stem words differently, a new release of the stemmer included: a file
 * indexed by other rules would find too little, and deleting from its word index would take out the wrong words.
 */
const INDEXED_BY = createHash('sha256')
  .update(JSON.stringify([LAYOUT, formsOf(ANALYSER_PROBE).map((form) => [form, stemOf(form)])]))
  .digest('hex');

// `ascii` splits at nothing but ASCII punctuation and space, so the words are exactly those of our analyser.
const TABLES = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE call (
    id INTEGER PRIMARY KEY, call_id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, summary TEXT NOT NULL, facets TEXT NOT NULL);
  CREATE TABLE turn (
    call INTEGER NOT NULL, position INTEGER NOT NULL, speaker TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (call, position)) WITHOUT ROWID;
  CREATE TABLE chunk (
    id INTEGER PRIMARY KEY, call INTEGER NOT NULL, turn_start INTEGER NOT NULL, turn_end INTEGER NOT NULL,
    length INTEGER NOT NULL, words TEXT NOT NULL);
  CREATE INDEX chunk_call ON chunk (call);
  CREATE TABLE chunk_vector (chunk INTEGER PRIMARY KEY, model TEXT NOT NULL, vector BLOB NOT NULL);
  CREATE VIRTUAL TABLE chunk_terms USING fts5 (terms, marks, content = '', tokenize = 'ascii');
  CREATE VIRTUAL TABLE chunk_vocabulary USING fts5vocab (chunk_terms, row);
  CREATE VIRTUAL TABLE about_terms USING fts5 (terms, content = '', tokenize = 'ascii');
  INSERT INTO chunk_terms (chunk_terms, rank) VALUES ('secure-delete', 1);
  INSERT INTO about_terms (about_terms, rank) VALUES ('secure-delete', 1);
  INSERT OR REPLACE INTO meta VALUES ('chunks', 0), ('length', 0), ('indexed_by', '${INDEXED_BY}');`;

const DATA_TABLES = ['call', 'turn', 'chunk', 'chunk_vector', 'chunk_terms', 'chunk_vocabulary', 'about_terms'];

/**
 * Durable before a write resolves (FULL), readable beside a writer (WAL). What is deleted is overwritten, since an
 * erased person's words must not survive in free pages.
 */
export function configure(db: Database): void {
  db.exec(`
    PRAGMA busy_timeout = 15000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = FAST;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16000;
    CREATE TEMP TABLE wanted (id INTEGER PRIMARY KEY);`);
}

export type Layout = 'current' | 'missing' | 'outdated';

export function layoutOf(db: Database): Layout {
  const hasMeta = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'").get();
  if (!hasMeta) return 'missing';
  return db.prepare("SELECT value FROM meta WHERE name = 'indexed_by'").get()?.value === INDEXED_BY
    ? 'current'
    : 'outdated';
}

export const createTables = (db: Database): void => db.exec(TABLES);

export const dropTables = (db: Database): void =>
  db.exec(DATA_TABLES.map((table) => `DROP TABLE IF EXISTS ${table};`).join(''));
