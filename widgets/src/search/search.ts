import type { Evidence } from '@callvault/sdk';
import { TaskStatus } from '@lit/task';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { avatars } from '../parts/avatars.styles.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { chips } from '../parts/chips.styles.ts';
import { Empty } from '../parts/empty.ts';
import { evidence } from '../parts/evidence.styles.ts';
import { frame } from '../parts/frame.styles.ts';
import { icon } from '../parts/icon.ts';
import { ProblemElement } from '../parts/problem.ts';
import { Skeleton } from '../parts/skeleton.ts';
import { strip } from '../parts/strip.styles.ts';
import { choiceContent } from './choice-view.ts';
import { choicesOf, type Choice, type SearchAnswer } from './choices.ts';
import { SearchFilterPopover } from './filter-popover.ts';
import { messages } from './messages.en.ts';
import { nearest } from './nearest.ts';
import { preview } from './preview.ts';
import { forgetSearches, recentSearches, remember, type RecentSearch } from './recent.ts';
import { isSame, queryOf, toggled, type SearchFilter } from './search-filter.ts';
import { search } from './search.styles.ts';

/** A keystroke waits this many milliseconds for the next one. */
const PATIENCE = 150;

/** Where something found is, for links. `at` is in seconds. */
export interface SearchTarget {
  readonly callId: string;
  readonly at?: number;
}

/**
 * Finds what was said in every call the reader may see, and opens it at the moment it was said.
 *
 * @summary Search palette over all calls, or a search page with `inline`.
 * @fires {CustomEvent<Evidence>} cv-citation-open - A moment was chosen. Cancelable: then the palette stays open.
 * @fires {CustomEvent<{ callId: string; at?: number }>} cv-call-open - A call was chosen by its title. Cancelable.
 * @fires {CustomEvent<{ question: string }>} cv-chat-ask - The question goes to the chat. Cancelable.
 * @fires {CustomEvent<{ widget: string }>} cv-search-close - The palette closed.
 */
export class Search extends CallVaultElement {
  static override readonly tag = 'cv-search';
  static override readonly uses = [SearchFilterPopover, ProblemElement, Skeleton, Empty];
  static override styles = [base, frame, buttons, chips, avatars, evidence, strip, search];

  /** Whether the palette is open. */
  @property({ type: Boolean, reflect: true }) accessor open = false;
  /** As a page, in place, instead of a palette. */
  @property({ type: Boolean, reflect: true }) accessor inline = false;
  /** Cmd+K or Ctrl+K opens the palette from anywhere on the page. */
  @property({ type: Boolean }) accessor hotkey = false;
  /** What is searched for. */
  @property() accessor words = '';
  @property({ attribute: false }) accessor filters: readonly SearchFilter[] = [];
  /** Makes Ctrl+Enter open a new tab: gives the address of a moment or call in the host's page. */
  @property({ attribute: false }) accessor hrefFor: ((target: SearchTarget) => string) | undefined;

  @state() private accessor asked: RecentSearch = { words: '', filters: [] };
  @state() private accessor answer: SearchAnswer | undefined;
  @state() private accessor current = 0;

  @query('dialog') private accessor dialog!: HTMLDialogElement | null;
  @query('.ck-q') private accessor input!: HTMLInputElement | null;

