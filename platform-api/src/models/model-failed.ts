import { PublicError } from '../errors.ts';
import type { ModelUsage } from '../ports/language-model.ts';

export type ModelFailureCode =
  | 'model_timeout'
  | 'model_rate_limited'
  | 'model_refused'
  | 'model_bad_output'
  | 'model_unavailable'
  | 'model_key_invalid';

const statusOf: Record<ModelFailureCode, number> = {
  model_timeout: 504,
  model_rate_limited: 503,
  model_refused: 422,
  model_bad_output: 502,
  model_unavailable: 503,
  model_key_invalid: 424,
};

/**
 * Why a language model gave no usable answer. Carries no prompt, no answer and no key: providers repeat all three in
 * their error texts, so those are never passed on.
 */
export class ModelFailed extends PublicError {
  declare readonly code: ModelFailureCode;
  readonly retryAfterSeconds?: number;
  /** Tokens that were spent although nothing came of them. */
  readonly usage?: ModelUsage;
  /** What the provider's support asks for. */
  readonly providerRequestId?: string;

  constructor(
    code: ModelFailureCode,
    message: string,
    facts: { retryAfterSeconds?: number; usage?: ModelUsage; providerRequestId?: string } = {},
  ) {
    super(statusOf[code], code, message, { retryAfterSeconds: facts.retryAfterSeconds });
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.usage = facts.usage;
    this.providerRequestId = facts.providerRequestId;
  }

  /** The provider or the way to it is at fault, rather than this one request. */
  get isOutage(): boolean {
    return this.code === 'model_timeout' || this.code === 'model_rate_limited' || this.code === 'model_unavailable';
  }
}
