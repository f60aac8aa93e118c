import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import type { MessageKey } from './messages.en.ts';

/** No reply at all: says what belongs here and how it gets here. */
export function emptyLibrary(t: Translate<MessageKey>, onAdd: () => void): TemplateResult {
  return html`<cv-empty icon="shield" heading=${t('empty.title')}
    >${t('empty.text')}<button slot="actions" class="btn pri sm" type="button" @click=${onAdd}>
      ${icon('plus')}${t('add')}
    </button></cv-empty
  >`;
}

export function nothingRetired(t: Translate<MessageKey>, onBack: () => void): TemplateResult {
  return html`<cv-empty icon="archive" heading=${t('nothing.retired')}
    >${t('nothing.retiredText')}<button slot="actions" class="btn sm" type="button" @click=${onBack}>
      ${t('nothing.back')}
    </button></cv-empty
  >`;
}

export interface NothingProps {
  readonly t: Translate<MessageKey>;
  /** Each is left out where it would change nothing. */
  readonly onAllKinds: (() => void) | undefined;
  readonly onNoFilter: (() => void) | undefined;
  readonly onNoObjection: (() => void) | undefined;
}

/** Narrowed to nothing: the ways out, the smallest step first. */
export function nothingMatches({ t, onAllKinds, onNoFilter, onNoObjection }: NothingProps): TemplateResult {
  const ways = [
    [onAllKinds, 'nothing.kind'],
    [onNoFilter, 'nothing.filter'],
    [onNoObjection, 'nothing.objection'],
  ] as const;
  return html`<cv-empty icon="filter" heading=${t('nothing.title')}
    >${t('nothing.text')}
    ${ways.map(([act, label]) =>
      act ? html`<button slot="actions" class="btn sm" type="button" @click=${act}>${t(label)}</button>` : nothing,
    )}</cv-empty
  >`;
}
