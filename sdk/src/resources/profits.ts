import type { Answer, Body, Query } from '../operations.ts';
import { everyItem } from '../pages.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** Pain, Results, Obstacles, Fears, Identity, Triggers, Success: what buyers said, with proof. */
export class Profits {
  constructor(private readonly transport: Transport) {}

  list(query: Query<'profits.list'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'profits.list'>>({ method: 'GET', path: '/v1/profits', query, options });
  }

  all(query: Query<'profits.list'> = {}, options?: RequestOptions) {
    return everyItem((page: Query<'profits.list'>) => this.list(page, options), query);
  }

  /** Counts per element, the latest calls by element, and what is missing. */
  overview(query: Query<'profits.overview'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'profits.overview'>>({
      method: 'GET',
      path: '/v1/profits/overview',
      query,
      options,
    });
  }

  /** Accepts, edits, rejects or stars an item. */
  update(itemId: string, body: Body<'profits.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'profits.update'>>({
      method: 'PATCH',
      path: `/v1/profits/${encodeURIComponent(itemId)}`,
      body,
      options,
    });
  }

  /** Reads a selection of calls, as a job. */
  extract(body: Body<'profits.extract'>, options?: RequestOptions) {
    return this.transport.json<Answer<'profits.extract'>>({
      method: 'POST',
      path: '/v1/profits/extract',
      body,
      options,
    });
  }
}
