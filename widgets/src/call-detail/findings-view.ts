import type { Evidence, ProfitsItem } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { letter, quote, strength, timecode } from '../parts/marks.ts';
import { letterOf } from './findings.ts';
import type { messages } from './messages.en.ts';

export interface FindingViewContext {
  readonly i18n: I18n;
  readonly t: Translate<keyof typeof messages>;
  readonly openId: string | undefined;
  readonly onOpen: (evidence: Evidence, id?: string) => void;
}

/** Speaker and moment under a quote; the moment opens it. `id` names the finding it belongs to. */
export function source(evidence: Evidence, context: FindingViewContext, id?: string): TemplateResult {
  const { i18n, t, onOpen } = context;
  const { name } = evidence.speaker;
  const seconds = (evidence.startMs ?? 0) / 1000;
  const label = t('goTo', { time: i18n.timecode(seconds), name });
  const open = () => onOpen(evidence, id);
  return html`<b><bdi>${name}</bdi></b
    >${
      evidence.startMs === null
        ? html`<button class="tc" type="button" aria-label=${t('goToTurn', { name })} @click=${open}>
            ${icon('play')}
          </button>`
        : timecode(i18n, seconds, { label, onOpen: open })
    }`;
}

const level = (value: number): 1 | 2 | 3 => (value >= 3 ? 3 : value === 2 ? 2 : 1);

/** One PROFITS item: letter, statement, the words that prove it. `end` closes its last line, `actions` stand under it. */
export function profitsItem(
  item: ProfitsItem,
  context: FindingViewContext,
  { end = nothing, actions = nothing }: { end?: unknown; actions?: unknown } = {},
): TemplateResult {
  const { t, openId, onOpen } = context;
  const isOn = item.id === openId;
  return html`<li class="pi ${isOn ? 'on' : ''}" data-item=${item.id} aria-current=${isOn ? 'true' : nothing}>
    ${letter(letterOf(item.element), isOn ? 'on' : '', t(`element.${item.element}`))}
    <div>
      <h3>
        <button type="button" class="pi-t" dir="auto" @click=${() => onOpen(item.evidence, item.id)}>
          ${item.statement}
        </button>
      </h3>
      ${quote(html`<span dir="auto">${item.evidence.text}</span>`, 'sm')}
      <p class="src">
        ${source(item.evidence, context, item.id)}<span class="grow"></span>${
          item.status === 'accepted'
            ? html`<span class="good" role="img" aria-label=${t('accepted')} data-tip=${t('accepted')}
                >${icon('check', 's14')}</span
              >`
            : nothing
        }${strength(level(item.strength), t('strength', { level: level(item.strength) }))}${end}
      </p>
      ${actions}
    </div>
  </li>`;
}
