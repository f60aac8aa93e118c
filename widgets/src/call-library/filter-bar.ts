import { html, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { fieldsSet, without, type CallFilter, type CallSort, type FilterField } from './call-filter.ts';
import { summaryOf } from './filter-summary.ts';
import type { MessageKey } from './messages.en.ts';

export interface FilterBarProps {
  readonly query: string;
  readonly filter: CallFilter;
  readonly sort: CallSort;
  /** Names of the values, keyed `<field>:<id>`. */
  readonly names: ReadonlyMap<string, string>;
  /** On a narrow widget the search field takes the place of a button. */
  readonly isFinding: boolean;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onQuery: (query: string) => void;
  readonly onFilter: (filter: CallFilter) => void;
  readonly onEdit: (anchor: EventTarget | null, field?: FilterField) => void;
  readonly onSort: (anchor: EventTarget | null) => void;
}

/** Search field, one chip per filter, and the order at the end. */
export function filterBar(props: FilterBarProps): TemplateResult {
  const { query, filter, sort, isFinding, t } = props;
  return html`<div class="filters ${isFinding ? 'finding' : ''}" part="filters">
    <label class="field"
      >${icon('search')}<input
        type="search"
        class="find"
        enterkeyhint="search"
        placeholder=${t('findHint')}
        aria-label=${t('find')}
        .value=${query}
        @input=${(event: InputEvent) => props.onQuery((event.target as HTMLInputElement).value)}
    /></label>
    ${fieldsSet(filter).map((field) => chip(field, props))}
    <button class="chip add" type="button" @click=${(event: Event) => props.onEdit(event.currentTarget)}>
      ${icon('plus')}${t('filter')}
    </button>
    <span class="grow"></span>
    <button
      class="btn gho sm h-sort"
      type="button"
      aria-label="${t('sort')}: ${t(`sort.${sort}`)}"
      @click=${(event: Event) => props.onSort(event.currentTarget)}
    >
      ${icon('sort', 'flip')}${t(`sort.${sort}`)}
    </button>
  </div>`;
}

function chip(field: FilterField, { filter, names, t, i18n, onFilter, onEdit }: FilterBarProps): TemplateResult {
  const name = t(`field.${field}`);
  const isOne = field === 'date' || field === 'duration';
  const inRail = field === 'folderId' && filter.folderId?.length === 1;
  return html`<span class="chip ${inRail ? 'in-rail' : ''}"
    ><button class="f-open" type="button" @click=${(event: Event) => onEdit(event.currentTarget, field)}>
      ${name}<i>${t(isOne ? 'is' : 'isAnyOf')}</i><b>${summaryOf(filter, field, names, { t, i18n })}</b></button
    ><button
      class="rm"
      type="button"
      aria-label=${t('removeFilter', { field: name })}
      @click=${() => onFilter(without(filter, field))}
    >
      ${icon('x')}
    </button></span
  >`;
}
