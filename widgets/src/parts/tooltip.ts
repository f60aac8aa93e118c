import type { LitElement, ReactiveController } from 'lit';

const DELAY = 500;

/**
 * Shows the text of `data-tip` beside an icon button or a cut text, after half a second or at once on keyboard focus.
 * It only repeats what `aria-label` says already, so it is hidden from assistive technology.
 */
export class TooltipController implements ReactiveController {
  readonly #host: LitElement;
  #tip: HTMLElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listening = false;
  /** Counts tips asked for: one whose turn has passed is not shown when its code arrives. */
  #turn = 0;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#listening) return;
    this.#listening = true;
    const root = this.#host.renderRoot;
    root.addEventListener('pointerover', (event) => this.#consider(event, DELAY));
    root.addEventListener('focusin', (event) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) this.#consider(event, 0);
    });
    for (const end of ['pointerdown', 'pointerout', 'focusout', 'keydown'])
      root.addEventListener(end, () => this.#hide());
  }

  hostDisconnected(): void {
    this.#hide();
  }

  #consider(event: Event, delay: number): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null;
    this.#hide();
    if (target?.dataset['tip'] && !(event instanceof PointerEvent && event.pointerType === 'touch'))
      this.#timer = setTimeout(() => void this.#show(target), delay);
  }

  async #show(target: HTMLElement): Promise<void> {
    const turn = ++this.#turn;
    const { place } = await import('./place.ts');
    if (turn !== this.#turn || !target.isConnected || !this.#host.isConnected) return;
    const tip = (this.#tip ??= this.#create());
    tip.textContent = target.dataset['tip'] ?? '';
    tip.showPopover();
    place(tip, target, { side: 'above', align: 'center', gap: 6 });
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#turn++;
    if (this.#tip?.matches(':popover-open')) this.#tip.hidePopover();
  }

  #create(): HTMLElement {
    const tip = document.createElement('div');
    tip.className = 'tip';
    tip.popover = 'manual';
    tip.setAttribute('aria-hidden', 'true');
    this.#host.renderRoot.append(tip);
    return tip;
  }
}
