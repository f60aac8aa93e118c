import type { Answer, Body, Query } from '../operations.ts';
import { everyItem } from '../pages.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** The companies your calls are about. */
export class Clients {
  constructor(private readonly transport: Transport) {}

  list(query: Query<'clients.list'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'clients.list'>>({ method: 'GET', path: '/v1/clients', query, options });
  }

  all(query: Query<'clients.list'> = {}, options?: RequestOptions) {
    return everyItem((page: Query<'clients.list'>) => this.list(page, options), query);
  }

  create(body: Body<'clients.create'>, options?: RequestOptions) {
    return this.transport.json<Answer<'clients.create'>>({ method: 'POST', path: '/v1/clients', body, options });
  }

  retrieve(clientId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'clients.retrieve'>>({
      method: 'GET',
      path: `/v1/clients/${encodeURIComponent(clientId)}`,
      options,
    });
  }

  update(clientId: string, body: Body<'clients.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'clients.update'>>({
      method: 'PATCH',
      path: `/v1/clients/${encodeURIComponent(clientId)}`,
      body,
      options,
    });
  }

  /** Its calls stay, without a client. */
  delete(clientId: string, options?: RequestOptions) {
    return this.transport.json<null>({
      method: 'DELETE',
      path: `/v1/clients/${encodeURIComponent(clientId)}`,
      options,
    });
  }
}
