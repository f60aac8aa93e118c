import type { Answer, Body, Query } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** Transcript files on their way in. */
export class Imports {
  constructor(private readonly transport: Transport) {}

  /**
   * Imports files; the format is detected from the content, and the same file twice is one call.
   * @example await vault.imports.create({ files: [{ name: 'call.vtt', content: text }] });
   */
  create(body: Body<'imports.create'>, options?: RequestOptions) {
    return this.transport.json<Answer<'imports.create'>>({ method: 'POST', path: '/v1/imports', body, options });
  }

  list(query: Query<'imports.list'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'imports.list'>>({ method: 'GET', path: '/v1/imports', query, options });
  }

  retrieve(importId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'imports.retrieve'>>({
      method: 'GET',
      path: `/v1/imports/${encodeURIComponent(importId)}`,
      options,
    });
  }

  /** Yields the import each time it has moved, until it ends. */
  async *watch(importId: string, options?: RequestOptions & { everyMs?: number }) {
    for (;;) {
      const current = await this.retrieve(importId, options);
      yield current;
      if (current.status !== 'queued' && current.status !== 'running') return;
      await new Promise((resolve) => setTimeout(resolve, options?.everyMs ?? 700));
      options?.signal?.throwIfAborted();
    }
  }
}
