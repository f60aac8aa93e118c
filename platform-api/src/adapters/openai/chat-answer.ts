import { z } from 'zod';
import { ModelFailed } from '../../models/model-failed.ts';
import type { ModelAnswer, ModelRequest, ModelUsage } from '../../ports/language-model.ts';

const Count = z.number().int().nonnegative();

export const Usage = z
  .object({
    prompt_tokens: Count,
    completion_tokens: Count,
    prompt_tokens_details: z.object({ cached_tokens: Count.nullish() }).nullish(),
  })
  .transform((usage): ModelUsage => ({
    inputTokens: usage.prompt_tokens,
    cachedTokens: Math.min(usage.prompt_tokens, usage.prompt_tokens_details?.cached_tokens ?? 0),
    outputTokens: usage.completion_tokens,
    isEstimated: false,
  }));

const ToolCall = z.object({
  id: z.string().min(1),
  function: z.object({ name: z.string().min(1), arguments: z.string() }),
});

/** A whole answer on the wire. The client's types promise it; an endpoint may send anything. */
export const Completion = z.object({
  model: z.string().min(1).optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.string().nullish(),
          refusal: z.string().nullish(),
          tool_calls: z.array(ToolCall).nullish(),
        }),
      }),
    )
    .min(1),
  usage: Usage.nullish().catch(null),
});

/** One part of a streamed answer. */
export const CompletionChunk = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        delta: z
          .object({
            content: z.string().nullish(),
            refusal: z.string().nullish(),
            tool_calls: z
              .array(
                z.object({
                  index: Count,
                  id: z.string().nullish(),
                  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
  usage: Usage.nullish().catch(null),
});

export interface RawAnswer {
  text: string;
  refusal: string;
  toolCalls: ModelAnswer['toolCalls'];
  finishReason: string | null | undefined;
  model: string;
  usage: ModelUsage;
}

/** Judges what came back: a refusal, a cut or unparseable answer fails with its code and the tokens it cost. */
export function judged<Parsed>(raw: RawAnswer, request: ModelRequest<Parsed>): ModelAnswer<Parsed> {
  const { usage, toolCalls, text, model } = raw;
  if (raw.refusal || raw.finishReason === 'content_filter') {
    throw new ModelFailed('model_refused', `${model} refused the question. Put it in other words.`, { usage });
  }
  if (!text.trim() && !toolCalls.length) {
    throw new ModelFailed('model_bad_output', `${model} gave an empty answer. Try again.`, { usage });
  }
  const finishReason = toolCalls.length ? 'tool_calls' : raw.finishReason === 'length' ? 'length' : 'stop';
  const parsed = request.schema && !toolCalls.length ? parsedText(text, request.schema, raw) : null;
  return { text, toolCalls, parsed, usage, model, finishReason };
}

function parsedText<Parsed>(text: string, schema: { name: string; type: z.ZodType<Parsed> }, raw: RawAnswer): Parsed {
  const result = schema.type.safeParse(jsonIn(text));
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') || 'the whole';
  throw new ModelFailed(
    'model_bad_output',
    raw.finishReason === 'length'
      ? `${raw.model} ran out of room for "${schema.name}". Ask about fewer calls, or choose a model with longer answers.`
      : `${raw.model} answered something else than "${schema.name}" asks for (at ${where}). Try again, or choose another model.`,
    { usage: raw.usage },
  );
}

/** Endpoints without structured output wrap their JSON in a fence or in words. Anything else is no JSON. */
function jsonIn(text: string): unknown {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/.exec(text)?.[1];
  const braced = /[{[][\s\S]*[}\]]/.exec(text)?.[0];
  for (const candidate of [text, fenced, braced]) {
    if (candidate === undefined) continue;
    try {
      return JSON.parse(candidate) as unknown;
    } catch {
      // The next form may still be JSON; no form at all fails the schema.
    }
  }
  return undefined;
}
