import { CommandError } from '../errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { Connection } from './connection.ts';

export interface WaitLimits {
  /** How long a plain write waits for its turn, in milliseconds. */
  writeMs: number;
  /** How long a transaction waits to begin, in milliseconds. */
  transactionMs: number;
}

type Job<T> = () => T | Promise<T>;

interface Waiting {
  job: Job<unknown> | 'transaction';
  resolve(value: unknown): void;
  reject(error: unknown): void;
  timer: NodeJS.Timeout;
}

/** Commands in one commit at most: the first of them waits for all. */
const MOST_IN_GROUP = 200;

/**
 * The one writer. Writes of one turn of the event loop share a commit, and so one fsync; a transaction has the
 * writer for itself from its first statement to its end. A promise resolves only after the commit is on disk.
 */
export class Writer {
  readonly connection: Connection;
  private readonly catalogue: Catalogue;
  private readonly limits: WaitLimits;
  private readonly queue: Waiting[] = [];
  private isBusy = false;
  private isScheduled = false;
  private transactionSince: number | undefined;

  constructor(connection: Connection, catalogue: Catalogue, limits: WaitLimits) {
    this.connection = connection;
    this.catalogue = catalogue;
    this.limits = limits;
  }

  /**
   * Runs a job in the next commit. A `CommandError` fails this job alone, and what it had already done stays;
   * anything else rolls the whole group back, since nobody knows what half of it was done.
   */
  write<T>(job: Job<T>): Promise<T> {
    return this.enqueue(job, this.limits.writeMs) as Promise<T>;
  }

  /** Resolves when the writer is this transaction's own. End it with `commit` or `rollback`. */
  async begin(): Promise<void> {
    await this.enqueue('transaction', this.limits.transactionMs);
  }

  commit(): void {
    try {
      this.connection.exec('COMMIT');
    } catch (error) {
      this.rollback();
      throw error;
    }
    this.catalogue.publish();
    this.release();
  }

  rollback(): void {
    this.undo();
    this.release();
  }

  /** All of the job or nothing of it, within the commit it is part of. */
  async atomically<T>(job: Job<T>): Promise<T> {
    this.connection.exec('SAVEPOINT command');
    try {
      const result = await job();
      this.connection.exec('RELEASE command');
      return result;
    } catch (error) {
      this.connection.exec('ROLLBACK TO command; RELEASE command');
      this.catalogue.reload();
      throw error;
    }
  }

  private enqueue(job: Waiting['job'], limitMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { job, resolve, reject, timer: setTimeout(() => this.giveUp(waiting), limitMs) };
      this.queue.push(waiting);
      this.schedule();
    });
  }

  private giveUp(waiting: Waiting): void {
    this.queue.splice(this.queue.indexOf(waiting), 1);
    const since = this.transactionSince;
    const reason =
      since === undefined
        ? 'other writes have held the database for too long'
        : `another transaction has been open for ${Date.now() - since} ms; ` +
          'a write inside its callback without the session waits on itself';
    const labels = waiting.job === 'transaction' ? ['TransientTransactionError'] : [];
    waiting.reject(new CommandError(112, `WriteConflict: ${reason}`, { labels }));
  }

  /** Begins after this turn's sockets were read, so that their writes come together. */
  private schedule(): void {
    if (this.isBusy || this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      void this.drain();
    });
  }

  private async drain(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    while (this.queue.length > 0) {
      if (this.queue[0].job !== 'transaction') await this.runGroup();
      else if (this.startTransaction()) return;
    }
    this.isBusy = false;
  }

  private startTransaction(): boolean {
    const waiting = this.take();
    try {
      this.connection.exec('BEGIN IMMEDIATE');
    } catch (error) {
      waiting.reject(error);
      return false;
    }
    this.transactionSince = Date.now();
    waiting.resolve(undefined);
    return true;
  }

  private take(): Waiting {
    const waiting = this.queue.splice(0, 1)[0];
    clearTimeout(waiting.timer);
    return waiting;
  }

  private async runGroup(): Promise<void> {
    const group: Waiting[] = [];
    const answers: (() => void)[] = [];
    try {
      this.connection.exec('BEGIN IMMEDIATE');
      while (this.queue.length > 0 && group.length < MOST_IN_GROUP) {
        const job = this.queue[0].job;
        if (job === 'transaction') break;
        const waiting = this.take();
        group.push(waiting);
        answers.push(await outcome(job, waiting));
      }
      this.connection.exec('COMMIT');
      this.catalogue.publish();
    } catch (error) {
      this.undo();
      if (group.length === 0 && this.queue.length > 0) group.push(this.take());
      for (const waiting of group) waiting.reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  private undo(): void {
    try {
      this.connection.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back, for example when the disk is full.
    }
    this.catalogue.reload();
  }

  private release(): void {
    this.transactionSince = undefined;
    this.isBusy = false;
    this.schedule();
  }
}

/** What to tell the waiting one after the commit. Throws what must undo the group. */
async function outcome(job: Job<unknown>, waiting: Waiting): Promise<() => void> {
  try {
    const result = await job();
    return () => {
      waiting.resolve(result);
    };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return () => {
      waiting.reject(error);
    };
  }
}
