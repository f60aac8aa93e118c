import { createHash, randomUUID } from 'node:crypto';
import { Errors, Pinecone, type Index, type PineconeRecord } from '@pinecone-database/pinecone';
import type { Embedder } from '../../ports/embedder.ts';
import type { IndexedCall, SearchIndex } from '../../ports/search-index.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { callRecord, callRecordId, windowPrefix, windowRecords, type RecordDraft } from './call-records.ts';
import { searchPinecone } from './search-pinecone.ts';

export interface PineconeIndexOptions {
  apiKey: string;
  /**
   * The index's own host, with or without `https://`. The index is serverless with metric `dotproduct`: of vector type
   * `sparse` without an embedder, of type `dense` in the embedder's dimensions with one.
   */
  host: string;
}

/** Records in one request: with vectors of 3,072 numbers they stay below the 2 MB that a request may hold. */
const RECORDS_AT_ONCE = 20;
const IDS_AT_ONCE = 1_000;

/**
 * Search on Pinecone, a namespace per tenant. Pinecone answers a put before every replica shows it: a call may take some
 * seconds to be found, while it is always found as a whole in one revision.
 */
export function pineconeIndex(options: PineconeIndexOptions, embedder?: Embedder): SearchIndex {
  const client = new Pinecone({ apiKey: options.apiKey });
  return {
    in(ctx) {
      const records = client.index({ host: options.host, namespace: namespaceOf(ctx) });
      const upsert = (drafts: RecordDraft[]) => upsertDrafts(records, drafts, ctx, embedder);
      return {
        async put(call: IndexedCall) {
          const revision = randomUUID();
          // Windows of a revision that no call record names are invisible: only the record's own upsert changes anything.
          const windows = windowRecords(call, revision);
          await upsert(windows);
          await upsert([callRecord(call, revision)]);
          await deleteWindows(records, call.callId, revision);
        },
        async remove(callId: string) {
          await unlessMissing(records.deleteMany({ ids: [callRecordId(callId)] }));
          await deleteWindows(records, callId);
        },
        async clear() {
          await unlessMissing(records.deleteAll());
        },
        search: (query) => searchPinecone(records, query, ctx, embedder),
        count: async () => (await idsWith(records, 'call:')).length,
      };
    },
    // Each request stands alone; there is no connection to end.
    close: () => Promise.resolve(),
  };
}

async function upsertDrafts(records: Index, drafts: RecordDraft[], ctx: TenantContext, embedder?: Embedder) {
  const vectors =
    embedder && drafts.length > 0
      ? await embedder.embed(
          ctx,
          drafts.map(({ text }) => text || ' '),
        )
      : [];
  const complete: PineconeRecord[] = drafts.map(({ record }, at) =>
    embedder ? { ...record, values: [...vectors[at]] } : record,
  );
  for (let from = 0; from < complete.length; from += RECORDS_AT_ONCE) {
    await records.upsert({ records: complete.slice(from, from + RECORDS_AT_ONCE) });
  }
}

/** Deletes a call's windows, those of one revision excepted. */
async function deleteWindows(records: Index, callId: string, except?: string): Promise<void> {
  const prefix = windowPrefix(callId);
  const ids = (await idsWith(records, prefix)).filter((id) => !except || !id.startsWith(`${prefix}${except}:`));
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    await unlessMissing(records.deleteMany({ ids: ids.slice(from, from + IDS_AT_ONCE) }));
  }
}

async function idsWith(records: Index, prefix: string): Promise<string[]> {
  const ids: string[] = [];
  let paginationToken: string | undefined;
  do {
    const page = await unlessMissing(records.listPaginated({ prefix, paginationToken }));
    for (const { id } of page?.vectors ?? []) if (id) ids.push(id);
    paginationToken = page?.pagination?.next;
  } while (paginationToken);
  return ids;
}

/** A namespace exists from its first record on; before that, Pinecone answers 404 where nothing is the right answer. */
async function unlessMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof Errors.PineconeNotFoundError) return undefined;
    throw error;
  }
}

function namespaceOf({ tenantId }: TenantContext): string {
  if (!tenantId) throw new Error('A search index belongs to a tenant; this context names none.');
  return createHash('sha256').update(tenantId).digest('hex').slice(0, 40);
}
