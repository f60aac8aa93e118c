import type { LitElement, ReactiveController } from 'lit';

export interface RovingOptions {
  /** The focusable items in visual order. */
  readonly items: () => readonly HTMLElement[];
  readonly orientation?: 'horizontal' | 'vertical' | 'both';
  /** From the last item on to the first. Defaults to true. */
  readonly loop?: boolean;
}

/**
 * One tab stop for a group of controls: arrows, Home and End move the focus inside it. Put `handleKeydown` on the group
 * and `handleFocusin` beside it.
 */
export class RovingTabindexController implements ReactiveController {
  readonly #options: Required<RovingOptions>;
  #current: HTMLElement | undefined;

  constructor(host: LitElement, options: RovingOptions) {
    this.#options = { orientation: 'both', loop: true, ...options };
    host.addController(this);
  }

  hostUpdated(): void {
    const items = this.#options.items();
    const current = this.#current && items.includes(this.#current) ? this.#current : undefined;
    const stop = current ?? items.find((item) => isMarked(item)) ?? items[0];
    for (const item of items) item.tabIndex = item === stop ? 0 : -1;
  }

  /** Moves the focus to the item at `index`. */
  focus(index: number): void {
    const items = this.#options.items();
    const item = items[Math.max(0, Math.min(index, items.length - 1))];
    if (item) this.#move(item);
  }

  readonly handleFocusin = (event: Event): void => {
    const path = event.composedPath();
    const item = this.#options.items().find((each) => path.includes(each));
    if (item) this.#mark(item);
  };

  readonly handleKeydown = (event: KeyboardEvent): void => {
    const items = this.#options.items();
    const index = items.findIndex((item) => event.composedPath().includes(item));
    const step = this.#step(event);
    if (index < 0 || step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = items.length - 1;
    const wanted = step === 'first' ? 0 : step === 'last' ? last : index + step;
    const next = this.#options.loop ? (wanted + items.length) % items.length : Math.max(0, Math.min(wanted, last));
    const item = items[next];
    if (!item) return;
    event.preventDefault();
    this.#move(item);
  };

  #step({ key, target }: KeyboardEvent): number | 'first' | 'last' | undefined {
    const { orientation } = this.#options;
    const rtl = target instanceof Element && getComputedStyle(target).direction === 'rtl';
    if (key === 'Home') return 'first';
    if (key === 'End') return 'last';
    if (orientation !== 'vertical' && key === 'ArrowRight') return rtl ? -1 : 1;
    if (orientation !== 'vertical' && key === 'ArrowLeft') return rtl ? 1 : -1;
    if (orientation !== 'horizontal' && key === 'ArrowDown') return 1;
    if (orientation !== 'horizontal' && key === 'ArrowUp') return -1;
    return undefined;
  }

  #move(item: HTMLElement): void {
    this.#mark(item);
    item.focus();
  }

  #mark(item: HTMLElement): void {
    this.#current = item;
    for (const each of this.#options.items()) each.tabIndex = each === item ? 0 : -1;
  }
}

const isMarked = (item: HTMLElement): boolean =>
  ['aria-selected', 'aria-pressed', 'aria-checked'].some((name) => item.getAttribute(name) === 'true') ||
  item.hasAttribute('aria-current');
