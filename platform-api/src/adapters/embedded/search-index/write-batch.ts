import type { TenantFile } from './tenant-file.ts';
import type { TenantFiles } from './tenant-files.ts';
import type { Response, WriteRequest } from './thread-protocol.ts';
import { putCall, removeCall } from './write.ts';

/** Calls that share one commit when many are put at once: reaching the disk costs more than indexing a short call. */
const LARGEST_BATCH = 64;

/**
 * Writes the first requests of the queue that belong to one tenant in one durable transaction and takes them off the
 * queue. A request that fails takes none of the others with it; nobody is answered before the commit.
 */
export function writeBatch(files: TenantFiles, queue: WriteRequest[]): Response[] {
  const others = queue.findIndex(({ tenant }) => tenant !== queue[0].tenant);
  const batch = queue.splice(0, Math.min(LARGEST_BATCH, others < 0 ? queue.length : others));
  try {
    const file = files.for(batch[0].tenant);
    return file.write(() => batch.map((request) => answer(file, request)));
  } catch (error) {
    return batch.map(({ id }) => ({ id, error: messageOf(error) }));
  }
}

function answer(file: TenantFile, request: WriteRequest): Response {
  try {
    file.part(() => apply(file, request));
    return { id: request.id, answer: undefined };
  } catch (error) {
    return { id: request.id, error: messageOf(error) };
  }
}

function apply(file: TenantFile, request: WriteRequest): void {
  if (request.operation === 'put') putCall(file, request.ask.call, request.ask.vectors);
  else if (request.operation === 'remove') removeCall(file, request.ask.callId);
  else for (const { call_id: id } of file.sql('SELECT call_id FROM call').all()) removeCall(file, String(id));
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
