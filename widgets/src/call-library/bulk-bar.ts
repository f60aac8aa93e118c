import { html, type TemplateResult } from 'lit';
import type { Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import type { MessageKey } from './messages.en.ts';

export interface BulkBarProps {
  readonly count: number;
  readonly t: Translate<MessageKey>;
  readonly onTag: (anchor: EventTarget | null) => void;
  readonly onMove: (anchor: EventTarget | null) => void;
  readonly onOutcome: (anchor: EventTarget | null) => void;
  readonly onExtract: () => void;
  readonly onDelete: () => void;
  readonly onClear: () => void;
}

/** What can be done with the selected calls. */
export function bulkBar({ count, t, ...on }: BulkBarProps): TemplateResult {
  const at = (act: (anchor: EventTarget | null) => void) => (event: Event) => act(event.currentTarget);
  return html`<div class="bulk" part="bulk" role="toolbar" aria-label=${t('selectedLabel', { count })}>
    <span class="n num">${t('selected', { count })}</span><span class="sep"></span>
    <button class="btn" type="button" aria-label=${t('tag')} @click=${at(on.onTag)}>${icon('tag')}${t('tag')}</button>
    <button class="btn" type="button" aria-label=${t('move')} @click=${at(on.onMove)}>
      ${icon('folder')}${t('move')}
    </button>
    <button class="btn" type="button" aria-label=${t('outcome')} @click=${at(on.onOutcome)}>
      ${icon('open')}${t('outcome')}
    </button>
    <button class="btn" type="button" aria-label=${t('extract')} @click=${on.onExtract}>
      ${icon('gem')}${t('extract')}
    </button>
    <span class="sep"></span>
    <button class="ib" type="button" aria-label=${t('delete')} data-tip=${t('delete')} @click=${on.onDelete}>
      ${icon('trash')}
    </button>
    <button
      class="ib"
      type="button"
      aria-label=${t('clearSelection')}
      data-tip=${t('clearSelection')}
      @click=${on.onClear}
    >
      ${icon('x')}
    </button>
  </div>`;
}
