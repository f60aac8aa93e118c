import type { Call, Tag } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { box } from '../parts/controls.ts';
import { fields } from '../parts/fields.styles.ts';
import { icon } from '../parts/icon.ts';
import { PopoverController } from '../parts/popover.ts';
import { popovers } from '../parts/popover.styles.ts';
import { tags } from '../parts/tags.styles.ts';
import { lateMessages } from './late-messages.en.ts';
import { tagPicker } from './tag-picker.styles.ts';

/** A tag to put on or take off. Without an id it is still to be made. */
export interface TagChoice {
  readonly id: string | undefined;
  readonly name: string;
  readonly color: number;
  readonly remove: boolean;
}

/**
 * Finds a tag by typing, says how many of the selected calls carry it, and makes a new one in the last line.
 *
 * @fires {CustomEvent<TagChoice>} cv-tag-choice - Stays private.
 */
export class TagPicker extends CallVaultElement {
  static override readonly tag = 'cv-call-tag-picker';
  static override styles = [base, buttons, fields, tags, popovers, tagPicker];

  /** The calls to tag. */
  @property({ attribute: false }) accessor calls: readonly Call[] = [];

  @state() private accessor typed = '';
  @state() private accessor current = 0;

  private readonly t = translator(this, 'call-library', lateMessages);
  readonly #popover = new PopoverController(this, '.tp', { side: 'above', align: 'center', gap: 12 });
  readonly #tags = new VaultTask(this, {
    args: () => [this.#popover.isOpen] as const,
    task: async (vault, [isOpen], signal) => (isOpen ? (await vault.tags.list({ signal })).items : []),
  });

  toggle(anchor: EventTarget | null): void {
    this.typed = '';
    this.current = 0;
    this.#popover.toggle(anchor);
  }

  private get found(): Tag[] {
    const typed = this.typed.trim().toLocaleLowerCase();
    return (this.#tags.value ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(typed));
  }

  private get canMake(): boolean {
    const typed = this.typed.trim().toLocaleLowerCase();
    return typed !== '' && !this.found.some(({ name }) => name.toLocaleLowerCase() === typed);
  }

  private choose(index: number): void {
    const tag = this.found[index];
    const choice: TagChoice | undefined = tag
      ? { id: tag.id, name: tag.name, color: tag.color, remove: this.carriers(tag) === this.calls.length }
      : this.canMake
        ? { id: undefined, name: this.typed.trim(), color: 8, remove: false }
        : undefined;
    if (!choice) return;
    this.#popover.close();
    this.dispatchEvent(new CustomEvent('cv-tag-choice', { detail: choice }));
  }

  private carriers({ id }: Tag): number {
    return this.calls.filter((call) => call.tags.some((tag) => tag.id === id)).length;
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') event.stopPropagation();
    const count = this.found.length + (this.canMake ? 1 : 0);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && count > 0) {
      event.preventDefault();
      this.current = (this.current + step + count) % count;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(this.current);
    }
  }

  private handleInput(event: InputEvent): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.current = 0;
  }

  override render() {
    const label = this.t('tagCalls', { count: this.calls.length });
    return html`<div
      class="pop tp"
      popover
      role="dialog"
      aria-label=${label}
      @toggle=${this.#popover.handleToggle}
      @keydown=${this.handleKeydown}
    >
      ${this.#popover.isOpen ? this.renderContent() : nothing}
    </div>`;
  }

  private renderContent() {
    const { found } = this;
    const active = this.current < found.length || this.canMake ? `option-${this.current}` : nothing;
    return html`<label class="field fpi"
        >${icon('tag')}<input
          role="combobox"
          aria-label=${this.t('findTag')}
          placeholder=${this.t('findTag')}
          aria-expanded="true"
          aria-controls="found"
          aria-activedescendant=${active}
          autocomplete="off"
          .value=${this.typed}
          @input=${this.handleInput}
      /></label>
      <div id="found" class="found" role="listbox" aria-label=${this.t('findTag')}>
        ${found.map((tag, index) => this.renderTag(tag, index))}
        ${this.canMake ? this.renderMake(found.length) : nothing}
      </div>
      <p class="pop-n">${this.t('tagRule')}</p>`;
  }

  private renderTag(tag: Tag, index: number) {
    const carriers = this.carriers(tag);
    const all = this.calls.length;
    const some = carriers > 0 && carriers < all;
    return html`<button
      type="button"
      tabindex="-1"
      class="it ${index === this.current ? 'on' : ''}"
      id="option-${index}"
      role="option"
      aria-selected=${String(carriers === all)}
      @click=${() => this.choose(index)}
    >
      ${box(some ? 'mixed' : carriers === all)}<span class="sqr c${tag.color}"></span
      ><span class="trunc">${tag.name}</span>
      <em class="num">${some ? this.t('someOf', { count: carriers, all }) : this.i18n.number(tag.calls)}</em>
    </button>`;
  }

  private renderMake(index: number) {
    return html`<button
      type="button"
      tabindex="-1"
      class="it ${index === this.current ? 'on' : ''}"
      id="option-${index}"
      role="option"
      aria-selected="false"
      @click=${() => this.choose(index)}
    >
      ${icon('plus')}<span>${this.t.rich('makeTag', { name: html`<b>${this.typed.trim()}</b>` })}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-tag-picker': TagPicker;
  }
}
