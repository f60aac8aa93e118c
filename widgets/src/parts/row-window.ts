import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
} from '@tanstack/virtual-core';
import type { LitElement, ReactiveController } from 'lit';

export interface RowWindowOptions {
  /** The scrolling element of the host's template. */
  readonly scroller: () => HTMLElement | null;
  /** Pixels of the row at `index`. */
  readonly sizeOf: (index: number) => number;
  /** Something that stays with a row when others come and go. */
  readonly keyOf: (index: number) => string;
  /** True for heads that stick to the top while their rows pass. */
  readonly isHead?: (index: number) => boolean;
  /** A row to keep in the document wherever the list is scrolled to: the one that has the focus. */
  readonly kept?: () => number;
}

export interface WindowRow {
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  /** A head that sticks to the top now. */
  readonly isStuck: boolean;
}

/** Keeps in the document only the rows in view. The host sets `count` before it draws, and calls `resize()` when sizes change. */
export class RowWindow implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RowWindowOptions;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #count = 0;
  #stuck = -1;
  #unmount: (() => void) | undefined;

  constructor(host: LitElement, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    this.#virtualizer = new Virtualizer(this.#settings());
    host.addController(this);
  }

  get count(): number {
    return this.#count;
  }
  set count(count: number) {
    if (count === this.#count) return;
    this.#count = count;
    this.#virtualizer.setOptions(this.#settings());
  }

  /** Pixels of the whole list. */
  get size(): number {
    return this.#virtualizer.getTotalSize();
  }

  /** What to draw, in order. */
  get rows(): WindowRow[] {
    return this.#virtualizer
      .getVirtualItems()
      .map(({ index, start }) => ({ index, start, isStuck: index === this.#stuck }));
  }

  /** Forgets the sizes and keys it knows. */
  resize(): void {
    this.#virtualizer.setOptions(this.#settings());
    this.#virtualizer.measure();
  }

  /** Scrolls as little as it takes to show the row. */
  reveal(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  hostConnected(): void {
    this.#unmount = this.#virtualizer._didMount();
  }

  hostUpdated(): void {
    this.#virtualizer._willUpdate();
  }

  hostDisconnected(): void {
    this.#unmount?.();
  }

  #settings() {
    const { scroller, sizeOf, keyOf } = this.#options;
    return {
      count: this.#count,
      getScrollElement: scroller,
      estimateSize: sizeOf,
      getItemKey: keyOf,
      overscan: 8,
      scrollPaddingStart: 34,
      scrollPaddingEnd: 8,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      rangeExtractor: this.#range,
      onChange: () => this.#host.requestUpdate(),
    };
  }

  readonly #range = ({ startIndex, endIndex, overscan, count }: Range): number[] => {
    const { isHead, kept } = this.#options;
    const from = Math.max(0, startIndex - overscan);
    const to = Math.min(count - 1, endIndex + overscan);
    const indexes = new Set(Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step));
    this.#stuck = -1;
    if (isHead)
      for (let index = startIndex; index >= 0 && this.#stuck < 0; index -= 1) if (isHead(index)) this.#stuck = index;
    if (this.#stuck >= 0) indexes.add(this.#stuck);
    const keep = kept?.() ?? -1;
    if (keep >= 0 && keep < count) indexes.add(keep);
    return [...indexes].sort((one, other) => one - other);
  };
}
