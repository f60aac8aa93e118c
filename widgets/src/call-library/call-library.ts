import type { Call, Folder, Import } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { chips } from '../parts/chips.styles.ts';
import { Empty } from '../parts/empty.ts';
import { fields } from '../parts/fields.styles.ts';
import { frame } from '../parts/frame.styles.ts';
import { icon } from '../parts/icon.ts';
import { Menu } from '../parts/menu.ts';
import { ProblemElement } from '../parts/problem.ts';
import { segmented } from '../parts/segmented.styles.ts';
import { Skeleton } from '../parts/skeleton.ts';
import { states } from '../parts/states.styles.ts';
import { strip } from '../parts/strip.styles.ts';
import { tags } from '../parts/tags.styles.ts';
import { bulkBar } from './bulk-bar.ts';
import { CallChanges, type ChangesHost } from './call-changes.ts';
import { fieldsSet, queryOf, without, type CallFilter, type CallQuery, type CallSort } from './call-filter.ts';
import { callLibrary } from './call-library.styles.ts';
import { CallList } from './call-list.ts';
import { CallPages } from './call-pages.ts';
import { FileDrop } from './file-drop.ts';
import { filterBar } from './filter-bar.ts';
import { FilterMenu } from './filter-menu.ts';
import { FolderRail, type Place } from './folder-rail.ts';
import { ImportPanel } from './import-panel.ts';
import { folderItems, outcomeItems, sortItems } from './library-menus.ts';
import { listAction } from './list-keys.ts';
import { emptyLibrary, emptyPlace, nothingMatches, staleNote } from './list-states.ts';
import { messages } from './messages.en.ts';
import { nearestOf } from './nearest.ts';
import { reasonOf } from './reason.ts';
import { Selection } from './selection.ts';
import { TagPicker, type TagChoice } from './tag-picker.ts';
import { valueNames } from './value-names.ts';

/** What the list shows: enough to put it back after a reload. */
export interface CallListView {
  readonly query: string;
  readonly filter: CallFilter;
  readonly sort: CallSort;
  readonly bin: boolean;
}

/** Milliseconds after the last letter before the search runs. */
const TYPING_PAUSE = 200;
const ABOVE = { side: 'above', align: 'center', gap: 12 } as const;
const NO_FILTER: CallFilter = {};

/**
 * The calls of a tenant: find, filter, select, file and open them, and import new ones by dropping files anywhere on it.
 * Keys while the focus is inside: J and K or arrows move, X selects, Shift extends, Enter opens, / finds, Esc steps back.
 *
 * @summary The library of recorded conversations.
 * @slot head - Further controls in the head, before the import button.
 * @slot empty - Shown instead of the invitation to import when there are no calls at all.
 * @fires {CustomEvent<{ callId: string }>} cv-call-open - A call was opened. Cancelable.
 * @fires {CustomEvent<{ callIds: string[] }>} cv-selection-change - Other calls are selected.
 * @fires {CustomEvent<CallListView>} cv-view-change - The user searched, filtered, sorted or went to another folder.
 * @fires {CustomEvent<Import>} cv-import-done - An import ended.
 * @fires {CustomEvent<{ widget: string }>} cv-ready - The first calls are drawn.
 * @csspart head - Title, count and controls.
 * @csspart filters - Search field and chips.
 * @csspart row - One call.
 * @csspart import - Progress and result of an import.
 * @csspart bulk - What can be done with the selected calls.
 * @csspart foot - The line that states the result.
 */
export class CallLibrary extends CallVaultElement {
  static override readonly tag = 'cv-call-library';
  static override readonly uses = [
    Skeleton,
    ProblemElement,
    Empty,
    Menu,
    FolderRail,
    FilterMenu,
    TagPicker,
    ImportPanel,
  ];
  static override styles = [base, buttons, fields, chips, tags, segmented, states, strip, frame, callLibrary];

