import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { coreMessages } from '../core/messages.en.ts';
import { buttons } from './buttons.styles.ts';
import { icon } from './icon.ts';
import { toast } from './toast.styles.ts';

export interface ToastContent {
  /** What happened: "3 calls moved to Renewals 2027". */
  readonly text: string;
  /** `bad` for what did not work. */
  readonly tone?: 'good' | 'bad';
  /** One action, for instance Undo or Retry. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

const STAYS = 6_000;
const STAYS_WITH_ACTION = 10_000;
const INSET = 16;

/** One message at a time at the bottom start of the widget it stands in. Waits while it is hovered or focused. */
export class Toast extends CallVaultElement {
  static override readonly tag = 'cv-toast';
  static override styles = [base, buttons, toast];

  @state() private accessor content: ToastContent | undefined;
  @query('.toast') private accessor panel!: HTMLElement;

  private readonly t = translator(this, 'core', coreMessages);
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async show(content: ToastContent): Promise<void> {
    this.content = content;
    await this.updateComplete;
    if (!this.isConnected) return;
    if (!this.panel.matches(':popover-open')) this.panel.showPopover();
    this.#place();
    this.#wait();
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (this.panel.matches(':popover-open')) this.panel.hidePopover();
    this.content = undefined;
  }

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), this.content?.action ? STAYS_WITH_ACTION : STAYS);
  };

  readonly #stay = (): void => clearTimeout(this.#timer);

  #place(): void {
    const root = this.getRootNode();
    const widget = root instanceof ShadowRoot ? root.host : document.body;
    const box = widget.getBoundingClientRect();
    const rtl = getComputedStyle(widget).direction === 'rtl';
    const bottom = Math.max(INSET, innerHeight - box.bottom + INSET);
    const start = Math.max(INSET, (rtl ? innerWidth - box.right : box.left) + INSET);
    this.panel.style.setProperty('bottom', `${bottom}px`);
    this.panel.style.setProperty(rtl ? 'right' : 'left', `${start}px`);
  }

  #act(run: () => void): void {
    this.hide();
    run();
  }

  override render() {
    const { content } = this;
    return html`<div
      class="toast"
      popover="manual"
      role=${content?.tone === 'bad' ? 'alert' : 'status'}
      @pointerenter=${this.#stay}
      @pointerleave=${this.#wait}
      @focusin=${this.#stay}
      @focusout=${this.#wait}
    >
      ${content ? this.renderContent(content) : nothing}
    </div>`;
  }

  private renderContent({ text, tone, action }: ToastContent) {
    return html`${icon(tone === 'bad' ? 'alert' : 'check', tone === 'bad' ? 'bad' : '')}<span>${text}</span
      ><span class="grow"></span>
      ${
        action
          ? html`<button class="btn gho sm" type="button" @click=${() => this.#act(action.run)}>
              ${action.label}
            </button>`
          : nothing
      }
      <button class="ib sm" type="button" aria-label=${this.t('dismiss')} @click=${this.hide}>${icon('x')}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-toast': Toast;
  }
}
