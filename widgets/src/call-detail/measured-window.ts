import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import type { LitElement, ReactiveController } from 'lit';

/** A place counts as reached when it was for so many frames... */
const CALM = 2;
/** ...and is given up after so many. */
const ROUNDS = 20;

export interface MeasuredWindowOptions {
  readonly keys: () => readonly string[];
  /** Guessed height of a row that was never drawn, in pixels. */
  readonly estimate: (index: number) => number;
  /** The scrolling element of the host's template. */
  readonly scroller: string;
  /** The element in it whose children are the rows, each with its `data-index`. */
  readonly list: string;
  readonly paddingStart: number;
  readonly paddingEnd: number;
}

/**
 * Draws only the rows in view, with measured heights. The rest is padding of the list, set through CSSOM, so that rows
 * stay in the normal flow and neither overlap nor leave gaps while heights settle.
 */
export class MeasuredWindow implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: MeasuredWindowOptions;
  #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #unmount: (() => void) | undefined;
  #keys: readonly string[] = [];
  #getItemKey = (index: number): string | number => index;

  constructor(host: LitElement, options: MeasuredWindowOptions) {
    this.#host = host;
    this.#options = options;
    this.#virtualizer = this.#create();
    host.addController(this);
  }

  hostConnected(): void {
    this.#unmount = this.#virtualizer._didMount();
  }

  hostDisconnected(): void {
    this.#unmount?.();
  }

  hostUpdated(): void {
    this.#virtualizer._willUpdate();
    const list = this.#element(this.#options.list);
    if (!list) return;
    for (const row of list.querySelectorAll<HTMLElement>(':scope > [data-index]'))
      this.#virtualizer.measureElement(row);
    this.#pad(list);
  }

  /** The rows to draw. Ask in `render`. */
  get rows(): readonly VirtualItem[] {
    this.#virtualizer.setOptions(this.#settings());
    return this.#virtualizer.getVirtualItems();
  }

  /** The index of the row that crosses a line `share` down the view. */
  rowAt(share: number): number | undefined {
    const { scrollOffset, scrollRect } = this.#virtualizer;
    return this.#virtualizer.getVirtualItemForOffset((scrollOffset ?? 0) + (scrollRect?.height ?? 0) * share)?.index;
  }

  /** Forgets the heights and starts at the top: for other rows in the same place. */
  reset(): void {
    this.#unmount?.();
    this.#virtualizer = this.#create();
    this.#unmount = this.#virtualizer._didMount();
    this.#host.requestUpdate();
  }

  /**
   * Brings a row to the middle of the view and waits until it stays there: rows are measured as they appear, and each
   * height that differs from its guess moves the rest.
   */
  async reveal(index: number): Promise<HTMLElement | undefined> {
    const row = () => this.#element(`${this.#options.list} > [data-index="${index}"]`);
    let calm = 0;
    for (let round = 0; round < ROUNDS && calm < CALM; round += 1) {
      const scroller = this.#element(this.#options.scroller);
      const [offset] = this.#virtualizer.getOffsetForIndex(index, 'center') ?? [];
      if (!scroller || offset === undefined) return undefined;
      const isThere = row() !== null && Math.abs(scroller.scrollTop - offset) < 2;
      calm = isThere ? calm + 1 : 0;
      if (!isThere) scroller.scrollTop = offset;
      await new Promise(requestAnimationFrame);
      await this.#host.updateComplete;
    }
    return row() ?? undefined;
  }

  #pad(list: HTMLElement): void {
    const items = this.#virtualizer.getVirtualItems();
    const before = items[0]?.start ?? this.#options.paddingStart;
    const after = this.#virtualizer.getTotalSize() - (items.at(-1)?.end ?? before);
    list.style.setProperty('padding-block', `${before}px ${Math.max(0, after)}px`);
  }

  #element(selector: string): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  /** A new function for new rows only: the virtualizer lays everything out again when it gets another one. */
  #follow(keys: readonly string[]): void {
    if (keys === this.#keys) return;
    this.#keys = keys;
    this.#getItemKey = (index) => keys[index] ?? index;
  }

  #create(): Virtualizer<HTMLElement, HTMLElement> {
    return new Virtualizer<HTMLElement, HTMLElement>(this.#settings());
  }

  #settings() {
    const { keys, estimate, scroller, paddingStart, paddingEnd } = this.#options;
    this.#follow(keys());
    return {
      count: this.#keys.length,
      getItemKey: this.#getItemKey,
      getScrollElement: () => this.#element(scroller),
      estimateSize: estimate,
      overscan: 6,
      paddingStart,
      paddingEnd,
      // A first guess, so that the first drawing has rows in it already.
      initialRect: { width: 0, height: 800 },
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      measureElement,
      // A height that changes changes the padding of the list: in the next frame, or the browser reports a loop.
      useAnimationFrameWithResizeObserver: true,
      onChange: () => this.#host.requestUpdate(),
    };
  }
}
