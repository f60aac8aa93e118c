import type { IndexedCall, Passage, PassageQuery } from '../../../ports/search-index.ts';
import type { QueryVector } from './meaning.ts';
import type { CallVectors } from './write.ts';

/** What can be asked of an index thread, by name: its arguments and its answer. */
export interface Operations {
  put: { ask: { call: IndexedCall; vectors?: CallVectors }; answer: undefined };
  remove: { ask: { callId: string }; answer: undefined };
  clear: { ask: Record<never, never>; answer: undefined };
  search: { ask: { query: PassageQuery; meaning?: QueryVector }; answer: Passage[] };
  count: { ask: Record<never, never>; answer: number };
}

export type OperationName = keyof Operations;

/** `tenant` is the name of the tenant's file. */
export type Request = {
  [Name in OperationName]: { id: number; tenant: string; operation: Name; ask: Operations[Name]['ask'] };
}[OperationName];

export type WriteRequest = Extract<Request, { operation: 'put' | 'remove' | 'clear' }>;
export type ReadRequest = Exclude<Request, WriteRequest>;

export type Response = { id: number; answer: Operations[OperationName]['answer'] } | { id: number; error: string };

export interface ThreadData {
  directory: string;
}

/** Ends a thread after what it was asked before. */
export const CLOSE = 'close';
