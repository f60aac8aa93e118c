import type { UsageRecord, UsageRecorder } from '../../models/usage.ts';
import { tenantCollection } from '../../tenancy/tenant-collection.ts';

type UsageDocument = Omit<UsageRecord, 'tenantId'>;

const usage = tenantCollection<UsageDocument>(
  'model_usage',
  {
    actorId: String,
    purpose: String,
    provider: String,
    model: String,
    inputTokens: Number,
    cachedTokens: Number,
    outputTokens: Number,
    isEstimated: Boolean,
    costMicros: Number,
    isUnpriced: Boolean,
    pricesAsOf: String,
    outcome: String,
    startedAt: Date,
    ms: Number,
  },
  { idPrefix: 'use', indexes: [{ fields: { startedAt: -1 } }] },
);

/** Every call to a model, priced, in the database of its tenant. */
export const usageRecorder: UsageRecorder = {
  record: async (ctx, { tenantId: _tenantId, ...record }) => {
    await usage.in(ctx).create(record);
  },
};
