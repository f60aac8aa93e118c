import { openDatabase, type Database, type Statement } from '../../sqlite.ts';

/** One SQLite connection with its prepared statements. */
export class Connection {
  readonly database: Database;
  private readonly statements = new Map<string, Statement>();

  constructor(path: string, options: { readOnly: boolean }) {
    this.database = openDatabase(path, options);
    this.database.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY');
  }

  exec(sql: string): void {
    this.database.exec(sql);
  }

  /** A statement kept for the next time. Never leave its iterator open over a turn of the event loop. */
  statement(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      if (this.statements.size >= 2000) this.statements.clear();
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }
}
