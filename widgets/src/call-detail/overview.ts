import type { ActionItem, CallDetail as CallRecord, Evidence, ProfitsItem } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { evidence } from '../parts/evidence.styles.ts';
import { ActionItems, type NewActionItem } from './action-items.ts';
import type { CallChange } from './call-changes.ts';
import { profitsItem, type FindingViewContext } from './findings-view.ts';
import { messages } from './messages.en.ts';
import { panel } from './panel.styles.ts';
import { SummarySection } from './summary-section.ts';

const SHOWN = 3;

/** What the overview can ask the widget to do. */
export interface OverviewActions {
  readonly open: (evidence: Evidence, id?: string) => void;
  readonly review: () => void;
  readonly change: (change: CallChange) => void;
  readonly tick: (item: ActionItem) => void;
  readonly add: (item: NewActionItem) => void;
}

/** Summary, the strongest of what was found, and what was promised. Private to `cv-call-detail`. */
export class Overview extends CallVaultElement {
  static override readonly tag = 'cv-call-overview';
  static override readonly uses = [SummarySection, ActionItems];
  static override styles = [base, evidence, panel];

  @property({ attribute: false }) accessor call: CallRecord | undefined;
  /** Undefined while they load or where this reader may not see them. */
  @property({ attribute: false }) accessor items: readonly ProfitsItem[] | undefined;
  @property() accessor openId: string | undefined;
  @property({ attribute: false }) accessor actions: OverviewActions | undefined;

  @state() private accessor showsAll = false;

  private readonly t = translator(this, 'call-detail', messages);

  override render() {
    const { call, actions } = this;
    if (!call) return nothing;
    return html`<cv-call-summary
        .summary=${call.summary}
        .onOpen=${(found: Evidence) => actions?.open(found)}
        .onSave=${(summary: string) => actions?.change({ summary })}
      ></cv-call-summary>
      ${this.items ? this.renderProfits(this.items) : nothing}
      <cv-call-action-items
        .items=${call.actionItems}
        .people=${call.participants.map(({ name }) => name)}
        .onOpen=${(found: Evidence) => actions?.open(found)}
        .onTick=${(item: ActionItem) => actions?.tick(item)}
        .onAdd=${(item: NewActionItem) => actions?.add(item)}
      ></cv-call-action-items>`;
  }

  private renderProfits(all: readonly ProfitsItem[]) {
    const items = all.filter(({ status }) => status !== 'rejected').sort(byStrength);
    const accepted = items.filter(({ status }) => status === 'accepted').length;
    const open = items.length - accepted;
    return html`<section class="ps mid">
      <div class="ps-h">
        <h2>${this.t('profits')}</h2>
        ${
          items.length > 0
            ? html`<span class="count">${this.t('profitsFound', { count: items.length, accepted })}</span>`
            : nothing
        }
        <span class="grow"></span>
        ${
          open > 0
            ? html`<button class="link xs" type="button" @click=${() => this.actions?.review()}>
                ${this.t('review', { count: open })}
              </button>`
            : nothing
        }
      </div>
      ${items.length > 0 ? this.renderItems(items) : html`<p class="none">${this.t('noProfits')}</p>`}
    </section>`;
  }

  private renderItems(items: readonly ProfitsItem[]) {
    const shown = this.showsAll ? items : items.slice(0, SHOWN);
    const left = items.length - SHOWN;
    return html`<ul class="pis">
        ${shown.map((item) => profitsItem(item, this.#context))}
      </ul>
      ${
        left > 0
          ? html`<button
              class="more"
              type="button"
              aria-expanded=${this.showsAll}
              @click=${() => (this.showsAll = !this.showsAll)}
            >
              ${this.showsAll ? this.t('showLess') : this.t('showMore', { count: left })}
            </button>`
          : nothing
      }`;
  }

  get #context(): FindingViewContext {
    const { i18n, t, openId } = this;
    return { i18n, t, openId, onOpen: (found, id) => this.actions?.open(found, id) };
  }
}

const byStrength = (a: ProfitsItem, b: ProfitsItem): number => b.strength - a.strength;

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-overview': Overview;
  }
}
