import type { Translate } from '../core/i18n.ts';
import type { IconName } from '../parts/icon.ts';
import type { MenuItem } from '../parts/menu.ts';
import type { messages } from './messages.en.ts';

type T = Translate<keyof typeof messages>;

const KNOWN = ['open', 'won', 'lost'] as const;
const isKnown = (value: string): value is (typeof KNOWN)[number] => KNOWN.some((known) => known === value);

/** The glyph of an outcome: its shape says it before its colour does. */
export function outcomeGlyph(outcome: string | null): IconName {
  if (outcome === null) return 'none';
  return isKnown(outcome) ? outcome : 'open';
}

/** An outcome in words; one that the tenant made up is written as it is. */
export function outcomeName(outcome: string | null, t: T): string {
  if (outcome === null) return t('outcome.none');
  return isKnown(outcome) ? t(`outcome.${outcome}`) : outcome;
}

/** The id of the item that takes the outcome away. */
export const NO_OUTCOME = 'none';

export function outcomeMenu(current: string | null, t: T): readonly MenuItem[] {
  const values: (string | null)[] = [...KNOWN, null];
  if (current !== null && !isKnown(current)) values.splice(KNOWN.length, 0, current);
  return values.map((value) => ({
    id: value ?? NO_OUTCOME,
    label: outcomeName(value, t),
    icon: outcomeGlyph(value),
    ...(value === current ? { note: '✓' } : {}),
  }));
}
