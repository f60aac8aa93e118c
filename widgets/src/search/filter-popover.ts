import { TaskStatus } from '@lit/task';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { box } from '../parts/controls.ts';
import { fields as fieldStyles } from '../parts/fields.styles.ts';
import { icon } from '../parts/icon.ts';
import { PopoverController } from '../parts/popover.ts';
import { problemOf } from '../parts/problem-kind.ts';
import { popovers } from '../parts/popover.styles.ts';
import { RovingTabindexController } from '../parts/roving-tabindex.ts';
import { tags } from '../parts/tags.styles.ts';
import { filterPopover } from './filter-popover.styles.ts';
import { fieldIcons, valuesOf, type FilterValue } from './filter-values.ts';
import { messages } from './messages.en.ts';
import { fields, isSame, type Field, type SearchFilter } from './search-filter.ts';

/** Two steps in one panel: a field, then its values with counts. Arrow keys walk both. Private to `cv-search`. */
export class SearchFilterPopover extends CallVaultElement {
  static override readonly tag = 'cv-search-filters';
  static override styles = [base, buttons, fieldStyles, tags, popovers, filterPopover];

  @property({ attribute: false }) accessor filters: readonly SearchFilter[] = [];
  @property({ attribute: false }) accessor onToggle: (filter: SearchFilter) => void = () => undefined;
  /** The panel closed: give the focus back to the words. */
  @property({ attribute: false }) accessor onClose: () => void = () => undefined;

  @state() private accessor field: Field | undefined;
  @state() private accessor typed = '';

  private readonly t = translator(this, 'search', messages);
  private readonly panel = new PopoverController(this, '.pop', { align: 'end' });
  private readonly roving = new RovingTabindexController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.it')],
    orientation: 'vertical',
  });
  private readonly facets = new VaultTask(this, {
    args: () => [this.panel.isOpen] as const,
    task: async (vault, [isOpen], signal) => (isOpen ? vault.calls.facets({}, { signal }) : undefined),
  });

  async open(anchor: Element): Promise<void> {
    this.field = undefined;
    this.typed = '';
    await this.panel.open(anchor, { focus: false });
    this.roving.focus(0);
  }

  toggle(anchor: EventTarget | null): void {
    if (this.panel.isOpen) this.panel.close();
    else if (anchor instanceof Element) void this.open(anchor);
  }

  private handleToggle(event: ToggleEvent): void {
    this.panel.handleToggle(event);
    if (event.newState === 'closed') this.onClose();
  }

  async #choose(field: Field | undefined): Promise<void> {
    this.field = field;
    this.typed = '';
    await this.updateComplete;
    const input = this.renderRoot.querySelector<HTMLElement>('input');
    if (input) input.focus();
    else this.roving.focus(0);
  }

  private handleKeydown(event: KeyboardEvent): void {
    const isBack = event.key === 'ArrowLeft' || (event.key === 'Backspace' && this.typed === '');
    const isInField = event.target instanceof HTMLInputElement;
    if (event.key === 'Escape' && this.field) {
      event.preventDefault();
      void this.#choose(undefined);
    } else if (isBack && this.field && (!isInField || event.key === 'Backspace')) void this.#choose(undefined);
    else if (event.key === 'ArrowRight' && !this.field && event.target instanceof HTMLElement) event.target.click();
    else if (isInField && event.key === 'ArrowDown') this.roving.focus(0);
    else if (isInField && event.key === 'Enter') this.renderRoot.querySelector<HTMLElement>('.it')?.click();
    else this.roving.handleKeydown(event);
    // The list of results behind has keys of its own.
    event.stopPropagation();
  }

  override render() {
    return html`<div
      class="pop"
      popover
      role="dialog"
      aria-label=${this.t('filterBy')}
      @toggle=${this.handleToggle}
      @keydown=${this.handleKeydown}
      @focusin=${this.roving.handleFocusin}
    >
      ${this.panel.isOpen ? (this.field ? this.renderValues(this.field) : this.renderFields()) : nothing}
    </div>`;
  }

  private renderFields() {
    return fields.map((field) => {
      const count = this.filters.filter((each) => each.field === field).length;
      return html`<button class="it" type="button" tabindex="-1" @click=${() => this.#choose(field)}>
        ${icon(fieldIcons[field])}${this.t(`menu.${field}`)}${count > 0 ? html`<em class="num">${count}</em>` : nothing}
        ${icon('right', 's12 end flip')}
      </button>`;
    });
  }

  private renderValues(field: Field) {
    const all = valuesOf(field, this.facets.value, this.t);
    const wanted = this.typed.trim().toLocaleLowerCase();
    const shown = all.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
    return html`<div class="pop-h">
        <button class="ib xs" type="button" aria-label=${this.t('back')} @click=${() => this.#choose(undefined)}>
          ${icon('left', 'flip')}
        </button>
        <span>${this.t(`menu.${field}`)}</span>
      </div>
      ${all.length > 7 ? this.renderFind(field) : nothing}
      <div role="group" aria-label=${this.t(`menu.${field}`)}>
        ${shown.map((value) => this.renderValue(field, value))} ${this.renderNoValues(shown.length)}
      </div>`;
  }

  private renderNoValues(count: number) {
    const { status, error, value } = this.facets;
    if (status === TaskStatus.ERROR)
      return html`<p class="pop-n" role="alert">${problemOf(error).message ?? this.t('valuesFailed')}</p>`;
    return value && count === 0 ? html`<p class="pop-n">${this.t('noValues')}</p>` : nothing;
  }

  private renderFind(field: Field) {
    const label = this.t('findValue', { field: this.t(`field.${field}`) });
    return html`<label class="field fpi">
      ${icon('search')}
      <input
        aria-label=${label}
        placeholder=${label}
        .value=${this.typed}
        @input=${({ target }: InputEvent) => (this.typed = (target as HTMLInputElement).value)}
      />
    </label>`;
  }

  private renderValue(field: Field, { id, label, calls, colour }: FilterValue) {
    const filter: SearchFilter = { field, id, label };
    const isOn = this.filters.some((each) => isSame(each, filter));
    return html`<button
      class="it"
      type="button"
      role="checkbox"
      aria-checked=${isOn}
      tabindex="-1"
      @click=${() => this.onToggle(filter)}
    >
      ${box(isOn)}${colour ? html`<span class="sqr c${colour}"></span>` : nothing}<span class="trunc">${label}</span
      >${calls === undefined ? nothing : html`<em class="num">${this.i18n.number(calls)}</em>`}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-search-filters': SearchFilterPopover;
  }
}
