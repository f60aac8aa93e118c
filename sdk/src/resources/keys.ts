import type { Answer, Body } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** API keys of the tenant. */
export class Keys {
  constructor(private readonly transport: Transport) {}

  list(options?: RequestOptions) {
    return this.transport.json<Answer<'keys.list'>>({ method: 'GET', path: '/v1/keys', options });
  }

  /** The secret is in this answer only. */
  create(body: Body<'keys.create'>, options?: RequestOptions) {
    return this.transport.json<Answer<'keys.create'>>({ method: 'POST', path: '/v1/keys', body, options });
  }

  revoke(keyId: string, options?: RequestOptions) {
    return this.transport.json<null>({ method: 'DELETE', path: `/v1/keys/${encodeURIComponent(keyId)}`, options });
  }
}
