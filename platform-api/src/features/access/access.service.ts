import { createHash, timingSafeEqual } from 'node:crypto';
import { Unauthorized } from '../../errors.ts';
import type { Caller, Gatekeeper } from '../../http/caller.ts';
import type { Clock } from '../../ports/clock.ts';
import type { KeysService } from '../keys/index.ts';
import type { SessionsService } from '../sessions/index.ts';
import type { TenantsService } from '../tenants/index.ts';

/** Checking a credential costs half of a request, so the result is kept by hash this long; a revocation works within it. */
const keptMs = 30_000;
const keptAtMost = 10_000;

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Knows every kind of credential. */
export class AccessService implements Gatekeeper {
  private readonly known = new Map<string, { caller: Caller; until: number }>();

  constructor(
    private readonly services: { keys: KeysService; sessions: SessionsService; tenants: TenantsService },
    private readonly operatorKey: string,
    private readonly clock: Clock,
  ) {}

  async identify(bearer: string): Promise<Caller> {
    const hash = digest(bearer);
    const now = this.clock.now().getTime();
    const known = this.known.get(hash);
    if (known && known.until > now) return known.caller;
    const caller = await this.check(bearer);
    if (this.known.size >= keptAtMost) this.known.clear();
    const until = caller.kind === 'session' ? Math.min(now + keptMs, caller.expiresAt.getTime()) : now + keptMs;
    this.known.set(hash, { caller, until });
    return caller;
  }

  originsOf(tenantId: string): Promise<readonly string[]> {
    return this.services.tenants.originsOf(tenantId);
  }

  /** Forgets what is kept, so that a revocation in this process works at once. */
  forget(): void {
    this.known.clear();
  }

  private async check(bearer: string): Promise<Caller> {
    if (bearer.startsWith('op_')) {
      if (timingSafeEqual(Buffer.from(digest(bearer)), Buffer.from(digest(this.operatorKey))))
        return { kind: 'operator' };
      throw new Unauthorized(
        'invalid_key',
        'This operator key is not valid. It is printed at start and set by CALLVAULT_OPERATOR_KEY.',
      );
    }
    if (!bearer.startsWith('sk_') && !bearer.startsWith('pk_')) return this.services.sessions.identify(bearer);
    const { _id, tenantId, kind, mode, scopes } = await this.services.keys.identify(bearer);
    if (kind === 'publishable') return { kind, tenantId, keyId: _id, mode };
    return {
      kind: 'key',
      keyId: _id,
      mode,
      ctx: { tenantId, actorId: `key:${_id}`, role: 'admin', permissions: new Set(scopes) },
    };
  }
}
