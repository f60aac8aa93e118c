import type { Evidence, ProfitsItem } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { evidence } from '../parts/evidence.styles.ts';
import { icon } from '../parts/icon.ts';
import type { ProfitsChange } from './call-edits.ts';
import { elements, type Element } from './findings.ts';
import { profitsItem, type FindingViewContext } from './findings-view.ts';
import { messages } from './messages.en.ts';
import { panel } from './panel.styles.ts';
import { profitsPanel } from './profits-panel.styles.ts';

/** Everything found in the call by element, with accept and reject. A, R and S do the same on the item in focus. Private. */
export class ProfitsPanel extends CallVaultElement {
  static override readonly tag = 'cv-call-profits';
  static override styles = [base, buttons, evidence, panel, profitsPanel];

  @property({ attribute: false }) accessor items: readonly ProfitsItem[] = [];
  @property() accessor openId: string | undefined;
  @property({ attribute: false }) accessor onOpen: (evidence: Evidence, id?: string) => void = () => undefined;
  @property({ attribute: false }) accessor onChange: (item: ProfitsItem, change: ProfitsChange) => void = () =>
    undefined;

  private readonly t = translator(this, 'call-detail', messages);

  private async handleKeydown(event: KeyboardEvent): Promise<void> {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-item]') : null;
    const item = this.items.find(({ id }) => id === row?.dataset['item']);
    const key = event.key.toLowerCase();
    if (!item || !['a', 'r', 's'].includes(key)) return;
    event.stopPropagation();
    if (key === 's') this.onChange(item, { isStarred: !item.isStarred });
    else await this.#decide(item, key === 'a' ? 'accepted' : 'rejected');
  }

  /** Decides, then gives the focus to the next item that waits. */
  async #decide(item: ProfitsItem, status: 'accepted' | 'rejected'): Promise<void> {
    const order = this.#shown.map(({ id }) => id);
    const waiting = this.#shown.filter(({ status: now, id }) => now === 'to_review' && id !== item.id);
    const next = waiting.find(({ id }) => order.indexOf(id) > order.indexOf(item.id)) ?? waiting[0];
    this.onChange(item, { status });
    await this.updateComplete;
    if (next) this.renderRoot.querySelector<HTMLElement>(`[data-item="${next.id}"] .pi-t`)?.focus();
  }

  get #shown(): ProfitsItem[] {
    return elements.flatMap((element) => this.#of(element));
  }

  #of(element: Element): ProfitsItem[] {
    return this.items.filter((item) => item.element === element && item.status !== 'rejected');
  }

  override render() {
    const shown = this.#shown;
    if (shown.length === 0) return html`<section class="ps"><p class="none">${this.t('noProfits')}</p></section>`;
    const missing = elements.filter((element) => this.#of(element).length === 0);
    return html`<div @keydown=${this.handleKeydown}>
      ${elements.filter((element) => !missing.includes(element)).map((element) => this.renderElement(element))}
      ${
        missing.length > 0
          ? html`<p class="ps none">
              ${this.t('notHeard', { elements: missing.map((element) => this.t(`element.${element}`)).join(', ') })}
            </p>`
          : nothing
      }
    </div>`;
  }

  private renderElement(element: Element) {
    const items = this.#of(element);
    return html`<section class="ps">
      <div class="ps-h">
        <h2>${this.t(`element.${element}`)}</h2>
        <span class="count">${this.i18n.number(items.length)}</span>
      </div>
      <ul class="pis">
        ${items.map((item) =>
          profitsItem(item, this.#context, {
            end: this.renderStar(item),
            actions: item.status === 'to_review' ? this.renderActions(item) : nothing,
          }),
        )}
      </ul>
    </section>`;
  }

  private renderStar(item: ProfitsItem) {
    const label = this.t(item.isStarred ? 'unstar' : 'star');
    return html`<button
      class="ib xs ${item.isStarred ? 'on' : ''}"
      type="button"
      aria-label=${label}
      aria-pressed=${item.isStarred}
      data-tip=${label}
      @click=${() => this.onChange(item, { isStarred: !item.isStarred })}
    >
      ${icon(item.isStarred ? 'starf' : 'star', 's14')}
    </button>`;
  }

  private renderActions(item: ProfitsItem) {
    return html`<p class="acts">
      <button class="btn sm" type="button" @click=${() => this.#decide(item, 'accepted')}>
        ${icon('check')}${this.t('accept')}
      </button>
      <button class="btn gho sm" type="button" @click=${() => this.#decide(item, 'rejected')}>
        ${this.t('reject')}
      </button>
    </p>`;
  }

  get #context(): FindingViewContext {
    const { i18n, t, openId } = this;
    return { i18n, t, openId, onOpen: (found, id) => this.onOpen(found, id) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-profits': ProfitsPanel;
  }
}
