import { html, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { countsOf, profitsElements, type Overview, type ProfitsElement } from './elements.ts';
import type { MessageKey } from './messages.en.ts';

export interface ElementTabsProps {
  readonly overview: Overview | undefined;
  readonly element: ProfitsElement;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onElement: (element: ProfitsElement) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onFocusin: (event: Event) => void;
}

/** The word itself as the navigation: letter, count, what is left to review, and how far it is reviewed. */
export function elementTabs(props: ElementTabsProps): TemplateResult {
  return html`<div
    class="pcs"
    role="tablist"
    aria-label=${props.t('elements')}
    @keydown=${props.onKeydown}
    @focusin=${props.onFocusin}
  >
    ${profitsElements.map((element) => tab(element, props))}
  </div>`;
}

function tab(each: ProfitsElement, { overview, element, t, i18n, onElement }: ElementTabsProps) {
  const { total, accepted, toReview } = countsOf(overview, each);
  const share = (count: number) => (total > 0 ? Math.round((count / total) * 1000) / 10 : 0);
  return html`<button
    class="pc"
    type="button"
    role="tab"
    id="tab-${each}"
    aria-controls="items"
    aria-selected=${String(each === element)}
    @click=${() => onElement(each)}
  >
    <span class="pc-l" aria-hidden="true">${t(`letter.${each}`)}</span
    ><span class="pc-c num">${overview ? i18n.number(total) : ''}</span
    ><span class="pc-n">${t(`element.${each}`)}</span>
    <svg
      class="pc-b"
      viewBox="0 0 100 3"
      preserveAspectRatio="none"
      role="img"
      aria-label=${t('bar', { accepted, toReview })}
    >
      <rect class="b0" width="100" height="3"></rect>
      <rect class="b1" width=${share(accepted)} height="3"></rect>
      <rect class="b2" x=${share(accepted)} width=${share(toReview)} height="3"></rect>
    </svg>
    <span class="pc-r num" aria-hidden="true">${overview ? t('toReview', { count: toReview }) : ''}</span>
  </button>`;
}
