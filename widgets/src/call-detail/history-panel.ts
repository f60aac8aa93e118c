import type { CallDetail as CallRecord } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { evidence } from '../parts/evidence.styles.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { engineName } from './engine-name.ts';
import { historyPanel } from './history-panel.styles.ts';
import { messages } from './messages.en.ts';
import { panel } from './panel.styles.ts';
import { sourceName } from './source-name.ts';

export type Step = CallRecord['steps'][number];

const GLYPHS: Record<Step['status'], IconName> = { waiting: 'none', running: 'open', done: 'check', failed: 'alert' };

/** What has been done to the call, by which engine, and what failed and can be run again. Private to `cv-call-detail`. */
export class HistoryPanel extends CallVaultElement {
  static override readonly tag = 'cv-call-history';
  static override styles = [base, buttons, evidence, panel, historyPanel];

  @property({ attribute: false }) accessor call: CallRecord | undefined;
  @property({ attribute: false }) accessor onRun: (step: Step['name']) => void = () => undefined;

  private readonly t = translator(this, 'call-detail', messages);

  override render() {
    const { call } = this;
    if (!call) return nothing;
    return html`<section class="ps">
      <div class="ps-h"><h2>${this.t('history')}</h2></div>
      <ol class="steps">
        <li>
          <span class="good">${icon('check', 's14')}</span>
          <div>
            <p>${this.t('imported', { source: sourceName(call.source) })}</p>
            <p class="src"><time datetime=${call.createdAt}>${this.#when(call.createdAt)}</time></p>
          </div>
        </li>
        ${call.steps.map((step) => this.renderStep(step))}
      </ol>
    </section>`;
  }

  private renderStep({ name, status, engine, finishedAt, error }: Step) {
    const step = this.t(`step.${name}`);
    const tone = { waiting: 't3', running: 'run', done: 'good', failed: 'bad' }[status];
    return html`<li class=${status}>
      <span class=${tone}>${icon(GLYPHS[status], 's14')}</span>
      <div>
        <p>${step}</p>
        <p class="src">
          ${engine ? html`<span class="engine">${icon('asterisk')}${engineName(engine)}</span>` : nothing}
          ${
            status === 'done' && finishedAt
              ? html`<time datetime=${finishedAt}>${this.#when(finishedAt)}</time>`
              : html`<span>${this.t(`status.${status}`)}</span>`
          }
        </p>
        ${error ? html`<p class="why bad">${error}</p>` : nothing}
      </div>
      ${status === 'done' || status === 'failed' ? this.renderRun(name, step, status) : nothing}
    </li>`;
  }

  private renderRun(name: Step['name'], step: string, status: Step['status']) {
    const label = this.t('runAgain', { step });
    if (status === 'failed')
      return html`<button class="btn sm" type="button" aria-label=${label} @click=${() => this.onRun(name)}>
        ${icon('refresh')}${this.t('retry')}
      </button>`;
    return html`<button
      class="ib sm"
      type="button"
      aria-label=${label}
      data-tip=${label}
      @click=${() => this.onRun(name)}
    >
      ${icon('refresh')}
    </button>`;
  }

  #when(at: string): string {
    return `${this.i18n.day(at)}, ${this.i18n.time(at)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-history': HistoryPanel;
  }
}
