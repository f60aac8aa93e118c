import type { ChatMessage } from '@callvault/sdk';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { icon, type IconName } from '../parts/icon.ts';
import { PopoverController } from '../parts/popover.ts';
import { popovers } from '../parts/popover.styles.ts';
import { composer } from './composer.styles.ts';
import { messages } from './messages.en.ts';

export type Mention = ChatMessage['mentions'][number];

/** What the user asks. */
export interface Question {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** The earlier question it takes the place of. */
  readonly replaces?: string;
}

const CALLS_SHOWN = 6;
/** An "@" at the start or after a space, with the letters typed after it, up to the cursor. */
const MENTION = /(^|\s)@([^@\n]{0,60})$/;

/**
 * Where the question is written: Enter sends, Shift+Enter breaks the line, "@" mentions a call, Esc stops the answer.
 *
 * @fires {CustomEvent<Question>} cv-ask - The question is sent. Stays private.
 * @fires {CustomEvent} cv-stop - The answer is to stop. Stays private.
 * @fires {CustomEvent<Element>} cv-scope-open - The scope is to change; carries the button. Stays private.
 */
export class Composer extends CallVaultElement {
  static override readonly tag = 'cv-chat-composer';
  static override styles = [base, buttons, popovers, composer];

  @property() accessor placeholder = '';
  @property({ attribute: 'scope-label' }) accessor scopeLabel = '';
  @property({ attribute: 'scope-icon' }) accessor scopeIcon: IconName = 'calls';
  @property({ type: Boolean }) accessor answering = false;
  /** Without the button that changes the scope. */
  @property({ type: Boolean }) accessor compact = false;

  @state() private accessor text = '';
  @state() private accessor mentions: readonly Mention[] = [];
  @state() private accessor edited: string | undefined;
  @state() private accessor asked: string | undefined;
  @state() private accessor active = 0;
  @query('textarea') private accessor area!: HTMLTextAreaElement;

