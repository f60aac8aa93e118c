import type { Evidence, SpeakerRef, Transcript, TranscriptTurn } from '@callvault/sdk';
import { fold } from './fold.ts';

type Segment = TranscriptTurn['segments'][number];

/** A segment in the text of its turn; `from` and `to` are UTF-16 offsets in it. */
export interface PlacedSegment {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

export interface IndexedTurn {
  /** Place in `turns`. */
  readonly order: number;
  readonly speaker: SpeakerRef;
  /** Its visible segments joined by a space. Empty where all of it is hidden. */
  readonly text: string;
  readonly segments: readonly PlacedSegment[];
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly isEdited: boolean;
}

/** A range of one turn's text. */
export interface TurnRange {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

/** A transcript made ready to be drawn, searched and pointed into. */
export class TranscriptIndex {
  readonly callId: string;
  readonly revision: number;
  readonly turns: readonly IndexedTurn[];
  readonly #placeOf = new Map<number, { turn: number; placed: PlacedSegment }>();

  constructor({ callId, revision, turns, speakers }: Transcript) {
    this.callId = callId;
    this.revision = revision;
    const named = new Map(speakers.map((speaker) => [speaker.id, speaker]));
    this.turns = turns.map((turn, order) => indexTurn(turn, order, named.get(turn.speakerId)));
    for (const { order, segments } of this.turns)
      for (const placed of segments) this.#placeOf.set(placed.segment.index, { turn: order, placed });
  }

  /** Whether every turn knows when it began. */
  get hasTimes(): boolean {
    return this.turns.length > 0 && this.turns.every(({ startMs }) => startMs !== null);
  }

  get hasWords(): boolean {
    return this.turns.some(({ text }) => text !== '');
  }

  /** The turn that is spoken at `ms`, else the last that began before. */
  turnAt(ms: number): number {
    let [low, high] = [0, this.turns.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.turns[middle]?.startMs ?? 0) <= ms) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  /**
   * Where the words of `evidence` stand. Its offsets are only believed when exactly its words are there; after an edit the
   * same words are looked for around it. Empty when they are gone: a mark on other words would be a false proof.
   */
  locate(evidence: Evidence): readonly TurnRange[] {
    const ranges = this.#byOffsets(evidence);
    const words = ranges.map(({ turn, from, to }) => this.turns[turn]?.text.slice(from, to)).join(' ');
    return ranges.length > 0 && words === evidence.text ? ranges : this.#byWords(evidence);
  }

  #byOffsets({ segmentStart, segmentEnd, start, end }: Evidence): TurnRange[] {
    const ranges: TurnRange[] = [];
    for (let index = segmentStart; index <= segmentEnd; index += 1) {
      const place = this.#placeOf.get(index);
      if (!place || place.placed.segment.text === '') continue;
      const from = place.placed.from + (index === segmentStart ? start : 0);
      const to = index === segmentEnd ? place.placed.from + end : place.placed.to;
      const last = ranges.at(-1);
      if (last?.turn === place.turn) ranges[ranges.length - 1] = { ...last, to };
      else ranges.push({ turn: place.turn, from, to });
    }
    return ranges;
  }

  #byWords({ text, segmentStart }: Evidence): TurnRange[] {
    const wanted = fold(text.trim());
    const near = this.#placeOf.get(segmentStart)?.turn ?? 0;
    const found = this.turns
      .map(({ order, text: words }) => ({ turn: order, from: wanted ? fold(words).indexOf(wanted) : -1 }))
      .filter(({ from }) => from >= 0)
      .sort((a, b) => Math.abs(a.turn - near) - Math.abs(b.turn - near))[0];
    return found ? [{ ...found, to: found.from + wanted.length }] : [];
  }
}

function indexTurn(turn: TranscriptTurn, order: number, speaker: SpeakerRef | undefined): IndexedTurn {
  const segments: PlacedSegment[] = [];
  let text = '';
  for (const segment of turn.segments) {
    const from = text === '' || segment.text === '' ? text.length : text.length + 1;
    if (segment.text !== '') text += (text === '' ? '' : ' ') + segment.text;
    segments.push({ segment, from, to: from + segment.text.length });
  }
  return {
    order,
    speaker: speaker ?? { id: turn.speakerId, name: '', title: null, side: 'unknown' },
    text,
    segments,
    startMs: turn.startMs,
    endMs: turn.endMs,
    isEdited: turn.segments.some(({ isEdited }) => isEdited),
  };
}
