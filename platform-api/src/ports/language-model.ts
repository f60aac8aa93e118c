import type { z } from 'zod';
import type { TenantContext } from '../tenancy/context.ts';

export interface ModelToolCall {
  id: string;
  name: string;
  /** JSON as the model wrote it: a stranger's input, to be parsed by the tool's schema. */
  arguments: string;
}

export type ModelMessage =
  | { role: 'user'; content: string }
  | { role: 'assistant'; content: string; toolCalls?: readonly ModelToolCall[] }
  | { role: 'tool'; toolCallId: string; content: string };

export interface ModelTool {
  name: string;
  description: string;
  input: z.ZodType;
}

export interface ModelRequest<Parsed = unknown> {
  /** The feature that asks, such as `chat.answer`: costs are counted by it. */
  purpose: string;
  system: string;
  messages: readonly ModelMessage[];
  tools?: readonly ModelTool[];
  /** Structured output: the answer's text is JSON of this shape, and `parsed` its value. */
  schema?: { name: string; type: z.ZodType<Parsed> };
  maxTokens?: number;
  temperature?: number;
}

export interface ModelUsage {
  /** All tokens read, the cached ones among them. */
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  /** True where the provider counted nothing and the tokens were counted here. */
  isEstimated: boolean;
}

export interface ModelAnswer<Parsed = unknown> {
  text: string;
  toolCalls: ModelToolCall[];
  /** `null` unless the request had a schema. */
  parsed: Parsed | null;
  usage: ModelUsage;
  /** As the provider names it, which may be more exact than what was asked for. */
  model: string;
  finishReason: 'stop' | 'length' | 'tool_calls';
}

export type ModelEvent = { type: 'text'; delta: string } | { type: 'done'; answer: ModelAnswer };

export interface ModelCallOptions {
  /** Aborts the call at the provider too, such as when the reader has gone. */
  signal?: AbortSignal;
}

/** A mind that writes. Throws `ModelFailed`, or the abort reason of `signal`; what it says is never trusted. */
export interface LanguageModel {
  /** Such as `openai`, or the host of another endpoint. */
  readonly provider: string;
  readonly model: string;
  complete<Parsed>(
    ctx: TenantContext,
    request: ModelRequest<Parsed>,
    options?: ModelCallOptions,
  ): Promise<ModelAnswer<Parsed>>;
  /** The words as they come, then `done` with the whole answer; tool calls stand in `done`. */
  stream(ctx: TenantContext, request: ModelRequest, options?: ModelCallOptions): AsyncIterable<ModelEvent>;
}
