import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, Translate } from '../core/i18n.ts';
import { icon } from '../parts/icon.ts';
import { avatar } from '../parts/marks.ts';
import { letterOf, type Finding } from './findings.ts';
import type { messages } from './messages.en.ts';
import { cutText, type Layer, type Piece } from './text-pieces.ts';
import type { IndexedTurn } from './transcript-index.ts';

/** What a stretch of a turn can be. */
export type Meaning = 'mark' | 'open' | 'hit' | 'hit-now' | 'edited' | 'said';

export interface TurnState {
  readonly isNow: boolean;
  /** Where the reader is, when the turn is the current one. */
  readonly positionMs: number | null;
  readonly layers: readonly Layer<Meaning>[];
  /** What begins in this turn, for the margin. */
  readonly findings: readonly Finding[];
  readonly isTabStop: boolean;
}

export interface TurnContext {
  readonly i18n: I18n;
  readonly t: Translate<keyof typeof messages>;
  readonly onGoTo: (turn: IndexedTurn) => void;
  readonly onFinding: (finding: Finding) => void;
}

/** One turn: time, face, name, words, and the letters of what was found in it. */
export function turnContent(turn: IndexedTurn, state: TurnState, context: TurnContext): TemplateResult {
  const { i18n, t, onGoTo } = context;
  const { name, title } = turn.speaker;
  const seconds = turn.startMs === null ? undefined : turn.startMs / 1000;
  const label = seconds === undefined ? t('goToTurn', { name }) : t('goTo', { time: i18n.timecode(seconds), name });
  return html`<button
      class="turn-t"
      type="button"
      tabindex=${state.isTabStop ? 0 : -1}
      aria-label=${label}
      @click=${() => onGoTo(turn)}
    >
      ${seconds === undefined ? turn.order + 1 : html`<time>${i18n.timecode(seconds)}</time>`}
    </button>
    ${avatar(name)}
    <div>
      <p class="who">
        <b><bdi>${name}</bdi></b
        >${title ? html`<span><bdi>${title}</bdi></span>` : nothing}${
          turn.isEdited ? html`<em>${t('edited')}</em>` : nothing
        }
      </p>
      <p class="txt" dir="auto">${turnWords(turn, state)}</p>
    </div>
    <span class="mg">${state.findings.map((finding) => marginLetter(finding, context))}</span>`;
}

function marginLetter(finding: Finding, { t, onFinding }: TurnContext): TemplateResult {
  const kind = finding.element ? t(`element.${finding.element}`) : t('objection');
  return html`<button
    class="ltr mk"
    type="button"
    tabindex="-1"
    aria-label=${t('letter', { kind, label: finding.label })}
    data-tip=${`${kind}: ${finding.label}`}
    @click=${() => onFinding(finding)}
  >
    ${finding.element ? letterOf(finding.element) : icon('shield', 's12')}
  </button>`;
}

function turnWords(turn: IndexedTurn, { isNow, positionMs, layers }: TurnState): unknown {
  const own: Layer<Meaning>[] = [];
  for (const { segment, from, to } of turn.segments) {
    if (segment.isEdited) own.push({ from, to, meaning: 'edited' });
    if (isNow && (positionMs === null || (segment.startMs ?? 0) <= positionMs)) own.push({ from, to, meaning: 'said' });
  }
  return markGroups(cutText(turn.text, [...layers, ...own])).map(([mark, pieces]) =>
    mark === undefined
      ? pieces.map(pieceOf)
      : html`<mark class=${mark === 'open' ? 'on' : ''} tabindex=${mark === 'open' ? -1 : nothing}
          >${pieces.map(pieceOf)}</mark
        >`,
  );
}

type Marked = 'mark' | 'open' | undefined;

/** Neighbouring pieces under the same marker stand in one `mark`, so that its rounded ends are only at its ends. */
function markGroups(pieces: readonly Piece<Meaning>[]): [Marked, Piece<Meaning>[]][] {
  const groups: [Marked, Piece<Meaning>[]][] = [];
  for (const piece of pieces) {
    const mark = piece.meanings.includes('open') ? 'open' : piece.meanings.includes('mark') ? 'mark' : undefined;
    const last = groups.at(-1);
    if (last && last[0] === mark) last[1].push(piece);
    else groups.push([mark, [piece]]);
  }
  return groups;
}

function pieceOf({ text, meanings }: Piece<Meaning>): unknown {
  const classes = (['hit', 'hit-now', 'edited', 'said'] as const).filter((name) => meanings.includes(name));
  return classes.length === 0 ? text : html`<span class=${classes.join(' ')}>${text}</span>`;
}
