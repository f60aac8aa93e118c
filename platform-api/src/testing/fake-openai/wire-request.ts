import { z } from 'zod';

const ToolCall = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
});

/** A request as the published protocol has it; unknown fields are kept for tests to look at. */
export const FakeRequest = z.looseObject({
  model: z.string().min(1),
  messages: z
    .array(
      z.discriminatedUnion('role', [
        z.object({ role: z.literal('system'), content: z.string() }),
        z.object({ role: z.literal('user'), content: z.string() }),
        z.object({
          role: z.literal('assistant'),
          content: z.string().nullish(),
          tool_calls: z.array(ToolCall).min(1).optional(),
        }),
        z.object({ role: z.literal('tool'), tool_call_id: z.string(), content: z.string() }),
      ]),
    )
    .min(1),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.object({
          name: z.string().regex(/^[\w-]{1,64}$/),
          description: z.string().optional(),
          parameters: z.looseObject({ type: z.literal('object') }).optional(),
        }),
      }),
    )
    .min(1)
    .optional(),
  response_format: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('text') }),
      z.object({ type: z.literal('json_object') }),
      z.object({
        type: z.literal('json_schema'),
        json_schema: z.object({
          name: z.string().regex(/^[\w-]{1,64}$/),
          schema: z.looseObject({ type: z.literal('object') }),
          strict: z.boolean().optional(),
        }),
      }),
    ])
    .optional(),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
  max_tokens: z.number().int().positive().optional(),
  max_completion_tokens: z.number().int().positive().optional(),
  temperature: z.number().min(0).max(2).optional(),
});
export type FakeRequest = z.infer<typeof FakeRequest>;

/** What a real endpoint would refuse beyond the shape: answers to tools nobody called, calls nobody answered, loose strict schemas. */
export function protocolFault(request: FakeRequest): { param: string; message: string } | null {
  let open = new Set<string>();
  for (const message of request.messages) {
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id)) {
        return {
          param: 'messages',
          message: "messages with role 'tool' must follow a message with their 'tool_calls'",
        };
      }
      continue;
    }
    if (open.size) return { param: 'messages', message: "an assistant message with 'tool_calls' must be answered" };
    open = new Set(message.role === 'assistant' ? message.tool_calls?.map(({ id }) => id) : []);
  }
  if (open.size) return { param: 'messages', message: "an assistant message with 'tool_calls' must be answered" };

  const format = request.response_format;
  if (format?.type === 'json_schema' && format.json_schema.strict && !isStrict(format.json_schema.schema)) {
    return { param: 'response_format', message: "Invalid schema: 'required' must name every property" };
  }
  if (format?.type === 'json_object' && !/json/i.test(JSON.stringify(request.messages))) {
    return { param: 'messages', message: "'messages' must contain the word 'json' to use 'json_object'" };
  }
  return null;
}

function isStrict(node: unknown): boolean {
  if (Array.isArray(node)) return node.every(isStrict);
  if (typeof node !== 'object' || node === null) return true;
  if ('properties' in node && typeof node.properties === 'object' && node.properties) {
    const required: unknown[] = 'required' in node && Array.isArray(node.required) ? node.required : [];
    if (!('additionalProperties' in node) || node.additionalProperties !== false) return false;
    if (Object.keys(node.properties).some((name) => !required.includes(name))) return false;
  }
  return Object.values(node).every(isStrict);
}
