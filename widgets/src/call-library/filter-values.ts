import type { Answer, Folder } from '@callvault/sdk';
import type { I18n, Translate } from '../core/i18n.ts';
import {
  dayRanges,
  durations,
  isSet,
  toggled,
  without,
  type CallFilter,
  type FilterField,
  type ListField,
} from './call-filter.ts';
import type { MessageKey } from './messages.en.ts';
import { outcomeName } from './outcomes.ts';

export type Facets = Answer<'calls.facets'>;

/** One value on offer. */
export interface FilterValue {
  readonly id: string;
  readonly label: string;
  readonly calls?: number;
  /** Of a tag or folder, 1 to 8. */
  readonly colour?: number;
  /** Of a folder, 1 to 3. */
  readonly level?: number;
}

interface Sources {
  readonly facets: Facets | undefined;
  readonly folders: readonly Folder[];
  readonly t: Translate<MessageKey>;
}

/** What a field can be narrowed to, with how many calls have each value. */
export function valuesOf(field: FilterField, { facets, folders, t }: Sources): FilterValue[] {
  const named = (values: readonly { id: string; name: string; calls: number }[] = []) =>
    values.map(({ id, name, calls }) => ({ id, label: name, calls }));
  const plain = (values: readonly { value: string; calls: number }[] = [], label = (value: string) => value) =>
    values.map(({ value, calls }) => ({ id: value, label: label(value), calls }));
  switch (field) {
    case 'date':
      return dayRanges.map((days) => ({ id: String(days), label: t(`date.${days}`) }));
    case 'duration':
      return durations.map(({ id }) => ({ id, label: t(`duration.${id}`) }));
    case 'speakerId':
      return named(facets?.speakers);
    case 'clientId':
      return named(facets?.clients);
    case 'tagId':
      return (facets?.tags ?? []).map(({ id, name, calls, color }) => ({ id, label: name, calls, colour: color }));
    case 'folderId':
      return folders.map(({ id, name, calls, color, depth }) => ({
        id,
        label: name,
        calls,
        level: depth,
        ...(color === null ? {} : { colour: color }),
      }));
    case 'outcome':
      return plain(facets?.outcomes, (value) => outcomeName(value, t));
    case 'source':
      return plain(facets?.sources);
    case 'sentiment':
      return plain(facets?.sentiments, (value) =>
        value === 'positive' || value === 'neutral' || value === 'negative' ? t(`sentiment.${value}`) : value,
      );
  }
}

/** Whether a value is among those chosen. */
export function isChosen(filter: CallFilter, field: FilterField, id: string): boolean {
  if (field === 'date') return String(filter.days) === id;
  if (field === 'duration') {
    const length = durations.find((each) => each.id === id);
    return (
      isSet(filter, 'duration') &&
      filter.minDurationMs === (length && 'minDurationMs' in length ? length.minDurationMs : undefined) &&
      filter.maxDurationMs === (length && 'maxDurationMs' in length ? length.maxDurationMs : undefined)
    );
  }
  return filter[field]?.includes(id) ?? false;
}

/** The filter after a click on a value. */
export function choose(filter: CallFilter, field: FilterField, id: string): CallFilter {
  if (field !== 'date' && field !== 'duration') return toggled(filter, field, id);
  const rest = without(filter, field);
  if (isChosen(filter, field, id)) return rest;
  if (field === 'date') return { ...rest, days: Number(id) };
  const length = durations.find((each) => each.id === id);
  if (!length) return rest;
  const { id: _id, ...bounds } = length;
  return { ...rest, ...bounds };
}

/** The chosen values of a field in words: "Pricing, +3", "last 30 days". */
export function summaryOf(
  filter: CallFilter,
  field: FilterField,
  names: ReadonlyMap<string, string>,
  { t, i18n }: { readonly t: Translate<MessageKey>; readonly i18n: I18n },
): string {
  if (field === 'date') return dateSummary(filter, t, i18n);
  if (field === 'duration') return durationSummary(filter, t, i18n);
  const ids = filter[field] ?? [];
  const first = labelOf(field, ids[0] ?? '', names, t);
  return ids.length > 1 ? t('andMore', { first, count: ids.length - 1 }) : first;
}

function labelOf(field: ListField, id: string, names: ReadonlyMap<string, string>, t: Translate<MessageKey>): string {
  if (field === 'outcome') return outcomeName(id, t);
  if (field === 'sentiment' && (id === 'positive' || id === 'neutral' || id === 'negative'))
    return t(`sentiment.${id}`);
  return names.get(`${field}:${id}`) ?? (field === 'source' ? id : '…');
}

function dateSummary({ days, from, to }: CallFilter, t: Translate<MessageKey>, i18n: I18n): string {
  const known = dayRanges.find((range) => range === days);
  if (known) return t(`date.${known}`);
  const start = from ?? (days === undefined ? undefined : new Date(Date.now() - days * 86_400_000).toISOString());
  if (start && to) return t('date.range', { from: i18n.date(start), to: i18n.date(to) });
  return start ? t('date.from', { from: i18n.date(start) }) : t('date.to', { to: i18n.date(to ?? Date.now()) });
}

function durationSummary(filter: CallFilter, t: Translate<MessageKey>, i18n: I18n): string {
  const known = durations.find(({ id }) => isChosen(filter, 'duration', id));
  if (known) return t(`duration.${known.id}`);
  const { minDurationMs = 0, maxDurationMs } = filter;
  const end = maxDurationMs === undefined ? '…' : i18n.duration(maxDurationMs / 1000);
  return t('duration.other', { from: i18n.duration(minDurationMs / 1000), to: end });
}
