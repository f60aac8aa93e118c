import type { ModelMessage, ModelRequest, ModelUsage } from '../ports/language-model.ts';

const messageOverhead = 4;

/** Counts tokens where the provider did not, with the o200k vocabulary. Good to a few per cent for other models. */
export async function estimateUsage(
  request: Pick<ModelRequest, 'system' | 'messages'>,
  output: string,
): Promise<ModelUsage> {
  // The vocabulary is two megabytes: only loaded where an endpoint does not count for itself.
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  const count = (text: string) => countTokens(text, { allowedSpecial: 'all' });
  const read = [request.system, ...request.messages.map(textOf)];
  return {
    inputTokens: read.reduce((sum, text) => sum + count(text) + messageOverhead, 0),
    cachedTokens: 0,
    outputTokens: count(output),
    isEstimated: true,
  };
}

function textOf(message: ModelMessage): string {
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  return [message.content, ...calls.map((call) => call.name + call.arguments)].join('\n');
}
