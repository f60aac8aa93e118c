import type { ChatMessage, ChatSession, Citation, Evidence } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { reasonOf } from '../call-library/reason.ts';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { chips } from '../parts/chips.styles.ts';
import type { Dialog } from '../parts/dialog.ts';
import { evidence as evidenceStyles } from '../parts/evidence.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { frame } from '../parts/frame.styles.ts';
import { icon } from '../parts/icon.ts';
import type { Menu, MenuItem } from '../parts/menu.ts';
import { Skeleton } from '../parts/skeleton.ts';
import { ChatAnswer } from './chat-answer.ts';
import { scopeIcon, scopeWord, shortLabel, type ChatScope } from './chat-scope.ts';
import { ChatThread } from './chat-thread.ts';
import { chat } from './chat.styles.ts';
import { Composer, type Question } from './composer.ts';
import { messages, type MessageKey } from './messages.en.ts';
import type { ScopeChoice, ScopePicker } from './scope-picker.ts';
import { sourceRail } from './source-list.ts';

type Engine = 'auto' | 'local';

const LIBRARY: ChatScope = { kind: 'library' };
const NARROW = 720;
/** Pixels from the end within which the thread follows the answer. */
const NEAR_END = 80;

/**
 * Questions over calls, answered with the words they rest on. Enter sends, Shift+Enter breaks the line, "@" mentions a
 * call, Esc stops the answer.
 *
 * @summary Ask the calls.
 * @slot empty - Shown instead of the example questions in a chat that has not begun.
 * @fires {CustomEvent<Evidence>} cv-citation-open - A moment of a call was opened. Cancelable.
 * @fires {CustomEvent<{ callId: string }>} cv-call-open - A mentioned call was opened. Cancelable.
 * @fires {CustomEvent<{ widget: string }>} cv-ready - The chat is drawn.
 * @csspart head - Title, scope and engine.
 * @csspart thread - Questions and answers.
 */
export class Chat extends CallVaultElement {
  static override readonly tag = 'cv-chat';
  static override readonly uses = [ChatAnswer, Composer, Skeleton];
  static override readonly later = {
    'cv-chat-scope-picker': async () => (await import('./scope-picker.ts')).ScopePicker,
    'cv-chat-sessions': async () => (await import('./session-rail.ts')).SessionRail,
    'cv-dialog': async () => (await import('../parts/dialog.ts')).Dialog,
    'cv-empty': async () => (await import('../parts/empty.ts')).Empty,
    'cv-menu': async () => (await import('../parts/menu.ts')).Menu,
    'cv-problem': async () => (await import('../parts/problem.ts')).ProblemElement,
  };
  static override styles = [base, buttons, chips, fields, evidenceStyles, frame, chat];

  /** The chat that is shown. Empty begins a new one. */
  @property({ attribute: 'session-id' }) accessor sessionId: string | undefined;
  /** Which calls a new chat may read: the whole library unless set. */
  @property({ attribute: false }) accessor scope: ChatScope = LIBRARY;
  /** A new chat over this call. */
  @property({ attribute: 'call-id' }) accessor callId: string | undefined;
  /** A new chat over this folder. */
  @property({ attribute: 'folder-id' }) accessor folderId: string | undefined;
  /** A new chat over calls with this tag. */
  @property({ attribute: 'tag-id' }) accessor tagId: string | undefined;
  /** Questions to begin with. */
  @property({ attribute: false }) accessor examples: readonly string[] | undefined;
  /** The narrow look at any width: one chat, without head and rails. */
  @property({ type: Boolean, reflect: true }) accessor compact = false;

  @state() private accessor session: ChatSession | undefined;
  @state() private accessor chosen: ScopeChoice | undefined;
  @state() private accessor scopeCalls: number | undefined;
  @state() private accessor engine: Engine = 'auto';
  @state() private accessor cited: number | undefined;
  @state() private accessor isRenaming = false;
  @state() private accessor isRailOpen = false;
  @state() private accessor isAsking = false;
  @state() private accessor railRevision = 0;
  @query('.scroll') private accessor scroller!: HTMLElement | null;
  @query('cv-chat-composer') private accessor composer!: Composer;
  @query('cv-chat-scope-picker') private accessor scopePicker!: ScopePicker;
  @query('#engine') private accessor engineMenu!: Menu;
  @query('#more') private accessor moreMenu!: Menu;
  @query('cv-dialog') private accessor dialog!: Dialog;

