import type { Folder } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { box } from '../parts/controls.ts';
import { fields } from '../parts/fields.styles.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { PopoverController } from '../parts/popover.ts';
import { popovers } from '../parts/popover.styles.ts';
import { tags } from '../parts/tags.styles.ts';
import { filterFields, isChosen, isSet, queryOf, without, type CallFilter, type FilterField } from './call-filter.ts';
import { filterMenu } from './filter-menu.styles.ts';
import { choose, valuesOf, type FilterValue } from './filter-values.ts';
import { lateMessages } from './late-messages.en.ts';

const ICONS: Record<FilterField, IconName> = {
  date: 'calendar',
  speakerId: 'user',
  tagId: 'tag',
  folderId: 'folder',
  clientId: 'pulse',
  outcome: 'won',
  duration: 'clock',
  source: 'calls',
  sentiment: 'chat',
};

/**
 * Picks what the list is narrowed to: fields at the start, values with counts beside them. Applies at once.
 *
 * @fires {CustomEvent<CallFilter>} cv-filter - The filter after a choice. Stays private.
 */
export class FilterMenu extends CallVaultElement {
  static override readonly tag = 'cv-call-filter-menu';
  static override styles = [base, buttons, fields, tags, popovers, filterMenu];

  @property({ attribute: false }) accessor filter: CallFilter = {};
  @property({ attribute: false }) accessor folders: readonly Folder[] = [];

  @state() private accessor field: FilterField | undefined;
  @state() private accessor typed = '';

  private readonly t = translator(this, 'call-library', lateMessages);
  readonly #popover = new PopoverController(this, '.both');
  /** Counts hold for the rest of the filter, so that a second value of the same field shows what it would add. */
  readonly #facets = new VaultTask(this, {
    args: () => [this.field, this.field ? JSON.stringify(queryOf(without(this.filter, this.field))) : ''] as const,
    task: async (vault, [field, query], signal) =>
      field === undefined ? undefined : vault.calls.facets(JSON.parse(query) as object, { signal }),
  });

  /** Opens at the list of fields, or at the values of one. */
  async show(anchor: Element, field?: FilterField): Promise<void> {
    this.field = field;
    this.typed = '';
    await this.#popover.open(anchor);
  }

  toggle(anchor: EventTarget | null): void {
    this.field = undefined;
    this.typed = '';
    this.#popover.toggle(anchor);
  }

  private change(filter: CallFilter): void {
    this.dispatchEvent(new CustomEvent('cv-filter', { detail: filter }));
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') event.stopPropagation();
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const column = target?.closest('.pop');
    const items = [...(column?.querySelectorAll<HTMLElement>('input, .it') ?? [])];
    const index = target ? items.indexOf(target) : -1;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && index >= 0) {
      event.preventDefault();
      items[(index + step + items.length) % items.length]?.focus();
    } else if (event.key === 'ArrowRight' && target?.matches('.fp .it')) {
      event.preventDefault();
      target.click();
    } else if (event.key === 'ArrowLeft' && target?.matches('.fv .it')) {
      event.preventDefault();
      this.renderRoot.querySelector<HTMLElement>('.fp .it.on')?.focus();
    }
  }

  private async handleField(field: FilterField): Promise<void> {
    this.field = field;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.fv .it')?.focus();
  }

  override render() {
    const { isOpen } = this.#popover;
    return html`<div
      class="both ${this.field ? 'step2' : ''}"
      popover
      @toggle=${this.#popover.handleToggle}
      @keydown=${this.handleKeydown}
    >
      ${isOpen ? this.renderFields() : nothing} ${isOpen && this.field ? this.renderValues(this.field) : nothing}
    </div>`;
  }

  private renderFields() {
    const typed = this.typed.toLocaleLowerCase();
    const shown = filterFields.filter((field) => this.t(`field.${field}`).toLocaleLowerCase().includes(typed));
    return html`<div class="pop fp">
      <label class="field fpi"
        >${icon('search')}<input
          placeholder=${this.t('filterBy')}
          aria-label=${this.t('filterBy')}
          .value=${this.typed}
          @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
      /></label>
      <div role="menu" aria-label=${this.t('filterBy')}>${shown.map((field) => this.renderField(field))}</div>
    </div>`;
  }

  private renderField(field: FilterField) {
    const chosen = field === 'date' || field === 'duration' ? undefined : this.filter[field]?.length;
    return html`<button
      class="it ${field === this.field ? 'on' : ''}"
      type="button"
      role="menuitem"
      aria-haspopup="menu"
      tabindex="-1"
      @click=${() => this.handleField(field)}
    >
      ${icon(ICONS[field])}${this.t(`field.${field}`)}
      ${chosen ? html`<em class="num">${this.i18n.number(chosen)}</em>` : nothing}${icon('right', 's12 end flip')}
    </button>`;
  }

  private renderValues(field: FilterField) {
    const values = valuesOf(field, { facets: this.#facets.value, folders: this.folders, t: this.t });
    const isOne = field === 'date' || field === 'duration';
    return html`<div class="pop fv">
      <div class="pop-h">
        <button class="ib xs back" type="button" aria-label=${this.t('back')} @click=${() => (this.field = undefined)}>
          ${icon('left', 'flip')}</button
        ><span>${this.t(`field.${field}`)}</span><span class="fv-op">${this.t(isOne ? 'is' : 'isAnyOf')}</span>
      </div>
      ${
        this.#facets.error && !isOne && field !== 'folderId'
          ? html`<p class="quiet">
              ${this.t('partial.filters')}
              <button class="link" type="button" @click=${() => this.#facets.run()}>${this.t('retry')}</button>
            </p>`
          : html`<div class="values" role="menu" aria-label=${this.t(`field.${field}`)}>
              ${values.map((value) => this.renderValue(field, value, isOne))}
              ${values.length === 0 && this.#facets.value ? html`<p class="quiet">${this.t('noValues')}</p>` : nothing}
            </div>`
      }
      ${this.renderFoot(field, values)}
    </div>`;
  }

  private renderValue(field: FilterField, { id, label, calls, colour, level }: FilterValue, isOne: boolean) {
    const chosen = isChosen(this.filter, field, id);
    return html`<button
      class="it l${level ?? 1}"
      type="button"
      role=${isOne ? 'menuitemradio' : 'menuitemcheckbox'}
      aria-checked=${String(chosen)}
      tabindex="-1"
      @click=${() => this.change(choose(this.filter, field, id))}
    >
      ${box(chosen)}${colour ? html`<span class="sqr c${colour}"></span>` : nothing}<span class="trunc">${label}</span>
      ${calls === undefined ? nothing : html`<em class="num">${this.i18n.number(calls)}</em>`}
    </button>`;
  }

  private renderFoot(field: FilterField, values: readonly FilterValue[]) {
    if (!isSet(this.filter, field)) return nothing;
    const chosen = values.filter(({ id }) => isChosen(this.filter, field, id));
    const count = chosen.reduce((sum, { calls = 0 }) => sum + calls, 0);
    const counted = chosen.some(({ calls }) => calls !== undefined);
    const text = { count: chosen.length, total: values.length, calls: this.t('callCount', { count }) };
    return html`<div class="pop-f">
      <span class="num">${counted ? this.t('chosen', text) : nothing}</span>
      <button class="btn gho sm" type="button" @click=${() => this.change(without(this.filter, field))}>
        ${this.t('clear')}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-filter-menu': FilterMenu;
  }
}
