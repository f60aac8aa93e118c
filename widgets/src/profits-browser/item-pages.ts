import type { Answer, CallVault, ProfitsItem, Query } from '@callvault/sdk';
import type { CallVaultElement } from '../core/element.ts';
import { VaultTask } from '../core/vault-task.ts';

type ItemQuery = Query<'profits.list'>;

/** Items of one element, page by page, with what the user has changed since. */
export class ItemPages {
  /** Set while a further page could not be loaded. */
  moreError: unknown;

  readonly #host: CallVaultElement;
  readonly #query: () => ItemQuery;
  readonly #first: VaultTask<readonly [string], Answer<'profits.list'>>;
  #items: readonly ProfitsItem[] = [];
  #cursor: string | null = null;
  #isLoadingMore = false;

  constructor(host: CallVaultElement, query: () => ItemQuery) {
    this.#host = host;
    this.#query = query;
    this.#first = new VaultTask(host, {
      args: () => [JSON.stringify(this.#query())] as const,
      task: async (vault: CallVault, _args: readonly [string], signal: AbortSignal) => {
        const page = await vault.profits.list(this.#query(), { signal });
        this.#items = page.items;
        this.#cursor = page.nextCursor;
        this.moreError = undefined;
        return page;
      },
    });
  }

  get items(): readonly ProfitsItem[] {
    return this.#items;
  }
  get hasMore(): boolean {
    return this.#cursor !== null;
  }
  /** True until the first page has come. */
  get isLoading(): boolean {
    return this.#first.value === undefined && this.#first.error === undefined;
  }
  get error(): unknown {
    return this.#first.error;
  }

  /** Loads the first page again. */
  async refresh(): Promise<void> {
    await this.#first.run();
  }

  /** Shows an item as it is now. */
  put(item: ProfitsItem): void {
    this.#items = this.#items.map((each) => (each.id === item.id ? item : each));
    this.#host.requestUpdate();
  }

  /** Loads the next page; a page of another question is dropped. */
  async more(): Promise<void> {
    const { vault } = this.#host;
    const cursor = this.#cursor;
    if (!vault || cursor === null || this.#isLoadingMore) return;
    this.#isLoadingMore = true;
    this.moreError = undefined;
    const asked = JSON.stringify(this.#query());
    try {
      const page = await vault.profits.list({ ...this.#query(), cursor });
      if (asked !== JSON.stringify(this.#query()) || cursor !== this.#cursor) return;
      this.#items = [...this.#items, ...page.items];
      this.#cursor = page.nextCursor;
    } catch (error) {
      this.moreError = error;
    } finally {
      this.#isLoadingMore = false;
      this.#host.requestUpdate();
    }
  }
}