  protected readonly t = translator(this, 'chat', messages);

  readonly #thread = new ChatThread(this);
  #isReady = false;
  #followsEnd = true;
  readonly #loaded = new VaultTask(this, {
    args: () => [this.sessionId] as const,
    task: async (vault, [id], signal) => {
      // A chat this widget has just begun is here already.
      if (id === undefined || id === '' || id === this.session?.id) return id;
      const { thread, scopeCalls, ...session } = await vault.chat.retrieve(id, { signal });
      this.session = session;
      this.scopeCalls = scopeCalls;
      this.#followsEnd = true;
      this.#thread.show(thread);
      return id;
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', (event) => this.#handleKeydown(event), { signal: this.lifetime });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { scroller } = this;
    if (scroller && this.#followsEnd) scroller.scrollTop = scroller.scrollHeight;
    if (this.#isReady || this.vault === undefined || this.#isLoading) return;
    this.#isReady = true;
    this.emit('cv-ready', { widget: Chat.tag });
  }

  protected override get needsVault(): boolean {
    return true;
  }

  /** Begins a new chat; what was said stays in the old one. */
  startNew(): void {
    this.sessionId = undefined;
    this.session = undefined;
    this.scopeCalls = undefined;
    this.isRenaming = false;
    this.isRailOpen = false;
    this.#thread.show([]);
    this.composer.focus();
  }

  /** Asks in the chat that is shown, or in a new one. */
  async ask(text: string): Promise<void> {
    await this.#ask({ text, mentions: [] });
  }

  get #isLoading(): boolean {
    return Boolean(this.sessionId) && this.session?.id !== this.sessionId && this.#loaded.error === undefined;
  }

  get #scope(): ChatScope {
    if (this.session) return this.session.scope;
    if (this.chosen) return this.chosen.scope;
    if (this.callId) return { kind: 'call', id: this.callId };
    if (this.folderId) return { kind: 'folder', id: this.folderId };
    if (this.tagId) return { kind: 'tag', id: this.tagId };
    return this.scope;
  }

