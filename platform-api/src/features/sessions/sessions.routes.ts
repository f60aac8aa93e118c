import { route } from '../../http/route.ts';
import { createSession, currentSession, revokeSession, revokeUserSessions } from './sessions.contract.ts';
import type { SessionsService } from './sessions.service.ts';

export const sessionRoutes = (service: SessionsService) => [
  route(createSession, ({ ctx, caller, body }) =>
    service.create(ctx, caller.kind === 'key' ? caller.mode : 'live', body),
  ),
  route(currentSession, ({ caller }) => service.current(caller)),
  route(revokeSession, ({ ctx, params }) => service.revoke(ctx, params.sessionId)),
  route(revokeUserSessions, ({ ctx, body }) => service.revokeUser(ctx, body.userId)),
];
