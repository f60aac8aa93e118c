import type { Call } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { checkbox } from '../parts/controls.ts';
import { cssProps } from '../parts/css-props.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { speechStrip, tag } from '../parts/marks.ts';
import type { DayTotal } from './call-rows.ts';
import type { MessageKey } from './messages.en.ts';
import { outcomeGlyph } from './outcomes.ts';
import { whoOf } from './who.ts';

export interface RowContext {
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
}

export interface CallRowState {
  /** Pixels from the top of the list. */
  readonly start: number;
  /** Its number in the whole list, from 1. */
  readonly position: number;
  readonly isSelected: boolean;
  /** The keyboard stands here. */
  readonly isCurrent: boolean;
}

/** One call of the list. */
export function callRow(call: Call, state: CallRowState, { t, i18n }: RowContext): TemplateResult {
  const who = whoOf(call, t);
  return html`<div
    class="call ${state.isCurrent ? 'is-cursor' : ''}"
    part="row"
    role="row"
    aria-selected=${String(state.isSelected)}
    aria-rowindex=${state.position}
    tabindex=${state.isCurrent ? 0 : -1}
    data-id=${call.id}
    ${cssProps({ top: `${state.start}px` })}
  >
    <span class="c-cb" role="gridcell"
      >${checkbox({
        checked: state.isSelected,
        label: t('select', { title: call.title }),
        tabStop: false,
      })}</span
    >
    ${outcomeGlyph(call.outcome, t)}
    <div class="c-main" role="gridcell">
      <p class="c-title trunc" title=${call.title}>${call.title}</p>
      <p class="c-meta trunc">
        ${call.client ? html`<b>${call.client.name}</b>` : nothing}${
          call.client && who ? html`<span class="dotsep"></span>` : nothing
        }<bdi>${who}</bdi>
      </p>
    </div>
    <div class="c-tags" role="gridcell">${status(call, t)}${call.tags.map(({ name, color }) => tag(name, color))}</div>
    <div class="c-sig" role="gridcell">
      ${signal('shield', call.counts.objections, t('objections', { count: call.counts.objections }))}
      ${signal('checks', call.counts.actionItems, t('actionItems', { count: call.counts.actionItems }))}
    </div>
    <div class="c-end" role="gridcell">
      <span class="c-strip">${speechStrip(call.strip)}</span>
      <span class="c-dur num">${call.durationMs === null ? nothing : i18n.timecode(call.durationMs / 1000)}</span>
      ${
        call.startedAt === null
          ? html`<span class="c-time"></span>`
          : html`<time class="c-time" datetime=${call.startedAt} title=${i18n.fullDateTime(call.startedAt)}
              >${i18n.time(call.startedAt)}</time
            >`
      }
    </div>
  </div>`;
}

/** The head of a day: its name, its date, what it holds. */
export function dayRow(
  day: string | null,
  total: DayTotal | undefined,
  { start, isStuck, position }: { readonly start: number; readonly isStuck: boolean; readonly position: number },
  { t, i18n }: RowContext,
): TemplateResult {
  const [name, rest] = day === null ? [t('withoutDate'), ''] : dayNames(day, i18n);
  const calls = total ? t('callCount', { count: total.calls }) : '';
  return html`<div
    class="day ${isStuck ? 'is-stuck' : ''}"
    role="row"
    aria-rowindex=${position}
    ${cssProps({ top: isStuck ? undefined : `${start}px` })}
  >
    <span class="cnt" role="rowheader"
      ><b>${name}</b><span>${rest}</span>${
        total
          ? html`<span class="dotsep"></span
              ><span class="num">${t('dayTotal', { calls, length: i18n.duration(total.durationMs / 1000) })}</span>`
          : nothing
      }</span
    >
  </div>`;
}

/** "Today" and "Monday 23 November"; "Friday" and "20 November"; "2 Nov" and "Monday". A day is a key, not a moment. */
function dayNames(day: string, i18n: I18n): [string, string] {
  const now = Date.now();
  const days = (Date.parse(day) - Date.parse(i18n.dayKey(now))) / -86_400_000;
  const write = (fields: Intl.DateTimeFormatOptions) => i18n.dateWith({ ...fields, timeZone: 'UTC' }, day);
  const weekday = write({ weekday: 'long' });
  if (days === 0) return [i18n.today, write({ weekday: 'long', day: 'numeric', month: 'long' })];
  if (days > 0 && days < 7) return [weekday, write({ day: 'numeric', month: 'long' })];
  const isThisYear = day.slice(0, 4) === i18n.dayKey(now).slice(0, 4);
  return [write({ day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) }), weekday];
}

function signal(name: IconName, count: number, label: string): TemplateResult {
  // A zero is not drawn, but keeps its place.
  if (count === 0) return html`<span class="sig"></span>`;
  return html`<span class="sig" title=${label}>${icon(name)}${count}<span class="vh">${label}</span></span>`;
}

function status(call: Call, t: Translate<MessageKey>) {
  if (call.status === 'processing') return html`<span class="pill">${t('processing')}</span>`;
  return call.status === 'failed' ? html`<span class="pill bad">${t('failed')}</span>` : nothing;
}
