import { inverted, keyBytes } from '../bson/key-bytes.ts';
import { decode } from '../bson/decode.ts';
import { messageOf } from '../errors.ts';
import { allIndexes, documentTable, indexTable, type Collection, type Index } from './collection.ts';
import type { Store } from './store.ts';

/** How often what has expired is looked for, in milliseconds. */
const SWEEP_EVERY_MS = 30_000;
/** Documents removed in one commit at most. */
const SWEEP_CHUNK = 1000;

/** Ends what has had its time: expired documents, idle cursors, forgotten sessions. Returns what stops it. */
export function startMaintenance(
  store: Store,
  cursors: { killIdle(now: number): Promise<void> },
  log: (message: string, details?: Record<string, unknown>) => void,
): () => void {
  const timer = setInterval(() => {
    const now = Date.now();
    void Promise.all([
      cursors.killIdle(now),
      store.writer.write(() => store.sessions.forgetOld(now)),
      removeExpired(store, now),
    ]).catch((error: unknown) => {
      log('maintenance failed; it is tried again', { error: messageOf(error) });
    });
  }, SWEEP_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

/** Removes documents whose TTL index says so. Returns how many. */
export async function removeExpired(store: Store, now: number): Promise<number> {
  let removed = 0;
  for (const collection of store.catalogue.all()) {
    for (const index of allIndexes(collection)) {
      if (index.expireAfterSeconds === undefined) continue;
      const before = new Date(now - index.expireAfterSeconds * 1000);
      for (let chunk = SWEEP_CHUNK; chunk === SWEEP_CHUNK; removed += chunk) {
        chunk = await store.writer.write(() => removeChunk(store, collection, index, before));
      }
    }
  }
  return removed;
}

/** Only dates expire: the range stays within their tag. */
function removeChunk(store: Store, collection: Collection, index: Index, before: Date): number {
  if (store.catalogue.find(collection.db, collection.name, true)?.indexes.get(index.name)?.id !== index.id) return 0;
  const earliest = keyBytes(new Date(-8.64e15));
  const latest = keyBytes(before);
  const [low, high] = index.parts[0].direction === 1 ? [earliest, latest] : [inverted(latest), inverted(earliest)];
  const rows = store.writer.connection
    .statement(
      `SELECT DISTINCT i.rid, c.doc FROM ${indexTable(index)} i JOIN ${documentTable(collection)} c ON c.rid = i.rid ` +
        'WHERE i.key >= ? AND i.key <= ? LIMIT ?',
    )
    .all(low, high, SWEEP_CHUNK);
  for (const row of rows) store.documents.remove(collection, Number(row.rid), decode(row.doc as Uint8Array));
  return rows.length;
}
