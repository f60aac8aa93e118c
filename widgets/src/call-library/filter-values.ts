import type { Answer, Folder } from '@callvault/sdk';
import type { Translate } from '../core/i18n.ts';
import { dayRanges, durations, isChosen, toggled, without, type CallFilter, type FilterField } from './call-filter.ts';
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
