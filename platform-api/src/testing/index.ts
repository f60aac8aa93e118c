import { CallVault } from '@callvault/sdk';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import type { Engines } from '../engines.ts';
import { startPlatform, type Platform } from '../platform.ts';

export interface TestPlatform extends Platform {
  dataDir: string;
  /** Opens a tenant; `vault` is its API by secret key. */
  tenant(id: string, name?: string): Promise<{ vault: CallVault; secretKey: string; publishableKey: string }>;
  /** Resolves when nothing of that tenant waits or runs. */
  settled(vault: CallVault): Promise<void>;
}

export interface TestOptions {
  engines?: Partial<Engines>;
  /** Environment on top of the test's own. */
  environment?: Record<string, string>;
  /** An existing data folder, to start again where another platform stopped. */
  dataDir?: string;
}

/**
 * The whole platform on embedded engines in a temporary folder; with `MONGODB_URL` set, on that server, in a database of
 * its own. Ends, and removes the folder, by `stop()`.
 */
export async function startTestPlatform({
  engines,
  environment = {},
  dataDir: given,
}: TestOptions = {}): Promise<TestPlatform> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'callvault-')));
  const external = process.env.MONGODB_URL;
  const config = readConfig({
    CALLVAULT_DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    RATE_LIMIT_TENANT: '1000000',
    RATE_LIMIT_CALLER: '1000000',
    ...(external ? { MONGODB_URL: inOwnDatabase(external, dataDir) } : {}),
    ...environment,
  });
  const platform = await startPlatform({ config, version: '0.0.0-test', engines, checksAnswers: true });
  const operator = new CallVault({ baseUrl: platform.url, secretKey: config.operatorKey });
  return {
    ...platform,
    dataDir,
    tenant: async (id, name = id) => {
      const { secretKey, publishableKey } = await operator.tenants.create({ id, name });
      return { vault: new CallVault({ baseUrl: platform.url, secretKey }), secretKey, publishableKey };
    },
    settled: async (vault) => {
      for (const end = Date.now() + 60_000; Date.now() < end;) {
        const pages = await Promise.all(
          (['queued', 'running'] as const).map((status) => vault.jobs.list({ status, limit: 1 })),
        );
        if (pages.every(({ items }) => items.length === 0)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('Jobs were still running after a minute.');
    },
    stop: async () => {
      await platform.stop();
      if (!given) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function inOwnDatabase(url: string, dataDir: string): string {
  const target = new URL(url);
  target.pathname = `/${
    dataDir
      .split('-')
      .pop()
      ?.toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '') ?? 'test'
  }`;
  return target.toString();
}