  /** Words in title, people or client. */
  @property() accessor query = '';
  /** What the list is narrowed to. */
  @property({ attribute: false }) accessor filter: CallFilter = NO_FILTER;
  @property() accessor sort: CallSort = 'newest';
  /** Shows deleted calls instead. */
  @property({ type: Boolean }) accessor bin = false;
  /** `compact` makes rows 48 px high. */
  @property({ reflect: true }) accessor density: 'comfortable' | 'compact' = 'comfortable';
  /** Where the keyboard stands: the id of a call. */
  @property({ attribute: false }) accessor current: string | undefined;

  @state() private accessor isFinding = false;

  @query('.scroll') private accessor scroller!: HTMLElement | null;
  @query('.find') private accessor findInput!: HTMLInputElement;
  @query('.pick') private accessor fileInput!: HTMLInputElement;
  @query('cv-call-filter-menu') private accessor filterMenu!: FilterMenu;
  @query('cv-call-tag-picker') private accessor tagPicker!: TagPicker;
  @query('cv-call-import-panel') private accessor importPanel!: ImportPanel;
  @query('#sort') private accessor sortMenu!: Menu;
  @query('#move') private accessor moveMenu!: Menu;
  @query('#outcome') private accessor outcomeMenu!: Menu;

  protected readonly t = translator(this, 'call-library', messages);

