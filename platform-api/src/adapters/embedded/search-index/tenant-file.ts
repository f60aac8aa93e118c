import { openDatabase, type Database, type Statement } from '../sqlite.ts';
import { configure, createTables, layoutOf } from './schema.ts';
import { rebuild } from './rebuild.ts';

/** One tenant's index: a SQLite file of its own, so that no word count or score depends on another tenant. */
export class TenantFile {
  private readonly db: Database;
  private readonly statements = new Map<string, Statement>();

  /** Opens the file and creates it where it is missing; one that was written by older rules is rebuilt. */
  constructor(path: string) {
    this.db = openDatabase(path);
    configure(this.db);
    if (layoutOf(this.db) === 'current') return;
    this.write(() => {
      // Asked again inside the transaction: another process may have been first.
      const layout = layoutOf(this.db);
      if (layout === 'missing') createTables(this.db);
      if (layout === 'outdated') rebuild(this, this.db);
    });
  }

  /** A prepared statement, prepared once. */
  sql(text: string): Statement {
    let statement = this.statements.get(text);
    if (!statement) {
      statement = this.db.prepare(text);
      this.statements.set(text, statement);
    }
    return statement;
  }

  /** One durable transaction: all of `work` or nothing of it. */
  write<T>(work: () => T): T {
    return this.transaction('BEGIN IMMEDIATE', work);
  }

  /** One consistent view for several reads. */
  read<T>(work: () => T): T {
    return this.transaction('BEGIN', work);
  }

  /** A part of a `write` that can fail without taking the rest with it. */
  part<T>(work: () => T): T {
    this.db.exec('SAVEPOINT part');
    try {
      const result = work();
      this.db.exec('RELEASE part');
      return result;
    } catch (error) {
      this.db.exec('ROLLBACK TO part; RELEASE part');
      throw error;
    }
  }

  close(): void {
    this.statements.clear();
    this.db.close();
  }

  private transaction<T>(begin: string, work: () => T): T {
    this.db.exec(begin);
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }
}
