import type { z } from 'zod';
import type { TenantContext } from '../tenancy/context.ts';
import type { Caller } from './caller.ts';
import type { Contract } from './contract.ts';

export interface StreamedEvent {
  id: number;
  type: string;
  data: unknown;
}

/** What a handler gets: everything parsed, nothing of Express. */
export interface Call<Params, Query, Body> {
  ctx: TenantContext;
  caller: Caller;
  params: Params;
  query: Query;
  body: Body;
  /** `Last-Event-ID` of a stream that resumes; 0 where it begins. */
  lastEventId: number;
  /** Aborted when the caller goes away. */
  signal: AbortSignal;
}

/** A contract with the service call that answers it. */
export interface Route {
  contract: Contract;
  handle(call: Call<never, never, never>): Promise<unknown> | AsyncIterable<StreamedEvent>;
  /** Largest request body in bytes; 1 MB unless said. */
  bodyLimit?: number;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

/** Binds a contract to its service. Permission, parsing and the check of the answer happen around it, once for all. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  contract: Contract<P, Q, B, O>,
  handle: (call: Call<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<z.input<O>> | AsyncIterable<StreamedEvent>,
  options: { bodyLimit?: number } = {},
): Route {
  return { contract, handle: handle as Route['handle'], ...options };
}
