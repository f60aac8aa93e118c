import type { LitElement, ReactiveController } from 'lit';
import { place, type Placement } from './place.ts';

/** A click that light-dismisses a popover arrives on its opener right after; it must not open it again. */
const SAME_CLICK = 250;

/**
 * Opens a `popover` element of the host's template beside an anchor, in the top layer. The browser brings light dismiss,
 * Esc and the return of focus; this keeps the panel in place and the host informed.
 *
 * @example
 * private readonly filter = new PopoverController(this, '#filter');
 * html`<button @click=${(e) => this.filter.toggle(e.currentTarget)}>Filter</button>
 *   <div id="filter" class="pop" popover @toggle=${this.filter.handleToggle}>${this.filter.isOpen ? ... : nothing}</div>`
 */
export class PopoverController implements ReactiveController {
  /** True while the panel is open: draw its contents only then. */
  isOpen = false;
  /** What the panel was opened from. */
  anchor: Element | undefined;

  readonly #host: LitElement;
  readonly #selector: string;
  readonly #placement: Placement;
  #closedAt = 0;

  constructor(host: LitElement, selector: string, placement: Placement = {}) {
    this.#host = host;
    this.#selector = selector;
    this.#placement = placement;
    host.addController(this);
  }

  get panel(): HTMLElement | null {
    return this.#host.renderRoot.querySelector(this.#selector);
  }

  /** Opens beside `anchor`, then focuses the first thing inside that wants focus. */
  async open(anchor: Element, { focus = true }: { focus?: boolean } = {}): Promise<void> {
    this.anchor = anchor;
    this.isOpen = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const panel = this.panel;
    if (!panel || !this.isOpen) return;
    if (!panel.matches(':popover-open')) panel.showPopover();
    this.#replace();
    addEventListener('scroll', this.#replace, { capture: true, passive: true });
    addEventListener('resize', this.#replace, { passive: true });
    if (focus) panel.querySelector<HTMLElement>('[autofocus], input, [tabindex="0"], button')?.focus();
  }

  close(): void {
    const panel = this.panel;
    if (panel?.matches(':popover-open')) panel.hidePopover();
    else this.#closed();
  }

  /** For the click handler of the opener. */
  toggle(anchor: EventTarget | null): void {
    if (!(anchor instanceof Element)) return;
    const sameClick = performance.now() - this.#closedAt < SAME_CLICK && anchor === this.anchor;
    if (this.isOpen) this.close();
    else if (!sameClick) void this.open(anchor);
  }

  /** For `@toggle` of the panel. */
  readonly handleToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed') this.#closed();
  };

  hostUpdated(): void {
    if (this.isOpen && this.panel?.matches(':popover-open')) this.#replace();
  }

  hostDisconnected(): void {
    this.#closed();
  }

  readonly #replace = (): void => {
    if (this.panel && this.anchor) place(this.panel, this.anchor, this.#placement);
  };

  #closed(): void {
    removeEventListener('scroll', this.#replace, { capture: true });
    removeEventListener('resize', this.#replace);
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#closedAt = performance.now();
    this.#host.requestUpdate();
  }
}
