import type { Evidence, Rebuttal } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { avatar, timecode } from '../parts/marks.ts';
import type { MessageKey } from './messages.en.ts';
import { units } from './units.ts';

/** From this many judged cases on, a share says something. */
const ENOUGH = 5;
const RARE = 0.25;

export const rarelyWorks = ({ worked, judged }: Pick<Rebuttal, 'worked' | 'judged'>): boolean =>
  judged >= ENOUGH && worked / judged < RARE;

export interface RebuttalRowProps {
  readonly rebuttal: Rebuttal;
  readonly rank: number;
  readonly isOn: boolean;
  /** Names the speaker of the words and the moment instead of everybody who used it. */
  readonly compact: boolean;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onSelect: () => void;
  readonly onCite: (evidence: Evidence) => void;
}

/** One reply in the ranked list. */
export function rebuttalRow(props: RebuttalRowProps): TemplateResult {
  const { rebuttal, rank, isOn, t, i18n, onSelect } = props;
  const isLow = rarelyWorks(rebuttal);
  return html`<li class="rb ${isOn ? 'on' : ''} ${isLow ? 'low' : ''}" part="item">
    <span class="rk num">${i18n.number(rank)}</span>
    <div class="rb-m">
      <div class="rb-h">
        <h3>
          <button
            type="button"
            class="rb-t"
            data-id=${rebuttal.id}
            aria-current=${isOn ? 'true' : nothing}
            dir="auto"
            @click=${onSelect}
          >
            ${rebuttal.name}
          </button>
        </h3>
        ${rebuttal.isPinned ? html`<span class="pill">${icon('pin')}${t('pinned')}</span>` : nothing}
        ${rebuttal.isRetired ? html`<span class="pill">${icon('archive')}${t('retired')}</span>` : nothing}
        ${isLow ? html`<span class="pill warn">${t('rarely')}</span>` : nothing}
      </div>
      ${
        rebuttal.isOwn
          ? html`<p class="own-w" dir="auto">${rebuttal.words}</p>`
          : html`<p class="quote" dir="auto">${rebuttal.words}</p>`
      }
      ${source(props)}
    </div>
    ${workedOf(rebuttal, t)}
  </li>`;
}

function source({ rebuttal, compact, t, i18n, onCite }: RebuttalRowProps) {
  const evidence = rebuttal.example?.reply?.evidence;
  if (compact && evidence)
    return html`<p class="src">
      <b><bdi>${evidence.speaker.name}</bdi></b>
      ${
        evidence.startMs === null
          ? nothing
          : timecode(i18n, evidence.startMs / 1000, {
              label: t('openAt', { time: i18n.timecode(evidence.startMs / 1000), name: evidence.speaker.name }),
              onOpen: () => onCite(evidence),
            })
      }
    </p>`;
  const [first, ...others] = rebuttal.speakers;
  if (first === undefined) return html`<p class="src"><span>${rebuttal.isOwn ? t('own') : nothing}</span></p>`;
  return html`<p class="src">
    ${avatar(first, 's20')}<b><bdi>${first}</bdi></b
    >${others.length > 0 ? html`<span>${t('others', { count: others.length })}</span>` : nothing}
  </p>`;
}

/** "14 of 19 worked" with its ticks; says so when it was used more often than it could be judged. */
function workedOf({ worked, judged, used }: Rebuttal, t: Translate<MessageKey>) {
  if (judged === 0)
    return html`<div class="rb-w"><p>${used > 0 ? t('neverJudged', { count: used }) : t('neverUsed')}</p></div>`;
  return html`<div class="rb-w">
    <p class="num">${t.rich('worked', { worked: html`<b>${worked}</b>`, judged })}</p>
    ${units(worked, judged, t('workedLabel', { worked, judged }))}
    ${used > judged ? html`<p class="rb-u num">${t('used', { count: used })}</p>` : nothing}
  </div>`;
}
