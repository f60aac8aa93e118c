import type { Evidence, ProfitsItem } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { avatar, strength, timecode } from '../parts/marks.ts';
import type { MessageKey } from './messages.en.ts';

/** What a reviewer does with an item. */
export type ItemAct = 'accept' | 'edit' | 'reject' | 'star' | 'save' | 'cancel';

export interface ItemCardProps {
  readonly item: ProfitsItem;
  /** The one under review: it carries the verbs. */
  readonly isOn: boolean;
  readonly isEditing: boolean;
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onFocus: () => void;
  readonly onAct: (act: ItemAct, statement?: string) => void;
  readonly onCite: (evidence: Evidence) => void;
}

const level = (value: number): 1 | 2 | 3 => (value >= 3 ? 3 : value === 2 ? 2 : 1);

/** One item: the statement, the words that prove it, who said them where. */
export function itemCard(props: ItemCardProps): TemplateResult {
  const { item, isOn, isEditing, t, onFocus } = props;
  const { status, statement, isEdited, evidence } = item;
  return html`<li
    class="pr ${isOn ? 'on' : ''} ${status === 'accepted' ? 's-acc' : 's-new'}"
    data-id=${item.id}
    tabindex=${isOn ? 0 : -1}
    aria-current=${isOn ? 'true' : nothing}
    part="item"
    @focusin=${onFocus}
  >
    <span class="pr-s">${statusMark(item, t)}</span>
    <div class="pr-m">
      <div class="pr-h">
        ${isEditing ? editor(props) : html`<h4 dir="auto">${statement}</h4>`}
        ${isEdited && !isEditing ? html`<span class="pill">${t('edited')}</span>` : nothing}
        <span class="grow"></span>${strength(level(item.strength), t('strength', { level: level(item.strength) }))}
      </div>
      <blockquote class="quote" dir="auto">${evidence.text}</blockquote>
      ${source(props)} ${isOn && !isEditing ? verbs(props) : nothing}
    </div>
    ${isOn ? nothing : html`<div class="pr-q">${star(props)}</div>`}
  </li>`;
}

function statusMark({ status }: ProfitsItem, t: Translate<MessageKey>) {
  const name = t(`status.${status}`);
  return status === 'accepted'
    ? html`<span class="good" role="img" aria-label=${name} data-tip=${name}>${icon('check')}</span>`
    : html`<span class="st-new" role="img" aria-label=${name} data-tip=${name}></span>`;
}

function source({ item, t, i18n, onCite }: ItemCardProps) {
  const { evidence } = item;
  const { name, title } = evidence.speaker;
  const seconds = (evidence.startMs ?? 0) / 1000;
  return html`<p class="src">
    ${avatar(name, 's20')}<b><bdi>${name}</bdi></b
    >${title ? html`<span class="role">${title}</span>` : nothing}${
      evidence.startMs === null
        ? html`<button class="tc" type="button" aria-label=${t('open', { name })} @click=${() => onCite(evidence)}>
            ${icon('play')}
          </button>`
        : timecode(i18n, seconds, {
            label: t('openAt', { time: i18n.timecode(seconds), name }),
            onOpen: () => onCite(evidence),
          })
    }
  </p>`;
}

function verbs(props: ItemCardProps) {
  const { item, t, onAct } = props;
  const isAccepted = item.status === 'accepted';
  return html`<div class="pr-a">
    ${
      isAccepted
        ? nothing
        : html`<button class="btn sm pri" type="button" aria-keyshortcuts="a" @click=${() => onAct('accept')}>
            ${icon('check')}${t('accept')}
          </button>`
    }
    <button class="btn sm" type="button" aria-keyshortcuts="e" @click=${() => onAct('edit')}>
      ${icon('edit')}${t('edit')}
    </button>
    <button class="btn sm" type="button" aria-keyshortcuts="r" @click=${() => onAct('reject')}>
      ${icon('x')}${t('reject')}
    </button>
    ${star(props)}
  </div>`;
}

function star({ item, t, onAct }: ItemCardProps) {
  const label = item.isStarred ? t('unstar') : t('star');
  return html`<button
    class="ib sm ${item.isStarred ? 'lit' : ''}"
    type="button"
    aria-pressed=${String(item.isStarred)}
    aria-label=${t('star')}
    aria-keyshortcuts="s"
    data-tip=${label}
    @click=${() => onAct('star')}
  >
    ${icon(item.isStarred ? 'starf' : 'star')}
  </button>`;
}

function editor({ item, t, onAct }: ItemCardProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('input');
    onAct('save', field?.value.trim());
  };
  const leave = (event: KeyboardEvent) => {
    // The list has keys of its own.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onAct('cancel');
  };
  return html`<form class="ed" @submit=${submit} @keydown=${leave}>
    <label class="field req"
      ><input class="ed-i" aria-label=${t('statement')} maxlength="300" required .value=${item.statement}
    /></label>
    <div class="rowx">
      <button class="btn sm pri" type="submit">${item.status === 'accepted' ? t('save') : t('saveAccept')}</button>
      <button class="btn sm gho" type="button" @click=${() => onAct('cancel')}>${t('cancel')}</button>
    </div>
  </form>`;
}
