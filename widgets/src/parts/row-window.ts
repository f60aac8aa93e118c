import type { LitElement, ReactiveController } from 'lit';

export interface RowWindowOptions {
  /** The scrolling element of the host's template. */
  readonly scroller: () => HTMLElement | null;
  /** Pixels of the row at `index`. */
  readonly sizeOf: (index: number) => number;
  /** True for heads that stick to the top while their rows pass. */
  readonly isHead: (index: number) => boolean;
  /** A row to keep in the document wherever the list is scrolled to: the one that has the focus. */
  readonly kept: () => number;
}

export interface WindowRow {
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  /** A head that sticks to the top now. */
  readonly isStuck: boolean;
}

/** Rows drawn beyond the view at both ends. */
const SPARE = 8;
/** Pixels that stay free above and below a row that is brought into view: a stuck head, a little air. */
const FREE = { above: 34, below: 8 };

/**
 * Keeps in the document only the rows in view, where the height of every row is known beforehand. For heights that have
 * to be measured there is `@tanstack/virtual-core`; that costs 4 to 10 kB more, which a list of equal rows can do without.
 */
export class RowWindow implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: RowWindowOptions;
  readonly #resized = new ResizeObserver(() => this.#look());
  #scroller: HTMLElement | null = null;
  #starts: number[] = [0];
  #view = { top: 0, height: 0 };

  constructor(host: LitElement, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Lays out `count` rows; call it when rows came, went, or changed their size. */
  layout(count: number): void {
    const starts = [0];
    for (let index = 0; index < count; index += 1) starts.push((starts[index] ?? 0) + this.#options.sizeOf(index));
    this.#starts = starts;
  }

  /** Pixels of the whole list. */
  get size(): number {
    return this.#starts.at(-1) ?? 0;
  }

  /** What to draw, in order. */
  get rows(): WindowRow[] {
    const count = this.#starts.length - 1;
    const { top, height } = this.#view;
    if (count === 0 || height === 0) return [];
    const first = Math.min(this.#at(top), count - 1);
    const indexes = new Set<number>();
    for (
      let index = Math.max(0, first - SPARE);
      index <= Math.min(count - 1, this.#at(top + height) + SPARE);
      index += 1
    )
      indexes.add(index);
    const stuck = this.#headOf(first);
    for (const index of [stuck, this.#options.kept()]) if (index >= 0 && index < count) indexes.add(index);
    return [...indexes]
      .sort((one, other) => one - other)
      .map((index) => ({ index, start: this.#starts[index] ?? 0, isStuck: index === stuck }));
  }

  /** Scrolls as little as it takes to show the row. */
  reveal(index: number): void {
    const scroller = this.#scroller;
    const [start, end] = [this.#starts[index], this.#starts[index + 1]];
    if (!scroller || start === undefined || end === undefined) return;
    const { scrollTop, clientHeight } = scroller;
    if (start - FREE.above < scrollTop) scroller.scrollTop = start - FREE.above;
    else if (end + FREE.below > scrollTop + clientHeight) scroller.scrollTop = end + FREE.below - clientHeight;
    this.#look();
  }

  hostUpdated(): void {
    const scroller = this.#options.scroller();
    if (scroller === this.#scroller) return;
    this.hostDisconnected();
    this.#scroller = scroller;
    if (!scroller) return;
    scroller.addEventListener('scroll', this.#look, { passive: true });
    this.#resized.observe(scroller);
    this.#look();
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#look);
    this.#scroller = null;
  }

  readonly #look = (): void => {
    if (!this.#scroller) return;
    const { scrollTop: top, clientHeight: height } = this.#scroller;
    if (top === this.#view.top && height === this.#view.height) return;
    this.#view = { top, height };
    this.#host.requestUpdate();
  };

  /** The row at a distance from the top, by halving. */
  #at(distance: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #headOf(index: number): number {
    let head = index;
    while (head >= 0 && !this.#options.isHead(head)) head -= 1;
    return head;
  }
}
