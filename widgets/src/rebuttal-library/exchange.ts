import type { Evidence, Objection } from '@callvault/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { avatar, timecode } from '../parts/marks.ts';
import type { MessageKey } from './messages.en.ts';

export interface ExchangeContext {
  readonly t: Translate<MessageKey>;
  readonly i18n: I18n;
  readonly onCite: (evidence: Evidence) => void;
}

/** How one objection went, in three beats: they said, the reply, then; and what it was judged by. */
export function exchange(objection: Objection, context: ExchangeContext): TemplateResult {
  const { t } = context;
  const { evidence, reply, reaction } = objection;
  return html`<ol class="exch">
      ${beat(t('theySaid'), evidence, context, { marked: true })}
      ${reply ? beat(t('theReply'), reply.evidence, context, { marked: true }) : silence(t('theReply'), t('nobody'))}
      ${
        reaction?.evidence
          ? beat(t('then'), reaction.evidence, context, { marked: false })
          : silence(t('then'), t('nothingSaid'))
      }
    </ol>
    ${verdict(objection, t)}`;
}

function beat(name: string, evidence: Evidence, context: ExchangeContext, { marked }: { marked: boolean }) {
  const { speaker, text, startMs } = evidence;
  const { t, i18n, onCite } = context;
  return html`<li class="exs">
    <span class="ex-l">${name}</span>
    <div>${avatar(speaker.name)}</div>
    <div>
      <p class="who">
        <b><bdi>${speaker.name}</bdi></b
        >${speaker.title ? html`<span class="trunc">${speaker.title}</span>` : nothing}
      </p>
      <p class="ex-q" dir="auto">${marked ? html`<mark>${text}</mark>` : text}</p>
    </div>
    ${
      startMs === null
        ? nothing
        : timecode(i18n, startMs / 1000, {
            label: t('openAt', { time: i18n.timecode(startMs / 1000), name: speaker.name }),
            onOpen: () => onCite(evidence),
          })
    }
  </li>`;
}

function silence(name: string, text: string) {
  return html`<li class="exs silent">
    <span class="ex-l">${name}</span>
    <p class="t3">${text}</p>
  </li>`;
}

function verdict({ worked, judgedBy, reaction, call }: Objection, t: Translate<MessageKey>) {
  const { outcome } = call;
  const settled = outcome === 'won' || outcome === 'lost';
  const byOutcome = settled ? t(`verdict.${outcome}`) : t('verdict.open');
  const byWords = t(`verdict.${reaction?.verdict ?? 'none'}`);
  const text = judgedBy === 'outcome' ? byOutcome : judgedBy === 'next_words' ? byWords : t('verdict.none');
  const tone = worked === true ? '' : worked === false ? 'bad' : 'plain';
  return html`<p class="verdict ${tone}">
    ${icon(worked === true ? 'check' : worked === false ? 'x' : 'info', 's14')}<span
      >${text}${judgedBy === 'next_words' && !settled ? ` ${t('stillOpen')}` : nothing}</span
    >
  </p>`;
}
