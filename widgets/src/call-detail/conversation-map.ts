import { html, svg, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../core/base.styles.ts';
import { CallVaultElement } from '../core/element.ts';
import { translator } from '../core/i18n.ts';
import { Timeline, type ConversationBars } from './conversation-bars.ts';
import { conversationMap } from './conversation-map.styles.ts';
import { letterOf, type Finding } from './findings.ts';
import { lanes, type Lane } from './lanes.ts';
import { stems } from './map-stems.ts';
import { messages } from './messages.en.ts';
import type { ReadingPosition } from './transcript.ts';
import type { TranscriptIndex } from './transcript-index.ts';
import type { Participant } from '@callvault/sdk';

/** Bars are 2 px wide with 1 px between. */
const PITCH = 3;
const KEY_SECONDS = 5;

/**
 * Who talked when, us above the line, them below, with the letters of what was found on stems and the reading position
 * as playhead. A slider: click or drag, arrows by 5 seconds, Shift+arrows by turn. Private to `cv-call-detail`.
 */
export class ConversationMap extends CallVaultElement {
  static override readonly tag = 'cv-conversation-map';
  static override styles = [base, conversationMap];

  @property({ attribute: false }) accessor index: TranscriptIndex | undefined;
  @property({ type: Number }) accessor durationMs: number | null = null;
  @property({ attribute: false }) accessor participants: readonly Participant[] = [];
  @property({ attribute: false }) accessor findings: readonly Finding[] = [];
  @property() accessor openId: string | undefined;
  @property({ attribute: false }) accessor position: ReadingPosition = { turn: 0, ms: null };
  @property({ attribute: false }) accessor onGoTo: (position: ReadingPosition) => void = () => undefined;
  @property({ attribute: false }) accessor onFinding: (finding: Finding) => void = () => undefined;

  @state() private accessor width = 0;
  @state() private accessor isLow = false;

  private readonly t = translator(this, 'call-detail', messages);
  #timeline: Timeline | undefined;
  #bars: ConversationBars = { us: [], them: [] };
  #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this> & Map<string, unknown>): void {
    if (changed.has('index') || changed.has('durationMs'))
      this.#timeline = this.index && new Timeline(this.index, this.durationMs);
    if (['index', 'durationMs', 'width'].some((name) => changed.has(name)))
      this.#bars = this.#timeline?.bars(Math.floor((this.width + 1) / PITCH)) ?? { us: [], them: [] };
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#observe();
  }

  get #wave(): HTMLElement | null {
    return this.renderRoot.querySelector('.p-wave');
  }

  #observe(): void {
    if (this.#wave) this.#sizes.observe(this.#wave);
    this.#measure();
  }

  #measure(): void {
    const box = this.#wave?.getBoundingClientRect();
    this.width = Math.floor(box?.width ?? 0);
    this.isLow = (box?.height ?? 76) < 60;
  }

  private handlePointer(event: PointerEvent): void {
    const wave = this.#wave;
    if (!wave || !this.#timeline || (event.type === 'pointermove' && event.buttons !== 1)) return;
    const stem = event.target instanceof Element ? event.target.closest<SVGElement>('[data-finding]') : null;
    const finding = this.findings.find(({ id }) => id === stem?.dataset['finding']);
    if (event.type === 'pointerdown' && finding) return this.onFinding(finding);
    if (event.type === 'pointerdown') wave.setPointerCapture(event.pointerId);
    else if (!wave.hasPointerCapture(event.pointerId)) return;
    const box = wave.getBoundingClientRect();
    this.onGoTo(this.#timeline.placeAt((event.clientX - box.left) / box.width));
  }

  private handleKeydown(event: KeyboardEvent): void {
    const to = this.#keyTarget(event);
    if (!to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.onGoTo(to);
  }

  #keyTarget({ key, shiftKey }: KeyboardEvent): ReadingPosition | undefined {
    const { index, position } = this;
    const turns = index?.turns ?? [];
    const last = turns.length - 1;
    const begin = (turn: number): ReadingPosition => ({ turn, ms: turns[turn]?.startMs ?? null });
    if (key === 'Home') return begin(0);
    if (key === 'End') return begin(last);
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
    if (by === undefined || !index) return undefined;
    if (shiftKey || position.ms === null || !index.hasTimes)
      return begin(Math.max(0, Math.min(position.turn + by, last)));
    const ms = Math.max(0, Math.min(position.ms + by * KEY_SECONDS * 1000, this.#endMs));
    return { turn: index.turnAt(ms), ms };
  }

  get #endMs(): number {
    const last = this.index?.turns.at(-1);
    return Math.max(this.durationMs ?? 0, last?.endMs ?? 0, last?.startMs ?? 0);
  }

  override render() {
    const { i18n } = this;
    const [ours, theirs] = lanes(this.participants, { us: this.t('us'), them: this.t('them') });
    const isTimed = this.index?.hasTimes === true;
    return html`<div class="player" role="group" aria-label=${this.t('map')}>
      ${
        isTimed
          ? html`<div class="p-time">
              <b class="num">${i18n.timecode((this.position.ms ?? 0) / 1000)}</b
              ><span class="num">${i18n.timecode(this.#endMs / 1000)}</span>
            </div>`
          : ''
      }
      <div class="p-lanes" aria-hidden="true">${this.renderLane(ours)}${this.renderLane(theirs)}</div>
      ${this.renderWave(isTimed)}
    </div>`;
  }

  private renderLane({ name, share }: Lane) {
    return html`<span
      ><b class="trunc"><bdi>${name}</bdi></b
      ><em class="num">${this.i18n.percent(share)}</em></span
    >`;
  }

  private renderWave(isTimed: boolean) {
    const share = this.#timeline?.shareOf(this.position.turn, this.position.ms) ?? 0;
    const turns = this.index?.turns ?? [];
    return html`<div
      class="p-wave"
      role="slider"
      tabindex="0"
      aria-label=${this.t('mapPosition')}
      aria-valuemin="0"
      aria-valuemax=${isTimed ? Math.round(this.#endMs / 1000) : turns.length}
      aria-valuenow=${isTimed ? Math.round((this.position.ms ?? 0) / 1000) : this.position.turn + 1}
      aria-valuetext=${this.#spoken(isTimed)}
      @pointerdown=${this.handlePointer}
      @pointermove=${this.handlePointer}
      @keydown=${this.handleKeydown}
    >
      ${this.isLow ? this.renderLow(share) : this.renderFull(share)}
    </div>`;
  }

  #spoken(isTimed: boolean): string {
    const turn = this.index?.turns[this.position.turn];
    const name = turn?.speaker.name ?? '';
    if (isTimed) return this.t('map.at', { time: this.i18n.duration((this.position.ms ?? 0) / 1000), name });
    return this.t('map.turn', { at: this.position.turn + 1, count: this.index?.turns.length ?? 0, name });
  }

  /** 390 px wide: only the bars. */
  private renderLow(share: number) {
    return html`<svg class="peaks" viewBox="0 0 ${Math.max(1, this.width)} 44" aria-hidden="true" focusable="false">
      ${this.renderBars(22, 20, share)}
    </svg>`;
  }

  private renderFull(share: number) {
    const { width } = this;
    const x = Math.round(share * width * 2) / 2;
    const placed = stems(
      this.findings.map(({ ranges, evidence }) => {
        return (this.#timeline?.shareOf(ranges[0]?.turn ?? 0, evidence.startMs) ?? 0) * width;
      }),
      width,
    );
    return html`<svg class="peaks" viewBox="0 0 ${Math.max(1, width)} 76" aria-hidden="true" focusable="false">
      ${this.renderBars(50, 24, share)} ${this.findings.map((finding, at) => this.renderStem(finding, placed[at]))}
      <line class="ph" x1=${x} x2=${x} y1="18" y2="76"></line>
      <circle class="phd" cx=${x} cy="19" r="3.5"></circle>
    </svg>`;
  }

  private renderStem(finding: Finding, x: number | undefined) {
    if (x === undefined) return '';
    return svg`<g
      class="pm ${finding.id === this.openId ? 'on' : ''}"
      data-finding=${finding.id}
      transform="translate(${x} 0)"
    >
      <rect x="-7" y="0" width="14" height="14" rx="3.5"></rect>
      ${
        finding.element
          ? svg`<text x="0" y="10.5" text-anchor="middle">${letterOf(finding.element)}</text>`
          : svg`<path class="sh" d="M0 2.5 4 4v3c0 2.4-1.6 4.2-4 5-2.4-.8-4-2.6-4-5V4z"></path>`
      }
      <line x1="0" x2="0" y1="15" y2="20"></line>
    </g>`;
  }

  /** Four paths, however many bars: read and still to come, for each side. */
  private renderBars(middle: number, reach: number, share: number) {
    const { us, them } = this.#bars;
    const split = Math.round(share * us.length);
    const path = (values: readonly number[], from: number, direction: 1 | -1, name: string) =>
      svg`<path class=${name} d=${barPath(values, { from, direction, middle, reach })}></path>`;
    return svg`${path(us.slice(0, split), 0, -1, 'u')}${path(them.slice(0, split), 0, 1, 't')}
      ${path(us.slice(split), split, -1, 'u r')}${path(them.slice(split), split, 1, 't r')}`;
  }
}

interface BarOptions {
  readonly from: number;
  readonly direction: 1 | -1;
  readonly middle: number;
  readonly reach: number;
}

/** Upright lines two pixels wide; their round caps add a pixel at both ends. */
function barPath(values: readonly number[], { from, direction, middle, reach }: BarOptions): string {
  return values
    .map((value, at) => {
      if (value <= 0) return '';
      const length = Math.max(0.5, (0.2 + 0.8 * Math.min(1, value)) * reach - 2);
      return `M${(from + at) * PITCH + 1} ${middle + direction}v${Math.round(direction * length * 10) / 10}`;
    })
    .join('');
}

declare global {
  interface HTMLElementTagNameMap {
    'cv-conversation-map': ConversationMap;
  }
}
