import type { Answer, Body } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** System tags and your own; a call carries two at most. */
export class Tags {
  constructor(private readonly transport: Transport) {}

  list(options?: RequestOptions) {
    return this.transport.json<Answer<'tags.list'>>({ method: 'GET', path: '/v1/tags', options });
  }

  create(body: Body<'tags.create'>, options?: RequestOptions) {
    return this.transport.json<Answer<'tags.create'>>({ method: 'POST', path: '/v1/tags', body, options });
  }

  update(tagId: string, body: Body<'tags.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'tags.update'>>({
      method: 'PATCH',
      path: `/v1/tags/${encodeURIComponent(tagId)}`,
      body,
      options,
    });
  }

  delete(tagId: string, options?: RequestOptions) {
    return this.transport.json<null>({ method: 'DELETE', path: `/v1/tags/${encodeURIComponent(tagId)}`, options });
  }
}
