import type { Answer, Query } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** Passages across calls. */
export class Search {
  constructor(private readonly transport: Transport) {}

  /** Best first; each hit is at most 8 turns and opens at its moment. */
  query(query: Query<'search.query'>, options?: RequestOptions) {
    return this.transport.json<Answer<'search.query'>>({ method: 'GET', path: '/v1/search', query, options });
  }
}
