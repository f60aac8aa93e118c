import type { Body, CallVault, Evidence, ProfitsItem, Query } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { fieldsSet, queryOf, type CallFilter } from '../call-library/call-filter.ts';
import { reasonOf } from '../call-library/reason.ts';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { avatars } from '../parts/avatars.styles.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { evidence as evidenceStyles } from '../parts/evidence.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { frame } from '../parts/frame.styles.ts';
import { icon } from '../parts/icon.ts';
import { RovingTabindexController } from '../parts/roving-tabindex.ts';
import { sections } from '../parts/sections.styles.ts';
import { segmented } from '../parts/segmented.styles.ts';
import { Skeleton } from '../parts/skeleton.ts';
import { states } from '../parts/states.styles.ts';
import { tags } from '../parts/tags.styles.ts';
import { elementTabs } from './element-tabs.ts';
import {
  countsOf,
  isElement,
  isIn,
  recounted,
  views,
  type ItemView,
  type Overview,
  type ProfitsElement,
} from './elements.ts';
import { extractionBar } from './extraction-bar.ts';
import { Extraction } from './extraction.ts';
import { itemCard, type ItemAct } from './item-card.ts';
import { changeItem, type ItemChange } from './item-changes.ts';
import { ItemPages } from './item-pages.ts';
import { messages } from './messages.en.ts';
import { missingAside } from './missing-aside.ts';
import { profitsBrowser } from './profits-browser.styles.ts';

const NO_FILTER: CallFilter = {};
/** The most calls that one extraction takes by name. */
const MOST_CALLS = 5000;
/** Pixels before the end of the list at which the next page is asked for. */
const NEAR_END = 400;
const KEYS: Readonly<Record<string, ItemAct>> = { a: 'accept', e: 'edit', r: 'reject', s: 'star' };

/**
 * What buyers said about their Pain, Results, Obstacles, Fears, Identity, Triggers and Success, with the words that prove
 * it, to review one after another. Keys while the focus is in the list: A accepts, E edits, R rejects, S stars, then the
 * next item takes the focus; J and K or arrows move.
 *
 * @summary Browse and review PROFITS.
 * @slot empty - Shown instead of the invitation to extract when nothing has been found at all.
 * @fires {CustomEvent<ProfitsItem>} cv-profits-select - Another item is under review.
 * @fires {CustomEvent<Evidence>} cv-citation-open - A moment of a call was opened. Cancelable.
 * @fires {CustomEvent<{ callId: string }>} cv-call-open - A call was opened. Cancelable.
 * @fires {CustomEvent<{ widget: string }>} cv-ready - The first items are drawn.
 * @csspart head - Title, filters and the button that extracts.
 * @csspart item - One item.
 */
export class ProfitsBrowser extends CallVaultElement {
  static override readonly tag = 'cv-profits-browser';
  static override readonly uses = [Skeleton];
  static override readonly later = {
    'cv-call-filters': async () => (await import('../parts/call-filters.ts')).CallFilters,
    'cv-empty': async () => (await import('../parts/empty.ts')).Empty,
    'cv-problem': async () => (await import('../parts/problem.ts')).ProblemElement,
  };
  static override styles = [
    base,
    buttons,
    fields,
    tags,
    avatars,
    segmented,
    states,
    evidenceStyles,
    sections,
    frame,
    profitsBrowser,
  ];

  /** Which element is listed, such as `fears`. */
  @property() accessor element: string = 'pain';
  /** Which of its items: `all`, `to_review` or `starred`. */
  @property() accessor view: ItemView = 'all';
  /** Only calls with this client; the user cannot change it. */
  @property({ attribute: 'client-id' }) accessor clientId: string | undefined;
  /** Only calls in this folder and those inside it; the user cannot change it. */
  @property({ attribute: 'folder-id' }) accessor folderId: string | undefined;
  /** Only this call; the user cannot change it. */
  @property({ attribute: 'call-id' }) accessor callId: string | undefined;
  /** What the user narrowed the calls to. */
  @property({ attribute: false }) accessor filter: CallFilter = NO_FILTER;

