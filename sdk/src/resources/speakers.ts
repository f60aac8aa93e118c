import type { Answer, Body, Query } from '../operations.ts';
import { everyItem } from '../pages.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** Everybody who spoke. */
export class Speakers {
  constructor(private readonly transport: Transport) {}

  list(query: Query<'speakers.list'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'speakers.list'>>({ method: 'GET', path: '/v1/speakers', query, options });
  }

  all(query: Query<'speakers.list'> = {}, options?: RequestOptions) {
    return everyItem((page: Query<'speakers.list'>) => this.list(page, options), query);
  }

  retrieve(speakerId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'speakers.retrieve'>>({
      method: 'GET',
      path: `/v1/speakers/${encodeURIComponent(speakerId)}`,
      options,
    });
  }

  update(speakerId: string, body: Body<'speakers.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'speakers.update'>>({
      method: 'PATCH',
      path: `/v1/speakers/${encodeURIComponent(speakerId)}`,
      body,
      options,
    });
  }
}
