import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { problemOf } from '../parts/problem-kind.ts';
import type { CallPages } from './call-pages.ts';
import type { MessageKey } from './messages.en.ts';

interface Words {
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
}

/** What is missing from the list and why, above the rest of it. */
export function staleNote(pages: CallPages, { t, i18n }: Words, onRetry: () => void) {
  if (pages.refreshError === undefined) return nothing;
  const offline = problemOf(pages.refreshError).kind === 'offline';
  const calls = t('callCount', { count: pages.calls.length });
  return html`<div class="note warn" role="status">
    ${icon(offline ? 'offline' : 'alert')}
    <p>
      <b>${t(offline ? 'partial.offline' : 'partial.failed')}</b>
      ${t('partial.stale', { calls, time: i18n.time(pages.loadedAt ?? Date.now()) })}
      <button class="u" type="button" @click=${onRetry}>${t('retry')}</button>
    </p>
  </div>`;
}

/** The end of the list: more is coming, or did not come. */
export function moreNote(pages: CallPages, t: Translate<MessageKey>): TemplateResult {
  if (pages.moreError === undefined) return html`<cv-skeleton rows="1"></cv-skeleton>`;
  return html`<div class="note warn" role="status">
    ${icon('alert')}
    <p>${t('partial.more')} <button class="u" type="button" @click=${() => pages.more()}>${t('retry')}</button></p>
  </div>`;
}