  /** @internal */
  readonly t = translator(this, 'search', messages);
  /** A newer search aborts the one under way; its answer is dropped even if it still comes. */
  private readonly task = new VaultTask(this, {
    args: () => [this.asked],
    task: async (vault, [{ words, filters }], signal) => {
      if (words === '') return undefined;
      const answer = await vault.search.query(queryOf(words, filters), { signal });
      if (!signal.aborted) this.#show(answer);
      return answer;
    },
  });
  private readonly nearestTask = new VaultTask(this, {
    args: () => [this.#isEmpty ? this.asked : undefined],
    task: async (vault, [asked], signal) => (asked ? nearest(vault, asked.words, asked.filters, signal) : []),
  });

  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasChosen = false;

  protected override get needsVault(): boolean {
    return true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.handleHotkey, { signal: this.lifetime });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('words')) this.#askSoon(this.hasUpdated ? PATIENCE : 0);
    if (changed.has('filters')) this.#askSoon(0);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('open') || this.inline || !this.dialog) return;
    if (this.open && !this.dialog.open) {
      this.dialog.showModal();
      this.input?.select();
    } else if (!this.open && this.dialog.open) this.dialog.close();
  }

  /** Opens the palette. */
  show(): void {
    this.open = true;
  }

  /** Closes the palette. */
  close(): void {
    this.open = false;
  }

  get #isEmpty(): boolean {
    const { answer } = this;
    return answer !== undefined && answer.items.length === 0 && answer.calls.length === 0;
  }

  get #choices(): readonly Choice[] {
    if (this.words.trim() === '') return recentSearches().map((found) => ({ kind: 'recent', search: found }));
    return choicesOf(this.answer, this.#question);
  }

  get #question(): string {
    const { words, filters } = this.asked;
    const speaker = filters.find(({ field }) => field === 'speaker')?.label;
    if (words === '') return '';
    return speaker ? this.t('ask.speaker', { speaker, words }) : this.t('ask.about', { words });
  }

  #askSoon(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const words = this.words.trim();
      if (words === '') this.answer = undefined;
      if (words !== this.asked.words || this.filters !== this.asked.filters)
        this.asked = { words, filters: this.filters };
    }, delay);
  }

  #show(answer: SearchAnswer): void {
    this.answer = answer;
    this.current = 0;
    this.announce(this.t('spoken', { count: answer.items.length + answer.calls.length }));
  }

  private readonly handleHotkey = (event: KeyboardEvent): void => {
    const isAsked =
      event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;
    if (!this.hotkey || !isAsked || event.defaultPrevented) return;
    event.preventDefault();
    if (this.inline) this.input?.focus();
    else this.open = !this.open;
  };

  private handleClose(): void {
    this.open = false;
    this.emit('cv-search-close', { widget: Search.tag });
  }

  private handleBackdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.close();
  }

  private handleKeydown(event: KeyboardEvent): void {
    // Enter and arrows belong to the input method while it composes.
    if (event.isComposing) return;
    const { length } = this.#choices;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && length > 0) this.#move((this.current + by + length) % length);
    else if (event.key === 'Enter') this.#choose(this.current, event.ctrlKey || event.metaKey);
    else if (event.key === 'Tab' && !event.shiftKey && !event.altKey) this.#openFilters();
    else if (event.key === 'Backspace' && this.words === '' && this.filters.length > 0)
      this.filters = this.filters.slice(0, -1);
    else return;
    event.preventDefault();
  }

  private handleClick(event: MouseEvent): void {
    const index = choiceAt(event);
    if (index !== undefined) this.#choose(index, event.ctrlKey || event.metaKey);
  }

  private handlePointer(event: PointerEvent): void {
    this.current = choiceAt(event) ?? this.current;
  }

  #move(index: number): void {
    this.current = index;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector(`#choice-${index}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #openFilters(): void {
    const opener = this.renderRoot.querySelector('.pick');
    const popover = this.renderRoot.querySelector<SearchFilterPopover>('cv-search-filters');
    this.#hasChosen = false;
    if (opener) void popover?.open(opener);
  }

  /** After a filter was chosen the words go on; else the focus stands behind the words, so that Tab leads on. */
  private handleFiltersClosed(): void {
    if (this.#hasChosen) this.input?.focus();
    else this.renderRoot.querySelector<HTMLElement>('.pick')?.focus();
    this.#hasChosen = false;
  }

  #toggle(filter: SearchFilter): void {
    this.#hasChosen = true;
    this.filters = toggled(this.filters, filter);
  }

  #choose(index: number, inNewTab = false): void {
    const choice = this.#choices[index];
    if (!choice) return;
    if (choice.kind === 'recent') {
      ({ words: this.words, filters: this.filters } = choice.search);
      this.input?.focus();
      return;
    }
    remember(this.asked);
    if (inNewTab && this.hrefFor && choice.kind !== 'ask') open(this.hrefFor(targetOf(choice)), '_blank', 'noopener');
    else if (this.#tell(choice)) this.close();
  }

  #tell(choice: Exclude<Choice, { kind: 'recent' }>): boolean {
    if (choice.kind === 'moment') return this.emit('cv-citation-open', choice.hit.evidence, { cancelable: true });
    if (choice.kind === 'call') return this.emit('cv-call-open', { callId: choice.call.id }, { cancelable: true });
    return this.emit('cv-chat-ask', { question: choice.question }, { cancelable: true });
  }

  override render() {
    if (this.inline) return html`<section aria-label=${this.t('search')} class="ck">${this.renderPanel()}</section>`;
    return html`<dialog
      aria-label=${this.t('search')}
      @close=${this.handleClose}
      @click=${this.handleBackdrop}
      @keydown=${keepKeys}
    >
      ${this.open ? html`<div class="ck">${this.renderPanel()}</div>` : nothing}
    </dialog>`;
  }

  private renderPanel() {
    const choices = this.#choices;
    const chosen = choices[this.current];
    const hasPreview = this.answer !== undefined && this.words.trim() !== '' && !this.#isEmpty;
    return html`${this.renderHead(choices.length)}
      <div class="ck-b ${hasPreview ? '' : 'alone'}">
        <div class="ck-l scroll">${this.renderList(choices)}</div>
        ${
          hasPreview
            ? html`<aside class="ck-p" aria-label=${this.t('preview')} tabindex="0">
                ${preview(chosen, this.i18n)}
              </aside>`
            : nothing
        }
      </div>
      ${this.renderFoot()}`;
  }

  private renderHead(count: number) {
    return html`<div class="ck-in">
      ${icon('search', 's20')}
      ${
        this.filters.length > 0
          ? html`<span class="toks">${this.filters.map((filter) => this.renderToken(filter))}</span>`
          : nothing
      }
      <input
        class="ck-q"
        type="text"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck="false"
        role="combobox"
        aria-label=${this.t('search')}
        aria-expanded=${count > 0}
        aria-controls="choices"
        aria-autocomplete="list"
        aria-activedescendant=${count > 0 ? `choice-${this.current}` : nothing}
        placeholder=${this.t('placeholder')}
        .value=${this.words}
        @input=${({ target }: InputEvent) => (this.words = (target as HTMLInputElement).value)}
        @keydown=${this.handleKeydown}
      />
      <button
        class="chip pick"
        type="button"
        aria-haspopup="dialog"
        aria-label=${this.t('filters')}
        @click=${() => this.#openFilters()}
      >
        ${icon('filter', 's14')}${this.t('filters')}
      </button>
      <cv-search-filters
        .filters=${this.filters}
        .onToggle=${(filter: SearchFilter) => this.#toggle(filter)}
        .onClose=${() => this.handleFiltersClosed()}
      ></cv-search-filters>
      ${this.inline ? nothing : this.renderClose()}
    </div>`;
  }

  private renderClose() {
    return html`<kbd>Esc</kbd>
      <button class="ib sm shut" type="button" aria-label=${this.t('close')} @click=${() => this.close()}>
        ${icon('x')}
      </button>`;
  }

  private renderToken(filter: SearchFilter) {
    const name = `${this.t(`field.${filter.field}`)} ${filter.label}`;
    return html`<button
      class="tok"
      type="button"
      aria-label=${this.t('remove', { filter: name })}
      @click=${() => (this.filters = this.filters.filter((each) => !isSame(each, filter)))}
    >
      ${this.t(`field.${filter.field}`)} <b><bdi>${filter.label}</bdi></b>
    </button>`;
  }

  private renderList(choices: readonly Choice[]) {
    if (this.words.trim() === '') return this.renderStart(choices);
    if (this.task.status === TaskStatus.ERROR)
      return html`<cv-problem
        what=${this.t('what')}
        .error=${this.task.error}
        @cv-retry=${() => this.task.run()}
      ></cv-problem>`;
    if (!this.answer) return html`<cv-skeleton rows="4" avatars></cv-skeleton>`;
    return html`${this.#isEmpty ? this.renderNone() : nothing}${this.renderChoices(choices)}`;
  }

  private renderStart(choices: readonly Choice[]) {
    if (choices.length === 0)
      return html`<cv-empty icon="search" heading=${this.t('startTitle')}>${this.t('startText')}</cv-empty>`;
    return html`<div class="ck-h">
        ${this.t('recent')}<button
          class="link"
          type="button"
          @click=${() => {
            forgetSearches();
            this.requestUpdate();
          }}
        >
          ${this.t('forget')}
        </button>
      </div>
      ${this.renderListbox(
        this.t('recent'),
        choices.map((choice, at) => this.renderChoice(choice, at)),
      )}`;
  }

  private renderNone() {
    const { words, filters } = this.asked;
    const near = this.nearestTask.value ?? [];
    return html`<cv-empty icon="search" heading=${this.t('noneTitle', { words })}>
      ${this.t(filters.length > 0 ? 'noneFiltered' : 'noneText')}
      <div slot="actions" class="near">
        ${near.map(
          ({ filter, moments }) =>
            html`<button
              class="btn sm"
              type="button"
              @click=${() => (this.filters = this.filters.filter((each) => !isSame(each, filter)))}
            >
              ${this.t('without', { filter: `${this.t(`field.${filter.field}`)} ${filter.label}` })}<span class="count"
                >${this.t('withoutCount', { count: moments })}</span
              >
            </button>`,
        )}
        ${
          filters.length > 0
            ? html`<button class="btn gho sm" type="button" @click=${() => (this.filters = [])}>
                ${this.t('clearFilters')}
              </button>`
            : nothing
        }
      </div>
    </cv-empty>`;
  }

  private renderChoices(choices: readonly Choice[]) {
    const indexed = choices.map((choice, at) => ({ choice, at }));
    const moments = indexed.filter(({ choice: { kind } }) => kind === 'moment');
    const inSummary = ({ choice }: { choice: Choice }) => choice.kind === 'moment' && choice.hit.foundIn === 'summary';
    return this.renderListbox(
      this.t('results'),
      html`${this.renderGroup(
        this.t('moments'),
        moments.filter((each) => !inSummary(each)),
        this.#countOf(moments.filter((each) => !inSummary(each)).map(({ choice }) => choice)),
      )}
      ${this.renderGroup(this.t('summaries'), moments.filter(inSummary))}
      ${this.renderGroup(
        this.t('calls'),
        indexed.filter(({ choice: { kind } }) => kind === 'call'),
        this.i18n.number(this.answer?.calls.length ?? 0),
      )}
      ${this.renderGroup(
        this.t('ask'),
        indexed.filter(({ choice: { kind } }) => kind === 'ask'),
      )} `,
    );
  }

  private renderListbox(name: string, inside: unknown) {
    return html`<div
      id="choices"
      role="listbox"
      aria-label=${name}
      tabindex="-1"
      @click=${this.handleClick}
      @pointermove=${this.handlePointer}
      @keydown=${this.handleKeydown}
    >
      ${inside}
    </div>`;
  }

  #countOf(choices: readonly Choice[]): string {
    const calls = new Set(choices.flatMap((choice) => (choice.kind === 'moment' ? [choice.hit.call.id] : [])));
    return this.t('momentsCount', { count: choices.length, calls: this.t('callsCount', { count: calls.size }) });
  }

  private renderGroup(name: string, entries: readonly { choice: Choice; at: number }[], count = '') {
    if (entries.length === 0) return nothing;
    return html`<div role="group" aria-label=${name}>
      <div class="ck-h" role="presentation">${name}<span class="num">${count}</span></div>
      ${entries.map(({ choice, at }) => this.renderChoice(choice, at))}
    </div>`;
  }

  private renderChoice(choice: Choice, at: number) {
    const isOn = at === this.current;
    return html`<div
      class="sh ${choice.kind === 'moment' ? '' : 'one'} ${isOn ? 'on' : ''}"
      id="choice-${at}"
      data-choice=${at}
      role="option"
      aria-selected=${isOn}
    >
      ${choiceContent(choice, this)}
    </div>`;
  }

  private renderFoot() {
    const { answer } = this;
    const modifier = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
    return html`<div class="ck-f">
      <span><kbd>↑</kbd><kbd>↓</kbd> ${this.t('key.move')}</span>
      <span><kbd>↵</kbd> ${this.t('key.open')}</span>
      ${this.hrefFor ? html`<span><kbd>${modifier}</kbd><kbd>↵</kbd> ${this.t('key.tab')}</span>` : nothing}
      <span><kbd>Tab</kbd> ${this.t('key.filter')}</span>
      <span class="grow"></span>
      ${
        answer
          ? html`<span class="num"
              >${this.t('total', { count: answer.items.length + answer.calls.length, ms: Math.round(answer.tookMs) })}</span
            >`
          : nothing
      }
    </div>`;
  }
}

/** Which choice an event belongs to. */
function choiceAt({ target }: Event): number | undefined {
  const choice = target instanceof Element ? target.closest<HTMLElement>('[data-choice]') : null;
  return choice ? Number(choice.dataset['choice']) : undefined;
}

/** The page behind may have keys of its own. */
function keepKeys(event: KeyboardEvent): void {
  if (event.key !== 'Escape' && !event.metaKey && !event.ctrlKey) event.stopPropagation();
}

function targetOf(choice: Extract<Choice, { kind: 'moment' | 'call' }>): SearchTarget {
  if (choice.kind === 'call') return { callId: choice.call.id };
  const { callId, startMs } = choice.hit.evidence;
  return { callId, ...(startMs === null ? {} : { at: startMs / 1000 }) };
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-search': Search;
  }
  interface HTMLElementEventMap {
    'cv-citation-open': CustomEvent<Evidence>;
    'cv-call-open': CustomEvent<{ readonly callId: string; readonly at?: number }>;
    'cv-chat-ask': CustomEvent<{ readonly question: string }>;
    'cv-search-close': CustomEvent<{ readonly widget: string }>;
  }
}
