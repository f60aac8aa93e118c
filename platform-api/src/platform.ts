import type { Express } from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { contracts } from './contracts.ts';
import { createEngines, type Engines } from './engines.ts';
import { createFeatures, type Features } from './features/index.ts';
import { openApi } from './http/openapi.ts';
import { RateLimiter } from './http/rate-limit.ts';
import { databaseJobQueue } from './jobs/database-job-queue.ts';
import { Worker } from './jobs/worker.ts';
import { connectDatabase } from './tenancy/database.ts';
import { SecretBox } from './tenancy/sealed.ts';

export interface Platform {
  app: Express;
  /** Where the API answers; empty for a worker. */
  url: string;
  features: Features;
  engines: Engines;
  /** Stops taking requests, ends what is under way, lets go of jobs, closes engines. */
  stop(): Promise<void>;
}

export interface PlatformOptions {
  config: Config;
  version: string;
  engines?: Partial<Engines>;
  assetsDirs?: readonly string[];
  checksAnswers?: boolean;
  /** Called when an engine is gone for good and this process can only end. */
  onFatal?: (error: Error) => void;
}

/** Longest a stop waits for requests under way; streams resume elsewhere. */
const graceMs = 10_000;

function listen(app: Express, { host, port }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(app);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** One process of CallVault: API, worker, or both. */
export async function startPlatform({
  config,
  version,
  engines: overrides,
  assetsDirs = [],
  onFatal,
  checksAnswers = !config.isProduction,
}: PlatformOptions): Promise<Platform> {
  const engines = await createEngines(config, overrides);
  const { clock, logger } = engines;
  void engines.database.failed?.then((error) => {
    logger.error({ err: error }, 'the database is gone');
    onFatal?.(error);
  });
  const database = await connectDatabase(engines.database.url);
  let worker: Worker | undefined;
  const jobs = databaseJobQueue(clock, () => worker?.wake());
  const features = createFeatures({
    ...engines,
    jobs,
    secrets: new SecretBox(config.masterKey),
    operatorKey: config.operatorKey,
  });
  const app = createApp({
    routes: features.routes,
    openApi: openApi(contracts, version),
    assetsDirs,
    trustProxy: config.trustProxy,
    isReady: () => database.ping(),
    gatekeeper: features.access,
    limiter: new RateLimiter(clock),
    limits: config.limits,
    logger,
    checksAnswers,
  });
  if (config.role !== 'api') {
    worker = new Worker({ jobs: features.jobDefinitions, clock, logger, concurrency: config.workerConcurrency });
    worker.start();
  }
  const server = config.role === 'worker' ? null : await listen(app, config);
  const address = server?.address() as AddressInfo | undefined;
  return {
    app,
    url: address ? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${address.port}` : '',
    features,
    engines,
    stop: async () => {
      await Promise.all([server && closeServer(server), features.services.chat.close()]);
      await worker?.stop();
      await engines.searchIndex.close();
      await database.close();
      await engines.database.stop();
    },
  };
}
