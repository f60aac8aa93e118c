import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { z } from 'zod';
import type { ModelMessage, ModelRequest } from '../../ports/language-model.ts';
import { outputSchema } from './strict-schema.ts';

/** What some OpenAI-compatible endpoints and models do not take. Learnt from their refusals, once per process. */
export type Lack = 'json_schema' | 'json_object' | 'temperature' | 'max_completion_tokens' | 'stream_options';

/** The wire form of a request, without what the endpoint is known to lack. */
export function chatRequest(
  model: string,
  request: ModelRequest,
  lacks: ReadonlySet<Lack>,
): ChatCompletionCreateParamsNonStreaming {
  const { schema, tools, maxTokens, temperature } = request;
  const output = schema && outputSchema(schema.type);
  const isPromised = output && !lacks.has('json_schema');
  const instruction =
    output && !isPromised
      ? `\n\nAnswer with one JSON value and nothing else. It must be valid against this JSON Schema:\n${JSON.stringify(output.schema)}`
      : '';
  return {
    model,
    messages: [{ role: 'system', content: request.system + instruction }, ...request.messages.map(wireMessage)],
    ...(tools?.length && {
      tools: tools.map(({ name, description, input }) => ({
        type: 'function' as const,
        function: { name, description, parameters: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) },
      })),
    }),
    ...(schema &&
      isPromised && {
        response_format: {
          type: 'json_schema' as const,
          json_schema: { name: schema.name, schema: output.schema, strict: output.isStrict },
        },
      }),
    ...(output && !isPromised && !lacks.has('json_object') && { response_format: { type: 'json_object' as const } }),
    ...(maxTokens !== undefined &&
      (lacks.has('max_completion_tokens') ? { max_tokens: maxTokens } : { max_completion_tokens: maxTokens })),
    ...(temperature !== undefined && !lacks.has('temperature') && { temperature }),
  };
}

/** Which lack a refusal tells of, if any that leaving something out would cure. */
export function lackIn(
  refusal: { param?: string | null; message: string },
  sent: object,
  known: ReadonlySet<Lack>,
): Lack | null {
  const words = `${refusal.param ?? ''} ${refusal.message}`;
  const suspects: [Lack, RegExp, boolean][] = [
    ['json_schema', /response_format|json_schema|structured output/i, isSent(sent, '"json_schema"')],
    ['json_object', /response_format|json_object|json mode/i, isSent(sent, '"json_object"')],
    ['temperature', /temperature/i, 'temperature' in sent],
    ['max_completion_tokens', /max_completion_tokens/i, 'max_completion_tokens' in sent],
    ['stream_options', /stream_options/i, 'stream_options' in sent],
  ];
  return suspects.find(([lack, pattern, wasSent]) => wasSent && !known.has(lack) && pattern.test(words))?.[0] ?? null;
}

const isSent = (sent: object, type: string) =>
  'response_format' in sent && JSON.stringify(sent.response_format).startsWith(`{"type":${type}`);

function wireMessage(message: ModelMessage): ChatCompletionMessageParam {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.toolCallId, content: message.content };
  if (message.role === 'user' || !message.toolCalls?.length) return { role: message.role, content: message.content };
  return {
    role: 'assistant',
    content: message.content || null,
    tool_calls: message.toolCalls.map((call) => ({
      id: call.id,
      type: 'function',
      function: { name: call.name, arguments: call.arguments },
    })),
  };
}
