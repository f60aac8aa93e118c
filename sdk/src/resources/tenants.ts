import type { Answer, Body } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** The tenant itself; opening new ones is for the operator of the installation. */
export class Tenants {
  constructor(private readonly transport: Transport) {}

  create(body: Body<'tenants.create'>, options?: RequestOptions) {
    return this.transport.json<Answer<'tenants.create'>>({ method: 'POST', path: '/v1/tenants', body, options });
  }

  retrieve(options?: RequestOptions) {
    return this.transport.json<Answer<'tenants.retrieve'>>({ method: 'GET', path: '/v1/tenant', options });
  }

  update(body: Body<'tenants.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'tenants.update'>>({ method: 'PATCH', path: '/v1/tenant', body, options });
  }
}
