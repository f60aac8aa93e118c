import { html, type TemplateResult } from 'lit';
import type { Translate } from '../core/i18n.ts';
import { icon, type IconName } from '../parts/icon.ts';
import type { MessageKey } from './messages.en.ts';

/** Outcomes with a glyph and a word of their own. Any other text an agency uses shows as open, with its own word. */
export const knownOutcomes = ['won', 'lost', 'open'] as const;

const GLYPHS: Readonly<Record<string, IconName>> = { won: 'won', lost: 'lost', open: 'open', none: 'none' };

export const outcomeIcon = (outcome: string | null): IconName => GLYPHS[outcome ?? 'none'] ?? 'open';

export function outcomeName(outcome: string | null, t: Translate<MessageKey>): string {
  if (outcome === null || outcome === 'none') return t('outcome.none');
  if (outcome === 'won' || outcome === 'lost' || outcome === 'open') return t(`outcome.${outcome}`);
  return outcome;
}

/** The glyph of an outcome: its shape says it, colour repeats it. */
export function outcomeGlyph(outcome: string | null, t: Translate<MessageKey>): TemplateResult {
  const name = outcomeName(outcome, t);
  return html`<span class="o o-${outcomeIcon(outcome)}" role="gridcell" title=${name}
    >${icon(outcomeIcon(outcome))}<span class="vh">${name}</span></span
  >`;
}
