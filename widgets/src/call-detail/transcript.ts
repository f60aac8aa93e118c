import type { Participant } from '@callvault/sdk';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { avatars } from '../parts/avatars.styles.ts';
import { buttons } from '../parts/buttons.styles.ts';
import { chips } from '../parts/chips.styles.ts';
import { evidence as evidenceStyles } from '../parts/evidence.styles.ts';
import { fields } from '../parts/fields.styles.ts';
import { frame } from '../parts/frame.styles.ts';
import { icon } from '../parts/icon.ts';
import { avatar } from '../parts/marks.ts';
import { FindBar } from './find-bar.ts';
import type { Finding } from './findings.ts';
import { findWords } from './find-words.ts';
import { messages } from './messages.en.ts';
import { MeasuredWindow } from './measured-window.ts';
import type { Layer } from './text-pieces.ts';
import { transcript } from './transcript.styles.ts';
import type { IndexedTurn, TranscriptIndex, TurnRange } from './transcript-index.ts';
import { transcriptRows, type Topic, type TranscriptRow } from './transcript-rows.ts';
import { transcriptText } from './transcript-text.ts';
import { turnContent, type Meaning, type TurnContext, type TurnState } from './turn-view.ts';

/** Where the reader is. `ms` is null in a transcript without times. */
export interface ReadingPosition {
  readonly turn: number;
  readonly ms: number | null;
}

/** Where down the view the eye reads: the turn on this line is the current one while Follow is on. */
const READING_LINE = 0.3;

/** The transcript, windowed, with its toolbar. Private to `cv-call-detail`. */
export class TranscriptPane extends CallVaultElement {
  static override readonly tag = 'cv-transcript';
  static override readonly uses = [FindBar];
  static override styles = [base, frame, buttons, chips, fields, avatars, evidenceStyles, transcript];

  @property({ attribute: false }) accessor index: TranscriptIndex | undefined;
  @property({ attribute: false }) accessor topics: readonly Topic[] = [];
  @property({ attribute: false }) accessor findings: readonly Finding[] = [];
  @property({ attribute: false }) accessor participants: readonly Participant[] = [];
  @property({ attribute: false }) accessor position: ReadingPosition = { turn: 0, ms: null };
  /** The words of the opened evidence. */
  @property({ attribute: false }) accessor openRanges: readonly TurnRange[] = [];
  /** The reader moves on purpose. */
  @property({ attribute: false }) accessor onGoTo: (position: ReadingPosition) => void = () => undefined;
  /** The reader scrolls on, with Follow on. */
  @property({ attribute: false }) accessor onRead: (position: ReadingPosition) => void = () => undefined;
  @property({ attribute: false }) accessor onFinding: (finding: Finding) => void = () => undefined;

  @state() private accessor query = '';
  @state() private accessor hit = -1;
  @state() private accessor follows = true;
  @state() private accessor speakerIds: ReadonlySet<string> = new Set();

  #rows: readonly TranscriptRow[] = [];
  #keys: readonly string[] = [];
  #hits: readonly TurnRange[] = [];
  #layersOf = new Map<number, Layer<Meaning>[]>();
  #findingsOf = new Map<number, Finding[]>();
  #isUserScroll = false;

  private readonly t = translator(this, 'call-detail', messages);
  private readonly window = new MeasuredWindow(this, {
    keys: () => this.#keys,
    estimate: (at) => this.#estimate(at),
    scroller: '.scroll',
    list: '.turns',
    paddingStart: 4,
    paddingEnd: 24,
  });

  protected override willUpdate(changed: PropertyValues<this> & Map<string, unknown>): void {
    if (changed.has('index')) this.#startOver();
    if (changed.has('index') || changed.has('query')) this.#findAgain();
    if (changed.has('index') || changed.has('topics') || changed.has('speakerIds')) this.#layOut();
    if (['index', 'findings', 'openRanges', 'query', 'hit'].some((name) => changed.has(name))) this.#layer();
  }

