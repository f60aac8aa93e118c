/** A cue or sentence as the source gave it, cleaned. Times are milliseconds from the start of the call. */
export interface ParsedSegment {
  startMs: number | null;
  /** `null` where the source has none; derived from the next start when stored. */
  endMs: number | null;
  /** Display name, or `null` where the source names nobody. */
  speaker: string | null;
  text: string;
  /** The source's own words before entities, tags and rolling repeats were cleaned. */
  rawText: string;
  /** 0 to 1. */
  confidence?: number;
  /** Set where the source marks a change of speaker (`>>`, a dialogue dash) without saying who speaks. */
  startsTurn?: boolean;
}

export interface ParsedParticipant {
  name: string;
  email?: string;
  isExternal?: boolean;
}

/** One call as a file told it. Fields are missing where the file is silent: nothing is guessed here. */
export interface ParsedCall {
  /** Name of the parser that read it, such as `zoom_vtt`. */
  format: string;
  title?: string;
  /** Where it came from, such as `fathom`; the key of exact de-duplication together with `sourceId`. */
  source: string;
  sourceId?: string;
  sourceUrl?: string;
  /** ISO 8601. */
  startedAt?: string;
  durationMs?: number;
  language?: string;
  participants: ParsedParticipant[];
  segments: ParsedSegment[];
  summary?: string;
  actionItems?: { text: string; assignee?: string; isDone?: boolean }[];
}
