import type { Call } from '@callvault/sdk';
import type { ReactiveController } from 'lit';
import type { CallVaultElement } from '../core/element.ts';
import { VaultTask } from '../core/vault-task.ts';
import type { CallQuery } from './call-filter.ts';
import type { DayTotal } from './call-rows.ts';

const PAGE = 100;

/** Totals over all pages of the list that is shown. */
export interface ListTotals {
  readonly total: number;
  readonly totalDurationMs: number;
  readonly libraryTotal: number;
  readonly days: ReadonlyMap<string, DayTotal>;
}

/** The calls that match, page by page, and changes shown before the API has confirmed them. */
export class CallPages implements ReactiveController {
  calls: readonly Call[] = [];
  totals: ListTotals | undefined;
  /** When the first page came. */
  loadedAt: number | undefined;
  /** Why the next page did not come. */
  moreError: unknown;
  /** Why the list could not be refreshed, while the calls from before still show. */
  refreshError: unknown;

  readonly #host: CallVaultElement;
  readonly #query: () => CallQuery;
  readonly #task: VaultTask<readonly [string], true>;
  #cursor: string | null = null;
  #loadingMore: AbortController | undefined;
  #shownQuery = '';

  constructor(host: CallVaultElement, query: () => CallQuery) {
    this.#host = host;
    this.#query = query;
    this.#task = new VaultTask(host, {
      args: () => [JSON.stringify(query())] as const,
      task: async (vault, [key], signal): Promise<true> => {
        this.#loadingMore?.abort();
        try {
          const page = await vault.calls.list({ ...(JSON.parse(key) as CallQuery), limit: PAGE }, { signal });
          signal.throwIfAborted();
          this.#accept(page.items, page.nextCursor, key);
          const { total, totalDurationMs, libraryTotal } = page;
          this.totals = { total, totalDurationMs, libraryTotal, days: new Map(page.days.map((day) => [day.day, day])) };
          return true;
        } catch (error) {
          signal.throwIfAborted();
          if (key !== this.#shownQuery || this.calls.length === 0) throw error;
          this.refreshError = error;
          return true;
        }
      },
    });
    host.addController(this);
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** What went wrong with the first page, when there is nothing else to show. */
  get error(): unknown {
    return this.#task.error;
  }

  get isLoading(): boolean {
    return this.loadedAt === undefined && this.#task.error === undefined;
  }

  hostDisconnected(): void {
    this.#loadingMore?.abort();
  }

  /** Loads the first page again. */
  async refresh(): Promise<void> {
    await this.#task.run();
  }

  /** Loads the next page, once at a time. */
  async more(): Promise<void> {
    const { vault } = this.#host;
    if (!vault || this.#cursor === null || (this.#loadingMore && !this.#loadingMore.signal.aborted)) return;
    const { signal } = (this.#loadingMore = new AbortController());
    this.moreError = undefined;
    try {
      const page = await vault.calls.list({ ...this.#query(), limit: PAGE, cursor: this.#cursor }, { signal });
      if (signal.aborted) return;
      const known = new Set(this.calls.map(({ id }) => id));
      this.calls = [...this.calls, ...page.items.filter(({ id }) => !known.has(id))];
      this.#cursor = page.nextCursor;
    } catch (error) {
      if (!signal.aborted) this.moreError = error;
    } finally {
      if (this.#loadingMore.signal === signal) this.#loadingMore = undefined;
      this.#host.requestUpdate();
    }
  }

  /**
   * Shows a change at once and returns how to take it back. `change` gives the new call, or null where it leaves the list.
   */
  change(ids: ReadonlySet<string>, change: (call: Call) => Call | null): () => void {
    const [calls, totals] = [this.calls, this.totals];
    const changed = calls.map((call) => (ids.has(call.id) ? change(call) : call));
    const gone = calls.filter((_call, index) => changed[index] === null);
    this.calls = changed.filter((call) => call !== null);
    if (totals) this.totals = lessened(totals, gone);
    this.#host.requestUpdate();
    return () => {
      this.calls = calls;
      this.totals = totals;
      this.#host.requestUpdate();
    };
  }

  #accept(calls: readonly Call[], cursor: string | null, key: string): void {
    this.calls = calls;
    this.#cursor = cursor;
    this.#shownQuery = key;
    this.loadedAt = Date.now();
    this.moreError = undefined;
    this.refreshError = undefined;
  }
}

function lessened(totals: ListTotals, gone: readonly Call[]): ListTotals {
  const durationMs = gone.reduce((sum, call) => sum + (call.durationMs ?? 0), 0);
  return {
    ...totals,
    total: totals.total - gone.length,
    totalDurationMs: totals.totalDurationMs - durationMs,
    libraryTotal: totals.libraryTotal - gone.length,
  };
}
