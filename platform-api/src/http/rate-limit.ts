import { TooMany } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import { systemCollection } from '../tenancy/system-collection.ts';

interface BudgetRow {
  _id: string;
  taken: number;
  expiresAt: Date;
}

const budgets = systemCollection<BudgetRow>('rate_budgets', { taken: Number, expiresAt: Date }, [
  { fields: { expiresAt: 1 }, options: { expireAfterSeconds: 0 } },
]);

const windowMs = 60_000;
/** A process takes a twentieth at a time: a twentieth of the database traffic, and an error of at most one slice per process. */
const slices = 20;

interface Slice {
  window: number;
  left: number;
  isSpent: boolean;
  pending: Promise<void> | null;
}

/** Requests per minute and name, shared by all processes: slices are leased from the database and counted in memory. */
export class RateLimiter {
  private readonly held = new Map<string, Slice>();

  constructor(private readonly clock: Clock) {}

  /** Counts one request. Throws `TooMany` with the seconds until the window turns. */
  async take(name: string, perMinute: number): Promise<void> {
    const now = this.clock.now().getTime();
    const window = Math.floor(now / windowMs);
    let slice = this.held.get(name);
    if (slice?.window !== window) {
      this.forgetOld(window);
      slice = { window, left: 0, isSpent: false, pending: null };
      this.held.set(name, slice);
    }
    while (slice.left <= 0) {
      if (slice.isSpent)
        throw new TooMany(
          `More than ${perMinute} requests in a minute. Wait, then go on; nothing was changed.`,
          ((window + 1) * windowMs - now) / 1000,
        );
      slice.pending ??= this.lease(name, slice, perMinute).finally(() => {
        (slice as Slice).pending = null;
      });
      await slice.pending;
    }
    slice.left -= 1;
  }

  private async lease(name: string, slice: Slice, perMinute: number): Promise<void> {
    const size = Math.max(1, Math.ceil(perMinute / slices));
    const row = await budgets
      .findOneAndUpdate(
        { _id: `${name}:${slice.window}` },
        { $inc: { taken: size }, $setOnInsert: { expiresAt: new Date((slice.window + 2) * windowMs) } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<BudgetRow>();
    const granted = Math.max(0, Math.min(size, perMinute - ((row?.taken ?? size) - size)));
    slice.left += granted;
    slice.isSpent = granted === 0;
  }

  private forgetOld(window: number): void {
    for (const [name, slice] of this.held) if (slice.window < window) this.held.delete(name);
  }
}
