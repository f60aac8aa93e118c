import type { LitElement, ReactiveController } from 'lit';
import { place } from './place.ts';

const HOVER = 250;
const LEAVE = 200;

let closeOpenCard: (() => void) | undefined;

export interface HoverCardOptions {
  /** Which elements of the host's template have a card, for instance `.cite`. */
  readonly anchors: string;
  /** The `popover="manual"` element in the host's template. */
  readonly card: string;
}

/**
 * The card of a citation: opens on hover after 250 ms, on focus and tap at once; flips and shifts; Esc closes; one at a
 * time on the page. The host draws the card's contents from `anchor`, for instance by `anchor.dataset`.
 */
export class HoverCardController implements ReactiveController {
  /** What the open card belongs to; undefined while none is open. */
  anchor: HTMLElement | undefined;

  readonly #host: LitElement;
  readonly #options: HoverCardOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listening = false;

  constructor(host: LitElement, options: HoverCardOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#listening) return;
    this.#listening = true;
    const root = this.#host.renderRoot;
    root.addEventListener('pointerover', (event) => this.#hover(event as PointerEvent));
    root.addEventListener('focusin', (event) => this.#enter(event, 0));
    root.addEventListener('click', (event) => this.#enter(event, 0));
    root.addEventListener('pointerout', () => this.#later(() => this.close(), LEAVE));
    root.addEventListener('focusout', () => this.#later(() => this.close(), 0));
    root.addEventListener('keydown', (event) => this.#escape(event as KeyboardEvent));
  }

  hostDisconnected(): void {
    this.close();
  }

  async open(anchor: HTMLElement): Promise<void> {
    if (closeOpenCard !== this.#closeThis) closeOpenCard?.();
    closeOpenCard = this.#closeThis;
    this.anchor = anchor;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const card = this.#card;
    if (!card || this.anchor !== anchor) return;
    if (!card.matches(':popover-open')) card.showPopover();
    place(card, anchor, { align: 'center', gap: 8 });
  }

  close(): void {
    clearTimeout(this.#timer);
    const card = this.#card;
    if (card?.matches(':popover-open')) card.hidePopover();
    if (closeOpenCard === this.#closeThis) closeOpenCard = undefined;
    if (!this.anchor) return;
    this.anchor = undefined;
    this.#host.requestUpdate();
  }

  readonly #closeThis = (): void => this.close();

  get #card(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(this.#options.card);
  }

  #hover(event: PointerEvent): void {
    if (this.#inCard(event)) clearTimeout(this.#timer);
    else if (event.pointerType !== 'touch') this.#enter(event, HOVER);
  }

  #enter(event: Event, delay: number): void {
    if (this.#inCard(event)) return clearTimeout(this.#timer);
    const anchor = event.target instanceof Element ? event.target.closest<HTMLElement>(this.#options.anchors) : null;
    if (!anchor) return;
    if (anchor === this.anchor) clearTimeout(this.#timer);
    else this.#later(() => void this.open(anchor), delay);
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.anchor) return;
    event.stopPropagation();
    this.close();
  }

  #inCard(event: Event): boolean {
    const card = this.#card;
    return card !== null && event.target instanceof Node && card.contains(event.target);
  }

  #later(act: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, delay);
  }
}
