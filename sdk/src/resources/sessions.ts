import type { Answer, Body } from '../operations.ts';
import type { RequestOptions, Transport } from '../transport.ts';

/** Short-lived tokens for end users. Mint them on your server. */
export class Sessions {
  constructor(private readonly transport: Transport) {}

  /** @example const { token } = await vault.sessions.create({ user: { id: 'u1', name: 'Maya', role: 'member' } }); */
  create(body: Body<'sessions.create'>, options?: RequestOptions) {
    return this.transport.json<Answer<'sessions.create'>>({ method: 'POST', path: '/v1/sessions', body, options });
  }

  /** Who the caller is and what they may do. */
  current(options?: RequestOptions) {
    return this.transport.json<Answer<'sessions.current'>>({ method: 'GET', path: '/v1/sessions/current', options });
  }

  revoke(sessionId: string, options?: RequestOptions) {
    return this.transport.json<null>({
      method: 'DELETE',
      path: `/v1/sessions/${encodeURIComponent(sessionId)}`,
      options,
    });
  }

  /** Ends every session of a user. */
  revokeUser(userId: string, options?: RequestOptions) {
    return this.transport.json<Answer<'sessions.revokeUser'>>({
      method: 'POST',
      path: '/v1/sessions/revoke',
      body: { userId },
      options,
    });
  }
}
