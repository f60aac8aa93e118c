import type { z } from 'zod';
import type { Permission } from '../tenancy/permissions.ts';

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** What a handler's answer looks like on the wire. */
export type OutputKind = 'json' | 'events' | 'empty';

/**
 * A route, said once: validation, OpenAPI and SDK types all come from it.
 * `path` uses OpenAPI's braces: `/v1/calls/{callId}`.
 */
export interface Contract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  method: Method;
  path: string;
  /** `<noun>.<verb>`: the operation's id, and the method of the SDK that calls it. */
  operation: string;
  summary: string;
  /** Which permission a caller needs; `public` routes are listed by name in the sweep. */
  permission: Permission | 'public' | 'operator' | 'publishable' | 'authenticated';
  params?: Params;
  query?: Query;
  body?: Body;
  output: Output;
  outputKind?: OutputKind;
  /** 200 unless said; 201 for things made, 202 for work begun, 204 for nothing to say. */
  status?: 200 | 201 | 202 | 204;
}

export const contract = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  definition: Contract<P, Q, B, O>,
): Contract<P, Q, B, O> => definition;
