import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { problemOf } from '../parts/problem-kind.ts';
import type { CallPages } from './call-pages.ts';
import { fieldsSet, without, type CallFilter, type FilterField } from './call-filter.ts';
import { summaryOf } from './filter-values.ts';
import type { MessageKey } from './messages.en.ts';

interface Words {
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
}

/** What is missing from the list and why, above the rest of it. */
export function staleNote(pages: CallPages, { t, i18n }: Words, onRetry: () => void) {
  if (pages.refreshError === undefined) return nothing;
  const offline = problemOf(pages.refreshError).kind === 'offline';
  const calls = t('callCount', { count: pages.calls.length });
  return html`<div class="note warn" role="status">
    ${icon(offline ? 'offline' : 'alert')}
    <p>
      <b>${t(offline ? 'partial.offline' : 'partial.failed')}</b>
      ${t('partial.stale', { calls, time: i18n.time(pages.loadedAt ?? Date.now()) })}
      <button class="u" type="button" @click=${onRetry}>${t('retry')}</button>
    </p>
  </div>`;
}

/** The end of the list: more is coming, or did not come. */
export function moreNote(pages: CallPages, t: Translate<MessageKey>): TemplateResult {
  if (pages.moreError === undefined) return html`<cv-skeleton rows="1"></cv-skeleton>`;
  return html`<div class="note warn" role="status">
    ${icon('alert')}
    <p>${t('partial.more')} <button class="u" type="button" @click=${() => pages.more()}>${t('retry')}</button></p>
  </div>`;
}

/** The library itself is empty: says what belongs here and how it gets here. */
export function emptyLibrary(t: Translate<MessageKey>, onImport: () => void, onSample: () => void): TemplateResult {
  return html`<cv-empty icon="calls" heading=${t('empty.title')}
    >${t('empty.text')}
    <button slot="actions" class="btn pri sm" type="button" @click=${onImport}>${icon('plus')}${t('import')}</button
    ><button slot="actions" class="btn gho sm" type="button" @click=${onSample}>${t('empty.sample')}</button>
  </cv-empty>`;
}

/** A folder or the bin without calls. */
export function emptyPlace(folder: string | undefined, t: Translate<MessageKey>): TemplateResult {
  return folder === undefined
    ? html`<cv-empty icon="trash" heading=${t('empty.bin')}>${t('empty.binText')}</cv-empty>`
    : html`<cv-empty icon="folder" heading=${t('empty.folder', { name: folder })}>${t('empty.folderText')}</cv-empty>`;
}

/** The filter without one of its fields, and how many calls that shows. */
export interface Nearest {
  readonly field: FilterField;
  readonly count: number;
}

export interface NothingProps extends Words {
  readonly query: string;
  readonly filter: CallFilter;
  readonly names: ReadonlyMap<string, string>;
  readonly nearest: Nearest | undefined;
  readonly onFilter: (filter: CallFilter) => void;
  readonly onClear: () => void;
}

/** Filtered to nothing: which filters, the nearest that has results, and the way out. */
export function nothingMatches(props: NothingProps): TemplateResult {
  const { query, filter, names, nearest, t, i18n } = props;
  const filters = fieldsSet(filter).map((field) => summaryOf(filter, field, names, { t, i18n }));
  if (query) filters.push(`“${query}”`);
  const near = nearest && { count: nearest.count, field: t(`field.${nearest.field}`).toLocaleLowerCase() };
  return html`<cv-empty icon="filter" heading=${t('nothing.title')}
    >${t('nothing.text', { filters: new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(filters) })}
    ${near ? t('nothing.near', near) : nothing}
    ${
      nearest && near
        ? html`<button
            slot="actions"
            class="btn sm"
            type="button"
            @click=${() => props.onFilter(without(filter, nearest.field))}
          >
            ${t('nothing.drop', { field: near.field })}
          </button>`
        : nothing
    }
    <button slot="actions" class="btn gho sm" type="button" @click=${props.onClear}>${t('nothing.clear')}</button>
  </cv-empty>`;
}
