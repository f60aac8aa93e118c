import type { SearchHit } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { avatar } from '../parts/marks.ts';
import type { Choice, FoundCall } from './choices.ts';
import { sentenceOf, stretches, type Stretch } from './hit-text.ts';
import type { MessageKey } from './messages.en.ts';

export interface ChoiceContext {
  readonly i18n: I18n;
  readonly t: Translate<MessageKey>;
}

/** What stands in the line of a choice. */
export function choiceContent(choice: Choice, { i18n, t }: ChoiceContext): TemplateResult {
  switch (choice.kind) {
    case 'moment':
      return momentContent(choice.hit, i18n);
    case 'call':
      return callContent(choice.call, i18n);
    case 'ask':
      return html`${icon('chat')}
        <p class="trunc" dir="auto">${choice.question}</p>
        <span class="xs t3">${t('inChat')}</span>`;
    case 'recent':
      return html`${icon('clock')}
        <p class="trunc" dir="auto">${choice.search.words}</p>
        <span class="xs t3">${choice.search.filters.map(({ label }) => label).join(', ')}</span>`;
  }
}

function momentContent(hit: SearchHit, i18n: I18n): TemplateResult {
  const { call, evidence } = hit;
  const { name } = evidence.speaker;
  return html`${avatar(name)}
    <div>
      <p class="sh-q" dir="auto">${marked(sentenceOf(hit))}</p>
      <p class="src">
        <b><bdi>${name}</bdi></b
        ><span class="trunc"><bdi>${call.title}</bdi></span
        >${call.startedAt ? html`<span>${i18n.date(call.startedAt)}</span>` : nothing}
      </p>
    </div>
    ${
      evidence.startMs === null
        ? nothing
        : html`<span class="tc">${icon('play')}<time>${i18n.timecode(evidence.startMs / 1000)}</time></span>`
    }`;
}

function callContent({ title, startedAt, durationMs, highlights }: FoundCall, i18n: I18n): TemplateResult {
  const facts = [
    startedAt ? i18n.date(startedAt) : '',
    durationMs === null ? '' : i18n.timecode(durationMs / 1000),
  ].filter(Boolean);
  return html`${icon('calls')}
    <p class="trunc" dir="auto">${marked(stretches(title, highlights))}</p>
    <span class="xs t3 num">${facts.join(', ')}</span>`;
}

const marked = (parts: readonly Stretch[]) =>
  parts.map(({ text, isFound }) => (isFound ? html`<mark>${text}</mark>` : text));
