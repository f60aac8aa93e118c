import type { Body, CallVault, Job } from '@callvault/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const POLL = 1500;
const ENDED: readonly Job['status'][] = ['done', 'failed', 'cancelled'];

interface ExtractionHost extends ReactiveControllerHost {
  readonly vault: CallVault | undefined;
}

/** A running extraction: its job, asked again until it has ended. */
export class Extraction implements ReactiveController {
  job: Job | undefined;
  /** True while the progress cannot be read; the job itself goes on. */
  isLost = false;

  readonly #host: ExtractionHost;
  readonly #onEnd: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ExtractionHost, onEnd: () => void) {
    this.#host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  get isRunning(): boolean {
    return this.job !== undefined && !ENDED.includes(this.job.status);
  }

  async start(vault: CallVault, body: Body<'profits.extract'>): Promise<void> {
    const { jobId } = await vault.profits.extract(body);
    await this.#look(vault, jobId);
  }

  async cancel(): Promise<void> {
    const { vault } = this.#host;
    if (this.job && vault) this.#take(await vault.jobs.cancel(this.job.id));
  }

  async again(): Promise<void> {
    const { vault } = this.#host;
    if (this.job && vault) this.#take(await vault.jobs.retry(this.job.id));
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.job = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    if (this.isRunning && this.job) this.#later(this.job.id);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  async #look(vault: CallVault, jobId: string): Promise<void> {
    try {
      const job = await vault.jobs.retrieve(jobId);
      this.isLost = false;
      this.#take(job);
    } catch {
      this.isLost = true;
      this.#host.requestUpdate();
      this.#later(jobId);
    }
  }

  #take(job: Job): void {
    const wasRunning = this.isRunning || this.job === undefined;
    this.job = job;
    clearTimeout(this.#timer);
    if (this.isRunning) this.#later(job.id);
    else if (wasRunning) this.#onEnd();
    this.#host.requestUpdate();
  }

  #later(jobId: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { vault } = this.#host;
      if (vault) void this.#look(vault, jobId);
      else this.#later(jobId);
    }, POLL);
  }
}
