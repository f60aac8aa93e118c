import { CommandError, fail } from '../errors.ts';
import type { Connection } from './connection.ts';
import type { Writer } from './writer.ts';

/** Rows older than this are of sessions that have ended by themselves, in milliseconds. */
const SESSION_LIFE_MS = 30 * 60_000;

/** An open transaction: its statements run one after another on the writer. */
export interface Transaction {
  readonly session: string;
  readonly number: bigint;
  /** Runs one statement; any error ends the transaction, as MongoDB's does. */
  run<T>(statement: () => T | Promise<T>): Promise<T>;
}

interface Entry {
  number: bigint;
  state: 'waiting' | 'open' | 'committed' | 'aborted';
  /** The last statement: the next waits for it. */
  tail: Promise<unknown>;
  timer?: NodeJS.Timeout;
  usedAt: number;
}

/** Logical sessions: which transaction each has open, and the replies of writes that may be sent again. */
export class Sessions {
  private readonly writer: Writer;
  private readonly connection: Connection;
  private readonly entries = new Map<string, Entry>();
  private readonly lifeMs: number;

  /** `transactionMs`: a transaction left open that long is aborted. */
  constructor(writer: Writer, transactionMs: number) {
    this.writer = writer;
    this.connection = writer.connection;
    this.lifeMs = transactionMs;
    this.connection.exec(
      'CREATE TABLE IF NOT EXISTS retries(session TEXT PRIMARY KEY, number INTEGER NOT NULL, reply BLOB, at INTEGER NOT NULL)',
    );
  }

  /** Waits for the writer and opens transaction `number` of the session. An older one still open is aborted. */
  async start(session: string, number: bigint): Promise<Transaction> {
    const before = this.entries.get(session);
    if (before && before.number > number) tooOld(session, number, before.number);
    if (before && before.number === number) fail(251, `Transaction ${number} has already been started`);
    if (before?.state === 'open') await this.abort(session, before.number);
    const entry: Entry = { number, state: 'waiting', tail: Promise.resolve(), usedAt: Date.now() };
    this.entries.set(session, entry);
    try {
      await this.writer.begin();
    } catch (error) {
      entry.state = 'aborted';
      throw error;
    }
    entry.state = 'open';
    this.expireAfter(session, entry, this.lifeMs);
    return this.handle(session, entry);
  }

  /** The open transaction of that number. Throws 251 when there is none. */
  find(session: string, number: bigint): Transaction {
    return this.handle(session, this.openEntry(session, number));
  }

  async commit(session: string, number: bigint): Promise<void> {
    const known = this.entries.get(session);
    if (known?.number === number && known.state === 'committed') return;
    if (!known && this.wasCommitted(session, number)) return;
    const entry = this.openEntry(session, number);
    await this.inTurn(entry, () => {
      if (entry.state !== 'open') noTransaction(number, true);
      this.remember(session, number, null);
      clearTimeout(entry.timer);
      entry.state = 'aborted';
      this.writer.commit();
      entry.state = 'committed';
    });
  }

  async abort(session: string, number: bigint): Promise<void> {
    const entry = this.openEntry(session, number);
    await this.inTurn(entry, () => {
      this.end(entry);
    });
  }

  /** Aborts whatever the session has open: `endSessions`. */
  async endSession(session: string): Promise<void> {
    const entry = this.entries.get(session);
    if (entry?.state === 'open') await this.abort(session, entry.number).catch(() => undefined);
    if (entry?.state !== 'waiting') this.entries.delete(session);
  }

  /** The client that spoke for a transaction has gone: give it a moment to come back on another connection. */
  abandon(session: string, number: bigint, graceMs: number): void {
    const entry = this.entries.get(session);
    if (entry?.state === 'open' && entry.number === number) this.expireAfter(session, entry, graceMs);
  }

  /**
   * The stored reply when this write was already done, else undefined. Throws 225 when a later one was.
   * To be called inside the write's own commit.
   */
  replayed(session: string, number: bigint): Uint8Array | undefined {
    const row = this.connection.statement('SELECT number, reply FROM retries WHERE session = ?').get(session);
    if (!row || Number(row.number) < number) return undefined;
    if (Number(row.number) > number) tooOld(session, number, BigInt(Number(row.number)));
    return row.reply === null ? undefined : (row.reply as Uint8Array);
  }

  /** Keeps the reply of a write, in the same commit as the write. */
  remember(session: string, number: bigint, reply: Uint8Array | null): void {
    this.connection
      .statement('INSERT OR REPLACE INTO retries(session, number, reply, at) VALUES (?, ?, ?, ?)')
      .run(session, number, reply, Date.now());
  }

  /** Forgets sessions that have not been used for half an hour. To be called inside a write. */
  forgetOld(now: number): void {
    this.connection.statement('DELETE FROM retries WHERE at < ?').run(now - SESSION_LIFE_MS);
    for (const [session, entry] of this.entries) {
      if (entry.state !== 'open' && entry.usedAt < now - SESSION_LIFE_MS) this.entries.delete(session);
    }
  }

  /** Stops the clocks of open transactions and rolls them back. */
  close(): void {
    for (const entry of this.entries.values()) if (entry.state === 'open') this.end(entry);
  }

  private wasCommitted(session: string, number: bigint): boolean {
    const row = this.connection.statement('SELECT number, reply FROM retries WHERE session = ?').get(session);
    return row !== undefined && BigInt(Number(row.number)) === number && row.reply === null;
  }

  private handle(session: string, entry: Entry): Transaction {
    return {
      session,
      number: entry.number,
      run: (statement) =>
        this.inTurn(entry, async () => {
          if (entry.state !== 'open') noTransaction(entry.number, true);
          this.expireAfter(session, entry, this.lifeMs);
          try {
            return await statement();
          } catch (error) {
            this.end(entry);
            throw error;
          }
        }),
    };
  }

  private openEntry(session: string, number: bigint): Entry {
    const entry = this.entries.get(session);
    if (entry?.number === number && entry.state === 'committed') fail(256, `Transaction ${number} has been committed.`);
    if (entry?.number !== number) return noTransaction(number, false);
    if (entry.state !== 'open') return noTransaction(number, true);
    return entry;
  }

  private inTurn<T>(entry: Entry, work: () => T | Promise<T>): Promise<T> {
    entry.usedAt = Date.now();
    const turn = entry.tail.then(work);
    entry.tail = turn.catch(() => undefined);
    return turn;
  }

  private end(entry: Entry): void {
    clearTimeout(entry.timer);
    if (entry.state !== 'open') return;
    entry.state = 'aborted';
    this.writer.rollback();
  }

  private expireAfter(session: string, entry: Entry, ms: number): void {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      void this.abort(session, entry.number).catch(() => undefined);
    }, ms);
    entry.timer.unref();
  }
}

function tooOld(session: string, number: bigint, newest: bigint): never {
  return fail(225, `Cannot use number ${number} in session ${session}: ${newest} has already been used`);
}

/** With the label the driver repeats the whole callback; not when this server ended the transaction for an error. */
function noTransaction(number: bigint, isKnown: boolean): never {
  throw new CommandError(251, `Given transaction number ${number} does not match any in-progress transactions`, {
    labels: isKnown ? [] : ['TransientTransactionError'],
  });
}
