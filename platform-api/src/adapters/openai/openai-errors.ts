import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { ModelFailed } from '../../models/model-failed.ts';

/**
 * The stable code and next step for whatever the client threw. Only status, code and request id are read from the
 * provider's error: its text may repeat the key or the prompt.
 */
export function modelFailure(error: unknown, provider: string, signal?: AbortSignal): unknown {
  if (signal?.aborted || error instanceof APIUserAbortError) return signal?.reason ?? error;
  if (error instanceof ModelFailed) return error;
  if (error instanceof APIConnectionError) {
    return new ModelFailed(
      'model_unavailable',
      `${provider} cannot be reached. Check OPENAI_BASE_URL and the network.`,
    );
  }
  if (error instanceof APIError) return httpFailure(error, provider);
  return new ModelFailed('model_unavailable', `${provider} answered something that is no answer. Try again.`);
}

function httpFailure(error: APIError, provider: string): ModelFailed {
  const facts = { providerRequestId: error.requestID ?? undefined, retryAfterSeconds: retryAfter(error.headers) };
  const fail = (code: ConstructorParameters<typeof ModelFailed>[0], message: string) =>
    new ModelFailed(code, message, facts);
  switch (error.status) {
    case 401:
    case 403:
      return fail(
        'model_key_invalid',
        `${provider} refused the key. Set OPENAI_API_KEY to one that may use this model.`,
      );
    case 404:
      return fail('model_key_invalid', `${provider} has no such model for this key. Check OPENAI_MODEL.`);
    case 429:
      return error.code === 'insufficient_quota'
        ? fail('model_key_invalid', `The account at ${provider} has no credit left. Top it up, or set another key.`)
        : fail('model_rate_limited', `${provider} asks for a pause. Try again in a moment.`);
    case 400:
    case 413:
    case 422:
      return error.code === 'content_filter'
        ? fail('model_refused', `${provider} refused the question. Put it in other words.`)
        : fail(
            'model_bad_output',
            `${provider} could not take the request. Ask about fewer calls, or choose another model.`,
          );
    default:
      return fail(
        'model_unavailable',
        `${provider} is failing (${error.status ?? 'no status'}). Try again in a moment.`,
      );
  }
}

/** Seconds, from either form of the header; never more than a day. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.min(86_400, Math.max(0, Math.ceil(seconds))) : undefined;
}
