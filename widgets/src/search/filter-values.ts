import type { Answer } from '@callvault/sdk';
import type { Translate } from '../core/i18n.ts';
import type { IconName } from '../parts/icon.ts';
import type { MessageKey } from './messages.en.ts';
import { dayRanges, type Field } from './search-filter.ts';

export type Facets = Answer<'calls.facets'>;

/** A value on offer, with how many calls have it. */
export interface FilterValue {
  readonly id: string;
  readonly label: string;
  readonly calls?: number;
  /** Of a tag, 1 to 8. */
  readonly colour?: number;
}

export const fieldIcons: Readonly<Record<Field, IconName>> = {
  speaker: 'user',
  client: 'pulse',
  tag: 'tag',
  date: 'calendar',
  outcome: 'won',
};

/** What a field can be narrowed to. Speakers go by name: the API asks what people of that name said. */
export function valuesOf(field: Field, facets: Facets | undefined, t: Translate<MessageKey>): readonly FilterValue[] {
  switch (field) {
    case 'speaker':
      return (facets?.speakers ?? []).map(({ name, calls }) => ({ id: name, label: name, calls }));
    case 'client':
      return (facets?.clients ?? []).map(({ id, name, calls }) => ({ id, label: name, calls }));
    case 'tag':
      return (facets?.tags ?? []).map(({ id, name, calls, color }) => ({ id, label: name, calls, colour: color }));
    case 'outcome':
      return (facets?.outcomes ?? []).map(({ value, calls }) => ({ id: value, label: outcomeName(value, t), calls }));
    case 'date':
      return dayRanges.map((days) => ({ id: String(days), label: t(`date.${days}`) }));
  }
}

function outcomeName(value: string, t: Translate<MessageKey>): string {
  return value === 'open' || value === 'won' || value === 'lost' || value === 'none' ? t(`outcome.${value}`) : value;
}