  @state() private accessor currentId: string | undefined;
  @state() private accessor editingId: string | undefined;
  @state() private accessor overview: Overview | undefined;
  @state() private accessor isStarting = false;
  @query('.prs') private accessor scroller!: HTMLElement | null;

  protected readonly t = translator(this, 'profits-browser', messages);

  readonly #pages = new ItemPages(this, () => this.#itemQuery);
  readonly #counts = new VaultTask(this, {
    args: () => [JSON.stringify(this.#scope)] as const,
    task: async (vault, _args, signal) => {
      this.overview = await vault.profits.overview(this.#scope, { signal });
      return this.overview;
    },
  });
  readonly #extraction = new Extraction(this, () => void this.refresh());
  readonly #tabs = new RovingTabindexController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.pc')],
    orientation: 'horizontal',
  });
  readonly #views = new RovingTabindexController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.seg button')],
    orientation: 'horizontal',
  });
  #isReady = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', (event) => this.#handleKeydown(event), { signal: this.lifetime });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#fill();
    if (this.#isReady || this.#pages.isLoading) return;
    this.#isReady = true;
    this.emit('cv-ready', { widget: ProfitsBrowser.tag });
  }

  protected override get needsVault(): boolean {
    return true;
  }

  /** Loads the list and the counts again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#pages.refresh(), this.#counts.run()]);
  }

  get #element(): ProfitsElement {
    return isElement(this.element) ? this.element : 'pain';
  }

  /** Which calls: the user's filter inside the host's bounds. */
  get #scope(): Query<'profits.overview'> {
    const { sort: _sort, limit: _limit, cursor: _cursor, ...narrowed } = queryOf(this.filter);
    return {
      ...narrowed,
      ...(this.clientId ? { clientId: [this.clientId] } : {}),
      ...(this.folderId ? { folderId: [this.folderId] } : {}),
      ...(this.callId ? { callId: [this.callId] } : {}),
    };
  }

  get #itemQuery(): Query<'profits.list'> {
    return {
      ...this.#scope,
      element: [this.#element],
      ...(this.view === 'to_review' ? { status: ['to_review'] } : {}),
      ...(this.view === 'starred' ? { starred: 'true' } : {}),
    };
  }

  get #items(): ProfitsItem[] {
    return this.#pages.items.filter((item) => isIn(this.view, item));
  }

  get #current(): ProfitsItem | undefined {
    const items = this.#items;
    return items.find(({ id }) => id === this.currentId) ?? items[0];
  }

  /** A list that does not reach the end of its box asks for more. */
  #fill(): void {
    const { scroller } = this;
    if (!scroller || !this.#pages.hasMore || this.#pages.moreError !== undefined) return;
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (left < NEAR_END) void this.#pages.more();
  }

  #handleKeydown(event: KeyboardEvent): void {
    const from = event.composedPath()[0];
    const isInList = from instanceof Element && from.closest('.pr') !== null;
    const isTyping = from instanceof HTMLInputElement;
    if (!isInList || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const act = KEYS[event.key.toLowerCase()];
    const step = ['j', 'ArrowDown'].includes(event.key) ? 1 : ['k', 'ArrowUp'].includes(event.key) ? -1 : 0;
    const current = this.#current;
    if (step !== 0) this.#step(step);
    else if (act && current) void this.#act(current, act, { movesOn: true });
    else return;
    event.preventDefault();
  }

  #step(by: 1 | -1): void {
    const items = this.#items;
    const at = items.findIndex(({ id }) => id === this.#current?.id);
    const next = items[at + by];
    if (next) this.#focus(next.id);
  }

  #focus(id: string | undefined): void {
    if (id === undefined) return;
    this.currentId = id;
    void this.updateComplete.then(() => {
      const row = this.renderRoot.querySelector<HTMLElement>(`.pr[data-id="${CSS.escape(id)}"]`);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    });
  }

  #handleFocus(item: ProfitsItem): void {
    if (this.currentId === item.id) return;
    this.currentId = item.id;
    this.emit('cv-profits-select', item);
  }

  async #act(item: ProfitsItem, act: ItemAct, { movesOn = false, statement = '' } = {}): Promise<void> {
    if (act === 'edit') return this.#edit(item);
    if (act === 'cancel') return this.#leaveEdit(item.id);
    if (act === 'accept' && item.status === 'accepted') return this.#focus(this.#after(item));
    const change = changeOf(item, act, statement);
    const next = movesOn || act !== 'star' ? this.#after(item) : undefined;
    this.editingId = undefined;
    const saving = this.#change(item, change);
    this.#focus(next);
    await saving;
  }

  /** The item after this one, or before it at the end. */
  #after(item: ProfitsItem): string | undefined {
    const items = this.#items;
    const at = items.findIndex(({ id }) => id === item.id);
    return (items[at + 1] ?? items[at - 1] ?? item).id;
  }

  #edit(item: ProfitsItem): void {
    this.currentId = item.id;
    this.editingId = item.id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('.ed-i')?.select());
  }

  #leaveEdit(id: string): void {
    this.editingId = undefined;
    this.#focus(id);
  }

  async #change(item: ProfitsItem, change: ItemChange): Promise<void> {
    const { t } = this;
    const { statement } = item;
    try {
      await changeItem(this.#changesHost, item, change);
      if (change.status === 'rejected')
        void this.toast({
          text: t('done.rejected', { statement }),
          action: { label: t('undo'), run: () => void this.#change({ ...item, ...change }, { status: item.status }) },
        });
    } catch (error) {
      const run = () => void this.#change(item, change);
      const text = t('undone', { statement, reason: reasonOf(error) });
      void this.toast({ text, tone: 'bad', action: { label: t('retry'), run } });
    }
  }

  get #changesHost() {
    return {
      vault: this.vault,
      itemOf: (id: string) => this.#pages.items.find((each) => each.id === id),
      onItem: (before: ProfitsItem, after: ProfitsItem) => {
        this.#pages.put(after);
        if (this.overview) this.overview = recounted(this.overview, before, after);
      },
    };
  }

  async #extract(): Promise<void> {
    const { vault, t } = this;
    if (!vault || this.isStarting || this.#extraction.isRunning) return;
    this.isStarting = true;
    try {
      const body = await this.#extractionBody(vault);
      if (body.callIds?.length === 0) await this.toast({ text: t('extract.none'), tone: 'bad' });
      else await this.#extraction.start(vault, body);
    } catch (error) {
      void this.toast({ text: t('extract.failed', { reason: reasonOf(error) }), tone: 'bad' });
    } finally {
      this.isStarting = false;
    }
  }

  /** One folder or one tag by its id, everything without a filter, else the calls by name. */
  async #extractionBody(vault: CallVault): Promise<Body<'profits.extract'>> {
    const scope = this.#scope;
    const [field, ...others] = Object.keys(scope);
    if (field === undefined) return { force: false };
    const only = field === 'folderId' || field === 'tagId' ? scope[field] : undefined;
    if (others.length === 0 && Array.isArray(only) && only.length === 1 && only[0] !== undefined)
      return { [field]: only[0], force: false };
    const callIds: string[] = [];
    for await (const { id } of vault.calls.all(scope, { signal: this.lifetime })) {
      callIds.push(id);
      if (callIds.length === MOST_CALLS) break;
    }
    return { callIds, force: false };
  }

  async #steer(act: 'cancel' | 'again'): Promise<void> {
    try {
      await this.#extraction[act]();
    } catch (error) {
      void this.toast({ text: this.t('job.refused', { reason: reasonOf(error) }), tone: 'bad' });
    }
  }

  #show(element: ProfitsElement, view: ItemView): void {
    this.element = element;
    this.view = view;
    this.currentId = undefined;
    this.editingId = undefined;
    this.scroller?.scrollTo({ top: 0 });
  }

  #openCall(callId: string): void {
    this.emit('cv-call-open', { callId }, { cancelable: true });
  }

  override render() {
    const { t, i18n, overview } = this;
    return html`<section class="wid prof" aria-label=${t('title')}>
      ${this.#renderHead()}
      ${elementTabs({
        overview,
        element: this.#element,
        t,
        i18n,
        onElement: (element) => this.#show(element, this.view),
        onKeydown: this.#tabs.handleKeydown,
        onFocusin: this.#tabs.handleFocusin,
      })}
      ${extractionBar({
        extraction: this.#extraction,
        t,
        onCancel: () => void this.#steer('cancel'),
        onAgain: () => void this.#steer('again'),
      })}
      <div class="pb">
        <div class="pl" id="items" role="tabpanel" aria-labelledby="tab-${this.#element}">
          ${this.#renderListHead()} ${this.#renderList()}
        </div>
        ${
          overview && overview.grid.length > 0
            ? missingAside({ overview, element: this.#element, t, i18n, onCall: (id) => this.#openCall(id) })
            : nothing
        }
      </div>
    </section>`;
  }

  #renderHead() {
    const { t, overview } = this;
    const items = overview && t('items.count', { count: overview.items });
    return html`<header class="head" part="head">
      <h2>${t('title')}</h2>
      <span class="count">${items ? t('items.from', { items, count: overview.calls }) : nothing}</span>
      <span class="grow"></span>
      <cv-call-filters
        .filter=${this.filter}
        @cv-filter=${(event: CustomEvent<CallFilter>) => {
          this.filter = event.detail;
          this.#show(this.#element, this.view);
        }}
      ></cv-call-filters>
      <span class="sep"></span>
      <button
        class="btn pri"
        type="button"
        aria-label=${t('extract')}
        aria-busy=${String(this.isStarting)}
        @click=${() => this.#extract()}
      >
        ${icon('gem')}${t('extract')}
      </button>
    </header>`;
  }

  #renderListHead() {
    const { t } = this;
    const element = this.#element;
    const { total, toReview, starred } = countsOf(this.overview, element);
    const counts = { all: total, to_review: toReview, starred };
    return html`<div class="pl-h">
      <p><b>${t(`element.${element}`)}</b> <span>${t(`about.${element}`)}</span></p>
      <span class="grow"></span>
      <span
        class="seg sm"
        role="group"
        aria-label=${t('show')}
        @keydown=${this.#views.handleKeydown}
        @focusin=${this.#views.handleFocusin}
      >
        ${views.map(
          (view) =>
            html`<button
              type="button"
              aria-pressed=${String(view === this.view)}
              @click=${() => this.#show(element, view)}
            >
              ${t(`view.${view}`, { count: counts[view] })}
            </button>`,
        )}
      </span>
    </div>`;
  }

  #renderList() {
    const { t } = this;
    const pages = this.#pages;
    if (pages.isLoading) return html`<div class="scroll"><cv-skeleton rows="6"></cv-skeleton></div>`;
    if (pages.error !== undefined)
      return html`<div class="scroll">
        <cv-problem what=${t('title')} .error=${pages.error} @cv-retry=${() => this.refresh()}
          >${fieldsSet(this.filter).length > 0 ? t('kept') : nothing}</cv-problem
        >
      </div>`;
    if (this.#items.length === 0 && !pages.hasMore) return html`<div class="scroll">${this.#renderEmpty()}</div>`;
    return html`<ul
      class="scroll prs"
      aria-label=${t('list', { element: t(`element.${this.#element}`) })}
      @scroll=${() => this.#fill()}
    >
      ${this.#groups().map((items) => this.#renderGroup(items))} ${pages.hasMore ? this.#renderMore() : nothing}
    </ul>`;
  }

  /** Items of one call stand together. */
  #groups(): ProfitsItem[][] {
    const groups: ProfitsItem[][] = [];
    for (const item of this.#items) {
      const last = groups.at(-1);
      if (last?.[0]?.call.id === item.call.id) last.push(item);
      else groups.push([item]);
    }
    return groups;
  }

  #renderGroup(items: ProfitsItem[]) {
    const { t, i18n } = this;
    const call = items[0]?.call;
    if (!call) return nothing;
    const count = t('items.count', { count: items.length });
    const when = call.startedAt ? `${i18n.date(call.startedAt)}, ` : '';
    return html`<li class="grp">
        <h3>
          <button class="trunc" type="button" dir="auto" @click=${() => this.#openCall(call.id)}>
            <span class="vh">${t('openCall')}</span>${call.title}
          </button>
        </h3>
        <span class="num">${when}${count}</span>
      </li>
      ${repeat(
        items,
        ({ id }) => id,
        (item) => this.#renderItem(item),
      )}`;
  }

  #renderItem(item: ProfitsItem) {
    return itemCard({
      item,
      isOn: item.id === this.#current?.id,
      isEditing: item.id === this.editingId,
      t: this.t,
      i18n: this.i18n,
      onFocus: () => this.#handleFocus(item),
      onAct: (act, statement) => void this.#act(item, act, { statement: statement ?? '' }),
      onCite: (evidence) => this.emit('cv-citation-open', evidence, { cancelable: true }),
    });
  }

  #renderMore() {
    const { t } = this;
    if (this.#pages.moreError === undefined) return html`<li class="more"><cv-skeleton rows="1"></cv-skeleton></li>`;
    return html`<li class="more">
      <div class="note warn" role="status">
        ${icon('alert')}
        <p>${t('more')} <button class="u" type="button" @click=${() => this.#pages.more()}>${t('retry')}</button></p>
      </div>
    </li>`;
  }

  #renderEmpty() {
    const { t, overview } = this;
    const isFiltered = fieldsSet(this.filter).length > 0;
    if (overview?.items === 0 && !isFiltered)
      return html`<slot name="empty"
        ><cv-empty icon="gem" heading=${t('empty.title')}
          >${t('empty.text')}<button slot="actions" class="btn pri sm" type="button" @click=${() => this.#extract()}>
            ${icon('gem')}${t('extract')}
          </button></cv-empty
        ></slot
      >`;
    const element = t(`element.${this.#element}`);
    const text = this.view === 'all' ? 'nothing.text' : (`nothing.${this.view}` as const);
    return html`<cv-empty icon="filter" heading=${t('nothing.title')}
      >${t(text, { element })}
      ${
        this.view === 'all'
          ? nothing
          : html`<button slot="actions" class="btn sm" type="button" @click=${() => this.#show(this.#element, 'all')}>
              ${t('nothing.all')}
            </button>`
      }
      ${
        isFiltered
          ? html`<button slot="actions" class="btn gho sm" type="button" @click=${() => (this.filter = NO_FILTER)}>
              ${t('nothing.filter')}
            </button>`
          : nothing
      }</cv-empty
    >`;
  }
}

function changeOf({ isStarred }: ProfitsItem, act: ItemAct, statement: string): ItemChange {
  if (act === 'star') return { isStarred: !isStarred };
  if (act === 'save') return { statement, status: 'accepted' };
  return { status: act === 'reject' ? 'rejected' : 'accepted' };
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-profits-browser': ProfitsBrowser;
  }
  interface HTMLElementEventMap {
    'cv-profits-select': CustomEvent<ProfitsItem>;
    'cv-citation-open': CustomEvent<Evidence>;
    'cv-call-open': CustomEvent<{ readonly callId: string; readonly at?: number }>;
  }
}
