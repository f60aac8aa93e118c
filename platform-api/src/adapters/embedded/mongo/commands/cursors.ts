import { randomBytes } from 'node:crypto';
import { fail } from '../errors.ts';
import type { Pacer } from '../plan/pacer.ts';

/** A batch stops at this many bytes, below the 16 MiB a reply may have. */
const BATCH_BYTES = 15 * 1024 * 1024;
const FIRST_BATCH = 101;
/** A cursor nobody asked for this long is gone, in milliseconds. */
const IDLE_MS = 10 * 60_000;

export interface CursorSource {
  ns: string;
  /** The results as bytes, one by one. */
  results: AsyncIterator<Buffer>;
  /** How many results there can be at most; Infinity when nobody knows. */
  limit: number;
  pacer: Pacer;
  session?: string;
  /** The transaction the cursor reads in, and ends with. */
  transaction?: bigint;
}

interface OpenCursor extends CursorSource {
  sent: number;
  /** Did not fit into the last batch. */
  held?: Buffer;
  isBusy: boolean;
  usedAt: number;
}

export interface Batch {
  documents: Buffer[];
  /** 0 when there is nothing more. */
  id: bigint;
  ns: string;
}

/** Results that are fetched in batches. */
export class Cursors {
  private readonly open = new Map<bigint, OpenCursor>();

  /** The first batch; the rest is kept under an id when there may be more. */
  async start(source: CursorSource, batchSize: number | undefined, isSingleBatch: boolean): Promise<Batch> {
    const cursor: OpenCursor = { ...source, sent: 0, isBusy: false, usedAt: Date.now() };
    const { documents, isDone } = await fill(cursor, batchSize ?? FIRST_BATCH);
    if (isDone || isSingleBatch) {
      await cursor.results.return?.();
      return { documents, id: 0n, ns: source.ns };
    }
    const id = newId();
    this.open.set(id, cursor);
    return { documents, id, ns: source.ns };
  }

  /** The cursor of an id. Throws 43 when it has ended. */
  find(id: bigint): Readonly<CursorSource> {
    return this.open.get(id) ?? fail(43, `cursor id ${id} not found`);
  }

  async more(id: bigint, ns: string, batchSize: number | undefined): Promise<Batch> {
    const cursor = this.open.get(id);
    if (!cursor) return fail(43, `cursor id ${id} not found`);
    if (cursor.ns !== ns)
      fail(13, `Requested getMore on namespace '${ns}', but cursor belongs to a different namespace ${cursor.ns}`);
    if (cursor.isBusy) fail(12051, `cursor id ${id} is already in use`);
    cursor.isBusy = true;
    try {
      const { documents, isDone } = await fill(
        cursor,
        batchSize === undefined || batchSize === 0 ? Infinity : batchSize,
      );
      if (isDone) await this.kill(id);
      return { documents, id: isDone ? 0n : id, ns };
    } catch (error) {
      await this.kill(id);
      throw error;
    } finally {
      cursor.isBusy = false;
      cursor.usedAt = Date.now();
    }
  }

  /** False when there was no such cursor. */
  async kill(id: bigint): Promise<boolean> {
    const cursor = this.open.get(id);
    this.open.delete(id);
    await cursor?.results.return?.();
    return cursor !== undefined;
  }

  /** Ends the cursors of a session, or only those of its transaction. */
  async killOf(session: string, transaction?: bigint): Promise<void> {
    for (const [id, cursor] of this.open) {
      if (cursor.session !== session) continue;
      if (transaction === undefined || cursor.transaction === transaction) await this.kill(id);
    }
  }

  async killIdle(now: number): Promise<void> {
    for (const [id, cursor] of this.open) if (!cursor.isBusy && cursor.usedAt < now - IDLE_MS) await this.kill(id);
  }
}

async function fill(cursor: OpenCursor, count: number): Promise<{ documents: Buffer[]; isDone: boolean }> {
  const documents: Buffer[] = [];
  let bytes = 0;
  while (documents.length < count && cursor.sent < cursor.limit) {
    const next = cursor.held ?? (await nextResult(cursor));
    if (!next) return { documents, isDone: true };
    cursor.held = undefined;
    if (documents.length > 0 && bytes + next.length > BATCH_BYTES) {
      cursor.held = next;
      return { documents, isDone: false };
    }
    documents.push(next);
    bytes += next.length;
    cursor.sent++;
  }
  return { documents, isDone: cursor.sent >= cursor.limit };
}

async function nextResult(cursor: OpenCursor): Promise<Buffer | undefined> {
  const next = await cursor.results.next();
  return next.done ? undefined : next.value;
}

/** Not guessable, so that one client does not read another's results by mistake; positive and never 0. */
function newId(): bigint {
  return (randomBytes(8).readBigUInt64BE() >> 2n) | 1n;
}
