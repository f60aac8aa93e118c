/**
 * One speaker turn as the analyst reads it: consecutive segments of one speaker joined by a space.
 * `index` counts turns from 0; offsets into `text` are UTF-16 code units.
 */
export interface Turn {
  index: number;
  speakerId: string;
  speaker: string;
  /** `us` is the agency's side (rep, coach), `them` the other side; `unknown` where nobody said. */
  side: 'us' | 'them' | 'unknown';
  text: string;
  startMs: number | null;
  endMs: number | null;
}

/** An exact range of one turn's text. */
export interface TurnSpan {
  turn: number;
  start: number;
  end: number;
}
