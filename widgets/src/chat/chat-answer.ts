import type { ChatMessage, Citation, Evidence } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { avatars } from '../parts/avatars.styles.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { evidence as evidenceStyles } from '../parts/evidence.styles.ts';
import { HoverCardController } from '../parts/hover-card.ts';
import { icon } from '../parts/icon.ts';
import { popovers } from '../parts/popover.styles.ts';
import { states } from '../parts/states.styles.ts';
import { strip } from '../parts/strip.styles.ts';
import { chatAnswer } from './chat-answer.styles.ts';
import { citationCard } from './citation-card.ts';
import { cited, plainWords } from './cited-text.ts';
import type { markdown as readMarkdown } from './markdown.ts';
import { messages } from './messages.en.ts';
import { Sentences } from './sentences.ts';
import { sourceLines } from './source-list.ts';
import { toolFrame } from './tool-frame.ts';

/** Reads Markdown. As large as the rest of the chat, so it comes on the side, and once for every answer on the page. */
let markdown: typeof readMarkdown | undefined;

/**
 * One answer: what it did, what it says, and the words it rests on.
 *
 * @fires {CustomEvent<Evidence>} cv-cite - A moment was opened. Stays private.
 * @fires {CustomEvent<number | undefined>} cv-cite-look - The card of a citation opened or closed. Stays private.
 * @fires {CustomEvent} cv-again - Another try is wanted. Stays private.
 */
export class ChatAnswer extends CallVaultElement {
  static override readonly tag = 'cv-chat-answer';
  static override styles = [base, buttons, avatars, evidenceStyles, popovers, states, strip, chatAnswer];

  @property({ attribute: false }) accessor message!: ChatMessage;
  /** Whether the host may ask for another try. */
  @property({ type: Boolean }) accessor retryable = false;

  @state() private accessor openSteps: ReadonlySet<string> = new Set();

  private readonly t = translator(this, 'chat', messages);
  readonly #card = new HoverCardController(this, { anchors: '.cite', card: '.hc' });
  readonly #sentences = new Sentences();
  #looked: number | undefined;
  #wasLive = false;
  readonly #call = new VaultTask(this, {
    args: () => [this.#cited?.evidence.callId] as const,
    task: async (vault, [id], signal) => (id === undefined ? undefined : vault.calls.retrieve(id, { signal })),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (!markdown) void this.#loadMarkdown();
  }

  async #loadMarkdown(): Promise<void> {
    try {
      markdown = (await import('./markdown.ts')).markdown;
      this.requestUpdate();
    } catch {
      // The words stay readable without it.
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('message')) this.#speak();
    const looked = this.#cited?.number;
    if (looked === this.#looked) return;
    this.#looked = looked;
    this.dispatchEvent(new CustomEvent('cv-cite-look', { detail: looked }));
  }

  get #cited(): Citation | undefined {
    const number = Number(this.#card.anchor?.dataset['number']);
    return this.message.citations.find((each) => each.number === number);
  }

  /** Says what was added, by whole sentences; an answer that was there already says nothing. */
  #speak(): void {
    const { status, text } = this.message;
    const isLive = status === 'answering';
    if (isLive) this.#wasLive = true;
    if (!this.#wasLive) return;
    const said = this.#sentences.next(text, !isLive);
    const end = status === 'done' ? this.t('answered') : status === 'failed' ? this.t('failed') : '';
    if (!isLive) this.#wasLive = false;
    if (said || (!isLive && end)) this.announce([said, isLive ? '' : end].filter(Boolean).join(' '));
  }

  private handleToggle(stepId: string): void {
    const open = new Set(this.openSteps);
    if (!open.delete(stepId)) open.add(stepId);
    this.openSteps = open;
  }

  private cite(evidence: Evidence): void {
    this.#card.close();
    this.dispatchEvent(new CustomEvent('cv-cite', { detail: evidence }));
  }

  private async handleCopy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      await this.toast({ text: this.t('copied') });
    } catch {
      await this.toast({ text: this.t('notCopied'), tone: 'bad' });
    }
  }

  override render() {
    const { message, t, i18n } = this;
    const { citations, leftOut, status } = message;
    const isLive = status === 'answering';
    return html`<article class="ans" aria-label=${t('answer')} aria-busy=${String(isLive)}>
        ${toolFrame({
          message,
          openSteps: this.openSteps,
          t,
          i18n,
          onToggle: (id) => this.handleToggle(id),
        })}
        <div class="prose ${isLive ? 'live' : ''}">
          ${this.renderText(isLive)} ${isLive && message.text === '' ? html`<p></p>` : nothing}
        </div>
        ${this.renderEnd()}
        ${
          !isLive && (citations.length > 0 || leftOut > 0)
            ? html`<div class="under">
                ${sourceLines(
                  { citations, leftOut, current: undefined, t, i18n, onOpen: (evidence) => this.cite(evidence) },
                  (number) => this.renderCite(number),
                )}
              </div>`
            : nothing
        }
      </article>
      ${this.renderCard()}`;
  }

  /** Until the reader of Markdown is here, the words stand as they came. */
  private renderText(isLive: boolean) {
    const { text } = this.message;
    const cite = (number: number) => this.renderCite(number);
    return markdown ? markdown(text, cite, { isLive }) : html`<p class="raw" dir="auto">${cited(text, cite)}</p>`;
  }

  private renderCite(number: number) {
    const isKnown = this.message.citations.some((each) => each.number === number);
    // A number without a passage proves nothing, so it is not drawn as if it did.
    if (!isKnown) return nothing;
    return html`<button
      class="cite ${number === this.#cited?.number ? 'on' : ''}"
      type="button"
      data-number=${number}
      aria-haspopup="dialog"
      aria-label=${this.t('source', { number })}
    >
      ${number}
    </button>`;
  }

  private renderCard() {
    const cited = this.#cited;
    const call = this.#call.value;
    return html`<div
      class="pop hc"
      popover="manual"
      role="dialog"
      aria-label=${cited ? this.t('source', { number: cited.number }) : this.t('sources')}
    >
      ${
        cited
          ? citationCard({
              citation: cited,
              call: call?.id === cited.evidence.callId ? call : undefined,
              t: this.t,
              i18n: this.i18n,
              onOpen: () => this.cite(cited.evidence),
              onCopy: () => void this.handleCopy(cited.evidence.text),
            })
          : nothing
      }
    </div>`;
  }

  private renderEnd() {
    const { t } = this;
    const { status, error, text } = this.message;
    if (status === 'answering') return nothing;
    const again = this.retryable
      ? html`<button class="btn gho sm" type="button" @click=${() => this.dispatchEvent(new CustomEvent('cv-again'))}>
          ${icon('refresh')}${t('retry')}
        </button>`
      : nothing;
    if (status === 'failed')
      return html`<div class="note bad">
          ${icon('alert')}
          <p>
            <b>${t('failed')}</b> ${error?.message ?? nothing} ${error ? html`<code>${error.code}</code>` : nothing}
          </p>
        </div>
        <div class="acts">${again}</div>`;
    return html`${status === 'stopped' ? html`<p class="xs t3">${t('stopped')}</p>` : nothing}
      <div class="acts">
        ${
          text
            ? html`<button
                class="ib sm"
                type="button"
                aria-label=${t('copyAnswer')}
                data-tip=${t('copyAnswer')}
                @click=${() => this.handleCopy(plainWords(text))}
              >
                ${icon('copy')}
              </button>`
            : nothing
        }${again}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-chat-answer': ChatAnswer;
  }
}
