import type { TenantContext } from '../tenancy/context.ts';

/** What one call to a model used and cost. */
export interface UsageRecord {
  tenantId: string;
  actorId: string;
  /** The feature that asked, such as `chat.answer`. */
  purpose: string;
  provider: string;
  model: string;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  isEstimated: boolean;
  /** Micro-dollars. `null` together with `isUnpriced`: not known, which is not free. */
  costMicros: number | null;
  isUnpriced: boolean;
  /** Day of the price table that was used. */
  pricesAsOf: string;
  outcome: 'answered' | 'failed' | 'aborted';
  startedAt: Date;
  ms: number;
}

/** Keeps usage records; durable when it resolves. */
export interface UsageRecorder {
  record(ctx: TenantContext, usage: UsageRecord): Promise<void>;
}
