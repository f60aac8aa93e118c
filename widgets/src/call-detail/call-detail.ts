import type { CallDetail as CallRecord, Evidence, ProfitsItem } from '@callvault/sdk';
import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { define } from '../core/define.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { VaultTask } from '../core/vault-task.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { Empty } from '../parts/empty.ts';
import { frame } from '../parts/frame.styles.ts';
import { icon } from '../parts/icon.ts';
import { problemOf } from '../parts/problem-kind.ts';
import { ProblemElement } from '../parts/problem.ts';
import { RovingTabindexController } from '../parts/roving-tabindex.ts';
import { segmented } from '../parts/segmented.styles.ts';
import { Skeleton } from '../parts/skeleton.ts';
import { states } from '../parts/states.styles.ts';
import { tabs } from '../parts/tabs.styles.ts';
import { callDetail } from './call-detail.styles.ts';
import { CallEdits, type ProfitsChange } from './call-edits.ts';
import { CallHeader, type HeaderActions } from './call-header.ts';
import { loadObjections, loadProfits } from './call-loading.ts';
import { callNote, type NoteActions } from './call-notes.ts';
import { placeFindings, type Finding } from './findings.ts';
import type { Step } from './history-panel.ts';
import { messages } from './messages.en.ts';
import { momentConverter } from './moment.ts';
import type { OverviewActions } from './overview.ts';
import { isMoving, PipelineWatch } from './pipeline-watch.ts';
import type { ReadingPosition, TranscriptPane } from './transcript.ts';
import { TranscriptIndex, type TurnRange } from './transcript-index.ts';

/** What stands beside the transcript. */
export type CallView = 'overview' | 'profits' | 'objections' | 'people' | 'history';

const VIEWS = ['overview', 'profits', 'objections', 'people', 'history'] as const satisfies readonly CallView[];
/** Below 720 px the views share four places: objections stand under PROFITS, the history under the people. */
const NARROW_VIEWS = ['overview', 'profits', 'people'] as const;
const NARROW = 720;

/**
 * One call: who talked when, every word, what was found in it with the words that prove it, and what was promised.
 *
 * @summary One recorded conversation with its transcript and everything found in it.
 * @fires {CustomEvent<{ kind: 'call'; id: string; at?: number }>} cv-navigate - The reader goes to another moment or call;
 * `at` is in seconds. Cancelable: then the host goes there itself.
 * @fires {CustomEvent<Evidence>} cv-citation-open - Words that prove something are opened. Cancelable.
 * @fires {CustomEvent<{ callId: string }>} cv-call-back - The reader wants back to the list.
 * @fires {CustomEvent<{ widget: string }>} cv-ready - The first data is drawn.
 * @fires {CustomEvent<ErrorDetail>} cv-error - The call could not be loaded.
 */
export class CallDetail extends CallVaultElement {
  static override readonly tag = 'cv-call-detail';
  static override readonly uses = [CallHeader, ProblemElement, Skeleton, Empty];
  static override styles = [base, frame, buttons, tabs, segmented, states, callDetail];

  /** The call to show. */
  @property({ attribute: 'call-id' }) accessor callId = '';
  /** Where to open it, in milliseconds. The attribute also takes `#t=18:24`. */
  @property({ converter: momentConverter }) accessor at: number | undefined;
  /** Words to open, mark and focus. */
  @property({ attribute: false }) accessor evidence: Evidence | undefined;
  /** Place in the list that the reader came from, from 1, shown as "1 of 86". */
  @property({ attribute: false }) accessor place: { readonly index: number; readonly total: number } | undefined;
  /** What stands beside the transcript. */
  @property() accessor view: CallView = 'overview';

  @state() private accessor call: CallRecord | undefined;
  @state() private accessor items: readonly ProfitsItem[] | undefined;
  @state() private accessor position: ReadingPosition = { turn: 0, ms: null };
  @state() private accessor openId: string | undefined;
  @state() private accessor openRanges: readonly TurnRange[] = [];
  @state() private accessor isNarrow = false;
  /** Below 720 px: whether the transcript is shown rather than a view. */
  @state() private accessor reads = true;
  @state() private accessor undoDelete: string | undefined;
  /** Goes up when a step has made new words or new findings. */
  @state() private accessor round = 0;

