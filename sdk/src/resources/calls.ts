import type { Answer, Body, Query } from '../operations.ts';
import { everyItem } from '../pages.ts';
import type { RequestOptions, Transport } from '../transport.ts';

type StepName = Answer<'calls.retrieve'>['steps'][number]['name'];

/** Recorded conversations. */
export class Calls {
  constructor(private readonly transport: Transport) {}

  /** One page, newest first unless sorted otherwise. */
  list(query: Query<'calls.list'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'calls.list'>>({ method: 'GET', path: '/v1/calls', query, options });
  }

  /**
   * Every call that matches, page by page.
   * @example for await (const call of vault.calls.all({ outcome: 'won' })) console.log(call.title);
   */
  all(query: Query<'calls.list'> = {}, options?: RequestOptions) {
    return everyItem((page: Query<'calls.list'>) => this.list(page, options), query);
  }

  /** Values to filter by, with how many calls have each. */
  facets(query: Query<'calls.facets'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'calls.facets'>>({ method: 'GET', path: '/v1/calls/facets', query, options });
  }

  /** One call with summary, action items, topics and what has been done to it. */
  retrieve(callId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'calls.retrieve'>>({
      method: 'GET',
      path: `/v1/calls/${encodeURIComponent(callId)}`,
      options,
    });
  }

  update(callId: string, body: Body<'calls.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'calls.update'>>({
      method: 'PATCH',
      path: `/v1/calls/${encodeURIComponent(callId)}`,
      body,
      options,
    });
  }

  /** Changes many calls, all or none. Give `undo` to `undo()` to put them back. */
  bulkUpdate(body: Body<'calls.bulkUpdate'>, options?: RequestOptions) {
    return this.transport.json<Answer<'calls.bulkUpdate'>>({ method: 'POST', path: '/v1/calls/bulk', body, options });
  }

  /** Moves calls to the bin for 30 days. */
  delete(callIds: string[], options?: RequestOptions) {
    return this.transport.json<Answer<'calls.delete'>>({
      method: 'POST',
      path: '/v1/calls/delete',
      body: { callIds },
      options,
    });
  }

  /** Puts calls back as they were before a bulk change or a deletion. */
  undo(undo: string, options?: RequestOptions) {
    return this.transport.json<Answer<'calls.undo'>>({
      method: 'POST',
      path: '/v1/calls/undo',
      body: { undo },
      options,
    });
  }

  /** Does one step of the pipeline again, as a job. */
  runStep(callId: string, step: StepName, options?: RequestOptions) {
    return this.transport.json<Answer<'calls.runStep'>>({
      method: 'POST',
      path: `/v1/calls/${encodeURIComponent(callId)}/steps/${step}/run`,
      options,
    });
  }

  addActionItem(callId: string, body: Body<'calls.addActionItem'>, options?: RequestOptions) {
    return this.transport.json<Answer<'calls.addActionItem'>>({
      method: 'POST',
      path: `/v1/calls/${encodeURIComponent(callId)}/action-items`,
      body,
      options,
    });
  }

  updateActionItem(callId: string, itemId: string, body: Body<'calls.updateActionItem'>, options?: RequestOptions) {
    const path = `/v1/calls/${encodeURIComponent(callId)}/action-items/${encodeURIComponent(itemId)}`;
    return this.transport.json<Answer<'calls.updateActionItem'>>({ method: 'PATCH', path, body, options });
  }

  deleteActionItem(callId: string, itemId: string, options?: RequestOptions) {
    const path = `/v1/calls/${encodeURIComponent(callId)}/action-items/${encodeURIComponent(itemId)}`;
    return this.transport.json<null>({ method: 'DELETE', path, options });
  }
}
