import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { FakeReply } from './reply.ts';
import type { FakeRequest } from './wire-request.ts';

type Answer = Extract<FakeReply, { kind: 'answer' }>;

/** Puts an answer on the wire in one piece. */
export async function writeAnswer(answer: Answer, request: FakeRequest, response: ServerResponse): Promise<void> {
  if (answer.delayMs) await wait(answer.delayMs);
  const usage = usageOf(answer, request);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'chatcmpl-fake',
      object: 'chat.completion',
      created: 0,
      model: answer.model ?? request.model,
      choices: [
        {
          index: 0,
          finish_reason: finishReason(answer),
          message: {
            role: 'assistant',
            content: answer.text ?? null,
            refusal: answer.refusal ?? null,
            ...(answer.toolCalls && { tool_calls: wireCalls(answer) }),
          },
        },
      ],
      ...(usage && { usage }),
    }),
  );
}

/** Puts an answer on the wire as server-sent events, in parts. */
export async function writeStream(answer: Answer, request: FakeRequest, response: ServerResponse): Promise<void> {
  if (answer.delayMs) await wait(answer.delayMs);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const base = {
    id: 'chatcmpl-fake',
    object: 'chat.completion.chunk',
    created: 0,
    model: answer.model ?? request.model,
  };
  const send = async (delta: object, finish: string | null = null) => {
    const chunk = { ...base, choices: [{ index: 0, delta, finish_reason: finish }] };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    if (answer.dripMs) await wait(answer.dripMs);
  };

  await send({ role: 'assistant', content: '' });
  const text = answer.text ?? '';
  const size = answer.chunkSize ?? 12;
  const end = Math.min(text.length, answer.cutAfter ?? Infinity);
  for (let at = 0; at < end && !response.destroyed; at += size)
    await send({ content: text.slice(at, Math.min(end, at + size)) });
  if (answer.cutAfter !== undefined) {
    // Flushes first, so that the cut falls after these words and not before them.
    response.socket?.destroySoon();
    return;
  }
  if (answer.refusal) await send({ refusal: answer.refusal });
  for (const [index, call] of wireCalls(answer).entries()) {
    const { name, arguments: words } = call.function;
    const half = Math.floor(words.length / 2);
    await send({ tool_calls: [{ index, id: call.id, type: 'function', function: { name, arguments: '' } }] });
    await send({ tool_calls: [{ index, function: { arguments: words.slice(0, half) } }] });
    await send({ tool_calls: [{ index, function: { arguments: words.slice(half) } }] });
  }
  await send({}, finishReason(answer));
  const usage = usageOf(answer, request);
  if (usage && request.stream_options?.include_usage) {
    response.write(`data: ${JSON.stringify({ ...base, choices: [], usage })}\n\n`);
  }
  response.end('data: [DONE]\n\n');
}

function finishReason(answer: Answer): string {
  return answer.finishReason ?? (answer.toolCalls ? 'tool_calls' : 'stop');
}

function wireCalls(answer: Answer) {
  return (answer.toolCalls ?? []).map((call, index) => ({
    id: `call_${index + 1}`,
    type: 'function' as const,
    function: {
      name: call.name,
      arguments: typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments),
    },
  }));
}

/** About four characters to a token: enough for costs to be more than nothing. */
function usageOf(answer: Answer, request: FakeRequest) {
  if (answer.usage === null) return null;
  const { prompt_tokens, completion_tokens, cached_tokens } = answer.usage ?? {
    prompt_tokens: Math.ceil(JSON.stringify(request.messages).length / 4),
    completion_tokens: Math.ceil((answer.text ?? JSON.stringify(answer.toolCalls ?? '')).length / 4),
    cached_tokens: 0,
  };
  return {
    prompt_tokens,
    completion_tokens,
    total_tokens: prompt_tokens + completion_tokens,
    prompt_tokens_details: { cached_tokens: cached_tokens ?? 0 },
  };
}
