interface Queue {
  running: number;
  waiting: (() => void)[];
}

/** At most so many calls at once per tenant; further ones wait in order, so that one tenant cannot crowd out the rest. */
export class TenantTurns {
  private readonly queues = new Map<string, Queue>();

  constructor(private readonly atOnce: number) {}

  /** Waits for a turn and answers the function that gives it back. Throws the abort reason when `signal` fires first. */
  async take(tenantId: string, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const queue = this.queues.get(tenantId) ?? { running: 0, waiting: [] };
    this.queues.set(tenantId, queue);
    if (queue.running >= this.atOnce) await this.wait(queue, signal);
    else queue.running++;

    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const next = queue.waiting.shift();
      if (next) next();
      else if (--queue.running === 0) this.queues.delete(tenantId);
    };
  }

  /** The turn passes from hand to hand: `running` stays as it is when a waiting call is woken. */
  private wait(queue: Queue, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        queue.waiting.splice(queue.waiting.indexOf(wake), 1);
        reject(signal?.reason as Error);
      };
      queue.waiting.push(wake);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}
