import { createHash } from 'node:crypto';
import type { Embedder } from '../../../ports/embedder.ts';
import type { IndexedCall, PassageQuery, SearchIndex, TenantSearchIndex } from '../../../ports/search-index.ts';
import type { TenantContext } from '../../../tenancy/context.ts';
import { orderedTurns, windowsOf, windowText } from '../../../text/passages/windows.ts';
import { IndexThread } from './index-thread.ts';
import type { QueryVector } from './meaning.ts';
import type { CallVectors } from './write.ts';

export interface EmbeddedSearchOptions {
  /** The folder of the index files; created where it is missing. */
  dataDir: string;
  /** Adds search by meaning. Without it, search is by words alone. */
  embedder?: Embedder;
  /** Told when a question could not be embedded and was answered by words alone. */
  onEmbedderFailure?: (error: unknown) => void;
}

/**
 * Search on SQLite files in the data directory, one per tenant; several processes may share them.
 * Puts and questions run in two threads, so that neither waits for the other nor stalls the caller.
 */
export function embeddedSearchIndex(options: EmbeddedSearchOptions): SearchIndex {
  const threads = { writer: new IndexThread(options.dataDir), reader: new IndexThread(options.dataDir) };
  return {
    in: (ctx) => tenantIndex(ctx, threads, options),
    async close() {
      await threads.writer.close();
      await threads.reader.close();
    },
  };
}

interface Threads {
  writer: IndexThread;
  reader: IndexThread;
}

function tenantIndex(
  ctx: TenantContext,
  { writer, reader }: Threads,
  { embedder, onEmbedderFailure }: EmbeddedSearchOptions,
): TenantSearchIndex {
  const tenant = fileName(ctx);
  const meaningOf = async (text: string): Promise<QueryVector | undefined> => {
    if (!embedder || text.trim() === '') return undefined;
    try {
      const [vector] = await embedder.embed(ctx, [text]);
      return { model: embedder.model, vector };
    } catch (error) {
      // Search by words is worth more to a reader than an error page.
      onEmbedderFailure?.(error);
      return undefined;
    }
  };
  return {
    async put(call: IndexedCall) {
      const windows = windowsOf(orderedTurns(call.turns));
      const vectors: CallVectors | undefined = embedder && {
        model: embedder.model,
        vectors: windows.length > 0 ? await embedder.embed(ctx, windows.map(windowText)) : [],
      };
      await writer.ask('put', tenant, { call, vectors });
    },
    async remove(callId: string) {
      await writer.ask('remove', tenant, { callId });
    },
    async clear() {
      await writer.ask('clear', tenant, {});
    },
    async search(query: PassageQuery) {
      return reader.ask('search', tenant, { query, meaning: await meaningOf(query.text) });
    },
    count: () => reader.ask('count', tenant, {}),
  };
}

/** A hash, since a tenant id may hold any character and differ from another in case only. */
function fileName({ tenantId }: TenantContext): string {
  if (!tenantId) throw new Error('A search index belongs to a tenant; this context names none.');
  return createHash('sha256').update(tenantId).digest('hex').slice(0, 40);
}
