import type { Role, TenantContext } from '../tenancy/context.ts';

/** Whoever sent a request, once its credential was checked. */
export type Caller =
  | { kind: 'operator' }
  | { kind: 'publishable'; tenantId: string; keyId: string; mode: 'live' | 'test' }
  | { kind: 'key'; ctx: TenantContext; keyId: string; mode: 'live' | 'test' }
  | {
      kind: 'session';
      ctx: TenantContext;
      sessionId: string;
      mode: 'live' | 'test';
      user: { id: string; name: string; email: string | null };
      role: Role;
      widgets: readonly string[] | null;
      /** Origins this token was minted for; null: all of the tenant's. */
      origins: readonly string[] | null;
      expiresAt: Date;
    };

/** Checks credentials. Lives with the features that own keys and sessions; the HTTP layer only asks. */
export interface Gatekeeper {
  /** Throws `Unauthorized` for anything that is not a live credential. */
  identify(bearer: string): Promise<Caller>;
  /** Origins where a tenant's embeds may run. */
  originsOf(tenantId: string): Promise<readonly string[]>;
}
