import OpenAI, { BadRequestError } from 'openai';
import { ModelFailed } from '../../models/model-failed.ts';
import { estimateUsage } from '../../models/token-count.ts';
import type {
  LanguageModel,
  ModelAnswer,
  ModelCallOptions,
  ModelEvent,
  ModelRequest,
} from '../../ports/language-model.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { Completion, CompletionChunk, judged } from './chat-answer.ts';
import type { RawAnswer } from './chat-answer.ts';
import { chatRequest, lackIn } from './chat-request.ts';
import type { Lack } from './chat-request.ts';
import { limitedFetch } from './limited-fetch.ts';
import { modelFailure } from './openai-errors.ts';

export interface OpenaiModelConfig {
  apiKey: string;
  /** Any endpoint that speaks the protocol: OpenRouter, Azure, Ollama, vLLM. OpenAI's own without it. */
  baseUrl?: string;
  model: string;
}

const longestAnswerBytes = 4_000_000;

/** A model behind the chat-completions protocol. Retries and time limits are the gateway's. */
export function openaiLanguageModel(config: OpenaiModelConfig): LanguageModel {
  return new OpenaiLanguageModel(config);
}

class OpenaiLanguageModel implements LanguageModel {
  readonly provider: string;
  readonly model: string;
  private readonly client: OpenAI;
  private readonly lacks = new Set<Lack>();

  constructor({ apiKey, baseUrl, model }: OpenaiModelConfig) {
    this.model = model;
    this.provider = baseUrl ? new URL(baseUrl).hostname : 'openai';
    this.client = new OpenAI({
      apiKey,
      baseURL: baseUrl ?? 'https://api.openai.com/v1',
      // The client would read these from the environment, which only config.ts does; and it would log prompts.
      organization: null,
      project: null,
      logLevel: 'off',
      maxRetries: 0,
      fetch: limitedFetch(longestAnswerBytes),
    });
  }

  async complete<Parsed>(_ctx: TenantContext, request: ModelRequest<Parsed>, { signal }: ModelCallOptions = {}) {
    const response: unknown = await this.adapted(request, signal, (body) =>
      this.client.chat.completions.create({ ...body, stream: false }, { signal }),
    );
    const completion = Completion.safeParse(response);
    if (!completion.success) throw this.noAnswer();
    const { choices, model, usage } = completion.data;
    const message = choices[0]?.message;
    const text = message?.content ?? '';
    return judged(
      {
        text,
        refusal: message?.refusal ?? '',
        toolCalls: (message?.tool_calls ?? []).map((call) => ({ id: call.id, ...call.function })),
        finishReason: choices[0]?.finish_reason,
        model: model ?? this.model,
        usage: usage ?? (await estimateUsage(request, text)),
      },
      request,
    );
  }

  async *stream(
    _ctx: TenantContext,
    request: ModelRequest,
    { signal }: ModelCallOptions = {},
  ): AsyncGenerator<ModelEvent> {
    const chunks = await this.adapted(request, signal, (body) =>
      this.client.chat.completions.create(
        {
          ...body,
          stream: true,
          ...(!this.lacks.has('stream_options') && { stream_options: { include_usage: true } }),
        },
        { signal },
      ),
    );
    const answer = new StreamedAnswer(this.model);
    try {
      for await (const raw of chunks) {
        const chunk = CompletionChunk.safeParse(raw);
        if (!chunk.success) throw this.noAnswer();
        const delta = answer.add(chunk.data);
        if (delta) yield { type: 'text', delta };
      }
    } catch (error) {
      throw modelFailure(error, this.provider, signal);
    }
    // The client ends an aborted stream without a word.
    signal?.throwIfAborted();
    if (!answer.isWhole) {
      throw new ModelFailed('model_unavailable', `${this.model} broke off in the middle of its answer. Try again.`);
    }
    yield { type: 'done', answer: await answer.judge(request) };
  }

  /** Sends a request, leaving out what the endpoint turns out not to take. */
  private async adapted<Response>(
    request: ModelRequest,
    signal: AbortSignal | undefined,
    send: (body: ReturnType<typeof chatRequest>) => PromiseLike<Response>,
  ): Promise<Response> {
    for (;;) {
      const body = chatRequest(this.model, request, this.lacks);
      try {
        return await send(body);
      } catch (error) {
        const sent = { ...body, stream_options: true };
        const lack = error instanceof BadRequestError ? lackIn(error, sent, this.lacks) : null;
        if (!lack) throw modelFailure(error, this.provider, signal);
        this.lacks.add(lack);
      }
    }
  }

  private noAnswer(): ModelFailed {
    return new ModelFailed('model_unavailable', `${this.provider} answered something that is no answer. Try again.`);
  }
}

/** Puts a streamed answer together again. */
class StreamedAnswer {
  private text = '';
  private refusal = '';
  private finishReason: string | null | undefined;
  private usage?: RawAnswer['usage'];
  private readonly calls = new Map<number, ModelAnswer['toolCalls'][number]>();

  constructor(private model: string) {}

  get isWhole(): boolean {
    return Boolean(this.finishReason);
  }

  /** Adds a part and answers the words in it. */
  add({ model, usage, choices }: CompletionChunk): string {
    const choice = choices?.[0];
    const delta = choice?.delta?.content ?? '';
    if (model) this.model = model;
    if (usage) this.usage = usage;
    this.text += delta;
    this.refusal += choice?.delta?.refusal ?? '';
    this.finishReason = choice?.finish_reason ?? this.finishReason;
    for (const part of choice?.delta?.tool_calls ?? []) {
      const call = this.calls.get(part.index) ?? { id: '', name: '', arguments: '' };
      call.id ||= part.id ?? '';
      call.name += part.function?.name ?? '';
      call.arguments += part.function?.arguments ?? '';
      this.calls.set(part.index, call);
    }
    return delta;
  }

  async judge(request: ModelRequest): Promise<ModelAnswer> {
    const toolCalls = [...this.calls.values()].filter((call) => call.id && call.name);
    const usage = this.usage ?? (await estimateUsage(request, this.text));
    const { text, refusal, finishReason, model } = this;
    return judged({ text, refusal, toolCalls, finishReason, model, usage }, request);
  }
}

type CompletionChunk = ReturnType<typeof CompletionChunk.parse>;