  #index: TranscriptIndex | undefined;
  private readonly t = translator(this, 'call-detail', messages);
  private readonly tabKeys = new RovingTabindexController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('[role="tab"]')],
    orientation: 'horizontal',
  });
  private readonly callTask = new VaultTask(this, {
    args: () => [this.callId],
    task: async (vault, [callId], signal) => {
      if (callId === '') return undefined;
      const call = await vault.calls.retrieve(callId, { signal });
      if (!signal.aborted) this.call = call;
      return call;
    },
  });
  private readonly transcriptTask = new VaultTask(this, {
    args: () => [this.callId, this.round],
    task: async (vault, [callId], signal) => {
      if (callId === '') return undefined;
      // Its code comes while its words do.
      const [{ reading }, transcript] = await Promise.all([
        import('./reading.ts'),
        vault.transcripts.retrieve(callId, { signal }),
      ]);
      for (const part of reading) define(part);
      const isSame = this.#index?.callId === callId && this.#index.revision === transcript.revision;
      return isSame ? this.#index : new TranscriptIndex(transcript);
    },
  });
  private readonly profitsTask = new VaultTask(this, {
    args: () => [this.callId, this.round],
    task: async (vault, [callId], signal) => {
      const items = callId === '' ? undefined : await loadProfits(vault, callId, signal);
      if (!signal.aborted) this.items = items;
      return items;
    },
  });
  private readonly objectionsTask = new VaultTask(this, {
    args: () => [this.callId, this.round],
    task: async (vault, [callId], signal) => (callId === '' ? [] : loadObjections(vault, callId, signal)),
  });
  private readonly panelsTask = new Task(this, {
    args: () => [] as const,
    task: async () => {
      const { panels } = await import('./panels.ts');
      for (const panel of panels) define(panel);
      return true;
    },
  });
  private readonly pipeline = new PipelineWatch(this, { call: () => this.call, ask: () => this.#askAgain() });

  /** Reads and writes what is on the page; the rest of the widget redraws by itself. */
  readonly #edits = new CallEdits(
    {
      get: () => ({
        vault: this.vault,
        callId: this.callId,
        call: this.call,
        items: this.items,
        undoDelete: this.undoDelete,
      }),
      set: (changed) => Object.assign(this, changed),
    },
    { t: this.t, say: (content) => this.toast(content) },
  );
  #sizes = new ResizeObserver(() => requestAnimationFrame(() => (this.isNarrow = this.clientWidth < NARROW)));
  #findings: readonly Finding[] = [];
  #placed: readonly unknown[] = [];
  #isReady = false;
  #told: unknown;
  /** What the host asked for and the transcript has not arrived for yet. */
  #wanted: { at?: number; evidence?: Evidence } = {};

  protected override get needsVault(): boolean {
    return true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.isNarrow = this.clientWidth < NARROW;
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  /** Loads everything again. */
  async refresh(): Promise<void> {
    this.round += 1;
    await this.callTask.run();
  }

  protected override willUpdate(changed: PropertyValues<this> & Map<string, unknown>): void {
    if (changed.has('callId')) this.#startOver();
    if (changed.has('at') && this.at !== undefined) this.#wanted = { ...this.#wanted, at: this.at };
    if (changed.has('evidence') && this.evidence) this.#wanted = { ...this.#wanted, evidence: this.evidence };
    this.#place();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.call && !this.#isReady) {
      this.#isReady = true;
      this.emit('cv-ready', { widget: CallDetail.tag });
    }
    this.#tellError();
    if (this.#index && (this.#wanted.at !== undefined || this.#wanted.evidence)) void this.#goToWanted(this.#index);
  }

  #startOver(): void {
    this.call = undefined;
    this.items = undefined;
    this.position = { turn: 0, ms: null };
    this.openId = undefined;
    this.openRanges = [];
    this.undoDelete = undefined;
    this.reads = true;
  }

  /** Places what was found in the transcript, again only when either has changed. */
  #place(): void {
    const index = this.transcriptTask.status === TaskStatus.COMPLETE ? this.transcriptTask.value : this.#index;
    const objections = this.objectionsTask.status === TaskStatus.COMPLETE ? this.objectionsTask.value : undefined;
    const now = [this.call ? index : undefined, this.items, objections];
    if (now.every((each, at) => each === this.#placed[at])) return;
    this.#placed = now;
    if (!this.#index && index) this.position = { turn: 0, ms: index.turns[0]?.startMs ?? null };
    this.#index = this.call ? index : undefined;
    const labelled = (objections ?? []).map((each) => ({ ...each, label: this.t(`kind.${each.kind}`) }));
    this.#findings = this.#index ? placeFindings(this.#index, this.items ?? [], labelled) : [];
  }

  #tellError(): void {
    const { error, status } = this.callTask;
    if (status !== TaskStatus.ERROR || error === this.#told) return;
    this.#told = error;
    const { code, message, retryable, requestId } = problemOf(error);
    this.emit('cv-error', { code, message: message ?? '', retryable, ...(requestId ? { requestId } : {}) });
  }

  async #goToWanted(index: TranscriptIndex): Promise<void> {
    const { at, evidence } = this.#wanted;
    this.#wanted = {};
    if (evidence && evidence.callId === this.callId) await this.#show(evidence, this.#idOf(evidence), index);
    if (at === undefined) return;
    this.position = { turn: index.turnAt(at), ms: at };
    if (!evidence) await this.#reveal(this.position.turn);
  }

  #idOf({ segmentStart, segmentEnd, start, end }: Evidence): string | undefined {
    const same = this.#findings.find(
      ({ evidence: it }) =>
        it.segmentStart === segmentStart && it.segmentEnd === segmentEnd && it.start === start && it.end === end,
    );
    return same?.id;
  }

  /** Opens the words of `evidence` for a reader who asked for it here. */
  async #open(evidence: Evidence, id = this.#idOf(evidence)): Promise<void> {
    if (!this.emit('cv-citation-open', evidence, { cancelable: true })) return;
    if (this.#index) await this.#show(evidence, id, this.#index);
  }

  async #show(evidence: Evidence, id: string | undefined, index: TranscriptIndex): Promise<void> {
    const ranges = index.locate(evidence);
    const [first] = ranges;
    this.openId = id;
    this.openRanges = ranges;
    if (!first) {
      await this.toast({ text: this.t('evidenceGone'), tone: 'bad' });
      return;
    }
    this.position = { turn: first.turn, ms: evidence.startMs ?? index.turns[first.turn]?.startMs ?? null };
    await this.#reveal(first.turn, true);
    const { name } = evidence.speaker;
    const words = evidence.text;
    this.announce(
      evidence.startMs === null
        ? this.t('opened', { name, words })
        : this.t('opened.at', { time: this.i18n.timecode(evidence.startMs / 1000), name, words }),
    );
  }

  async #reveal(turn: number, focus = false): Promise<void> {
    this.reads = true;
    await this.updateComplete;
    await this.#pane?.reveal(turn, { focus });
  }

  get #pane(): TranscriptPane | null {
    return this.renderRoot.querySelector('cv-transcript');
  }

  private readonly handleGoTo = (position: ReadingPosition): void => {
    const at = position.ms === null ? {} : { at: position.ms / 1000 };
    if (!this.emit('cv-navigate', { kind: 'call', id: this.callId, ...at }, { cancelable: true })) return;
    this.position = position;
    void this.#reveal(position.turn);
  };

  private readonly handleRead = (position: ReadingPosition): void => {
    this.position = position;
  };

  private readonly handleFinding = (finding: Finding): void => {
    if (!this.isNarrow)
      this.view = finding.kind === 'objection' ? 'objections' : this.view === 'overview' ? 'overview' : 'profits';
    void this.#open(finding.evidence, finding.id).then(() => this.#showItem(finding.id));
  };

  /** Brings the item that belongs to opened words into view beside them. */
  async #showItem(id: string): Promise<void> {
    await this.updateComplete;
    const panel = this.renderRoot.querySelector<CallVaultElement>('.pane-b > *');
    await panel?.updateComplete;
    panel?.renderRoot.querySelector(`[data-item="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  private handleKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === '/') this.#find();
    else if (key === 'j' || key === 'J') this.#pane?.step(1);
    else if (key === 'k' || key === 'K') this.#pane?.step(-1);
    else if (key === 'Escape' && this.openRanges.length > 0) {
      this.openRanges = [];
      this.openId = undefined;
    } else return;
    event.preventDefault();
  }

  #find(): void {
    this.reads = true;
    void this.updateComplete.then(() => this.#pane?.focusFind());
  }

  async #runStep(name: Step['name']): Promise<void> {
    if (!(await this.#edits.runStep(name))) return;
    this.announce(this.t('stepStarted', { step: this.t(`step.${name}`) }));
    this.pipeline.soon();
  }

  async #askAgain(): Promise<void> {
    const { callId, call: before } = this;
    const after = await this.vault?.calls.retrieve(callId, { signal: this.lifetime });
    if (!after || this.callId !== callId) return;
    this.call = after;
    const done = ({ steps }: CallRecord) => steps.filter(({ status }) => status === 'done').length;
    if (before && (done(after) !== done(before) || after.revision !== before.revision)) this.round += 1;
    if (!isMoving(after)) this.announce(this.t('processed'));
  }

  #openCall(id: string): void {
    if (this.emit('cv-navigate', { kind: 'call', id }, { cancelable: true })) this.callId = id;
  }

  readonly #headerActions: HeaderActions = {
    change: (change) => void this.#edits.change(change),
    back: () => this.emit('cv-call-back', { callId: this.callId }),
    open: (id) => this.#openCall(id),
    remove: () => void this.#edits.remove(),
    find: () => this.#find(),
    fail: (error) => void this.toast({ text: problemOf(error).message ?? this.t('notSaved'), tone: 'bad' }),
  };

  readonly #overviewActions: OverviewActions = {
    open: (evidence, id) => void this.#open(evidence, id),
    review: () => (this.view = 'profits'),
    change: (change) => void this.#edits.change(change),
    tick: (item) => void this.#edits.tick(item),
    add: (item) => void this.#edits.add(item),
  };

  get #noteActions(): NoteActions {
    return {
      t: this.t,
      isBinned: this.undoDelete !== undefined,
      onRestore: () => void this.#edits.restore(),
      onRun: (name) => void this.#runStep(name),
    };
  }

  override render() {
    return html`<section class="wid" aria-label=${this.t('call')} @keydown=${this.handleKeydown}>
      ${this.renderWhole()}
    </section>`;
  }

  private renderWhole() {
    const { call } = this;
    if (call) return this.renderCall(call);
    if (this.callTask.status !== TaskStatus.ERROR) return this.renderLoading();
    return html`<cv-problem what=${this.t('call')} .error=${this.callTask.error} @cv-retry=${() => this.refresh()}>
      <button slot="actions" class="btn gho sm" type="button" @click=${this.#headerActions.back}>
        ${icon('arrowl', 'flip')}${this.t('back')}
      </button>
    </cv-problem>`;
  }

  private renderLoading() {
    return html`<div class="sk-h"><cv-skeleton shape="prose" rows="1"></cv-skeleton></div>
      <div class="sk-p"></div>
      <div class="cd">
        <div class="main-col sk-t">
          <div class="sk-b"></div>
          <cv-skeleton rows="6" avatars></cv-skeleton>
        </div>
        <aside class="pane" aria-hidden="true">
          <div class="sk-b"></div>
          <cv-skeleton shape="prose" rows="4"></cv-skeleton>
        </aside>
      </div>`;
  }

  private renderCall(call: CallRecord) {
    return html`<cv-call-header .call=${call} .place=${this.place} .actions=${this.#headerActions}></cv-call-header>
      ${this.#index?.hasWords ? this.renderMap(call) : nothing} ${callNote(call, this.#noteActions)}
      ${this.renderNarrowTabs()}
      <div class="cd ${this.isNarrow && !this.reads ? 'aside' : ''}">
        <div class="main-col">${this.renderTranscript(call)}</div>
        ${this.isNarrow && this.reads ? nothing : this.renderPane(call)}
      </div>`;
  }

  private renderMap(call: CallRecord) {
    return html`<cv-conversation-map
      .index=${this.#index}
      .durationMs=${call.durationMs}
      .participants=${call.participants}
      .findings=${this.#findings}
      .openId=${this.openId}
      .position=${this.position}
      .onGoTo=${this.handleGoTo}
      .onFinding=${this.handleFinding}
    ></cv-conversation-map>`;
  }

  private renderNarrowTabs() {
    const chosen = { objections: 'profits', history: 'people' }[this.view as string] ?? this.view;
    const show = (view: CallView) => {
      this.view = view;
      this.reads = false;
    };
    return html`<div class="cd-tabs seg" role="group" aria-label=${this.t('view')}>
      <button type="button" aria-pressed=${this.reads} @click=${() => (this.reads = true)}>
        ${this.t('view.transcript')}
      </button>
      ${NARROW_VIEWS.map(
        (view) =>
          html`<button type="button" aria-pressed=${!this.reads && view === chosen} @click=${() => show(view)}>
            ${this.t(`view.${view}`)}
          </button>`,
      )}
    </div>`;
  }

  private renderTranscript(call: CallRecord) {
    const index = this.#index;
    if (index?.hasWords)
      return html`<cv-transcript
        .index=${index}
        .topics=${call.topics}
        .findings=${this.#findings}
        .participants=${call.participants}
        .position=${this.position}
        .openRanges=${this.openRanges}
        .onGoTo=${this.handleGoTo}
        .onRead=${this.handleRead}
        .onFinding=${this.handleFinding}
      ></cv-transcript>`;
    if (this.transcriptTask.status === TaskStatus.ERROR)
      return html`<cv-problem
        what=${this.t('transcript')}
        .error=${this.transcriptTask.error}
        @cv-retry=${() => this.transcriptTask.run()}
      ></cv-problem>`;
    if (!index) return html`<cv-skeleton class="sk-t" rows="6" avatars></cv-skeleton>`;
    return call.steps.some(({ name, status }) => name === 'transcript' && status !== 'done')
      ? html`<cv-empty icon="clock" heading=${this.t('pendingTitle')}>${this.t('pendingText')}</cv-empty>`
      : html`<cv-empty icon="mute" heading=${this.t('emptyTitle')}>${this.t('emptyText')}</cv-empty>`;
  }

  private renderPane(call: CallRecord) {
    const counts: Partial<Record<CallView, number>> = {
      profits: this.items?.filter(({ status }) => status !== 'rejected').length ?? 0,
      people: call.participants.length,
    };
    return html`<aside class="pane" aria-label=${this.t('insights')}>
      <div
        class="tabs"
        role="tablist"
        aria-label=${this.t('insights')}
        @keydown=${this.handleTabKey}
        @focusin=${this.tabKeys.handleFocusin}
      >
        ${VIEWS.map((view) => this.renderTab(view, counts[view]))}
      </div>
      <div class="scroll pane-b" role="tabpanel" id="panel" tabindex="0" aria-label=${this.t(`view.${this.view}`)}>
        ${this.renderViews(call)}
      </div>
    </aside>`;
  }

  private renderTab(view: CallView, count: number | undefined) {
    return html`<button
      type="button"
      role="tab"
      id="tab-${view}"
      aria-selected=${view === this.view}
      aria-controls="panel"
      @click=${() => (this.view = view)}
    >
      ${this.t(`view.${view}`)}${count ? html`<em>${this.i18n.number(count)}</em>` : nothing}
    </button>`;
  }

  private handleTabKey(event: KeyboardEvent): void {
    this.tabKeys.handleKeydown(event);
    if (!event.defaultPrevented) return;
    const root = this.renderRoot;
    if (root instanceof ShadowRoot && root.activeElement instanceof HTMLElement) root.activeElement.click();
  }

  private renderViews(call: CallRecord) {
    const { view } = this;
    if (!this.isNarrow) return this.renderView(view, call);
    if (view === 'profits' || view === 'objections')
      return [this.renderView('profits', call), this.renderView('objections', call)];
    if (view === 'people' || view === 'history')
      return [this.renderView('people', call), this.renderView('history', call)];
    return this.renderView(view, call);
  }

  private renderView(view: CallView, call: CallRecord): unknown {
    if (this.panelsTask.value !== true)
      return this.renderLoaded(this.panelsTask, `view.${view}`, () => html`<cv-skeleton rows="3"></cv-skeleton>`);
    const onOpen = (evidence: Evidence, id?: string) => void this.#open(evidence, id);
    switch (view) {
      case 'overview':
        return html`<cv-call-overview
          .call=${call}
          .items=${this.items}
          .openId=${this.openId}
          .actions=${this.#overviewActions}
        ></cv-call-overview>`;
      case 'profits':
        return this.renderLoaded(
          this.profitsTask,
          'view.profits',
          () =>
            html`<cv-call-profits
              .items=${this.items ?? []}
              .openId=${this.openId}
              .onOpen=${onOpen}
              .onChange=${(item: ProfitsItem, change: ProfitsChange) => void this.#edits.review(item, change)}
            ></cv-call-profits>`,
        );
      case 'objections':
        return this.renderLoaded(
          this.objectionsTask,
          'view.objections',
          () =>
            html`<cv-call-objections
              .objections=${this.objectionsTask.value ?? []}
              .openId=${this.openId}
              .onOpen=${onOpen}
            ></cv-call-objections>`,
        );
      case 'people':
        return html`<cv-call-people .participants=${call.participants}></cv-call-people>`;
      case 'history':
        return html`<cv-call-history
          .call=${call}
          .onRun=${(name: Step['name']) => void this.#runStep(name)}
        ></cv-call-history>`;
    }
  }

  private renderLoaded(
    task: { readonly status: TaskStatus; readonly error: unknown; readonly value: unknown; run(): Promise<void> },
    what: `view.${CallView}`,
    draw: () => unknown,
  ): unknown {
    if (task.status === TaskStatus.ERROR)
      return html`<cv-problem what=${this.t(what)} .error=${task.error} @cv-retry=${() => task.run()}></cv-problem>`;
    return task.value === undefined ? html`<cv-skeleton rows="3"></cv-skeleton>` : draw();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-call-detail': CallDetail;
  }
  interface HTMLElementEventMap {
    'cv-citation-open': CustomEvent<Evidence>;
    'cv-call-back': CustomEvent<{ readonly callId: string }>;
  }
}