  readonly #pages = new CallPages(this, () => this.#query);
  readonly #list = new CallList(this, {
    pages: this.#pages,
    t: this.t,
    onOpen: (call) => this.#open(call),
    onSelect: ({ ids }) => this.emit('cv-selection-change', { callIds: [...ids] }),
  });
  readonly #changes = new CallChanges(this.#changesHost());
  readonly #drop = new FileDrop(this, (files) => void this.#import(files));
  readonly #folders = new VaultTask(this, {
    args: () => [] as const,
    task: async (vault, _args, signal) => (await vault.folders.list({ signal })).items,
  });
  /** Names for the chips of a filter that came from outside. */
  readonly #facets = new VaultTask(this, {
    args: () => [fieldsSet(this.filter).length > 0] as const,
    task: async (vault, [isFiltered], signal) => (isFiltered ? vault.calls.facets({}, { signal }) : undefined),
  });
  readonly #nearest = new VaultTask(this, {
    args: () => [this.#isEmpty ? JSON.stringify(this.filter) : ''] as const,
    task: async (vault, [key], signal) => (key ? nearestOf(vault, this.filter, this.#query, signal) : undefined),
  });
  #typing: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;

  /** The ids of the selected calls. */
  @property({ attribute: false })
  set selected(ids: readonly string[]) {
    this.#list.select(new Selection(ids));
  }
  get selected(): readonly string[] {
    return [...this.#list.selection.ids];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', (event) => this.#handleKeydown(event), { signal: this.lifetime });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#isReady || this.#pages.loadedAt === undefined) return;
    this.#isReady = true;
    this.emit('cv-ready', { widget: CallLibrary.tag });
  }

  protected override get needsVault(): boolean {
    return true;
  }

  /** Loads the list and the folders again. */
  async refresh(): Promise<void> {
    await Promise.all([this.#pages.refresh(), this.#folders.run()]);
  }

  get #query(): CallQuery {
    const q = this.query.trim();
    const timeZone = this.i18n.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const bin = this.bin ? ({ binned: 'true' } as const) : {};
    return { ...queryOf(this.filter), ...(q ? { q } : {}), ...bin, sort: this.sort, timeZone };
  }

  get #isFiltered(): boolean {
    return this.query.trim() !== '' || fieldsSet(this.filter).length > 0;
  }

  get #isEmpty(): boolean {
    return this.#pages.loadedAt !== undefined && this.#pages.calls.length === 0 && !this.#pages.hasMore;
  }

  /** The one folder that is shown, if it is one. */
  get #folder(): Folder | undefined {
    const [id, ...others] = this.filter.folderId ?? [];
    return others.length === 0 ? this.#folders.value?.find((folder) => folder.id === id) : undefined;
  }

  get #place(): Place {
    if (this.bin) return 'bin';
    const [id, ...others] = this.filter.folderId ?? [];
    return id !== undefined && others.length === 0 ? { folderId: id } : 'all';
  }

  #changesHost(): ChangesHost {
    const vault = () => this.vault;
    return {
      get vault() {
        return vault();
      },
      pages: this.#pages,
      t: this.t,
      say: (content) => void this.toast(content),
    };
  }

  #open(call: Call): void {
    this.current = call.id;
    this.emit('cv-call-open', { callId: call.id }, { cancelable: true });
  }

  #view(view: Partial<CallListView>): void {
    if (view.query !== undefined) this.query = view.query;
    if (view.filter !== undefined) this.filter = view.filter;
    if (view.sort !== undefined) this.sort = view.sort;
    if (view.bin !== undefined) this.bin = view.bin;
    this.scroller?.scrollTo({ top: 0 });
    const { query, filter, sort, bin } = this;
    this.emit('cv-view-change', { query, filter, sort, bin });
  }

  #clearFilters(): void {
    this.#view({ query: '', filter: this.#folder ? { folderId: [this.#folder.id] } : NO_FILTER });
  }

  #handleKeydown(event: KeyboardEvent): void {
    const action = listAction(event);
    if (action === undefined) return;
    if (action === 'escape') {
      if (this.#list.selection.size > 0) this.#list.select(new Selection());
      else if (this.isFinding) this.isFinding = false;
      else if (this.query) this.#view({ query: '' });
      else return;
    } else if (action === 'find') void this.#find();
    else return;
    event.preventDefault();
  }

  async #find(): Promise<void> {
    this.isFinding = true;
    await this.updateComplete;
    this.findInput.focus();
  }

  #handleQuery(query: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#view({ query }), TYPING_PAUSE);
  }

  #handlePlace(place: Place): void {
    const rest = without(this.filter, 'folderId');
    const filter = typeof place === 'object' ? { ...rest, folderId: [place.folderId] } : rest;
    this.#list.select(new Selection());
    this.#view({ filter, bin: place === 'bin' });
  }

  async #makeFolder(name: string): Promise<void> {
    const parentId = this.#folder && this.#folder.depth < 3 ? this.#folder.id : null;
    const body = { name, parentId, color: null, icon: null, description: '', isHidden: false };
    try {
      await this.vault?.folders.create(body);
      await this.#folders.run();
    } catch (error) {
      const again = { label: this.t('retry'), run: () => void this.#makeFolder(name) };
      await this.toast({ text: this.t('undone.folder', { reason: reasonOf(error) }), tone: 'bad', action: again });
    }
  }

  async #import(files: File[]): Promise<void> {
    await this.importPanel.start(files, this.#folder?.id);
  }

  async #importSample(): Promise<void> {
    const { sampleCall } = await import('./sample-call.ts');
    await this.#import([new File([sampleCall.content], sampleCall.name, { type: 'text/vtt' })]);
  }

  #handleImported(done: Import): void {
    void this.refresh();
    this.emit('cv-import-done', done);
  }

  #handlePicked(): void {
    void this.#import([...(this.fileInput.files ?? [])]);
    // The same file may be picked again.
    this.fileInput.value = '';
  }

  override render() {
    const { t } = this;
    return html`<section class="wid" aria-label=${t('calls')}>
      ${this.#renderHead()}
      <div class="lib">
        <cv-call-folder-rail
          .folders=${this.#folders.value ?? []}
          .place=${this.#place}
          .total=${this.#pages.totals?.libraryTotal}
          .hasFailed=${this.#folders.error !== undefined}
          @cv-place=${(event: CustomEvent<Place>) => this.#handlePlace(event.detail)}
          @cv-folder-make=${(event: CustomEvent<string>) => this.#makeFolder(event.detail)}
          @cv-retry=${() => this.#folders.run()}
        ></cv-call-folder-rail>
        <div class="listcol">
          ${this.#renderFilters()}
          <cv-call-import-panel
            exportparts="import"
            @cv-imported=${(event: CustomEvent<Import>) => this.#handleImported(event.detail)}
          ></cv-call-import-panel>
          ${staleNote(this.#pages, { t, i18n: this.i18n }, () => void this.refresh())} ${this.#renderList()}
          ${this.#renderBulk()} ${this.#renderFoot()}
        </div>
      </div>
      ${this.#drop.isOver ? this.#renderDrop() : nothing} ${this.#renderOverlays()}
    </section>`;
  }

  #renderHead() {
    const { t, i18n } = this;
    const folder = this.#folder;
    const count = this.bin ? this.#pages.totals?.total : (folder?.calls ?? this.#pages.totals?.libraryTotal);
    return html`<header class="head" part="head">
      <h2 class="trunc">${this.bin ? t('bin') : (folder?.name ?? t('allCalls'))}</h2>
      <span class="count">${count === undefined ? nothing : i18n.number(count)}</span><span class="grow"></span>
      <slot name="head"></slot>
      <span class="h-w"
        ><button class="ib" type="button" aria-label=${t('findIn')} @click=${() => this.#find()}>
          ${icon('search')}
        </button></span
      >
      <span class="seg sm h-seg" role="group" aria-label=${t('density')}>
        ${this.#renderDensity('comfortable')} ${this.#renderDensity('compact')}
      </span>
      <button class="btn pri" type="button" aria-label=${t('import')} @click=${() => this.fileInput.click()}>
        ${icon('plus')}${t('import')}
      </button>
      <input class="pick" type="file" multiple hidden @change=${() => this.#handlePicked()} />
    </header>`;
  }

  #renderDensity(density: 'comfortable' | 'compact') {
    return html`<button
      type="button"
      aria-pressed=${String(this.density === density)}
      aria-label=${this.t(density)}
      data-tip=${this.t(density)}
      @click=${() => (this.density = density)}
    >
      ${icon(density === 'compact' ? 'table' : 'rows')}
    </button>`;
  }

  #renderFilters() {
    return filterBar({
      query: this.query,
      filter: this.filter,
      sort: this.sort,
      names: this.#names,
      isFinding: this.isFinding,
      t: this.t,
      i18n: this.i18n,
      onQuery: (query) => this.#handleQuery(query),
      onFilter: (filter) => this.#view({ filter }),
      onEdit: (anchor, field) => {
        if (field && anchor instanceof Element) void this.filterMenu.show(anchor, field);
        else this.filterMenu.toggle(anchor);
      },
      onSort: (anchor) => this.sortMenu.toggle(anchor),
    });
  }

  #renderList() {
    const { t } = this;
    const pages = this.#pages;
    if (pages.isLoading) return html`<div class="scroll"><cv-skeleton rows="9"></cv-skeleton></div>`;
    if (pages.error !== undefined)
      return html`<div class="scroll">
        <cv-problem what=${t('calls')} .error=${pages.error} @cv-retry=${() => this.refresh()}
          >${this.#isFiltered ? t('kept') : nothing}</cv-problem
        >
      </div>`;
    if (this.#isEmpty) return html`<div class="scroll">${this.#renderEmpty()}</div>`;
    return this.#list.render(t('listLabel', { sort: t(`sort.${this.sort}`).toLocaleLowerCase() }));
  }

  #renderEmpty() {
    const { t, i18n, query, filter } = this;
    const isPlain = query.trim() === '' && fieldsSet(without(filter, 'folderId')).length === 0;
    if (isPlain && (this.bin || this.#folder)) return emptyPlace(this.bin ? undefined : this.#folder?.name, t);
    if (!this.#isFiltered)
      return html`<slot name="empty"
        >${emptyLibrary(
          t,
          () => this.fileInput.click(),
          () => void this.#importSample(),
        )}</slot
      >`;
    return nothingMatches({
      query: query.trim(),
      filter,
      names: this.#names,
      nearest: this.#nearest.value,
      t,
      i18n,
      onFilter: (next) => this.#view({ filter: next }),
      onClear: () => this.#clearFilters(),
    });
  }

  #renderBulk() {
    const ids = this.#list.selection.ids;
    if (ids.size === 0 || this.bin) return nothing;
    return bulkBar({
      count: ids.size,
      t: this.t,
      onTag: (anchor) => this.tagPicker.toggle(anchor),
      onMove: (anchor) => this.moveMenu.toggle(anchor),
      onOutcome: (anchor) => this.outcomeMenu.toggle(anchor),
      onExtract: () => void this.#changes.extractProfits(ids),
      onDelete: () => void this.#changes.delete(ids),
      onClear: () => this.#list.select(new Selection()),
    });
  }

  #renderFoot() {
    const { t, i18n } = this;
    const totals = this.#pages.totals;
    const key = (sign: string) => html`<kbd>${sign}</kbd>`;
    return html`<footer class="foot" part="foot">
      <span class="num" role="status"
        >${
          totals
            ? t(this.#isFiltered ? 'matching' : 'everything', {
                count: totals.total,
                all: totals.libraryTotal,
                length: i18n.duration(totals.totalDurationMs / 1000),
              })
            : nothing
        }</span
      ><span class="grow"></span>
      <span class="f-k">${t.rich('keys', { j: key('J'), k: key('K'), x: key('X'), enter: key('↵') })}</span>
    </footer>`;
  }

  #renderDrop() {
    const folder = this.#folder;
    return html`<div class="drop">
      ${icon('upload', 's20')}<span>${folder ? this.t('drop.into', { name: folder.name }) : this.t('drop.here')}</span>
    </div>`;
  }

  #renderOverlays() {
    const { t } = this;
    const { ids } = this.#list.selection;
    const from = this.#folder?.id;
    return html`<cv-call-filter-menu
        .filter=${this.filter}
        .folders=${this.#folders.value ?? []}
        @cv-filter=${(event: CustomEvent<CallFilter>) => this.#view({ filter: event.detail })}
      ></cv-call-filter-menu>
      <cv-call-tag-picker
        .calls=${this.#list.selectedCalls}
        @cv-tag-choice=${(event: CustomEvent<TagChoice>) => this.#changes.tag(ids, event.detail)}
      ></cv-call-tag-picker>
      <cv-menu
        id="sort"
        label=${t('sort')}
        .items=${sortItems(this.sort, t)}
        .placement=${{ align: 'end' }}
        @cv-menu-select=${(event: CustomEvent<CallSort>) => this.#view({ sort: event.detail })}
      ></cv-menu>
      <cv-menu
        id="move"
        label=${t('move')}
        .items=${folderItems(this.#folders.value ?? [], from)}
        .placement=${ABOVE}
        @cv-menu-select=${(event: CustomEvent<string>) => {
          const to = this.#folders.value?.find(({ id }) => id === event.detail);
          if (to) void this.#changes.move(ids, to, from);
        }}
      ></cv-menu>
      <cv-menu
        id="outcome"
        label=${t('outcome')}
        .items=${outcomeItems(t)}
        .placement=${ABOVE}
        @cv-menu-select=${({ detail }: CustomEvent<string>) =>
          this.#changes.setOutcome(ids, detail === 'none' ? null : detail)}
      ></cv-menu>`;
  }

  get #names(): ReadonlyMap<string, string> {
    return valueNames(this.#facets.value, this.#folders.value ?? []);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-library': CallLibrary;
  }
  interface HTMLElementEventMap {
    'cv-call-open': CustomEvent<{ readonly callId: string; readonly at?: number }>;
    'cv-selection-change': CustomEvent<{ readonly callIds: readonly string[] }>;
    'cv-view-change': CustomEvent<CallListView>;
    'cv-import-done': CustomEvent<Import>;
  }
}
