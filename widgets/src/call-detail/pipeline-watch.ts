import type { CallDetail as CallRecord } from '@callvault/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const FIRST = 1500;
const LONGEST = 10_000;

export interface PipelineWatchOptions {
  readonly call: () => CallRecord | undefined;
  /** Asks again; a failure only makes it ask later. */
  readonly ask: () => Promise<void>;
}

/** Whether something is still being done to the call. */
export const isMoving = ({ status, steps }: CallRecord): boolean =>
  status === 'processing' || steps.some(({ status: now }) => now === 'running');

/** Asks for the call again while its steps move, less often the longer it takes; rests while the page is hidden. */
export class PipelineWatch implements ReactiveController {
  readonly #options: PipelineWatchOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = FIRST;

  constructor(host: ReactiveControllerHost, options: PipelineWatchOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const call = this.#options.call();
    if (!call || !isMoving(call)) this.#stop();
    else this.#timer ??= setTimeout(() => void this.#ask(), this.#pause);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Something has been started: look soon. */
  soon(): void {
    this.#stop();
  }

  async #ask(): Promise<void> {
    this.#pause = Math.min(LONGEST, this.#pause * 1.4);
    try {
      if (!document.hidden) await this.#options.ask();
    } catch {
      // The next question may be answered; what is on the page stays.
    } finally {
      this.#timer = undefined;
      this.hostUpdated();
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pause = FIRST;
  }
}
