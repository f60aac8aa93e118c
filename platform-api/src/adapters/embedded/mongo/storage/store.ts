import { join } from 'node:path';
import { backupDatabase } from '../../sqlite.ts';
import { Catalogue } from './catalogue.ts';
import { Connection } from './connection.ts';
import { lockDataDirectory } from './data-lock.ts';
import { Documents } from './documents.ts';
import { Sessions } from './sessions.ts';
import { Writer, type WaitLimits } from './writer.ts';

/** Waiting times; tests shorten them. */
export interface StoreLimits extends WaitLimits {
  /** A transaction left open that long is aborted, in milliseconds. */
  transactionLifeMs: number;
}

export const defaultLimits: StoreLimits = { writeMs: 10_000, transactionMs: 5_000, transactionLifeMs: 60_000 };

/** Everything about one data directory: one connection that writes, one that reads the last commit. */
export class Store {
  readonly reader: Connection;
  readonly writer: Writer;
  readonly catalogue: Catalogue;
  readonly documents: Documents;
  readonly sessions: Sessions;
  private readonly unlock: () => void;

  /** Throws when another process has the directory. */
  constructor(dataDir: string, limits: Partial<StoreLimits> = {}) {
    const all = { ...defaultLimits, ...limits };
    this.unlock = lockDataDirectory(dataDir);
    const path = join(dataDir, 'documents.sqlite');
    const connection = new Connection(path, { readOnly: false });
    // FULL: a commit is on disk before it is acknowledged.
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    this.catalogue = new Catalogue(connection);
    this.writer = new Writer(connection, this.catalogue, all);
    this.sessions = new Sessions(this.writer, all.transactionLifeMs);
    this.documents = new Documents(connection, this.catalogue);
    this.reader = new Connection(path, { readOnly: true });
  }

  /** Copies everything committed so far to a new file, while the engine goes on. */
  backup(path: string): Promise<void> {
    return backupDatabase(this.reader.database, path);
  }

  /** What SQLite finds wrong, one line each. Empty when all is well. */
  integrityProblems(): string[] {
    try {
      return this.reader
        .statement('PRAGMA integrity_check')
        .all()
        .map((row) => String(row.integrity_check))
        .filter((line) => line !== 'ok');
    } catch (error) {
      // Damage that the check itself stumbles over is the finding.
      return [error instanceof Error ? error.message : String(error)];
    }
  }

  close(): void {
    this.sessions.close();
    this.reader.close();
    // Leaves one file behind, whole by itself. Closing alone does so only once every statement is collected.
    this.writer.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.writer.connection.close();
    this.unlock();
  }
}
