import { html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { fieldsSet, without, type CallFilter, type FilterField } from '../call-library/call-filter.ts';
import { FilterMenu } from '../call-library/filter-menu.ts';
import { summaryOf } from '../call-library/filter-summary.ts';
import { messages } from '../call-library/messages.en.ts';
import { valueNames } from '../call-library/value-names.ts';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { callFilters } from './call-filters.styles.ts';
import { chips } from './chips.styles.ts';
import { icon } from './icon.ts';

/**
 * Which calls a widget looks at: one chip per filter, and the menu of the call library to change them.
 *
 * @fires {CustomEvent<CallFilter>} cv-filter - The filter after a choice. Stays private.
 */
export class CallFilters extends CallVaultElement {
  static override readonly tag = 'cv-call-filters';
  static override readonly uses = [FilterMenu];
  static override styles = [base, chips, callFilters];

  @property({ attribute: false }) accessor filter: CallFilter = {};

  @query('cv-call-filter-menu') private accessor menu!: FilterMenu;

  private readonly t = translator(this, 'call-library', messages);
  readonly #folders = new VaultTask(this, {
    args: () => [] as const,
    task: async (vault, _args, signal) => (await vault.folders.list({ signal })).items,
  });
  /** Names for the chips; needed only where there are chips. */
  readonly #facets = new VaultTask(this, {
    args: () => [fieldsSet(this.filter).length > 0] as const,
    task: async (vault, [isFiltered], signal) => (isFiltered ? vault.calls.facets({}, { signal }) : undefined),
  });

  private change(filter: CallFilter): void {
    this.dispatchEvent(new CustomEvent('cv-filter', { detail: filter }));
  }

  override render() {
    return html`${fieldsSet(this.filter).map((field) => this.renderChip(field))}
      <button class="chip add" type="button" @click=${(event: Event) => this.menu.toggle(event.currentTarget)}>
        ${icon('plus')}${this.t('filter')}
      </button>
      <cv-call-filter-menu
        .filter=${this.filter}
        .folders=${this.#folders.value ?? []}
        @cv-filter=${(event: CustomEvent<CallFilter>) => this.change(event.detail)}
      ></cv-call-filter-menu>`;
  }

  private renderChip(field: FilterField) {
    const { t, i18n, filter } = this;
    const name = t(`field.${field}`);
    const names = valueNames(this.#facets.value, this.#folders.value ?? []);
    const isOne = field === 'date' || field === 'duration' || filter[field]?.length === 1;
    return html`<span class="chip"
      ><button
        class="f-open"
        type="button"
        @click=${(event: Event) => event.currentTarget instanceof Element && this.menu.show(event.currentTarget, field)}
      >
        ${name}<i>${t(isOne ? 'is' : 'isAnyOf')}</i><b>${summaryOf(filter, field, names, { t, i18n })}</b></button
      ><button
        class="rm"
        type="button"
        aria-label=${t('removeFilter', { field: name })}
        @click=${() => this.change(without(filter, field))}
      >
        ${icon('x')}
      </button></span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-filters': CallFilters;
  }
}
