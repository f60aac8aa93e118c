import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { icon } from '../parts/icon.ts';
import { findBar } from './find-bar.styles.ts';
import { messages } from './messages.en.ts';

/** Find in transcript: Enter for the next match, Shift+Enter for the one before, Esc clears. Private. */
export class FindBar extends CallVaultElement {
  static override readonly tag = 'cv-find-bar';
  static override styles = [base, buttons, fields, findBar];

  @property() accessor query = '';
  /** Which match is shown, from 1; 0 for none. */
  @property({ type: Number }) accessor at = 0;
  @property({ type: Number }) accessor total = 0;
  @property({ attribute: false }) accessor onQuery: (query: string) => void = () => undefined;
  @property({ attribute: false }) accessor onStep: (by: 1 | -1) => void = () => undefined;

  @query('input') private accessor input!: HTMLInputElement;

  private readonly t = translator(this, 'call-detail', messages);

  focusField(): void {
    this.input.focus();
    this.input.select();
  }

  private handleKeydown(event: KeyboardEvent): void {
    // Letters typed here are words to find, not shortcuts of the widget.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Enter') this.onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && this.query !== '') this.onQuery('');
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.onStep(event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
  }

  override render() {
    return html`<div class="find">
      <label class="field">
        ${icon('search')}
        <input
          type="text"
          inputmode="search"
          autocomplete="off"
          spellcheck="false"
          aria-label=${this.t('find')}
          placeholder=${this.t('find')}
          .value=${this.query}
          @input=${() => this.onQuery(this.input.value)}
          @keydown=${this.handleKeydown}
        />
      </label>
      ${this.query.trim() === '' ? nothing : this.renderMatches()}
    </div>`;
  }

  private renderMatches() {
    const isEmpty = this.total === 0;
    return html`<span class="count"
        >${isEmpty ? this.t('find.none') : this.t('find.count', { at: this.at, count: this.total })}</span
      >
      ${this.renderStep('find.previous', 'up', -1)}${this.renderStep('find.next', 'down', 1)}`;
  }

  private renderStep(label: 'find.previous' | 'find.next', glyph: 'up' | 'down', by: 1 | -1) {
    return html`<button
      class="ib xs"
      type="button"
      aria-label=${this.t(label)}
      data-tip=${this.t(label)}
      ?disabled=${this.total === 0}
      @click=${() => this.onStep(by)}
    >
      ${icon(glyph)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-find-bar': FindBar;
  }
}
