import type { ObjectionKind, ProfitsElement } from '../../analyst/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Passage, PassageQuery } from '../../ports/search-index.ts';
import type { Reading } from '../transcripts/index.ts';

/** What is known of a call without opening its transcript. */
export interface CallFacts {
  id: string;
  title: string;
  startedAt: Date | null;
  durationMs: number;
  outcome: string | null;
  client: string | null;
  people: { id: string; name: string; side: 'us' | 'them' | 'unknown' }[];
  tags: string[];
  sentiment: string | null;
  summary: { text: string; evidence: Evidence[] }[];
  /** Whether the search index knows it; a call that has just come in may not be there yet. */
  isIndexed: boolean;
  actionItems: { text: string; assignee: string | null; isDone: boolean; evidence: Evidence | null }[];
}

export interface FoundObjection {
  callId: string;
  kind: ObjectionKind;
  evidence: Evidence;
  confidence: number;
}

export interface FoundProfits {
  callId: string;
  element: ProfitsElement;
  statement: string;
  evidence: Evidence;
  strength: number;
}

export type OpenCall = Pick<Reading, 'revision' | 'turns' | 'evidence' | 'quote' | 'source'>;

/** What was extracted of many calls, and how many of them have been read for it. */
export interface Extracted<Item> {
  items: Item[];
  read: number;
}

/** Everything one answer may read: the calls of its scope that the asking user may see, and nothing else. */
export interface AnswerLibrary {
  /** Latest first. */
  readonly calls: readonly CallFacts[];
  call(callId: string): CallFacts | undefined;
  open(callId: string): Promise<OpenCall>;
  search(query: Omit<PassageQuery, 'callIds'> & { callIds?: readonly string[] }): Promise<Passage[]>;
  objections(calls: readonly CallFacts[]): Promise<Extracted<FoundObjection>>;
  profits(calls: readonly CallFacts[]): Promise<Extracted<FoundProfits>>;
}
