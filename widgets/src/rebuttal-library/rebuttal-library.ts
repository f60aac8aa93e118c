import type { Evidence, Query, Rebuttal } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { fieldsSet, queryOf, type CallFilter } from '../call-library/call-filter.ts';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { avatars } from '../parts/avatars.styles.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { chips } from '../parts/chips.styles.ts';
import { evidence as evidenceStyles } from '../parts/evidence.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { frame } from '../parts/frame.styles.ts';
import { icon } from '../parts/icon.ts';
import type { Menu } from '../parts/menu.ts';
import { RovingTabindexController } from '../parts/roving-tabindex.ts';
import { Skeleton } from '../parts/skeleton.ts';
import { tags } from '../parts/tags.styles.ts';
import { findReply } from './find-reply.ts';
import { kindRail } from './kind-rail.ts';
import { isKind, type ObjectionKind } from './kinds.ts';
import { messages } from './messages.en.ts';
import { RebuttalChanges } from './rebuttal-changes.ts';
import type { RebuttalAct } from './rebuttal-detail.ts';
import { rebuttalLibrary } from './rebuttal-library.styles.ts';
import { rebuttalRow } from './rebuttal-row.ts';
import { emptyLibrary, nothingMatches, nothingRetired } from './rebuttal-states.ts';
import type { ReplyDialog } from './reply-dialog.ts';

/** Milliseconds after the last letter before the search runs. */
const TYPING_PAUSE = 250;
const NO_FILTER: CallFilter = {};

/**
 * Replies that have worked against an objection, the most reliable first. Type what the buyer said, or pick a kind.
 * Keys while the focus is in the list: J and K or arrows move, Enter opens, / finds, Esc steps back.
 *
 * @summary Find the reply that has worked before.
 * @slot empty - Shown instead of the invitation to add a reply when there is none at all.
 * @fires {CustomEvent<Rebuttal>} cv-rebuttal-select - A reply was picked. Cancelable: then nothing is opened.
 * @fires {CustomEvent<Evidence>} cv-citation-open - A moment of a call was opened. Cancelable.
 * @fires {CustomEvent<{ callId: string }>} cv-call-open - A call was opened. Cancelable.
 * @fires {CustomEvent<{ widget: string }>} cv-ready - The first replies are drawn.
 * @csspart head - Title, filters and the button that adds a reply.
 * @csspart find - The field for what was said.
 * @csspart item - One reply.
 */
export class RebuttalLibrary extends CallVaultElement {
  static override readonly tag = 'cv-rebuttal-library';
  static override readonly uses = [Skeleton];
  static override readonly later = {
    'cv-call-filters': async () => (await import('../parts/call-filters.ts')).CallFilters,
    'cv-empty': async () => (await import('../parts/empty.ts')).Empty,
    'cv-menu': async () => (await import('../parts/menu.ts')).Menu,
    'cv-problem': async () => (await import('../parts/problem.ts')).ProblemElement,
    'cv-rebuttal-detail': async () => (await import('./rebuttal-detail.ts')).RebuttalDetail,
    'cv-reply-dialog': async () => (await import('./reply-dialog.ts')).ReplyDialog,
    'cv-unanswered-objections': async () => (await import('./unanswered.ts')).UnansweredObjections,
  };
  static override styles = [base, buttons, fields, chips, tags, avatars, evidenceStyles, frame, rebuttalLibrary];

  /** What the buyer said. Empty lists every reply. */
  @property() accessor objection = '';
  /** One kind of objection, such as `price`. Empty takes all. */
  @property() accessor kind = '';
  /** Only calls with this client; the user cannot change it. */
  @property({ attribute: 'client-id' }) accessor clientId: string | undefined;
  /** Only calls in this folder and those inside it; the user cannot change it. */
  @property({ attribute: 'folder-id' }) accessor folderId: string | undefined;
  /** Only calls from this moment on, ISO 8601; the user cannot change it. */
  @property() accessor from: string | undefined;
  /** Only calls before this moment, ISO 8601; the user cannot change it. */
  @property() accessor to: string | undefined;
  /** What the user narrowed the calls to. */
  @property({ attribute: false }) accessor filter: CallFilter = NO_FILTER;
  /** The narrow look at any width: field and list, without head, rail and pane. */
  @property({ type: Boolean, reflect: true }) accessor compact = false;

  @state() private accessor selectedId: string | undefined;
  @state() private accessor suggested: Rebuttal | undefined;
  @state() private accessor isDetailOpen = false;
  @state() private accessor showsRetired = false;
  @query('.find input') private accessor field!: HTMLInputElement;
  @query('cv-menu') private accessor orderMenu!: Menu;
  @query('cv-reply-dialog') private accessor replyDialog!: ReplyDialog;

