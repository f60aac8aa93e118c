import { CommandError } from '../errors.ts';

/** How long a scan may keep the event loop, in milliseconds. */
const SLICE_MS = 10;

/** Gives the event loop back during long work, and watches a command's `maxTimeMS`. */
export class Pacer {
  private count = 0;
  private since = performance.now();
  private deadline = Infinity;

  constructor(maxTimeMs: number | undefined) {
    this.restart(maxTimeMs);
  }

  /** A cursor goes on under another command, with a time of its own. */
  restart(maxTimeMs: number | undefined): void {
    this.since = performance.now();
    this.deadline = maxTimeMs ? this.since + maxTimeMs : Infinity;
  }

  /** Call once a row: true when it is time to `rest`. Throws 50 after `maxTimeMS`. */
  isDue(): boolean {
    if ((++this.count & 31) !== 0) return false;
    const now = performance.now();
    if (now > this.deadline) throw new CommandError(50, 'operation exceeded time limit');
    return now - this.since > SLICE_MS;
  }

  async rest(): Promise<void> {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    this.since = performance.now();
  }
}
