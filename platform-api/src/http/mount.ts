import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { z } from 'zod';
import { Forbidden, Unauthorized } from '../errors.ts';
import type { Logger } from '../ports/logger.ts';
import type { TenantContext } from '../tenancy/context.ts';
import type { Caller, Gatekeeper } from './caller.ts';
import type { Contract } from './contract.ts';
import { once } from './idempotency.ts';
import { checkOrigin } from './origins.ts';
import { invalidInput } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Route, StreamedEvent } from './route.ts';
import { writeEvents } from './server-events.ts';

export interface MountOptions {
  gatekeeper: Gatekeeper;
  limiter: RateLimiter;
  logger: Logger;
  /** Requests per minute for a tenant, and for one caller of it. */
  limits: { tenant: number; caller: number };
  /** Checks answers against their contract. Costly, so on in tests and development only. */
  checksAnswers: boolean;
}

/** Answers of these carry a secret that is shown once: they are never kept for a repeat. */
const neverKept = new Set(['keys.create', 'sessions.create', 'tenants.create']);

function bearerOf(request: Request): string {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer' && token) return token;
  throw new Unauthorized(
    'missing_credential',
    'Send "Authorization: Bearer ..." with a secret key from your server, or a session token from a browser.',
  );
}

/** A context for callers that have no tenant or only its name: enough for the few routes open to them. */
const bareContext = (tenantId: string, actorId: string, requestId: string): TenantContext => ({
  tenantId,
  actorId,
  role: 'client',
  permissions: new Set(),
  requestId,
});

function admit(caller: Caller, contract: Contract, requestId: string): TenantContext {
  const { permission, operation } = contract;
  if (permission === 'operator') {
    if (caller.kind !== 'operator')
      throw new Forbidden('operator_only', `${operation} is for the operator of this installation.`);
    return bareContext('-', 'operator', requestId);
  }
  if (caller.kind === 'operator')
    throw new Forbidden(
      'tenant_key_needed',
      'The operator key opens tenants. Use a key of the tenant for everything inside it.',
    );
  if (caller.kind === 'publishable') {
    if (permission === 'publishable') return bareContext(caller.tenantId, `key:${caller.keyId}`, requestId);
    throw new Unauthorized(
      'session_needed',
      'A publishable key only names the tenant. Mint a session on your server and send its token.',
    );
  }
  const ctx = { ...caller.ctx, requestId };
  if (permission === 'publishable' || permission === 'authenticated' || ctx.permissions.has(permission)) return ctx;
  const remedy =
    caller.kind === 'key'
      ? 'Make a key with that scope.'
      : `The role "${caller.role}" or this session does not include it; whoever mints the session can grant it.`;
  throw new Forbidden('permission_missing', `This needs "${permission}". ${remedy}`);
}

function parse<T>(type: z.ZodType<T> | undefined, value: unknown, place: string): T | undefined {
  if (!type) return undefined;
  const result = type.safeParse(value);
  if (!result.success) throw invalidInput(result.error, place);
  return result.data;
}

const isStream = (value: unknown): value is AsyncIterable<StreamedEvent> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

interface Admitted {
  caller: Caller;
  ctx: TenantContext;
}

/** Who, and may they. Before the body is read: a stranger's 64 megabytes are not worth parsing. */
function door({ contract }: Route, options: MountOptions): RequestHandler {
  return async (request: Request, response: Response, next) => {
    response.locals.operation = contract.operation;
    const requestId = String(response.locals.requestId);
    const caller = await options.gatekeeper.identify(bearerOf(request));
    await checkOrigin(
      caller,
      request.get('origin'),
      `${request.protocol}://${request.get('host')}`,
      options.gatekeeper,
    );
    const ctx = admit(caller, contract, requestId);
    response.locals.tenantId = ctx.tenantId;
    response.locals.admitted = { caller, ctx } satisfies Admitted;
    // The caller first: what one caller sends beyond its share must not use up the tenant's.
    await options.limiter.take(`c:${ctx.tenantId}:${ctx.actorId}`, options.limits.caller);
    await options.limiter.take(`t:${ctx.tenantId}`, options.limits.tenant);
    next();
  };
}

/** What do they say, what do we answer. */
function handler({ contract, handle }: Route, options: MountOptions): RequestHandler {
  return async (request: Request, response: Response) => {
    const { caller, ctx } = response.locals.admitted as Admitted;
    const aborted = new AbortController();
    response.on('close', () => response.writableFinished || aborted.abort());
    const call = {
      ctx,
      caller,
      params: parse(contract.params, request.params, 'params'),
      query: parse(contract.query, request.query, 'query'),
      body: parse(contract.body, request.body, 'body'),
      lastEventId: Math.max(0, Number.parseInt(request.get('last-event-id') ?? '0', 10) || 0),
      signal: aborted.signal,
    };
    const work = () => handle(call as never);
    const key = request.method === 'POST' ? request.get('idempotency-key') : undefined;
    const isKept = key && contract.outputKind !== 'events' && !neverKept.has(contract.operation);
    const answer = isKept
      ? await once(ctx, contract.operation, key, [call.params, call.body], async () => work())
      : await work();
    response.setHeader('Cache-Control', 'no-store');
    if (isStream(answer))
      return writeEvents(response, answer, aborted.signal, {
        mayGoOn: () => options.gatekeeper.identify(bearerOf(request)),
      });
    if (options.checksAnswers) {
      const checked = contract.output.safeParse(answer);
      if (!checked.success)
        throw new Error(
          `${contract.operation} answers something else than its contract says: ${checked.error.message}`,
        );
    }
    if (contract.outputKind === 'empty') response.status(204).end();
    else response.status(contract.status ?? 200).json(answer);
  };
}

/** Puts every route on one router. A fixed segment wins over a parameter whatever the order of the features. */
export function mountRoutes(routes: readonly Route[], options: MountOptions): Router {
  const router = express.Router({ strict: true, caseSensitive: true });
  const rank = ({ contract }: Route) => contract.path.replaceAll(/\{[^}]+\}/g, '~');
  for (const one of [...routes].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    const path = one.contract.path.replaceAll(/\{([^}]+)\}/g, ':$1');
    router[one.contract.method](
      path,
      door(one, options),
      express.json({ limit: one.bodyLimit ?? 1_000_000, strict: true }),
      handler(one, options),
    );
  }
  return router;
}
