import type { Call } from '@callvault/sdk';
import type { I18n } from '../core/i18n.ts';
import type { CallSort } from './call-filter.ts';

/** Totals of one day over all pages. */
export interface DayTotal {
  readonly calls: number;
  readonly durationMs: number;
}

/** One line of the list. */
export type ListRow =
  | { readonly kind: 'day'; readonly key: string; readonly day: string | null }
  | { readonly kind: 'call'; readonly key: string; readonly call: Call; readonly position: number }
  | { readonly kind: 'more'; readonly key: string };

/** The list as it is drawn: heads per day where it is sorted by time, then calls, then what is still to come. */
export function rowsOf(calls: readonly Call[], sort: CallSort, hasMore: boolean, i18n: I18n): ListRow[] {
  const rows: ListRow[] = [];
  const byDay = sort === 'newest' || sort === 'oldest';
  let day: string | null | undefined;
  calls.forEach((call, position) => {
    const own = call.startedAt === null ? null : i18n.dayKey(call.startedAt);
    if (byDay && own !== day) rows.push({ kind: 'day', key: `day:${own ?? 'none'}`, day: own });
    day = own;
    rows.push({ kind: 'call', key: call.id, call, position });
  });
  if (hasMore) rows.push({ kind: 'more', key: 'more' });
  return rows;
}
