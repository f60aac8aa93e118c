import type { Tag, TagRef } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { box } from '../parts/controls.ts';
import { fields } from '../parts/fields.styles.ts';
import { icon } from '../parts/icon.ts';
import { tag } from '../parts/marks.ts';
import { PopoverController } from '../parts/popover.ts';
import { popovers } from '../parts/popover.styles.ts';
import { RovingTabindexController } from '../parts/roving-tabindex.ts';
import { tags as tagStyles } from '../parts/tags.styles.ts';
import { callTags } from './call-tags.styles.ts';
import { messages } from './messages.en.ts';

const MOST = 2;

/** The tags of a call and the picker that changes them. Private to `cv-call-detail`. */
export class CallTags extends CallVaultElement {
  static override readonly tag = 'cv-call-tags';
  static override styles = [base, buttons, fields, tagStyles, popovers, callTags];

  @property({ attribute: false }) accessor tags: readonly TagRef[] = [];
  @property({ attribute: false }) accessor onChange: (tagIds: string[]) => void = () => undefined;
  /** Tags could not be read or made. */
  @property({ attribute: false }) accessor onProblem: (error: unknown) => void = () => undefined;

  @state() private accessor all: readonly Tag[] | undefined;
  @state() private accessor query = '';

  private readonly t = translator(this, 'call-detail', messages);
  private readonly picker = new PopoverController(this, '.pop', { align: 'end' });
  private readonly roving = new RovingTabindexController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.it')],
    orientation: 'vertical',
  });

  private async handleOpen(event: Event): Promise<void> {
    this.query = '';
    this.picker.toggle(event.currentTarget);
    if (this.all) return;
    try {
      this.all = (await this.vault?.tags.list({ signal: this.lifetime }))?.items ?? [];
    } catch (error) {
      if (!this.lifetime.aborted) this.onProblem(error);
    }
  }

  #toggle(id: string): void {
    const ids = this.tags.map((each) => each.id);
    this.onChange(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id].slice(-MOST));
  }

  async #make(): Promise<void> {
    try {
      const made = await this.vault?.tags.create({ name: this.query.trim() });
      if (!made) return;
      this.all = [...(this.all ?? []), made];
      this.query = '';
      this.#toggle(made.id);
    } catch (error) {
      this.onProblem(error);
    }
  }

  private handleFieldKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') this.roving.focus(0);
    else if (event.key === 'Enter') this.renderRoot.querySelector<HTMLElement>('.it')?.click();
    else return;
    event.preventDefault();
  }

  private handlePopKey(event: KeyboardEvent): void {
    // The widget behind has keys of its own.
    if (event.key !== 'Escape') event.stopPropagation();
  }

  override render() {
    const label = this.t('addTag');
    return html`<span class="tags">
      ${this.tags.map(({ name, color }) => tag(name, color))}
      <button
        class="ib xs"
        type="button"
        aria-label=${label}
        aria-haspopup="dialog"
        data-tip=${label}
        @click=${this.handleOpen}
      >
        ${icon('plus')}
      </button>
      <div
        class="pop"
        popover
        role="dialog"
        aria-label=${label}
        @toggle=${this.picker.handleToggle}
        @keydown=${this.handlePopKey}
      >
        ${this.picker.isOpen ? this.renderPicker() : nothing}
      </div>
    </span>`;
  }

  private renderPicker() {
    const wanted = this.query.trim().toLocaleLowerCase();
    const shown = (this.all ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
    const isNew = wanted !== '' && !shown.some(({ name }) => name.toLocaleLowerCase() === wanted);
    return html`<label class="field fpi">
        ${icon('tag')}
        <input
          maxlength="60"
          aria-label=${this.t('findTag')}
          placeholder=${this.t('findTag')}
          .value=${this.query}
          @input=${({ target }: InputEvent) => (this.query = (target as HTMLInputElement).value)}
          @keydown=${this.handleFieldKey}
        />
      </label>
      <div
        role="group"
        aria-label=${this.t('tags')}
        @keydown=${this.roving.handleKeydown}
        @focusin=${this.roving.handleFocusin}
      >
        ${shown.map((each) => this.renderTag(each))} ${isNew ? this.renderNew() : nothing}
        ${this.all && shown.length === 0 && !isNew ? html`<p class="pop-n">${this.t('noTags')}</p>` : nothing}
      </div>
      <p class="pop-n">${this.t('tagRule')}</p>`;
  }

  private renderTag({ id, name, color, calls }: Tag) {
    const isOn = this.tags.some((each) => each.id === id);
    return html`<button
      class="it"
      type="button"
      role="checkbox"
      aria-checked=${isOn}
      tabindex="-1"
      @click=${() => this.#toggle(id)}
    >
      ${box(isOn)}<span class="sqr c${color}"></span><span class="trunc">${name}</span
      ><em class="num">${this.i18n.number(calls)}</em>
    </button>`;
  }

  private renderNew() {
    return html`<button class="it" type="button" tabindex="-1" @click=${() => this.#make()}>
      ${icon('plus')}<span>${this.t.rich('makeTag', { name: html`<b>${this.query.trim()}</b>` })}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-tags': CallTags;
  }
}