  /** Brings a turn into view, and the exact place in it where it is long. With `focus`, the opened words get it. */
  async reveal(turn: number, { focus = false }: { focus?: boolean } = {}): Promise<void> {
    this.#isUserScroll = false;
    if (this.speakerIds.size > 0 && this.#rowOf(turn) < 0) this.speakerIds = new Set();
    await this.updateComplete;
    const at = this.#rowOf(turn);
    if (at < 0) return;
    const row = await this.window.reveal(at);
    const exact = row?.querySelector<HTMLElement>('mark.on, .hit-now');
    if (exact && row && row.offsetHeight > this.#scrollerHeight * 0.6) exact.scrollIntoView({ block: 'center' });
    if (focus) exact?.focus({ preventScroll: true });
  }

  /** For the "/" key. */
  focusFind(): void {
    this.renderRoot.querySelector<FindBar>('cv-find-bar')?.focusField();
  }

  /** Moves by turns among those that are shown. */
  step(by: 1 | -1): void {
    const turns = this.#rows.flatMap((row) => (row.kind === 'turn' ? [row.turn] : []));
    const now = turns.findIndex(({ order }) => order >= this.position.turn);
    const next = turns[Math.max(0, Math.min((now < 0 ? turns.length : now) + by, turns.length - 1))];
    if (next) this.onGoTo({ turn: next.order, ms: next.startMs });
  }

  get #scrollerHeight(): number {
    return this.renderRoot.querySelector('.scroll')?.clientHeight ?? 0;
  }

  #startOver(): void {
    this.query = '';
    this.speakerIds = new Set();
    if (this.hasUpdated) this.window.reset();
  }

