export type Side = 'us' | 'them';
export type Outcome = 'won' | 'lost' | 'open' | null;
export type FormatName = 'zoom' | 'teams' | 'meet' | 'fathom' | 'fireflies' | 'otter' | 'srt' | 'plain' | 'callvault';

export const objectionKinds = [
  'price',
  'timing',
  'authority',
  'need',
  'trust',
  'competitor',
  'status_quo',
  'other',
] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

/** What the buyer did next: `unanswered` where nobody replied to the objection at all. */
export const reactions = ['accepts', 'softens', 'repeats', 'rejects', 'unanswered'] as const;
export type Reaction = (typeof reactions)[number];

export interface Person {
  /** Initials that stand for the person in the source file. */
  key: string;
  side: Side;
  name: string;
  email: string;
  /** Title and company, such as `CFO, Alder Foods`. */
  role: string;
}

export type Label =
  | { type: 'objection'; kind: ObjectionKind; reaction: Reaction; reply: string }
  | { type: 'profits'; element: string; statement: string; quote: string }
  | { type: 'action'; owner: string; what: string; due: string };

export interface SourceTurn {
  index: number;
  speaker: Person;
  text: string;
  /** Start fixed by the author, in milliseconds from the start of the call. */
  fixedStartMs?: number;
  /** Silence the author put before the turn, such as a screen being shared. */
  pauseMs: number;
  labels: Label[];
}

export interface CallSource {
  title: string;
  format: FormatName;
  /** ISO 8601 with the offset of the place the call was recorded from. */
  startedAt: string;
  /** Fixed by the author; otherwise it follows from the words. */
  fixedDurationMs?: number;
  client: string;
  folder: string[];
  tags: string[];
  outcome: Outcome;
  people: Person[];
  turns: SourceTurn[];
}

export interface TimedTurn extends SourceTurn {
  startMs: number;
  endMs: number;
}

export interface RenderedCall extends CallSource {
  tenant: string;
  name: string;
  /** Path below `examples/sample-calls`. */
  file: string;
  turns: TimedTurn[];
  durationMs: number;
  words: number;
}
