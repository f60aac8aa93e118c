import cors from 'cors';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { randomUUID } from 'node:crypto';
import { NotFound, PublicError } from './errors.ts';
import { mountRoutes, type MountOptions } from './http/mount.ts';
import { problemHandler } from './http/problem.ts';
import type { Route } from './http/route.ts';

export interface AppOptions extends MountOptions {
  routes: readonly Route[];
  openApi: object;
  /** Folders of built widgets and SDK, served under `/v1/`; none where another host serves them. */
  assetsDirs: readonly string[];
  trustProxy: number;
  /** Throws, or rejects, while this process can't serve. */
  isReady(): Promise<void>;
}

/** The HTTP surface: everything that is the same for every route, then the routes. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.set('query parser', 'simple');

  app.use((request, response, next) => {
    const given = request.get('x-request-id');
    const requestId = given && /^[\w.-]{8,64}$/.test(given) ? given : `req_${randomUUID()}`;
    const startedAt = performance.now();
    response.locals.requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.on('finish', () => {
      const { operation = null, tenantId = null } = response.locals as Record<string, unknown>;
      options.logger.info(
        {
          requestId,
          operation,
          tenantId,
          method: request.method,
          status: response.statusCode,
          ms: Math.round(performance.now() - startedAt),
        },
        'request',
      );
    });
    next();
  });
  // Widgets are loaded by pages of other origins, isolated (COEP) ones included.
  app.use(
    helmet({
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    }),
  );
  app.use(
    cors({
      origin: (origin, callback) => callback(null, origin ?? false),
      methods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
      allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'last-event-id', 'x-request-id'],
      exposedHeaders: ['x-request-id', 'retry-after'],
      maxAge: 600,
    }),
  );

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    await options.isReady().catch((cause: unknown) => {
      throw new PublicError(503, 'not_ready', 'The database does not answer yet. Ask again in a moment.', { cause });
    });
    response.json({ status: 'ready' });
  });
  app.get('/v1/openapi.json', (_request, response) => {
    response.json(options.openApi);
  });
  for (const folder of options.assetsDirs)
    app.use(
      '/v1',
      express.static(folder, { index: false, redirect: false, maxAge: '5m', fallthrough: true, dotfiles: 'ignore' }),
    );
  app.use(mountRoutes(options.routes, options));
  app.use((request, _response, next) => next(new NotFound('route', `${request.method} ${request.path}`)));
  app.use(problemHandler(options.logger));
  return app;
}
