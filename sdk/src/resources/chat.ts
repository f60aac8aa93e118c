import type { components } from '../generated/api.ts';
import type { Answer, Body, Query } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

type Schemas = components['schemas'];

/** What happens while an answer is made, in order. */
export type ChatEvent =
  | { type: 'step'; step: Schemas['ChatStep'] }
  | { type: 'text'; delta: string }
  | { type: 'citation'; citation: Schemas['Citation'] }
  | { type: 'done' | 'failed'; message: Schemas['ChatMessage'] };

/** Questions over calls, answered with citations. */
export class Chat {
  constructor(private readonly transport: Transport) {}

  list(query: Query<'chat.list'> = {}, options?: RequestOptions) {
    return this.transport.json<Answer<'chat.list'>>({ method: 'GET', path: '/v1/chat/sessions', query, options });
  }

  create(body: Body<'chat.create'>, options?: RequestOptions) {
    return this.transport.json<Answer<'chat.create'>>({ method: 'POST', path: '/v1/chat/sessions', body, options });
  }

  retrieve(sessionId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'chat.retrieve'>>({
      method: 'GET',
      path: `/v1/chat/sessions/${encodeURIComponent(sessionId)}`,
      options,
    });
  }

  update(sessionId: string, body: Body<'chat.update'>, options?: RequestOptions) {
    return this.transport.json<Answer<'chat.update'>>({
      method: 'PATCH',
      path: `/v1/chat/sessions/${encodeURIComponent(sessionId)}`,
      body,
      options,
    });
  }

  delete(sessionId: string, options?: RequestOptions) {
    return this.transport.json<null>({
      method: 'DELETE',
      path: `/v1/chat/sessions/${encodeURIComponent(sessionId)}`,
      options,
    });
  }

  /** Asks; the answer begins at once. Follow it with `stream(answer.id)`. */
  ask(sessionId: string, body: Body<'chat.ask'>, options?: RequestOptions) {
    return this.transport.json<Answer<'chat.ask'>>({
      method: 'POST',
      path: `/v1/chat/sessions/${encodeURIComponent(sessionId)}/messages`,
      body,
      options,
    });
  }

  /** The answer as it is made. Resumes by itself after a dropped connection, without a gap or a repeat. */
  async *stream(answerId: string, options?: RequestOptions): AsyncGenerator<ChatEvent> {
    const path = `/v1/chat/answers/${encodeURIComponent(answerId)}/events`;
    for await (const { type, data } of this.transport.events({ method: 'GET', path, options })) {
      const value: unknown = JSON.parse(data);
      if (type === 'step') yield { type, step: value as Schemas['ChatStep'] };
      else if (type === 'text') yield { type, delta: (value as { delta: string }).delta };
      else if (type === 'citation') yield { type, citation: value as Schemas['Citation'] };
      else if (type === 'done' || type === 'failed') yield { type, message: value as Schemas['ChatMessage'] };
    }
  }

  /** Stops an answer; what was said stays. */
  stop(answerId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'chat.stop'>>({
      method: 'POST',
      path: `/v1/chat/answers/${encodeURIComponent(answerId)}/stop`,
      options,
    });
  }
}
