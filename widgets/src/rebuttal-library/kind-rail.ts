import type { Answer } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import type { ObjectionKind } from './kinds.ts';
import type { MessageKey } from './messages.en.ts';

export interface KindRailProps {
  readonly counts: Answer<'rebuttals.kinds'> | undefined;
  readonly kind: ObjectionKind | undefined;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onKind: (kind: ObjectionKind | undefined) => void;
}

/** The kinds of objection, the most heard first, with how many were heard and the share that was answered well. */
export function kindRail({ counts, kind, t, i18n, onKind }: KindRailProps): TemplateResult {
  const kinds = [...(counts?.kinds ?? [])].sort(
    (one, other) => Number(one.kind === 'other') - Number(other.kind === 'other') || other.heard - one.heard,
  );
  return html`<nav class="kinds" aria-label=${t('kinds')}>
    <h2>${t('kind')}<span>${t('heard')}</span></h2>
    <button
      type="button"
      class="all"
      aria-current=${kind === undefined ? 'true' : nothing}
      @click=${() => onKind(undefined)}
    >
      <span>${t('allKinds')}</span><em class="num">${counts ? i18n.number(counts.objections) : nothing}</em>
    </button>
    ${kinds.map(({ kind: each, heard, answeredWell }) => {
      const share = heard > 0 ? answeredWell / heard : 0;
      return html`<button
        type="button"
        aria-current=${each === kind ? 'true' : nothing}
        @click=${() => onKind(each === kind ? undefined : each)}
      >
        <span>${t(`kind.${each}`)}</span><em class="num">${i18n.number(heard)}</em>
        <span class="vh">${t('shareAnswered', { share: i18n.percent(share) })}</span>
        <svg class="kb" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
          <rect class="b0" width="100" height="3"></rect>
          <rect class="kf" width=${Math.round(share * 100)} height="3"></rect>
        </svg>
      </button>`;
    })}
    ${
      kinds.length > 0
        ? html`<p class="kn xs t3">
            <svg width="16" height="3" aria-hidden="true"><rect class="kf" width="16" height="3" rx="1.5"></rect></svg
            >${t('answeredWell')}
          </p>`
        : nothing
    }
  </nav>`;
}
