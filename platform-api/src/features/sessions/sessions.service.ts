import { Forbidden, InvalidInput, NotFound, Unauthorized } from '../../errors.ts';
import type { Caller } from '../../http/caller.ts';
import { isLocal, matchesOrigin } from '../../http/origins.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DataFilter, Role, TenantContext } from '../../tenancy/context.ts';
import { rolePermissions, type Permission } from '../../tenancy/permissions.ts';
import type { TenantsService } from '../tenants/index.ts';
import { sessions } from './sessions.model.ts';
import { signToken, verifyToken } from './token.ts';

export interface NewSession {
  user: { id: string; name: string; email?: string; role: Role };
  widgets?: string[];
  scopes?: Permission[];
  dataFilter?: DataFilter;
  origins?: string[];
  expiresInMinutes: number;
}

/** Who sees a part of a tenant does not open the whole of it: no keys, no sessions, no settings. */
const ofWholeTenant: readonly Permission[] = ['keys:read', 'keys:write', 'sessions:write', 'branding:write'];

/** Embed sessions: what a browser holds for at most 15 minutes instead of a key. */
export class SessionsService {
  constructor(
    private readonly tenants: TenantsService,
    private readonly clock: Clock,
  ) {}

  async create(ctx: TenantContext, mode: 'live' | 'test', input: NewSession) {
    const { user } = input;
    await this.refuseForeignOrigins(ctx, mode, input.origins ?? []);
    const ofRole = rolePermissions[user.role];
    // A key can lend only what it holds; a session gets the least of role, scopes and key.
    const granted = ofRole.filter(
      (permission) =>
        ctx.permissions.has(permission) &&
        (input.scopes ?? ofRole).includes(permission) &&
        !(input.dataFilter && ofWholeTenant.includes(permission)),
    );
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + input.expiresInMinutes * 60_000);
    const { id } = await sessions.in(ctx).create({ userId: user.id, role: user.role, expiresAt, revokedAt: null });
    const claims = {
      tid: ctx.tenantId,
      jti: id,
      sub: user.id,
      name: user.name,
      email: user.email ?? null,
      role: user.role,
      mode,
      permissions: granted,
      widgets: input.widgets ?? null,
      dataFilter:
        (input.dataFilter as { folderIds?: string[]; tagIds?: string[]; clientIds?: string[] } | undefined) ?? null,
      origins: input.origins ?? null,
    };
    const token = await signToken(claims, await this.tenants.signingKey(ctx.tenantId), now, expiresAt);
    return { id, token, expiresAt: expiresAt.toISOString() };
  }

  /** The caller behind a token: signature, time, and that nobody ended the session. */
  async identify(token: string): Promise<Extract<Caller, { kind: 'session' }>> {
    const { claims, expiresAt } = await verifyToken(
      token,
      (tenantId) => this.tenants.signingKey(tenantId),
      this.clock.now(),
    );
    const ctx: TenantContext = {
      tenantId: claims.tid,
      actorId: claims.sub,
      role: claims.role,
      permissions: new Set(claims.permissions),
      ...(claims.dataFilter ? { dataFilter: claims.dataFilter } : {}),
    };
    const session = await sessions.in(ctx).get(claims.jti);
    if (!session || session.revokedAt)
      throw new Unauthorized('session_revoked', 'This session was ended. Sign in again.');
    const { mode, role, widgets, origins } = claims;
    return {
      kind: 'session',
      ctx,
      sessionId: claims.jti,
      mode,
      role,
      widgets,
      origins,
      expiresAt,
      user: { id: claims.sub, name: claims.name, email: claims.email },
    };
  }

  async current(caller: Caller) {
    if (caller.kind !== 'session' && caller.kind !== 'key')
      throw new Forbidden('session_needed', 'Only a session or a secret key has a caller to describe.');
    const { ctx } = caller;
    return {
      kind: caller.kind,
      user: caller.kind === 'session' ? caller.user : null,
      role: ctx.role,
      permissions: [...ctx.permissions],
      widgets: caller.kind === 'session' && caller.widgets ? [...caller.widgets] : null,
      expiresAt: caller.kind === 'session' ? caller.expiresAt.toISOString() : null,
      tenant: { id: ctx.tenantId, name: await this.tenants.nameOf(ctx.tenantId) },
    };
  }

  async revoke(ctx: TenantContext, sessionId: string): Promise<null> {
    if (!(await sessions.in(ctx).update(sessionId, { $set: { revokedAt: this.clock.now() } })))
      throw new NotFound('session', sessionId);
    return null;
  }

  async revokeUser(ctx: TenantContext, userId: string) {
    return {
      revoked: await sessions
        .in(ctx)
        .updateMany({ userId, revokedAt: null }, { $set: { revokedAt: this.clock.now() } }),
    };
  }

  private async refuseForeignOrigins(ctx: TenantContext, mode: 'live' | 'test', origins: string[]): Promise<void> {
    const allowed = await this.tenants.originsOf(ctx.tenantId);
    const foreign = origins.find(
      (origin) => !allowed.some((pattern) => matchesOrigin(pattern, origin)) && !(mode === 'test' && isLocal(origin)),
    );
    if (foreign)
      throw new InvalidInput(
        'origin_not_allowed',
        `${foreign} is not among the tenant's origins. Add it with PATCH /v1/tenant, \`origins\`.`,
      );
  }
}
