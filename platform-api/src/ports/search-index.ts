import type { TenantContext } from '../tenancy/context.ts';

/** One speaker turn as it is indexed. `index` is its position in the transcript that readers see. */
export interface IndexedTurn {
  index: number;
  speaker: string;
  text: string;
}

/** What enrichment found in an inclusive range of turns. */
export interface IndexedFacet {
  turnStart: number;
  turnEnd: number;
  topics: string[];
  intents: string[];
  entities: string[];
  sentiment: 'positive' | 'neutral' | 'negative';
}

export interface IndexedCall {
  callId: string;
  title: string;
  summary: string;
  turns: IndexedTurn[];
  facets: IndexedFacet[];
}

export interface PassageQuery {
  /** Plain words; "quoted phrases" are required as they stand. Nothing else is syntax. Without a word: no passage. */
  text: string;
  /** At most this many passages. */
  limit: number;
  /** Only these calls. Missing: every call of the tenant. Empty: none. */
  callIds?: readonly string[];
  /** Only turns of speakers with one of these names (case and accents folded). */
  speakers?: readonly string[];
  /** Facets are folded like names. A turn counts when one finding that covers it satisfies all kinds asked for. */
  intents?: readonly string[];
  topics?: readonly string[];
  entities?: readonly string[];
  sentiments?: readonly IndexedFacet['sentiment'][];
  /** At most this many passages of one call; missing means no cap. */
  perCall?: number;
}

/** A passage a reader can look at in one glance: `turnEnd - turnStart` is at most 7 (8 turns, both ends inclusive). */
export interface Passage {
  callId: string;
  turnStart: number;
  turnEnd: number;
  /** Comparable within one answer only. */
  score: number;
  /** Words of the query as they occur, in UTF-16 offsets of that turn's text. */
  highlights: { turn: number; start: number; end: number }[];
  /** `summary` when the words were found in the title or summary only; the range is then the call's opening turns. */
  foundIn: 'transcript' | 'summary';
}

/** Search over one tenant's calls. What one tenant stores changes neither another's results nor its scores. */
export interface TenantSearchIndex {
  /** Replaces everything known of that call, at once for readers. Durable when it resolves. Turn positions are distinct. */
  put(call: IndexedCall): Promise<void>;
  /** Forgets a call; nothing happens when it is not known. */
  remove(callId: string): Promise<void>;
  /** Forgets every call of the tenant. */
  clear(): Promise<void>;
  search(query: PassageQuery): Promise<Passage[]>;
  /** Calls in the index. */
  count(): Promise<number>;
}

export interface SearchIndex {
  in(ctx: TenantContext): TenantSearchIndex;
  close(): Promise<void>;
}