  get #scopeLabel(): string {
    const scope = this.#scope;
    if (this.session) return shortLabel(scope, this.session.scopeLabel);
    return this.chosen?.label ?? scopeWord(scope, this.t);
  }

  get #lastAnswer(): ChatMessage | undefined {
    return this.#thread.messages.findLast(({ role }) => role === 'assistant');
  }

  #handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.isRailOpen) this.isRailOpen = false;
    else if (this.#thread.answering) void this.#stop();
    else return;
    event.preventDefault();
  }

  #handleScroll(): void {
    const { scroller } = this;
    if (!scroller) return;
    this.#followsEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
  }

  async #ask(question: Question): Promise<void> {
    const { vault } = this;
    if (!vault || this.isAsking || this.#thread.answering) return;
    this.isAsking = true;
    this.#followsEnd = true;
    try {
      const session = this.session ?? (await vault.chat.create({ scope: this.#scope }));
      this.session = session;
      this.sessionId = session.id;
      await this.#thread.ask(vault, session.id, question, this.engine);
      // The first question gives the chat its name.
      this.railRevision += 1;
      if (session.messages === 0) void this.#reread(session.id);
    } catch (error) {
      this.composer.restore(question);
      this.#refuse('undone.ask', error);
    } finally {
      this.isAsking = false;
    }
  }

  /** Title and number of calls, without touching the thread. */
  async #reread(id: string): Promise<void> {
    const found = await this.vault?.chat.retrieve(id, { signal: this.lifetime }).catch(() => undefined);
    if (!found || this.session?.id !== id) return;
    const { thread: _thread, scopeCalls, ...session } = found;
    this.session = session;
    this.scopeCalls = scopeCalls;
  }

  async #stop(): Promise<void> {
    try {
      if (this.vault) await this.#thread.stop(this.vault);
    } catch (error) {
      this.#refuse('undone.stop', error);
    }
  }

  #again(answer: ChatMessage): void {
    const asked = this.#thread.questionOf(answer);
    if (asked) void this.#ask({ text: asked.text, mentions: asked.mentions, replaces: asked.id });
  }

  /** Changes the chat at once, and puts it back with a word when the API refuses. */
  async #change(change: Partial<Pick<ChatSession, 'title' | 'isPinned' | 'scope'>>, undone: MessageKey): Promise<void> {
    const { vault, session } = this;
    if (!vault || !session) return;
    this.session = { ...session, ...change };
    try {
      const saved = await vault.chat.update(session.id, change);
      if (this.session.id === saved.id) this.session = saved;
      this.railRevision += 1;
      if (change.scope) void this.#reread(saved.id);
    } catch (error) {
      if (this.session.id === session.id) this.session = session;
      this.#refuse(undone, error);
    }
  }

  async #delete(): Promise<void> {
    this.dialog.close();
    const { vault, session } = this;
    if (!vault || !session) return;
    try {
      await vault.chat.delete(session.id);
      this.startNew();
      this.railRevision += 1;
      await this.toast({ text: this.t('done.delete') });
    } catch (error) {
      this.#refuse('undone.delete', error);
    }
  }

  #refuse(undone: MessageKey, error: unknown): void {
    void this.toast({ text: this.t(undone, { reason: reasonOf(error) }), tone: 'bad' });
  }

  /** Opens a part whose code may still be on its way. */
  async #toggle(part: Menu | ScopePicker, anchor: EventTarget | null): Promise<void> {
    await customElements.whenDefined(part.localName);
    part.toggle(anchor);
  }

  #handleScope(choice: ScopeChoice): void {
    if (this.session) void this.#change({ scope: choice.scope }, 'undone.scope');
    else this.chosen = choice;
  }

  #handlePick(id: string): void {
    this.isRailOpen = false;
    this.isRenaming = false;
    if (id !== this.sessionId) this.#thread.show([]);
    this.sessionId = id;
  }

  #handleMore(id: string): void {
    if (id === 'rename') {
      this.isRenaming = true;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('.head input')?.select());
    } else if (id === 'delete') void customElements.whenDefined('cv-dialog').then(() => this.dialog.show());
    else if (id === 'new') this.startNew();
    else this.isRailOpen = true;
  }

  #handleRenamed(event: Event): void {
    if (!this.isRenaming) return;
    this.isRenaming = false;
    const title = (event.target as HTMLInputElement).value.trim();
    if (title && title !== this.session?.title) void this.#change({ title }, 'undone.rename');
  }

  #handleRenameKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#handleRenamed(event);
    else if (event.key === 'Escape') this.isRenaming = false;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #cite(evidence: Evidence): void {
    this.emit('cv-citation-open', evidence, { cancelable: true });
  }

  override render() {
    const { t } = this;
    const answer = this.#lastAnswer;
    return html`<section class="wid chatw" aria-label=${t('title')}>
      <div class="ch">
        ${this.compact ? nothing : this.#renderRail()}
        <div class="conv">
          ${this.compact ? nothing : this.#renderHead()}
          <div class="scroll" tabindex="-1" @scroll=${this.#handleScroll}>${this.#renderThread()}</div>
          <div class="dock">${this.#renderComposer()}</div>
        </div>
        ${this.compact ? nothing : this.#renderSources(answer?.citations ?? [], answer?.leftOut ?? 0)}
      </div>
      ${this.#renderOverlays()}
    </section>`;
  }

  #renderRail() {
    return html`<cv-chat-sessions
      class=${this.isRailOpen ? 'open' : ''}
      .current=${this.sessionId}
      .latest=${this.session}
      .revision=${this.railRevision}
      @cv-chat-pick=${(event: CustomEvent<string>) => this.#handlePick(event.detail)}
      @cv-chat-new=${() => this.startNew()}
    ></cv-chat-sessions>`;
  }

  #renderHead() {
    const { t, session } = this;
    const pin = session?.isPinned ? t('unpin') : t('pin');
    return html`<header class="head" part="head">
      ${this.isRenaming && session ? this.#renderRename(session) : html`<h2 class="trunc" dir="auto">${session?.title ?? t('newChat')}</h2>`}
      ${
        session
          ? html`<button
              class="ib xs pin ${session.isPinned ? 'on' : ''}"
              type="button"
              aria-label=${pin}
              data-tip=${pin}
              @click=${() => this.#change({ isPinned: !session.isPinned }, 'undone.pin')}
            >
              ${icon('pin')}
            </button>`
          : nothing
      }
      <span class="grow"></span>
      <button
        class="chip pick on"
        type="button"
        aria-haspopup="dialog"
        @click=${(event: Event) => this.#toggle(this.scopePicker, event.currentTarget)}
      >
        ${icon(scopeIcon(this.#scope), 's14')}<span class="trunc">${this.#scopeLabel}</span>${
          this.scopeCalls === undefined ? nothing : html`<em>${t('calls', { count: this.scopeCalls })}</em>`
        }
      </button>
      <button
        class="btn gho sm"
        type="button"
        aria-haspopup="menu"
        data-tip=${t('engine.choose')}
        @click=${(event: Event) => this.#toggle(this.engineMenu, event.currentTarget)}
      >
        ${t(`engine.${this.engine}`)}${icon('down', 'aft')}
      </button>
      <button
        class="ib sm more ${session ? '' : 'only-narrow'}"
        type="button"
        aria-label=${t('more')}
        aria-haspopup="menu"
        @click=${(event: Event) => this.#toggle(this.moreMenu, event.currentTarget)}
      >
        ${icon('more')}
      </button>
    </header>`;
  }

  #renderRename({ title }: ChatSession) {
    return html`<label class="field req"
      ><input
        aria-label=${this.t('name')}
        maxlength="200"
        .value=${title}
        @keydown=${this.#handleRenameKey}
        @blur=${this.#handleRenamed}
    /></label>`;
  }

  #renderThread() {
    const { t } = this;
    if (this.#loaded.error !== undefined && this.session?.id !== this.sessionId)
      return html`<cv-problem
        what=${t('title')}
        .error=${this.#loaded.error}
        @cv-retry=${() => this.#loaded.run()}
      ></cv-problem>`;
    if (this.#isLoading) return html`<cv-skeleton shape="prose" rows="4"></cv-skeleton>`;
    const thread = this.#thread.messages;
    if (thread.length === 0) return html`<slot name="empty">${this.#renderStart()}</slot>`;
    return html`<div class="thread" part="thread">
      ${repeat(
        thread,
        ({ id }) => id,
        (message) => (message.role === 'user' ? this.#renderQuestion(message) : this.#renderAnswer(message)),
      )}
    </div>`;
  }

  #renderStart() {
    const { t } = this;
    const examples = this.examples ?? [t('example.1'), t('example.2'), t('example.3')];
    return html`<div class="start">
      <cv-empty icon="chat" heading=${t('empty.title')}>${t('empty.text')}</cv-empty>
      <div class="examples">
        ${examples.map(
          (example) =>
            html`<button class="btn" type="button" dir="auto" @click=${() => this.ask(example)}>${example}</button>`,
        )}
      </div>
    </div>`;
  }

  #renderQuestion(message: ChatMessage) {
    const { t } = this;
    const { text, mentions } = message;
    return html`<div class="ask" role="group" aria-label=${t('question')}>
      <p dir="auto">
        <span class="words">${text}</span>${mentions.map(
          ({ callId, title }) =>
            html` <button
              class="men"
              type="button"
              @click=${() => this.emit('cv-call-open', { callId }, { cancelable: true })}
            >
              ${icon('at')}<span class="trunc">${title}</span>
            </button>`,
        )}
      </p>
      ${
        this.#thread.answering
          ? nothing
          : html`<button
              class="ib sm"
              type="button"
              aria-label=${t('edit')}
              data-tip=${t('edit')}
              @click=${() => this.composer.edit(message)}
            >
              ${icon('edit')}
            </button>`
      }
    </div>`;
  }

  #renderAnswer(message: ChatMessage) {
    const isLast = message === this.#lastAnswer;
    return html`<cv-chat-answer
      .message=${message}
      ?retryable=${isLast && !this.#thread.answering}
      @cv-cite=${(event: CustomEvent<Evidence>) => this.#cite(event.detail)}
      @cv-cite-look=${(event: CustomEvent<number | undefined>) => isLast && (this.cited = event.detail)}
      @cv-again=${() => this.#again(message)}
    ></cv-chat-answer>`;
  }

  #renderComposer() {
    const { t } = this;
    const count = this.scopeCalls;
    return html`<cv-chat-composer
      placeholder=${count === undefined ? t('ask') : t('askCount', { count })}
      .scopeLabel=${this.#scopeLabel}
      .scopeIcon=${scopeIcon(this.#scope)}
      ?answering=${this.isAsking || this.#thread.answering !== undefined}
      ?compact=${this.compact}
      @cv-ask=${(event: CustomEvent<Question>) => this.#ask(event.detail)}
      @cv-stop=${() => this.#stop()}
      @cv-scope-open=${(event: CustomEvent<Element>) => this.#toggle(this.scopePicker, event.detail)}
    ></cv-chat-composer>`;
  }

  #renderSources(citations: readonly Citation[], leftOut: number) {
    return sourceRail({
      citations,
      leftOut,
      current: this.cited,
      t: this.t,
      i18n: this.i18n,
      onOpen: (evidence) => this.#cite(evidence),
    });
  }

  #renderOverlays() {
    const { t } = this;
    const choice = (id: Engine): MenuItem => ({ id, label: t(`engine.${id}`), checked: this.engine === id });
    return html`<cv-chat-scope-picker
        .scope=${this.#scope}
        @cv-scope=${(event: CustomEvent<ScopeChoice>) => this.#handleScope(event.detail)}
      ></cv-chat-scope-picker>
      <cv-menu
        id="engine"
        label=${t('engine.choose')}
        .items=${[choice('auto'), choice('local')]}
        @cv-menu-select=${(event: CustomEvent<Engine>) => {
          this.engine = event.detail;
          this.engineMenu.hide();
        }}
      ></cv-menu>
      <cv-menu
        id="more"
        label=${t('more')}
        .items=${this.#moreItems}
        @cv-menu-select=${(event: CustomEvent<string>) => this.#handleMore(event.detail)}
      ></cv-menu>
      <cv-dialog heading=${t('delete.title')}
        >${t('delete.text', { title: this.session?.title ?? '' })}
        <button slot="actions" class="btn gho" type="button" @click=${() => this.dialog.close()}>
          ${t('delete.keep')}
        </button>
        <button slot="actions" class="btn dsol" type="button" @click=${() => this.#delete()}>${t('delete.do')}</button>
      </cv-dialog>`;
  }

  get #moreItems(): MenuItem[] {
    const { t } = this;
    const isNarrow = this.clientWidth < NARROW;
    return [
      ...(isNarrow
        ? [
            { id: 'new', label: t('newChat'), icon: 'plus' } as const,
            { id: 'chats', label: t('allChats'), icon: 'chat' } as const,
          ]
        : []),
      ...(this.session
        ? [
            { id: 'rename', label: t('rename'), icon: 'edit' } as const,
            { id: 'delete', label: t('delete'), icon: 'trash', danger: true } as const,
          ]
        : []),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-chat': Chat;
  }
  interface HTMLElementEventMap {
    'cv-citation-open': CustomEvent<Evidence>;
    'cv-call-open': CustomEvent<{ readonly callId: string; readonly at?: number }>;
  }
}
