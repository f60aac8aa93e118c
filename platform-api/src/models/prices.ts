import { z } from 'zod';
import type { ModelUsage } from '../ports/language-model.ts';
import table from './prices.json' with { type: 'json' };

const Price = z.object({ input: z.number().min(0), cached: z.number().min(0), output: z.number().min(0) });

/** USD per million tokens by model, and the day these prices were read. */
export const PriceTable = z.object({ asOf: z.iso.date(), models: z.record(z.string(), Price) });
export type PriceTable = z.infer<typeof PriceTable>;

export const defaultPrices: PriceTable = PriceTable.parse(table);

/**
 * What a call cost, in whole micro-dollars rounded up; `null` for a model without a price, which is not the same as
 * free. A dated name such as `gpt-4o-2024-08-06` costs what its family costs unless it has a row of its own.
 */
export function costMicros(model: string, usage: ModelUsage, prices: PriceTable = defaultPrices): number | null {
  const name = model.replace(/^openai\//, '');
  const price = prices.models[name] ?? prices.models[name.replace(/-\d{4}-\d{2}-\d{2}$/, '')];
  if (!price) return null;
  const fresh = usage.inputTokens - usage.cachedTokens;
  // USD per million tokens and micro-dollars per token are the same number.
  const micros = fresh * price.input + usage.cachedTokens * price.cached + usage.outputTokens * price.output;
  return Math.ceil(Number(micros.toFixed(6)));
}
