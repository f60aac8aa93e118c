import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { privateFolder } from './in-process.ts';
import { Supervisor } from './supervisor.ts';
import type { Log } from './wire/server.ts';

export { startInProcess, type InProcessMongo, type ServeOptions } from './in-process.ts';
export { recordCommands, type CommandRecorder } from './record-commands.ts';
export type { Log } from './wire/server.ts';

export interface EmbeddedMongoOptions {
  /** Where the data is kept; made when missing. One engine at a time. */
  dataDir: string;
  /** Listen on this port of 127.0.0.1 instead of a socket in the temp folder. */
  port?: number;
  /** The socket to listen on; less than 100 bytes. */
  socketPath?: string;
  log?: Log;
}

/** A database for Mongoose or the driver, served by a process of its own. */
export interface EmbeddedMongo {
  /** A `mongodb://` address. It stays the same when the process is started again. */
  url: string;
  /** The serving process; changes when it is started again. */
  pid(): number;
  /** Resolves with the reason when the process keeps dying and is not started again. */
  failed: Promise<Error>;
  stop(): Promise<void>;
}

const SOCKET_PATH_LIMIT = 100;

/**
 * Starts the engine on a data directory and waits until it answers. It is started again when it dies, and ends with
 * this process. Throws when another process has the directory, naming that process.
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const { dataDir, port, log = () => undefined } = options;
  const folder = port === undefined && options.socketPath === undefined ? privateFolder() : undefined;
  const socketPath = folder ? join(folder, 'db.sock') : options.socketPath;
  if (port === undefined && socketPath !== undefined && Buffer.byteLength(socketPath) >= SOCKET_PATH_LIMIT) {
    throw new Error(`The socket path ${socketPath} is too long for a socket. Set TMPDIR to a shorter folder.`);
  }
  const supervisor = new Supervisor({ dataDir, port, socketPath: port === undefined ? socketPath : undefined }, log);
  const removeFolder = (): void => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await supervisor.start();
    return {
      url,
      pid: () => supervisor.pid(),
      failed: supervisor.failed,
      stop: async () => {
        await supervisor.stop();
        removeFolder();
      },
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}