  #findAgain(): void {
    this.#hits = this.index ? findWords(this.index, this.query) : [];
    const after = this.#hits.findIndex(({ turn }) => turn >= this.position.turn);
    this.hit = this.#hits.length === 0 ? -1 : Math.max(0, after);
  }

  #layOut(): void {
    const { topics, speakerIds, index } = this;
    this.#rows = index ? transcriptRows(index, { topics, speakerIds }) : [];
    this.#keys = this.#rows.map(({ key }) => key);
  }

  #layer(): void {
    this.#layersOf = new Map();
    this.#findingsOf = new Map();
    const add = ({ turn, from, to }: TurnRange, meaning: Meaning) =>
      this.#layersOf.set(turn, [...(this.#layersOf.get(turn) ?? []), { from, to, meaning }]);
    for (const finding of this.findings) {
      for (const range of finding.ranges) add(range, 'mark');
      const first = finding.ranges[0]?.turn ?? -1;
      this.#findingsOf.set(first, [...(this.#findingsOf.get(first) ?? []), finding]);
    }
    for (const range of this.openRanges) add(range, 'open');
    this.#hits.forEach((range, at) => add(range, at === this.hit ? 'hit-now' : 'hit'));
  }

  #rowOf(turn: number): number {
    return this.#rows.findIndex((row) => row.kind === 'turn' && row.turn.order === turn);
  }

  #estimate(at: number): number {
    const row = this.#rows[at];
    if (row?.kind !== 'turn') return row?.kind === 'topic' ? 44 : 32;
    return 42 + 24 * Math.ceil(row.turn.text.length / 76);
  }

  private handleScroll(): void {
    if (!this.follows || !this.#isUserScroll) return;
    let at = this.window.rowAt(READING_LINE) ?? 0;
    while (at < this.#rows.length && this.#rows[at]?.kind !== 'turn') at += 1;
    const row = this.#rows[at];
    if (row?.kind === 'turn' && row.turn.order !== this.position.turn)
      this.onRead({ turn: row.turn.order, ms: row.turn.startMs });
  }

  private handleQuery(query: string): void {
    this.query = query;
    void this.updateComplete.then(() => this.#showHit());
  }

  private handleStep(by: 1 | -1): void {
    if (this.#hits.length === 0) return;
    this.hit = (this.hit + by + this.#hits.length) % this.#hits.length;
    void this.#showHit();
  }

  async #showHit(): Promise<void> {
    const hit = this.#hits[this.hit];
    if (!hit) return;
    await this.reveal(hit.turn);
    const words = this.index?.turns[hit.turn]?.text.slice(Math.max(0, hit.from - 40), hit.to + 40) ?? '';
    this.announce(this.t('find.said', { at: this.hit + 1, count: this.#hits.length, words }));
  }

  private handleSpeaker(id: string): void {
    const chosen = new Set(this.speakerIds);
    if (!chosen.delete(id)) chosen.add(id);
    this.speakerIds = chosen;
  }

  private async handleCopy(): Promise<void> {
    if (!this.index) return;
    try {
      await navigator.clipboard.writeText(transcriptText(this.index, this.i18n));
      await this.toast({ text: this.t('copied') });
    } catch {
      await this.toast({ text: this.t('notCopied'), tone: 'bad' });
    }
  }

  private readonly userScrolls = (): void => {
    this.#isUserScroll = true;
  };

  override render() {
    if (!this.index) return nothing;
    return html`<div class="tr">
      ${this.renderBar()}
      <div
        class="scroll"
        role="region"
        aria-label=${this.t('transcript')}
        tabindex="-1"
        @scroll=${this.handleScroll}
        @wheel=${{ handleEvent: this.userScrolls, passive: true }}
        @touchmove=${{ handleEvent: this.userScrolls, passive: true }}
        @pointerdown=${this.userScrolls}
        @keydown=${this.userScrolls}
      >
        ${this.renderTurns()}
      </div>
    </div>`;
  }

  private renderBar() {
    const byShare = [...this.participants].sort((a, b) => b.talkShare - a.talkShare).slice(0, 3);
    return html`<div class="tr-bar">
      <cv-find-bar
        .query=${this.query}
        .at=${this.hit + 1}
        .total=${this.#hits.length}
        .onQuery=${(query: string) => this.handleQuery(query)}
        .onStep=${(by: 1 | -1) => this.handleStep(by)}
      ></cv-find-bar>
      <span class="grow"></span>
      ${byShare.length > 1 ? html`<span class="tr-who">${byShare.map((who) => this.renderSpeaker(who))}</span>` : nothing}
      <span class="sep"></span>
      <button
        class="btn gho sm"
        type="button"
        role="switch"
        aria-checked=${this.follows}
        @click=${() => (this.follows = !this.follows)}
      >
        <span class="sw ${this.follows ? 'on' : ''}"></span>${this.t('follow')}
      </button>
      <button
        class="ib sm"
        type="button"
        aria-label=${this.t('copy')}
        data-tip=${this.t('copy')}
        @click=${this.handleCopy}
      >
        ${icon('copy')}
      </button>
    </div>`;
  }

  private renderSpeaker({ speakerId, name, talkShare }: Participant) {
    const isOn = this.speakerIds.has(speakerId);
    return html`<button
      class="chip pick ${isOn ? 'on' : ''}"
      type="button"
      aria-pressed=${isOn}
      data-tip=${this.t('onlySpeaker', { name })}
      @click=${() => this.handleSpeaker(speakerId)}
    >
      ${avatar(name, 's20')}<bdi>${name.split(/\s+/)[0]}</bdi><em>${this.i18n.percent(talkShare)}</em>
    </button>`;
  }

  private renderTurns() {
    const drawn = this.window.rows;
    const nowRow = drawn.find(({ index: at }) => this.#isNow(this.#rows[at]))?.index;
    const stop = nowRow ?? drawn.find(({ index: at }) => this.#rows[at]?.kind === 'turn')?.index;
    return html`<ol class="turns">
      ${repeat(
        drawn.filter(({ index: at }) => at < this.#rows.length),
        ({ key }) => key,
        ({ index: at }) => this.renderRow(at, at === stop),
      )}
    </ol>`;
  }

  #isNow(row: TranscriptRow | undefined): boolean {
    return row?.kind === 'turn' && row.turn.order === this.position.turn;
  }

  private renderRow(at: number, isTabStop: boolean) {
    const row = this.#rows[at];
    if (row?.kind === 'turn') return this.renderTurn(at, row.turn, isTabStop);
    const size = this.#rows.length;
    if (row?.kind === 'topic')
      return html`<li class="topic" data-index=${at} aria-setsize=${size} aria-posinset=${at + 1}>
        <h2 dir="auto">${row.topic.title}</h2>
        ${this.renderTopicRange(row.topic)}
      </li>`;
    return html`<li class="hid" data-index=${at} aria-setsize=${size} aria-posinset=${at + 1}>
      <span>${icon('eye', 's14')}${this.t('hiddenTurns', { count: row?.turns ?? 0 })}</span>
    </li>`;
  }

  private renderTopicRange({ startMs, endMs }: Topic) {
    if (startMs === null || endMs === null) return nothing;
    const [from, to] = [this.i18n.timecode(startMs / 1000), this.i18n.timecode(endMs / 1000)];
    return html`<span class="num">${this.t('topicRange', { from, to })}</span>`;
  }

  private renderTurn(at: number, turn: IndexedTurn, isTabStop: boolean) {
    const isNow = this.position.turn === turn.order;
    const look: TurnState = {
      isNow,
      isTabStop,
      positionMs: isNow ? this.position.ms : null,
      layers: this.#layersOf.get(turn.order) ?? [],
      findings: this.#findingsOf.get(turn.order) ?? [],
    };
    return html`<li
      class="turn ${turn.speaker.side === 'us' ? 'us' : ''} ${isNow ? 'now' : ''}"
      data-index=${at}
      aria-setsize=${this.#rows.length}
      aria-posinset=${at + 1}
      aria-current=${isNow ? 'true' : nothing}
    >
      ${turnContent(turn, look, this.#context)}
    </li>`;
  }

  get #context(): TurnContext {
    return {
      i18n: this.i18n,
      t: this.t,
      onGoTo: (turn) => this.onGoTo({ turn: turn.order, ms: turn.startMs }),
      onFinding: (finding) => this.onFinding(finding),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-transcript': TranscriptPane;
  }
}