  private readonly t = translator(this, 'chat', messages);
  readonly #popover = new PopoverController(this, '.pop', { side: 'above' });
  readonly #calls = new VaultTask(this, {
    args: () => [this.asked] as const,
    task: async (vault, [q], signal) =>
      q === undefined
        ? []
        : (await vault.calls.list({ ...(q.trim() ? { q: q.trim() } : {}), limit: CALLS_SHOWN }, { signal })).items,
  });

  /** Puts the cursor into the field. */
  override focus(): void {
    void this.updateComplete.then(() => this.area.focus());
  }

  /** Fills in a question to be asked in place of an earlier one. */
  edit({ id, text, mentions }: Pick<ChatMessage, 'id' | 'text' | 'mentions'>): void {
    this.edited = id;
    this.#fill(text, mentions);
    this.focus();
  }

  #fill(text: string, mentions: readonly Mention[]): void {
    this.text = text;
    this.mentions = mentions;
    void this.updateComplete.then(() => this.#grow());
  }

  #grow(): void {
    this.area.style.setProperty('block-size', 'auto');
    this.area.style.setProperty('block-size', `${Math.min(this.area.scrollHeight, 220)}px`);
  }

  get #options(): readonly Mention[] {
    const chosen = new Set(this.mentions.map(({ callId }) => callId));
    return (this.#calls.value ?? [])
      .map(({ id, title }) => ({ callId: id, title }))
      .filter(({ callId }) => !chosen.has(callId));
  }

  private handleInput(): void {
    this.text = this.area.value;
    this.#grow();
    this.#look();
  }

  /** Opens, updates or closes the list of calls, as the text before the cursor asks for. */
  #look(): void {
    const before = this.text.slice(0, this.area.selectionEnd);
    const found = MENTION.exec(before);
    this.asked = found?.[2];
    this.active = 0;
    if (found && !this.#popover.isOpen) void this.#popover.open(this.area, { focus: false });
    else if (!found && this.#popover.isOpen) this.#popover.close();
  }

  private handleMention(): void {
    const at = this.area.selectionEnd;
    const before = this.text.slice(0, at);
    const sign = before === '' || /\s$/.test(before) ? '@' : ' @';
    this.text = `${before}${sign}${this.text.slice(at)}`;
    void this.updateComplete.then(() => {
      this.area.focus();
      this.area.setSelectionRange(at + sign.length, at + sign.length);
      this.#look();
    });
  }

  private choose(mention: Mention): void {
    const at = this.area.selectionEnd;
    const before = this.text.slice(0, at).replace(MENTION, '$1');
    this.text = before + this.text.slice(at).trimStart();
    this.mentions = [...this.mentions, mention];
    this.asked = undefined;
    this.#popover.close();
    this.focus();
  }

  #take(callId: string): void {
    this.mentions = this.mentions.filter((each) => each.callId !== callId);
    this.focus();
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.#popover.isOpen && this.#handleListKey(event)) return;
    const isAtStart = this.area.selectionStart === 0 && this.area.selectionEnd === 0;
    const last = this.mentions.at(-1);
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'Backspace' && isAtStart && last) {
      event.preventDefault();
      this.#take(last.callId);
    } else if (event.key === 'Escape' && this.edited && !this.answering) {
      event.preventDefault();
      event.stopPropagation();
      this.#leaveEdit();
    }
  }

  #handleListKey(event: KeyboardEvent): boolean {
    const options = this.#options;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const option = options[this.active];
    if (step !== 0 && options.length > 0) this.active = (this.active + step + options.length) % options.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && option) this.choose(option);
    else if (event.key === 'Escape') {
      this.asked = undefined;
      this.#popover.close();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #leaveEdit(): void {
    this.edited = undefined;
    this.#fill('', []);
    this.focus();
  }

  private send(): void {
    const text = this.text.trim();
    if (!text || this.answering) return;
    const { mentions, edited } = this;
    const detail: Question = { text, mentions, ...(edited ? { replaces: edited } : {}) };
    this.edited = undefined;
    this.#fill('', []);
    this.dispatchEvent(new CustomEvent('cv-ask', { detail }));
  }

  /** Puts a question back that was not sent. */
  restore(question: Question): void {
    this.edited = question.replaces;
    this.#fill(question.text, question.mentions);
  }

  override render() {
    const { t } = this;
    const isOpen = this.#popover.isOpen;
    const options = isOpen ? this.#options : [];
    return html`<div class="composer" part="composer">
        ${this.edited ? this.renderEditing() : nothing}
        <div class="inp">
          ${this.mentions.map((each) => this.renderMention(each))}
          <textarea
            rows="1"
            dir="auto"
            maxlength="4000"
            enterkeyhint="send"
            placeholder=${this.mentions.length > 0 ? '' : this.placeholder}
            aria-label=${t('askField')}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls=${isOpen ? 'calls' : nothing}
            aria-activedescendant=${options[this.active] ? `call-${this.active}` : nothing}
            .value=${this.text}
            @input=${this.handleInput}
            @keydown=${this.handleKeydown}
            @blur=${() => this.#popover.isOpen && this.#popover.close()}
          ></textarea>
        </div>
        <div class="rowx g4">
          <button
            class="ib sm"
            type="button"
            aria-label=${t('mention')}
            data-tip=${t('mention')}
            @click=${this.handleMention}
          >
            ${icon('at')}
          </button>
          ${this.compact ? nothing : this.renderScope()}
          <span class="grow"></span>
          ${this.answering ? this.renderStop() : this.renderSend()}
        </div>
      </div>
      <div class="pop" popover="manual" @toggle=${this.#popover.handleToggle}>
        ${isOpen ? this.renderCalls(options) : nothing}
      </div>`;
  }

  private renderEditing() {
    return html`<p class="editing">
      ${icon('edit', 's14')}<span>${this.t('editing')}</span
      ><button class="link" type="button" @click=${() => this.#leaveEdit()}>${this.t('cancelEdit')}</button>
    </p>`;
  }

  private renderMention({ callId, title }: Mention) {
    const label = this.t('unmention', { title });
    return html`<button
      class="men"
      type="button"
      aria-label=${label}
      data-tip=${label}
      @click=${() => this.#take(callId)}
    >
      ${icon('at')}<span class="trunc" dir="auto">${title}</span>
    </button>`;
  }

  private renderScope() {
    return html`<button
      class="btn gho sm scope"
      type="button"
      aria-haspopup="dialog"
      @click=${(event: Event) => this.dispatchEvent(new CustomEvent('cv-scope-open', { detail: event.currentTarget }))}
    >
      ${icon(this.scopeIcon)}<span class="trunc">${this.scopeLabel}</span>${icon('down', 'aft')}
    </button>`;
  }

  private renderStop() {
    return html`<span class="xs t3">${this.t('answering')}</span
      ><button class="btn sm stop" type="button" @click=${() => this.dispatchEvent(new CustomEvent('cv-stop'))}>
        ${icon('stop')}${this.t('stop')}<kbd>Esc</kbd>
      </button>`;
  }

  private renderSend() {
    return html`<button
      class="ib sm snd"
      type="button"
      aria-label=${this.t('send')}
      aria-disabled=${String(this.text.trim() === '')}
      @click=${this.send}
    >
      ${icon('arrowu')}
    </button>`;
  }

  private renderCalls(options: readonly Mention[]) {
    if (options.length === 0)
      return html`<p class="pop-n" role="status">${this.#calls.value ? this.t('mention.none') : nothing}</p>`;
    return html`<div id="calls" role="listbox" aria-label=${this.t('mention.list')}>
      ${options.map(
        (option, index) =>
          html`<button
            type="button"
            tabindex="-1"
            id="call-${index}"
            class="it ${index === this.active ? 'on' : ''}"
            role="option"
            aria-selected=${String(index === this.active)}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => this.choose(option)}
          >
            ${icon('calls')}<span class="trunc" dir="auto">${option.title}</span>
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-chat-composer': Composer;
  }
}
