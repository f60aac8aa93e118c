import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SET_NAME } from './commands/server-commands.ts';
import { Store, type StoreLimits } from './storage/store.ts';
import { serve, type Listen, type Log, type RunningServer } from './wire/server.ts';

export interface ServeOptions {
  dataDir: string;
  /** Listen on 127.0.0.1 instead of a socket; 0 takes a free port. */
  port?: number;
  /** Where the socket is made; a private folder in the temp folder by default. */
  socketPath?: string;
  log?: Log;
  limits?: Partial<StoreLimits>;
}

export interface InProcessMongo {
  url: string;
  store: Store;
  stop(): Promise<void>;
}

/** Serves a data directory from this very process: for unit tests, and for the engine's own process. */
export async function startInProcess(options: ServeOptions): Promise<InProcessMongo> {
  const store = new Store(options.dataDir, options.limits);
  const folder = options.port === undefined && options.socketPath === undefined ? privateFolder() : undefined;
  const listen: Listen =
    options.port !== undefined
      ? { port: options.port }
      : { socketPath: options.socketPath ?? join(folder ?? '', 'db.sock') };
  let server: RunningServer;
  try {
    server = await serve(store, listen, options.log ?? (() => undefined));
  } catch (error) {
    store.close();
    throw error;
  }
  return {
    url: mongoUrl(server.address),
    store,
    stop: async () => {
      await server.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder only this user can enter, with a path short enough for a socket in it. */
export function privateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cv-db-'));
  chmodSync(folder, 0o700);
  return folder;
}

/** The address for a driver. It names the set: without, drivers silently send no retryable writes. */
export function mongoUrl(address: string): string {
  const host = address.startsWith('/') ? encodeURIComponent(address) : address;
  return `mongodb://${host}/callvault?replicaSet=${SET_NAME}&directConnection=true`;
}
