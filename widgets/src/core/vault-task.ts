import type { CallVault } from '@callvault/sdk';
import { initialState, Task } from '@lit/task';
import type { CallVaultElement } from './element.ts';

/** A skeleton shows after this many milliseconds... */
const SHOWN_AFTER = 200;
/** ...and then for at least this many, so that nothing flashes. */
const SHOWN_FOR = 400;

export interface VaultTaskOptions<Args extends readonly unknown[], Value> {
  /** Runs again when one of them changes. */
  readonly args: () => Args;
  readonly task: (vault: CallVault, args: Args, signal: AbortSignal) => Promise<Value>;
}

/**
 * Loads something from the API: waits for the client, drops stale answers, aborts when the element leaves the page and
 * loads again when it comes back. Draw it with `render({ initial, pending, complete, error })`.
 */
export class VaultTask<const Args extends readonly unknown[], Value> extends Task<
  readonly [CallVault | undefined, ...Args],
  Value
> {
  readonly #host: CallVaultElement;
  #left = false;

  constructor(host: CallVaultElement, { args, task }: VaultTaskOptions<Args, Value>) {
    super(host, {
      args: () => [host.vault, ...args()] as const,
      task: async ([vault, ...rest], { signal }) => {
        if (vault === undefined) return initialState;
        const started = performance.now();
        try {
          return await task(vault, rest as unknown as Args, signal);
        } finally {
          if (this.value === undefined) await settle(performance.now() - started, signal);
        }
      },
    });
    this.#host = host;
    host.addController({
      hostDisconnected: () => {
        this.#left = true;
        this.abort();
      },
      hostConnected: () => {
        if (this.#left && this.#host.hasUpdated) void this.run();
        this.#left = false;
      },
    });
  }
}

function settle(took: number, signal: AbortSignal): Promise<void> {
  if (took < SHOWN_AFTER || took > SHOWN_AFTER + SHOWN_FOR || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    setTimeout(resolve, SHOWN_AFTER + SHOWN_FOR - took);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
