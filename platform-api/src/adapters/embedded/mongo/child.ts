import { startInProcess } from './in-process.ts';
import type { ChildMessage, ChildOptions } from './child-protocol.ts';
import { messageOf } from './errors.ts';

/** The engine's own process: serves until it is told to stop, or until nobody is left to serve. */
async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
  const tell = (message: ChildMessage): void => {
    if (process.connected) process.send?.(message, undefined, {}, () => undefined);
  };
  try {
    const engine = await startInProcess({
      ...options,
      log: (message, details) => {
        tell({ kind: 'log', message, details });
      },
    });
    const stop = (): void => {
      void engine.stop().finally(() => process.exit(0));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    // The parent is gone: another one may want the data directory.
    process.once('disconnect', stop);
    tell({ kind: 'ready', url: engine.url });
  } catch (error) {
    tell({ kind: 'failed', message: messageOf(error) });
    process.exitCode = 1;
    process.disconnect();
  }
}

await main();
