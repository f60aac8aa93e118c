import type { TenantContext } from '../tenancy/context.ts';

/** One tenant's files. Keys are `<noun>/<id>/<name>`-like paths made by code, never by a caller. */
export interface TenantFiles {
  /** Durable when it resolves; replaces what was there in one step. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null where there is none. */
  get(key: string): Promise<Uint8Array | null>;
  delete(key: string): Promise<void>;
}

export interface FileStore {
  in(ctx: TenantContext): TenantFiles;
}
