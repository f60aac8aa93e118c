import type { Query } from '@callvault/sdk';

export type CallQuery = Query<'calls.list'>;
export type CallSort = NonNullable<CallQuery['sort']>;

/** Fields that take a list of values. */
export const listFields = ['speakerId', 'tagId', 'folderId', 'clientId', 'outcome', 'source', 'sentiment'] as const;
export type ListField = (typeof listFields)[number];
/** Every field of the filter, in the order in which the menu shows them. */
export const filterFields = [
  'date',
  'speakerId',
  'tagId',
  'folderId',
  'clientId',
  'outcome',
  'duration',
  'source',
  'sentiment',
] as const;
export type FilterField = (typeof filterFields)[number];

/** What the list is narrowed to. An absent field narrows nothing. */
export type CallFilter = Readonly<
  Partial<Record<ListField, readonly string[]>> & {
    /** The last so many days, today included. Wins over `from` and `to`. */
    days?: number;
    /** ISO 8601. */
    from?: string;
    /** ISO 8601, exclusive. */
    to?: string;
    minDurationMs?: number;
    maxDurationMs?: number;
  }
>;

const MINUTE = 60_000;

/** The lengths on offer, in milliseconds. */
export const durations = [
  { id: 'short', maxDurationMs: 15 * MINUTE },
  { id: 'medium', minDurationMs: 15 * MINUTE, maxDurationMs: 30 * MINUTE },
  { id: 'long', minDurationMs: 30 * MINUTE, maxDurationMs: 60 * MINUTE },
  { id: 'longest', minDurationMs: 60 * MINUTE },
] as const satisfies readonly { id: string; minDurationMs?: number; maxDurationMs?: number }[];

/** The stretches of time on offer, in days. */
export const dayRanges = [1, 7, 30, 90, 365] as const;

const keysOf = {
  date: ['days', 'from', 'to'],
  duration: ['minDurationMs', 'maxDurationMs'],
} as const satisfies Partial<Record<FilterField, readonly (keyof CallFilter)[]>>;

const keys = (field: FilterField): readonly (keyof CallFilter)[] =>
  field === 'date' || field === 'duration' ? keysOf[field] : [field];

/** Whether the field narrows anything. */
export const isSet = (filter: CallFilter, field: FilterField): boolean =>
  keys(field).some((key) => {
    const value = filter[key];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });

/** The fields that narrow something, in menu order. */
export const fieldsSet = (filter: CallFilter): FilterField[] => filterFields.filter((field) => isSet(filter, field));

/** Without that field. */
export function without(filter: CallFilter, field: FilterField): CallFilter {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => !keys(field).includes(key as keyof CallFilter)));
}

/** With `value` added to the field, or taken out when it is there. */
export function toggled(filter: CallFilter, field: ListField, value: string): CallFilter {
  const values = filter[field] ?? [];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return next.length > 0 ? { ...filter, [field]: next } : without(filter, field);
}

/** As the API takes it. `now` decides what "the last 7 days" are. */
export function queryOf(filter: CallFilter, now: Date = new Date()): CallQuery {
  const { days, ...rest } = filter;
  const lists = listFields.map((field) => [field, rest[field]?.length ? [...rest[field]] : undefined]);
  return {
    ...Object.fromEntries(lists.filter(([, values]) => values !== undefined)),
    ...(days === undefined ? pick(rest, 'from', 'to') : { from: startOfDays(days, now).toISOString() }),
    ...pick(rest, 'minDurationMs', 'maxDurationMs'),
  };
}

function startOfDays(days: number, now: Date): Date {
  const start = new Date(now);
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - (days - 1));
  return start;
}

function pick<Key extends keyof CallFilter>(filter: CallFilter, ...names: Key[]): Partial<Pick<CallFilter, Key>> {
  const entries = names.filter((name) => filter[name] !== undefined).map((name) => [name, filter[name]]);
  return Object.fromEntries(entries) as Partial<Pick<CallFilter, Key>>;
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
