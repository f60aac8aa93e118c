import type { CallDetail, Citation } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { avatar, speechStrip } from '../parts/marks.ts';
import type { MessageKey } from './messages.en.ts';

export interface CitationCardProps {
  readonly citation: Citation;
  /** The call of the citation, once it is known: its length and its speech strip. */
  readonly call: Pick<CallDetail, 'durationMs' | 'strip'> | undefined;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onOpen: () => void;
  readonly onCopy: () => void;
}

/** The words of a citation with what was said around them, who said them, and the moment. */
export function citationCard({ citation, call, t, i18n, onOpen, onCopy }: CitationCardProps): TemplateResult {
  const { evidence, before, after } = citation;
  const { speaker, startMs, callTitle, callStartedAt } = evidence;
  const when = [
    callStartedAt ? i18n.date(callStartedAt) : '',
    call?.durationMs ? i18n.duration(call.durationMs / 1000) : '',
  ].filter(Boolean);
  return html`<div class="hc-h"><b class="trunc" dir="auto">${callTitle}</b><span>${when.join(', ')}</span></div>
    <div class="hc-q" dir="auto">
      ${before ? html`<span class="hc-ctx">${before} </span>` : nothing}<mark>${evidence.text}</mark>${
        after ? html`<span class="hc-ctx"> ${after}</span>` : nothing
      }
    </div>
    <div class="hc-w">
      ${avatar(speaker.name)}<span class="hc-who"
        ><b><bdi>${speaker.name}</bdi></b
        >${speaker.title ? html`<small>${speaker.title}</small>` : nothing}</span
      >
    </div>
    ${call && startMs !== null ? strip(call, startMs) : nothing}
    <div class="hc-f">
      <button class="btn sm pri" type="button" @click=${onOpen}>
        ${icon('play')}${startMs === null ? t('open') : t('openAt', { time: i18n.timecode(startMs / 1000) })}</button
      ><button class="btn sm gho" type="button" @click=${onCopy}>${icon('copy')}${t('copyQuote')}</button>
    </div>`;
}

function strip({ strip: bars, durationMs }: Pick<CallDetail, 'durationMs' | 'strip'>, startMs: number) {
  if (!durationMs || bars.us.length + bars.them.length === 0) return nothing;
  return html`<div class="hc-s">${speechStrip(bars, { height: 22, ticks: [Math.min(1, startMs / durationMs)] })}</div>`;
}
