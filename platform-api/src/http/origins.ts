import { Forbidden } from '../errors.ts';
import type { Caller, Gatekeeper } from './caller.ts';

/** Pages on the reader's own machine, which only test keys serve. */
export const isLocal = (origin: string) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);

/** Exact, or one wildcard label: `https://*.example.com` matches `https://a.example.com` and not `https://a.b.example.com`. */
export function matchesOrigin(pattern: string, origin: string): boolean {
  if (!pattern.includes('*')) return pattern === origin;
  const [before, after] = pattern.split('*');
  const label = origin.slice(before.length, origin.length - after.length);
  return origin.startsWith(before) && origin.endsWith(after) && /^[a-z0-9-]+$/i.test(label);
}

/**
 * A browser's request must come from a page the tenant named. CORS headers always echo the one origin so that the page can
 * read the refusal; what protects is the bearer token and this check, for no cookie is ever used.
 */
export async function checkOrigin(
  caller: Caller,
  origin: string | undefined,
  ownOrigin: string,
  gatekeeper: Gatekeeper,
): Promise<void> {
  if (origin === undefined || origin === ownOrigin || caller.kind === 'operator') return;
  if (caller.kind === 'key') {
    throw new Forbidden(
      'secret_key_in_browser',
      'A secret key was used from a web page. Keep it on your server and mint sessions there; revoke this key, it is no longer secret.',
    );
  }
  const tenantId = caller.kind === 'session' ? caller.ctx.tenantId : caller.tenantId;
  const allowed = await gatekeeper.originsOf(tenantId);
  const inTenant =
    allowed.some((pattern) => matchesOrigin(pattern, origin)) || (caller.mode === 'test' && isLocal(origin));
  const inSession = caller.kind !== 'session' || caller.origins === null || caller.origins.includes(origin);
  if (inTenant && inSession) return;
  const setting = inTenant
    ? '`origins` of the session'
    : 'the allowed origins of the tenant (PATCH /v1/tenant, `origins`)';
  const hint = isLocal(origin) && caller.mode === 'live' ? ' Pages on localhost need a test key.' : '';
  throw new Forbidden('origin_not_allowed', `The page ${origin} is not among ${setting}. Add it there.${hint}`);
}