  protected readonly t = translator(this, 'rebuttal-library', messages);

  readonly #changes = new RebuttalChanges(() => ({
    vault: this.vault,
    t: this.t,
    say: (content) => void this.toast(content),
    draw: () => this.requestUpdate(),
  }));
  readonly #list = new VaultTask(this, {
    args: () => [JSON.stringify(this.#query), this.objection.trim(), this.#kind, this.showsRetired] as const,
    task: async (vault, [, objection, kind, retired], signal) => {
      const narrowed = { ...(objection ? { objection } : {}), ...(kind ? { kind: [kind] } : {}) };
      const found = await vault.rebuttals.list(
        { ...this.#query, ...narrowed, ...(retired ? { retired: 'true' } : {}) },
        { signal },
      );
      this.#changes.forget();
      return found;
    },
  });
  readonly #kinds = new VaultTask(this, {
    args: () => [JSON.stringify(this.#query)] as const,
    task: (vault, _args, signal) => vault.rebuttals.kinds(this.#query, { signal }),
  });
  readonly #roving = new RovingTabindexController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.rb-t')],
    orientation: 'vertical',
    loop: false,
  });
  #typing: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', (event) => this.#handleKeydown(event), { signal: this.lifetime });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#isReady || this.#list.value === undefined) return;
    this.#isReady = true;
    this.emit('cv-ready', { widget: RebuttalLibrary.tag });
  }

  protected override get needsVault(): boolean {
    return true;
  }

  /** Loads the list and the counts again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#list.run(), this.#kinds.run()]);
  }

  get #kind(): ObjectionKind | undefined {
    return isKind(this.kind) ? this.kind : undefined;
  }

  /** Which calls: the user's filter inside the host's bounds. */
  get #query(): Query<'rebuttals.kinds'> {
    const { q: _q, sort: _sort, limit: _limit, cursor: _cursor, ...narrowed } = queryOf(this.filter);
    return {
      ...narrowed,
      ...(this.clientId ? { clientId: [this.clientId] } : {}),
      ...(this.folderId ? { folderId: [this.folderId] } : {}),
      ...(this.from ? { from: this.from } : {}),
      ...(this.to ? { to: this.to } : {}),
    };
  }

  get #items(): Rebuttal[] {
    const items = (this.#list.value?.items ?? []).map((each) => this.#changes.applied(each));
    return items.filter(({ isRetired }) => isRetired === this.showsRetired);
  }

  get #selected(): Rebuttal | undefined {
    if (this.suggested) return this.#changes.applied(this.suggested);
    const items = this.#items;
    return items.find(({ id }) => id === this.selectedId) ?? items[0];
  }

  #handleKeydown(event: KeyboardEvent): void {
    const from = event.composedPath()[0];
    const isTyping = from instanceof HTMLInputElement || from instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') this.#stepBack(event, isTyping);
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === '/') {
      event.preventDefault();
      this.field.focus();
    }
    const step = event.key === 'j' ? 'ArrowDown' : event.key === 'k' ? 'ArrowUp' : undefined;
    const row = from instanceof Element ? from.closest('.rb-t') : null;
    if (step && row) row.dispatchEvent(new KeyboardEvent('keydown', { key: step, bubbles: true, composed: true }));
  }

  #stepBack(event: KeyboardEvent, isTyping: boolean): void {
    if (this.isDetailOpen) this.#closeDetail();
    else if (isTyping && this.objection) this.#setObjection('');
    else return;
    event.preventDefault();
  }

  #setObjection(objection: string): void {
    clearTimeout(this.#typing);
    this.objection = objection;
    this.#pick(undefined);
    if (!objection) this.field.focus();
  }

  #handleObjection(objection: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.objection = objection;
      this.#pick(undefined);
    }, TYPING_PAUSE);
  }

  #handleKind(kind: ObjectionKind | undefined): void {
    this.kind = kind ?? '';
    this.#pick(undefined);
  }

  #pick(rebuttal: Rebuttal | undefined): void {
    this.selectedId = rebuttal?.id;
    this.suggested = undefined;
    this.isDetailOpen = false;
  }

  #handleSelect(rebuttal: Rebuttal, { isSuggested = false } = {}): void {
    if (!this.emit('cv-rebuttal-select', rebuttal, { cancelable: true })) return;
    this.selectedId = rebuttal.id;
    this.suggested = isSuggested && !this.#items.some(({ id }) => id === rebuttal.id) ? rebuttal : undefined;
    this.isDetailOpen = true;
  }

  #closeDetail(): void {
    this.isDetailOpen = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.rb.on .rb-t')?.focus());
  }

  #cite(evidence: Evidence): void {
    this.emit('cv-citation-open', evidence, { cancelable: true });
  }

  async #handleAct(act: RebuttalAct): Promise<void> {
    const rebuttal = this.#selected;
    if (!rebuttal) return;
    if (act === 'pin') await this.#changes.pin(rebuttal);
    else if (act === 'retire') await this.#changes.retire(rebuttal);
    else if (act === 'rename') await this.#rename(rebuttal);
    else if (act === 'copy') await this.#copy(rebuttal);
    else this.#closeDetail();
  }

  // The code of dialog and menu may still be on its way.
  async #add(kind: ObjectionKind | undefined): Promise<void> {
    await customElements.whenDefined('cv-reply-dialog');
    await this.replyDialog.add(kind);
  }

  async #rename(rebuttal: Rebuttal): Promise<void> {
    await customElements.whenDefined('cv-reply-dialog');
    await this.replyDialog.rename(rebuttal);
  }

  async #toggleOrder(anchor: EventTarget | null): Promise<void> {
    await customElements.whenDefined('cv-menu');
    this.orderMenu.toggle(anchor);
  }

  async #copy({ words }: Rebuttal): Promise<void> {
    try {
      await navigator.clipboard.writeText(words);
      await this.toast({ text: this.t('copied') });
    } catch {
      await this.toast({ text: this.t('notCopied'), tone: 'bad' });
    }
  }

  async #handleSaved(saved: Rebuttal): Promise<void> {
    const known = this.#items.some(({ id }) => id === saved.id) || this.suggested?.id === saved.id;
    void this.toast({ text: this.t(known ? 'done.renamed' : 'done.added', { name: saved.name }) });
    if (known) return this.#changes.keep(saved);
    this.selectedId = saved.id;
    await this.refresh();
  }

  override render() {
    const { t } = this;
    return html`<section class="wid reb" aria-label=${t('title')}>
      ${this.compact ? nothing : this.#renderHead()}
      ${findReply({
        objection: this.objection,
        kind: this.#kind,
        readsAs: this.#list.value?.readsAs ?? [],
        t,
        onObjection: (objection) => this.#handleObjection(objection),
        onClear: () => this.#setObjection(''),
        onKind: (kind) => this.#handleKind(kind),
      })}
      <div class="rbl">
        ${kindRail({
          counts: this.#kinds.value,
          kind: this.#kind,
          t,
          i18n: this.i18n,
          onKind: (kind) => this.#handleKind(kind),
        })}
        <div class="rbm">${this.#renderListHead()}${this.#renderList()}</div>
        ${this.#renderDetail()}
      </div>
      <cv-menu
        label=${t('order')}
        .items=${[{ id: 'retired', label: t('showRetired'), checked: this.showsRetired }]}
        .placement=${{ align: 'end' }}
        @cv-menu-select=${() => (this.showsRetired = !this.showsRetired)}
      ></cv-menu>
      <cv-reply-dialog
        @cv-rebuttal-saved=${(event: CustomEvent<Rebuttal>) => this.#handleSaved(event.detail)}
      ></cv-reply-dialog>
    </section>`;
  }

  #renderHead() {
    const { t } = this;
    const counts = this.#kinds.value;
    const objections = counts && t('heard.objections', { count: counts.objections });
    return html`<header class="head" part="head">
      <h2>${t('title')}</h2>
      <span class="count">${objections ? t('heard.in', { count: counts.calls, objections }) : nothing}</span>
      <span class="grow"></span>
      <cv-call-filters
        .filter=${this.filter}
        @cv-filter=${(event: CustomEvent<CallFilter>) => {
          this.filter = event.detail;
          this.#pick(undefined);
        }}
      ></cv-call-filters>
      <span class="sep"></span>
      <button class="btn pri" type="button" aria-label=${t('add')} @click=${() => this.#add(this.#kind)}>
        ${icon('plus')}${t('add')}
      </button>
    </header>`;
  }

  #renderListHead() {
    const { t } = this;
    const found = this.#list.value;
    const replies = html`<b>${t('replies.count', { count: this.#items.length })}</b>`;
    const summary = this.showsRetired ? 'replies.retired' : this.objection.trim() ? 'replies.same' : 'replies.heard';
    return html`<div class="rbm-h">
      <p role="status">${found ? t.rich(summary, { replies, count: found.objections }) : nothing}</p>
      <span class="grow"></span>
      ${
        this.compact
          ? nothing
          : html`<button
              class="btn gho sm"
              type="button"
              aria-haspopup="menu"
              data-tip=${t('orderHint')}
              @click=${(event: Event) => this.#toggleOrder(event.currentTarget)}
            >
              ${icon('sort', 'flip')}${t('order')}
            </button>`
      }
    </div>`;
  }

  #renderList() {
    return this.#list.render({
      initial: () => this.#renderSkeleton(),
      // A list that is there stays until the next one has come.
      pending: () => (this.#list.value ? this.#renderItems() : this.#renderSkeleton()),
      error: (error) =>
        html`<div class="scroll">
          <cv-problem what=${this.t('title')} .error=${error} @cv-retry=${() => this.refresh()}
            >${this.objection || fieldsSet(this.filter).length > 0 ? this.t('kept') : nothing}</cv-problem
          >
        </div>`,
      complete: () => this.#renderItems(),
    });
  }

  #renderSkeleton() {
    return html`<div class="scroll"><cv-skeleton rows="6"></cv-skeleton></div>`;
  }

  #renderItems() {
    const { t, i18n } = this;
    const items = this.#items;
    const selected = this.#selected;
    return html`<div class="scroll" tabindex="-1">
      ${
        items.length > 0
          ? html`<ol
              aria-label=${t('listLabel')}
              @keydown=${this.#roving.handleKeydown}
              @focusin=${this.#roving.handleFocusin}
            >
              ${items.map((rebuttal, index) =>
                rebuttalRow({
                  rebuttal,
                  rank: index + 1,
                  isOn: rebuttal.id === selected?.id && (!this.compact || this.selectedId !== undefined),
                  compact: this.compact,
                  t,
                  i18n,
                  onSelect: () => this.#handleSelect(rebuttal),
                  onCite: (evidence) => this.#cite(evidence),
                }),
              )}
            </ol>`
          : this.#renderEmpty()
      }
      ${this.compact || this.showsRetired || this.objection.trim() ? nothing : this.#renderUnanswered()}
    </div>`;
  }

  #renderEmpty() {
    const { t } = this;
    if (this.showsRetired) return nothingRetired(t, () => (this.showsRetired = false));
    const isFiltered = fieldsSet(this.filter).length > 0;
    if (!isFiltered && !this.objection.trim() && !this.#kind)
      return html`<slot name="empty">${emptyLibrary(t, () => void this.#add(undefined))}</slot>`;
    return nothingMatches({
      t,
      onAllKinds: this.#kind ? () => this.#handleKind(undefined) : undefined,
      onNoFilter: isFiltered ? () => (this.filter = NO_FILTER) : undefined,
      onNoObjection: this.objection.trim() ? () => this.#setObjection('') : undefined,
    });
  }

  #renderUnanswered() {
    const kind = this.#kind;
    return html`<cv-unanswered-objections
      .query=${this.#unansweredQuery(kind)}
      @cv-cite=${(event: CustomEvent<Evidence>) => this.#cite(event.detail)}
      @cv-suggestion=${(event: CustomEvent<Rebuttal>) => this.#handleSelect(event.detail, { isSuggested: true })}
    ></cv-unanswered-objections>`;
  }

  #lastUnanswered: { key: string; query: Query<'rebuttals.objections'> } | undefined;

  /** The same object for the same question, so that the section keeps what it has loaded. */
  #unansweredQuery(kind: ObjectionKind | undefined): Query<'rebuttals.objections'> {
    const asked = { ...this.#query, ...(kind ? { kind: [kind] } : {}) };
    const key = JSON.stringify(asked);
    if (this.#lastUnanswered?.key !== key) this.#lastUnanswered = { key, query: asked };
    return this.#lastUnanswered.query;
  }

  #renderDetail() {
    const selected = this.#selected;
    if (!selected) return html`<cv-rebuttal-detail></cv-rebuttal-detail>`;
    return html`<cv-rebuttal-detail
      class=${this.isDetailOpen ? 'open' : ''}
      role="complementary"
      aria-label=${this.t('reply')}
      ?compact=${this.compact}
      .rebuttal=${selected}
      @cv-rebuttal-act=${(event: CustomEvent<RebuttalAct>) => this.#handleAct(event.detail)}
      @cv-cite=${(event: CustomEvent<Evidence>) => this.#cite(event.detail)}
      @cv-call=${({ detail }: CustomEvent<string>) =>
        this.emit('cv-call-open', { callId: detail }, { cancelable: true })}
    ></cv-rebuttal-detail>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-rebuttal-library': RebuttalLibrary;
  }
  interface HTMLElementEventMap {
    'cv-rebuttal-select': CustomEvent<Rebuttal>;
    'cv-citation-open': CustomEvent<Evidence>;
    'cv-call-open': CustomEvent<{ readonly callId: string; readonly at?: number }>;
  }
}
