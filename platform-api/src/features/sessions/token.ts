import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { NotFound, Unauthorized } from '../../errors.ts';
import { DataFilter, RoleName } from './sessions.contract.ts';

const issuer = 'callvault';

/** What a session token says. Signed with the tenant's own key, so a token of one tenant can't pass for another's. */
export const SessionClaims = z.object({
  tid: z.string(),
  jti: z.string(),
  sub: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: RoleName,
  mode: z.enum(['live', 'test']),
  permissions: z.array(z.string()),
  widgets: z.array(z.string()).nullable(),
  dataFilter: DataFilter.nullable(),
  origins: z.array(z.string()).nullable(),
});

export type SessionClaims = z.infer<typeof SessionClaims>;

export const signToken = (claims: SessionClaims, key: Uint8Array, now: Date, expiresAt: Date): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(claims.tid)
    .setIssuedAt(Math.floor(now.getTime() / 1000))
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(key);

const invalid = () =>
  new Unauthorized('invalid_session', 'This session token is not valid. Ask your server for a new one.');

function tenantOf(token: string): string {
  try {
    const { tid } = decodeJwt(token);
    if (typeof tid === 'string') return tid;
  } catch {
    // No token at all: refused below like any other.
  }
  throw invalid();
}

/** The claims, once the signature, the tenant and the time hold. `keyOf` gives the tenant's key. */
export async function verifyToken(
  token: string,
  keyOf: (tenantId: string) => Promise<Uint8Array>,
  now: Date,
): Promise<{ claims: SessionClaims; expiresAt: Date }> {
  // Read before it is verified, only to know whose key verifies it; the audience then ties the two together.
  const tid = tenantOf(token);
  // Outside of the `try`: a database that does not answer makes no token invalid.
  const key = await keyOf(tid).catch((error: unknown) => {
    throw error instanceof NotFound ? invalid() : error;
  });
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer,
      audience: tid,
      currentDate: now,
    });
    return { claims: SessionClaims.parse(payload), expiresAt: new Date((payload.exp ?? 0) * 1000) };
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_JWT_EXPIRED') {
      throw new Unauthorized('session_expired', 'This session has expired. Ask your server for a new token.');
    }
    throw invalid();
  }
}
