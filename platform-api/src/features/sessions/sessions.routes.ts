import { route } from '../../http/route.ts';
import { createSession, currentSession, revokeSession, revokeUserSessions } from './sessions.contract.ts';
import type { SessionsService } from './sessions.service.ts';

/** `forget` drops checked credentials, so that an ended session ends here at once and elsewhere within 30 seconds. */
export const sessionRoutes = (service: SessionsService, forget: () => void) => [
  route(createSession, ({ ctx, caller, body }) =>
    service.create(ctx, caller.kind === 'key' ? caller.mode : 'live', body),
  ),
  route(currentSession, ({ caller }) => service.current(caller)),
  route(revokeSession, ({ ctx, params }) => service.revoke(ctx, params.sessionId).finally(forget)),
  route(revokeUserSessions, ({ ctx, body }) => service.revokeUser(ctx, body.userId).finally(forget)),
];
