import type { Answer, Evidence } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { evidence } from '../parts/evidence.styles.ts';
import { icon } from '../parts/icon.ts';
import { quote } from '../parts/marks.ts';
import { tags } from '../parts/tags.styles.ts';
import { source, type FindingViewContext } from './findings-view.ts';
import { messages } from './messages.en.ts';
import { objectionsPanel } from './objections-panel.styles.ts';
import { panel } from './panel.styles.ts';

/** An objection of the call, with replies that worked elsewhere where nobody answered it. */
export type HeardObjection = Answer<'rebuttals.objections'>['items'][number];

/** Each objection in three beats: they said, the reply, then what came of it. Private. */
export class ObjectionsPanel extends CallVaultElement {
  static override readonly tag = 'cv-call-objections';
  static override styles = [base, evidence, tags, panel, objectionsPanel];

  @property({ attribute: false }) accessor objections: readonly HeardObjection[] = [];
  @property() accessor openId: string | undefined;
  @property({ attribute: false }) accessor onOpen: (evidence: Evidence, id?: string) => void = () => undefined;

  private readonly t = translator(this, 'call-detail', messages);

  override render() {
    const { objections } = this;
    if (objections.length === 0)
      return html`<section class="ps"><p class="none">${this.t('noObjections')}</p></section>`;
    const answered = objections.filter(({ reply }) => reply !== null).length;
    return html`<section class="ps">
      <div class="ps-h">
        <h2>${this.t('objections')}</h2>
        <span class="count">${this.t('objectionsHeard', { count: objections.length, answered })}</span>
      </div>
      <ul class="pis">
        ${objections.map((each) => this.renderObjection(each))}
      </ul>
    </section>`;
  }

  private renderObjection(objection: HeardObjection) {
    const { id, kind, evidence: words, reply, suggestions } = objection;
    const isOn = id === this.openId;
    return html`<li class="pi ${isOn ? 'on' : ''}" data-item=${id} aria-current=${isOn ? 'true' : nothing}>
      <span class="ltr ${isOn ? 'on' : ''}" aria-hidden="true">${icon('shield', 's12')}</span>
      <div>
        <h3>${this.t(`kind.${kind}`)}</h3>
        <dl class="beats">
          ${this.renderBeat(this.t('theySaid'), words, id)}
          ${reply ? this.renderBeat(this.t('reply'), reply.evidence) : this.renderUnanswered(suggestions)}
          ${this.renderThen(objection)}
        </dl>
      </div>
    </li>`;
  }

  private renderBeat(name: string, words: Evidence, id?: string) {
    return html`<div>
      <dt>${name}</dt>
      <dd>
        ${quote(html`<span dir="auto">${words.text}</span>`, 'sm')}
        <p class="src">${source(words, this.#context, id)}</p>
      </dd>
    </div>`;
  }

  private renderUnanswered(suggestions: HeardObjection['suggestions']) {
    const [best] = suggestions;
    return html`<div>
      <dt>${this.t('reply')}</dt>
      <dd>
        <p class="none">${this.t('unanswered')}</p>
        ${
          best
            ? html`<p class="else">${this.t('wonElsewhere')}: <b>${best.name}</b></p>
                ${quote(html`<span dir="auto">${best.words}</span>`, 'sm')}
                <p class="src">${this.t('workedCount', { worked: best.worked, judged: best.judged })}</p>`
            : nothing
        }
      </dd>
    </div>`;
  }

  private renderThen({ reaction, judgedBy, worked }: HeardObjection) {
    if (!reaction) return nothing;
    const tone = worked === true ? 'good' : worked === false ? 'bad' : '';
    return html`<div>
      <dt>${this.t('then')}</dt>
      <dd>
        <p class="verdict">
          <span class="pill ${tone}">${this.t(`verdict.${reaction.verdict}`)}</span>${
            judgedBy ? html`<span class="xs t3">${this.t(`judged.${judgedBy}`)}</span>` : nothing
          }
        </p>
        ${
          reaction.evidence
            ? html`${quote(html`<span dir="auto">${reaction.evidence.text}</span>`, 'sm')}
                <p class="src">${source(reaction.evidence, this.#context)}</p>`
            : nothing
        }
      </dd>
    </div>`;
  }

  get #context(): FindingViewContext {
    const { i18n, t, openId } = this;
    return { i18n, t, openId, onOpen: (found, id) => this.onOpen(found, id) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-objections': ObjectionsPanel;
  }
}
