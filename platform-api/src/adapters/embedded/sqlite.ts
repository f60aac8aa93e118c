import { createRequire } from 'node:module';

/** What SQLite stores; a BLOB is read back as a plain `Uint8Array`. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** One row, by column name. An integer column is a `number`. */
export type SqlRow = Record<string, SqlValue>;

/** A prepared statement. Keep it and use it again: preparing costs more than most queries. */
export interface Statement {
  run(...params: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  /** The first row, or undefined. */
  get(...params: SqlValue[]): SqlRow | undefined;
  all(...params: SqlValue[]): SqlRow[];
  /** Rows one by one. An iterator left open holds a snapshot and keeps the log from being checkpointed. */
  iterate(...params: SqlValue[]): IterableIterator<SqlRow>;
}

/** One connection to a SQLite file. Synchronous: a slow statement holds up the whole process. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface SqliteModule {
  DatabaseSync: new (path: string, options: { readOnly: boolean }) => Database;
  backup?: (source: Database, path: string) => Promise<unknown>;
}

let chosen: SqliteModule | undefined;

/** Node's own SQLite where it needs no flag (22.13 on), else the same API from a package with prebuilt binaries. */
function sqlite(): SqliteModule {
  chosen ??= (process.getBuiltinModule('node:sqlite') ??
    createRequire(import.meta.url)('@photostructure/sqlite')) as SqliteModule;
  return chosen;
}

/** Opens `path`, creating the file unless `readOnly`. Throws when it cannot. `:memory:` is kept in memory only. */
export function openDatabase(path: string, options: { readOnly?: boolean } = {}): Database {
  return new (sqlite().DatabaseSync)(path, { readOnly: options.readOnly ?? false });
}

/** Copies the whole database to a new file while others go on reading and writing. The copy is one consistent moment. */
export async function backupDatabase(source: Database, path: string): Promise<void> {
  const { backup } = sqlite();
  if (backup) await backup(source, path);
  else source.prepare('VACUUM INTO ?').run(path);
}
