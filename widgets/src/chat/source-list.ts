import type { Citation, Evidence } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { timecode } from '../parts/marks.ts';
import type { MessageKey } from './messages.en.ts';

export interface SourceListProps {
  readonly citations: readonly Citation[];
  readonly leftOut: number;
  readonly current: number | undefined;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onOpen: (evidence: Evidence) => void;
}

/** The rail beside an answer: every passage it rests on, and what was left out. */
export function sourceRail(props: SourceListProps): TemplateResult {
  const { citations, leftOut, current, t } = props;
  const calls = new Set(citations.map(({ evidence }) => evidence.callId)).size;
  return html`<aside class="srcs" aria-label=${t('sources')}>
    <div class="head">
      <h2>${t('sources')}</h2>
      ${
        citations.length > 0
          ? html`<span class="count"
              >${t('sources.count', { count: citations.length, calls: t('calls', { count: calls }) })}</span
            >`
          : nothing
      }
    </div>
    <ol class="scroll">
      ${citations.map(
        ({ number, evidence }) =>
          html`<li class="so ${number === current ? 'on' : ''}">
            <span class="cite ${number === current ? 'on' : ''}">${number}</span>
            <div>
              <h3 class="trunc" title=${evidence.callTitle} dir="auto">${evidence.callTitle}</h3>
              <p dir="auto">${evidence.text}</p>
              <p class="src">
                <b><bdi>${evidence.speaker.name}</bdi></b
                >${moment(evidence, props)}
              </p>
            </div>
          </li>`,
      )}
    </ol>
    ${leftOutNote(leftOut, t)}
  </aside>`;
}

/** The sources under an answer where there is no room for the rail. */
export function sourceLines(props: SourceListProps, cite: (number: number) => unknown): TemplateResult {
  return html`<ol class="mini-s" aria-label=${props.t('sources')}>
      ${props.citations.map(
        ({ number, evidence }) =>
          html`<li>
            ${cite(number)}<span class="trunc" dir="auto">${evidence.callTitle}</span>${moment(evidence, props)}
          </li>`,
      )}
    </ol>
    ${leftOutNote(props.leftOut, props.t)}`;
}

function leftOutNote(leftOut: number, t: Translate<MessageKey>) {
  if (leftOut === 0) return nothing;
  return html`<div class="srcs-f">
    ${icon('info', 's14')}
    <p>${t('leftOut', { count: leftOut })}</p>
  </div>`;
}

function moment(evidence: Evidence, { t, i18n, onOpen }: SourceListProps) {
  const { startMs, speaker } = evidence;
  if (startMs === null)
    return html`<button class="tc" type="button" aria-label=${t('open')} @click=${() => onOpen(evidence)}>
      ${icon('play')}
    </button>`;
  const label = t('openAtOf', { time: i18n.timecode(startMs / 1000), name: speaker.name });
  return timecode(i18n, startMs / 1000, { label, onOpen: () => onOpen(evidence) });
}
