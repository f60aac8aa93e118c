import type { CallDetail as CallRecord, Evidence } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { evidence } from '../parts/evidence.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { icon } from '../parts/icon.ts';
import { engineName } from './engine-name.ts';
import { messages } from './messages.en.ts';
import { panel } from './panel.styles.ts';
import { summarySection } from './summary-section.styles.ts';

/** The summary with the moments that carry each sentence, and a pencil to write your own. Private. */
export class SummarySection extends CallVaultElement {
  static override readonly tag = 'cv-call-summary';
  static override styles = [base, buttons, fields, evidence, panel, summarySection];

  @property({ attribute: false }) accessor summary: CallRecord['summary'] = null;
  @property({ attribute: false }) accessor onOpen: (evidence: Evidence) => void = () => undefined;
  @property({ attribute: false }) accessor onSave: (summary: string) => void = () => undefined;

  @state() private accessor isEditing = false;

  private readonly t = translator(this, 'call-detail', messages);

  get #words(): string {
    return this.summary?.sentences.map(({ text }) => text).join(' ') ?? '';
  }

  async #edit(): Promise<void> {
    this.isEditing = true;
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  }

  async #stop(): Promise<void> {
    this.isEditing = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.ps-h .ib')?.focus();
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    const words = this.renderRoot.querySelector('textarea')?.value.trim() ?? '';
    if (words !== '' && words !== this.#words) this.onSave(words);
    void this.#stop();
  }

  private handleKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') void this.#stop();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.handleSubmit(event);
  }

  override render() {
    const { summary } = this;
    return html`<section class="ps">
      <div class="ps-h">
        <h2>${this.t('summary')}</h2>
        <span class="grow"></span>
        ${summary ? this.renderEngine(summary) : nothing}
        <button
          class="ib xs"
          type="button"
          aria-label=${this.t('editSummary')}
          data-tip=${this.t('editSummary')}
          @click=${() => this.#edit()}
        >
          ${icon('edit')}
        </button>
      </div>
      ${this.isEditing ? this.renderForm() : this.renderSummary(summary)}
    </section>`;
  }

  private renderEngine({ engine, isEdited }: NonNullable<CallRecord['summary']>) {
    if (isEdited) return html`<span class="engine">${this.t('edited')}</span>`;
    return html`<span class="engine">${icon('asterisk')}${engineName(engine)}</span>`;
  }

  private renderSummary(summary: CallRecord['summary']) {
    if (!summary || summary.sentences.length === 0) return html`<p class="none">${this.t('noSummary')}</p>`;
    return html`<p class="sum" dir="auto">
      ${summary.sentences.map(({ text, evidence }) => [text, ' ', evidence.map((each) => [this.renderMoment(each), ' '])])}
    </p>`;
  }

  private renderMoment(evidence: Evidence) {
    const { speaker, startMs } = evidence;
    if (startMs === null)
      return html`<button
        class="tc"
        type="button"
        aria-label=${this.t('goToTurn', { name: speaker.name })}
        @click=${() => this.onOpen(evidence)}
      >
        ${icon('play')}
      </button>`;
    const time = this.i18n.timecode(startMs / 1000);
    return html`<button
      class="tc"
      type="button"
      aria-label=${this.t('goTo', { time, name: speaker.name })}
      @click=${() => this.onOpen(evidence)}
    >
      <time>${time}</time>
    </button>`;
  }

  private renderForm() {
    return html`<form @submit=${this.handleSubmit} @keydown=${this.handleKeydown}>
      <label class="field req ta">
        <textarea rows="6" maxlength="5000" aria-label=${this.t('summary')} .value=${this.#words}></textarea>
      </label>
      <div class="acts">
        <button class="btn gho sm" type="button" @click=${() => this.#stop()}>${this.t('cancel')}</button>
        <button class="btn pri sm" type="submit">${this.t('save')}</button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-summary': SummarySection;
  }
}
