import type { Answer, Body } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** The tenant's look. */
export class Brand {
  constructor(private readonly transport: Transport) {}

  /** Ready for a browser; a publishable key is enough. */
  retrieve(options?: RequestOptions) {
    return this.transport.json<Answer<'brand.retrieve'>>({
      method: 'GET',
      path: '/v1/brand',
      auth: 'publishable',
      options,
    });
  }

  update(body: Body<'brand.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'brand.update'>>({ method: 'PATCH', path: '/v1/brand', body, options });
  }
}
