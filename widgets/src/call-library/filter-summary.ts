import type { I18n, Translate } from '../core/i18n.ts';
import { dayRanges, durations, isChosen, type CallFilter, type FilterField, type ListField } from './call-filter.ts';
import type { MessageKey } from './messages.en.ts';
import { outcomeName } from './outcomes.ts';

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
