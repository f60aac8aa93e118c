import type { Answer, Body, Query } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** Objections, the replies that followed, and how often those worked. */
export class Rebuttals {
  constructor(private readonly transport: Transport) {}

  /**
   * Replies ranked by how reliably they worked.
   * @example await vault.rebuttals.list({ objection: 'That is over our budget' });
   */
  list(query: Query<'rebuttals.list'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'rebuttals.list'>>({ method: 'GET', path: '/v1/rebuttals', query, options });
  }

  /** How often each kind of objection was heard and answered well. */
  kinds(query: Query<'rebuttals.kinds'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'rebuttals.kinds'>>({
      method: 'GET',
      path: '/v1/rebuttals/kinds',
      query,
      options,
    });
  }

  /** One reply with every case. */
  retrieve(rebuttalId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'rebuttals.retrieve'>>({
      method: 'GET',
      path: `/v1/rebuttals/${encodeURIComponent(rebuttalId)}`,
      options,
    });
  }

  /** Adds a reply of your own. */
  create(body: Body<'rebuttals.create'>, options?: RequestOptions) {
    return this.transport.json<Answer<'rebuttals.create'>>({ method: 'POST', path: '/v1/rebuttals', body, options });
  }

  /** Names, pins or retires a reply. */
  update(rebuttalId: string, body: Body<'rebuttals.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'rebuttals.update'>>({
      method: 'PATCH',
      path: `/v1/rebuttals/${encodeURIComponent(rebuttalId)}`,
      body,
      options,
    });
  }

  /** Objections across calls; unanswered ones carry replies that won elsewhere. */
  objections(query: Query<'rebuttals.objections'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'rebuttals.objections'>>({
      method: 'GET',
      path: '/v1/objections',
      query,
      options,
    });
  }
}
