/** An abort signal with a time limit that can be told apart from the caller's own. Dispose of it when done. */
export class Deadline implements Disposable {
  private readonly controller = new AbortController();
  private timer?: NodeJS.Timeout;
  private hasPassed = false;
  readonly signal: AbortSignal;

  constructor(ms: number, caller?: AbortSignal) {
    this.signal = caller ? AbortSignal.any([caller, this.controller.signal]) : this.controller.signal;
    this.extend(ms);
  }

  /** True when the time limit, and not the caller, ended the work. */
  get isPassed(): boolean {
    return this.hasPassed;
  }

  /** Sets the limit anew, counted from now. */
  extend(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.hasPassed = true;
      this.controller.abort();
    }, ms);
    this.timer.unref();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.timer);
  }
}
