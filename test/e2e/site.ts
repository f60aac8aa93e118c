import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningSite {
  /** The partner's page (tenant northbeam) and the other tenant's. */
  partner: string;
  law: string;
  api: string;
  dataDir: string;
  keys: Record<string, { secretKey: string; publishableKey: string }>;
  /** Kills everything at once, without a word to anybody. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Two neighbouring free ports, as the example sites want them. */
async function sitePort(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (port < 60_000) return port;
  }
}

const exited = (child: ChildProcess) =>
  new Promise<void>((resolve) =>
    child.exitCode !== null || child.signalCode !== null ? resolve() : void child.once('exit', () => resolve()),
  );

/** `npm start` as a user runs it, on ports and in a folder of its own. Resolves when it says that it is running. */
export async function startSite({
  dataDir = mkdtempSync(join(tmpdir(), 'callvault-e2e-')),
  environment = {} as Record<string, string>,
} = {}): Promise<RunningSite> {
  const [port, examplePort] = [await freePort(), await sitePort()];
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', 'scripts/start.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      CALLVAULT_DATA_DIR: dataDir,
      PORT: String(port),
      EXAMPLE_PORT: String(examplePort),
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ctrl+C stops everything')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`npm start ended with code ${code}:\n${output}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    // The group: platform, embedded database and example sites die together.
    if (child.pid && child.exitCode === null) process.kill(-child.pid, signal);
    await exited(child);
  };
  return {
    partner: `http://localhost:${examplePort}`,
    law: `http://localhost:${examplePort + 1}`,
    api: `http://127.0.0.1:${port}`,
    dataDir,
    keys: JSON.parse(readFileSync(join(dataDir, 'tenant-keys.json'), 'utf8')) as RunningSite['keys'],
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
