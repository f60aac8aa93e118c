import type { Call, Folder, Import } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { define } from '../core/define.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { chips } from '../parts/chips.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { frame } from '../parts/frame.styles.ts';
import { segmented } from '../parts/segmented.styles.ts';
import { Skeleton } from '../parts/skeleton.ts';
import { states } from '../parts/states.styles.ts';
import { strip } from '../parts/strip.styles.ts';
import { tags } from '../parts/tags.styles.ts';
import { bulkBar } from './bulk-bar.ts';
import type { CallChanges } from './call-changes.ts';
import { fieldsSet, queryOf, without, type CallFilter, type CallQuery, type CallSort } from './call-filter.ts';
import { callLibrary } from './call-library.styles.ts';
import { CallList } from './call-list.ts';
import type { CallOverlays } from './call-overlays.ts';
import { CallPages } from './call-pages.ts';
import { FileDrop } from './file-drop.ts';
import { filterBar } from './filter-bar.ts';
import type { Place } from './folder-rail.ts';
import type { ImportPanel } from './import-panel.ts';
import { libraryHead, type Density } from './library-head.ts';
import { listAction } from './list-keys.ts';
import { staleNote } from './list-states.ts';
import { messages } from './messages.en.ts';
import { reasonOf } from './reason.ts';
import { Selection } from './selection.ts';
import type { TagChoice } from './tag-picker.ts';
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
  static override readonly uses = [Skeleton];
  static override readonly later = {
    'cv-call-folder-rail': async () => (await import('./folder-rail.ts')).FolderRail,
    'cv-problem': async () => (await import('../parts/problem.ts')).ProblemElement,
    'cv-call-empty': async () => (await import('./empty-list.ts')).EmptyList,
  };
  static override styles = [base, buttons, fields, chips, tags, segmented, states, strip, frame, callLibrary];

  /** Words in title, people or client. */
  @property() accessor query = '';
  /** What the list is narrowed to. */
  @property({ attribute: false }) accessor filter: CallFilter = NO_FILTER;
  @property() accessor sort: CallSort = 'newest';
  /** Shows deleted calls instead. */
  @property({ type: Boolean }) accessor bin = false;
  /** `compact` makes rows 48 px high. */
  @property({ reflect: true }) accessor density: Density = 'comfortable';
  /** Where the keyboard stands: the id of a call. */
  @property({ attribute: false }) accessor current: string | undefined;

  @state() private accessor isFinding = false;

  @query('.scroll') private accessor scroller!: HTMLElement | null;
  @query('.find') private accessor findInput!: HTMLInputElement;
  @query('.pick') private accessor fileInput!: HTMLInputElement;
  protected readonly t = translator(this, 'call-library', messages);

  readonly #pages = new CallPages(this, () => this.#query);
  readonly #list = new CallList(this, {
    pages: this.#pages,
    t: this.t,
    onOpen: (call) => this.#open(call),
    onSelect: ({ ids }) => this.emit('cv-selection-change', { callIds: [...ids] }),
  });
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
  #changes: Promise<CallChanges> | undefined;
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
    setTimeout(() => void this.#overlays(), 500);
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

  /** What changes calls is loaded with the first change. */
  async #change(act: (changes: CallChanges, ids: ReadonlySet<string>) => Promise<void>): Promise<void> {
    const { ids } = this.#list.selection;
    this.#changes ??= this.#loadChanges();
    await act(await this.#changes, ids);
  }

  async #loadChanges(): Promise<CallChanges> {
    const [{ CallChanges }, { lateMessages }] = await Promise.all([
      import('./call-changes.ts'),
      import('./late-messages.en.ts'),
    ]);
    return new CallChanges({
      vault: () => this.vault,
      pages: this.#pages,
      t: translator(this, 'call-library', lateMessages),
      say: (content) => void this.toast(content),
    });
  }

  /** Menus and pickers are loaded when the list has been drawn, at the latest with the first click on one of them. */
  async #overlays(): Promise<CallOverlays> {
    const { CallOverlays } = await import('./call-overlays.ts');
    define(CallOverlays);
    const overlays = this.renderRoot.querySelector('cv-call-overlays');
    await overlays?.updateComplete;
    return overlays ?? new CallOverlays();
  }

  #over(open: (overlays: CallOverlays, anchor: Element) => void) {
    return async (anchor: EventTarget | null): Promise<void> => {
      if (anchor instanceof Element) open(await this.#overlays(), anchor);
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
    const { ImportPanel } = await import('./import-panel.ts');
    define(ImportPanel);
    await this.renderRoot.querySelector<ImportPanel>(ImportPanel.tag)?.start(files, this.#folder?.id);
  }

  async #importSample(): Promise<void> {
    const { sampleCall } = await import('./sample-call.ts');
    await this.#import([new File([sampleCall.content], sampleCall.name, { type: 'text/vtt' })]);
  }

  #handleImported(done: Import): void {
    void this.refresh();
    this.emit('cv-import-done', done);
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
    const folder = this.#folder;
    const totals = this.#pages.totals;
    return libraryHead({
      title: this.bin ? this.t('bin') : (folder?.name ?? this.t('allCalls')),
      count: this.bin ? totals?.total : (folder?.calls ?? totals?.libraryTotal),
      density: this.density,
      t: this.t,
      i18n: this.i18n,
      onDensity: (density) => (this.density = density),
      onFind: () => void this.#find(),
      onImport: () => this.fileInput.click(),
      onFiles: (files) => void this.#import(files),
    });
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
      onEdit: (anchor, field) => void this.#over((overlays, at) => overlays.editFilter(at, field))(anchor),
      onSort: this.#over((overlays, at) => overlays.pickSort(at)),
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
    const place = html`<cv-call-empty
      .filter=${this.filter}
      .query=${this.#query}
      .names=${this.#names}
      .folder=${this.#folder?.name}
      @cv-filter=${({ detail }: CustomEvent<CallFilter>) => this.#view({ filter: detail })}
      @cv-clear=${() => this.#clearFilters()}
      @cv-import=${() => this.fileInput.click()}
      @cv-sample=${() => this.#importSample()}
    ></cv-call-empty>`;
    return this.#isFiltered || this.bin ? place : html`<slot name="empty">${place}</slot>`;
  }

  #renderBulk() {
    const ids = this.#list.selection.ids;
    if (ids.size === 0 || this.bin) return nothing;
    return bulkBar({
      count: ids.size,
      t: this.t,
      onTag: this.#over((overlays, at) => overlays.pickTag(at)),
      onMove: this.#over((overlays, at) => overlays.pickFolder(at)),
      onOutcome: this.#over((overlays, at) => overlays.pickOutcome(at)),
      onExtract: () => void this.#change((changes, selected) => changes.extractProfits(selected)),
      onDelete: () => void this.#change((changes, selected) => changes.delete(selected)),
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
    const name = this.#folder?.name;
    return html`<div class="drop">${name ? this.t('drop.into', { name }) : this.t('drop.here')}</div>`;
  }

  #renderOverlays() {
    const from = this.#folder?.id;
    return html`<cv-call-overlays
      .filter=${this.filter}
      .sort=${this.sort}
      .folders=${this.#folders.value ?? []}
      .from=${from}
      .calls=${this.#list.selectedCalls}
      @cv-filter=${({ detail }: CustomEvent<CallFilter>) => this.#view({ filter: detail })}
      @cv-sort=${({ detail }: CustomEvent<CallSort>) => this.#view({ sort: detail })}
      @cv-tag-choice=${({ detail }: CustomEvent<TagChoice>) => this.#change((changes, ids) => changes.tag(ids, detail))}
      @cv-move=${({ detail }: CustomEvent<Folder>) => this.#change((changes, ids) => changes.move(ids, detail, from))}
      @cv-outcome=${({ detail }: CustomEvent<string | null>) =>
        this.#change((changes, ids) => changes.setOutcome(ids, detail))}
    ></cv-call-overlays>`;
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
