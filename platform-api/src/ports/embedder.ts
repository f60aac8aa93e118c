import type { TenantContext } from '../tenancy/context.ts';

/** Turns texts into vectors of `dimensions` numbers each, in the order of the input. */
export interface Embedder {
  readonly model: string;
  readonly dimensions: number;
  embed(ctx: TenantContext, texts: readonly string[]): Promise<Float32Array[]>;
}
