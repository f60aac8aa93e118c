import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ChildMessage, ChildOptions } from './child-protocol.ts';
import { messageOf } from './errors.ts';
import type { Log } from './wire/server.ts';

const READY_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 10_000;
/** Starts in a row that end within a moment, after which starting again is given up. */
const MOST_SHORT_LIVES = 5;
const SHORT_LIFE_MS = 500;

/** Keeps one engine process running: starts it, starts it again when it dies, stops it. */
export class Supervisor {
  /** Resolves with the reason when the engine could not be kept running. Pending as long as all is well. */
  readonly failed: Promise<Error>;
  private readonly options: ChildOptions;
  private readonly log: Log;
  private readonly reportFailure: (error: Error) => void;
  private child: ChildProcess | undefined;
  private isStopping = false;
  private readyAt = 0;
  private shortLives = 0;

  constructor(options: ChildOptions, log: Log) {
    this.options = options;
    this.log = log;
    let report: (error: Error) => void = () => undefined;
    this.failed = new Promise((resolve) => {
      report = resolve;
    });
    this.reportFailure = report;
  }

  /** The process that serves now, or did last. */
  pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Resolves with the URL when the engine answers. Rejects when it cannot start. */
  start(): Promise<string> {
    const child = spawnEngine(this.options);
    this.child = child;
    return new Promise<string>((resolve, reject) => {
      let isReady = false;
      const late = setTimeout(() => {
        child.kill('SIGKILL');
      }, READY_WITHIN_MS);
      let reason = `it did not answer within ${READY_WITHIN_MS / 1000} s`;
      child.on('message', (message: ChildMessage) => {
        if (message.kind === 'log') this.log(message.message, message.details);
        if (message.kind === 'failed') reason = message.message;
        if (message.kind === 'ready') {
          isReady = true;
          this.readyAt = Date.now();
          clearTimeout(late);
          resolve(message.url);
        }
      });
      child.on('error', (error) => {
        reason = error.message;
      });
      child.on('exit', (code, signal) => {
        clearTimeout(late);
        if (isReady) this.handleDeath(code, signal);
        else reject(new Error(`The embedded database did not start: ${reason}`));
      });
    });
  }

  /** Ends the engine cleanly; an engine that does not end is killed. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        resolve();
      });
    });
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(late);
  }

  private handleDeath(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.isStopping) return;
    const ending = signal ?? `exit code ${code}`;
    this.shortLives = Date.now() - this.readyAt < SHORT_LIFE_MS ? this.shortLives + 1 : 0;
    this.log('the embedded database died and is started again', { ending });
    this.startAgain(ending);
  }

  private startAgain(ending: string): void {
    if (this.shortLives > MOST_SHORT_LIVES) {
      this.giveUp(new Error(`The embedded database keeps dying, last by ${ending}. It is not started again.`));
      return;
    }
    this.start().catch((error: unknown) => {
      if (this.isStopping) return;
      this.shortLives++;
      setTimeout(() => {
        if (!this.isStopping) this.startAgain(messageOf(error));
      }, 100 * this.shortLives);
    });
  }

  private giveUp(error: Error): void {
    this.log(error.message, { dataDir: this.options.dataDir });
    this.reportFailure(error);
  }
}

function spawnEngine(options: ChildOptions): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts');
  // Built, the engine is an entry of its own beside this file.
  const entry = new URL(isSource ? './child.ts' : './embedded-mongo.js', import.meta.url);
  const loader = isSource ? ['--import', resolveTsx(), '--conditions=source'] : [];
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...loader, fileURLToPath(entry), JSON.stringify(options)],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
}

/** Test runners that rewrite modules have no `import.meta.resolve`. */
function resolveTsx(): string {
  const resolve = import.meta.resolve as ((name: string) => string) | undefined;
  return resolve ? resolve('tsx') : pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}
