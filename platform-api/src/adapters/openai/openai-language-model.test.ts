import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ModelFailed } from '../../models/model-failed.ts';
import { languageModelContract } from '../../ports/language-model.contract.ts';
import type { ModelEvent, ModelRequest } from '../../ports/language-model.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { calls, fails, says, saysJson, startFakeOpenai } from '../../testing/fake-openai/index.ts';
import type { FakeOpenai, FakeOpenaiOptions, FakeReply } from '../../testing/fake-openai/index.ts';
import { openaiLanguageModel } from './openai-language-model.ts';

languageModelContract('openai adapter', async () => {
  const fake = await startFakeOpenai();
  return {
    model: openaiLanguageModel({ apiKey: fake.apiKey, baseUrl: fake.baseUrl, model: 'gpt-4o' }),
    willSay: (text) => fake.respond(says(text)),
    willCall: (name, input) => fake.respond(calls({ name, arguments: input })),
    close: () => fake.close(),
  };
});

// The vendor itself, where a key is at hand.
const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model = 'gpt-4.1-mini' } = process.env;
if (apiKey) {
  languageModelContract('the configured provider', async () => ({
    model: openaiLanguageModel({ apiKey, ...(baseUrl && { baseUrl }), model }),
  }));
}

const ctx: TenantContext = { tenantId: 'tenant', actorId: 'user', role: 'member', permissions: new Set() };
const request: ModelRequest = {
  purpose: 'test',
  system: 'system',
  messages: [{ role: 'user', content: 'the secret prompt' }],
};
const Verdict = z.object({ kind: z.enum(['price', 'trust']), note: z.string().optional() });
const Strict = z.object({ kind: z.enum(['price', 'trust']), count: z.number().int().min(1) });

let fake: FakeOpenai | undefined;
afterEach(async () => {
  await fake?.close();
  fake = undefined;
});

async function aModel(options: FakeOpenaiOptions, ...script: FakeReply[]) {
  fake = await startFakeOpenai(options);
  fake.respond(...script);
  return openaiLanguageModel({ apiKey: 'fake-key', baseUrl: fake.baseUrl, model: 'gpt-4o' });
}

async function failureOf(work: Promise<unknown>): Promise<ModelFailed> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ModelFailed)) throw new Error(`Expected ModelFailed, got ${String(error)}`);
  return error;
}

async function collect(stream: AsyncIterable<ModelEvent>): Promise<ModelEvent[]> {
  const events: ModelEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

describe('openaiLanguageModel, on failures', () => {
  it.each([
    ['a wrong key', fails(401), 'model_key_invalid'],
    ['no credit left', fails(429, { code: 'insufficient_quota' }), 'model_key_invalid'],
    ['a limit', fails(429, { retryAfter: '7' }), 'model_rate_limited'],
    ['a server error', fails(500), 'model_unavailable'],
    ['an overload', fails(503), 'model_unavailable'],
    ['a closed connection', { kind: 'reset' }, 'model_unavailable'],
    ['an answer that is no JSON', { kind: 'raw', body: '{"choices": [' }, 'model_unavailable'],
    ['an answer of another shape', { kind: 'raw', body: '{"choices": "none"}' }, 'model_unavailable'],
    ['a web page', { kind: 'raw', body: '<html>Sign in</html>', contentType: 'text/html' }, 'model_unavailable'],
    ['an endless answer', { kind: 'raw', body: `"${'x'.repeat(5_000_000)}"` }, 'model_unavailable'],
    ['a refusal', { kind: 'answer', refusal: 'I cannot help with that.' }, 'model_refused'],
    ['a content filter', says('Half', { finishReason: 'content_filter' }), 'model_refused'],
    ['a filtered question', fails(400, { code: 'content_filter' }), 'model_refused'],
    ['an empty answer', says(''), 'model_bad_output'],
  ] satisfies [string, FakeReply, string][])('names %s', async (_, reply, code) => {
    const model = await aModel({}, reply);
    expect((await failureOf(model.complete(ctx, request))).code).toBe(code);
    expect((await failureOf(collect(model.stream(ctx, request)))).code).toBe(code);
  });

  it('passes on how long the provider asks to wait', async () => {
    const model = await aModel({}, fails(429, { retryAfter: '7' }));
    expect((await failureOf(model.complete(ctx, request))).retryAfterSeconds).toBe(7);
  });

  it('repeats neither key nor prompt in what it throws', async () => {
    const model = await aModel({ apiKey: 'other' }, fails(400, { message: 'Bad: the secret prompt' }));
    const wrongKey = await failureOf(model.complete(ctx, request));
    const shown = JSON.stringify([wrongKey, wrongKey.message, wrongKey.stack, wrongKey.cause]);
    expect(shown).not.toContain('fake-key');

    const badRequest = await failureOf(
      (await aModel({}, fails(400, { message: 'Bad: the secret prompt' }))).complete(ctx, request),
    );
    expect(JSON.stringify([badRequest, badRequest.message, badRequest.stack, badRequest.cause])).not.toContain(
      'secret',
    );
  });

  it('does not take a stream that breaks off for an answer', async () => {
    const model = await aModel({}, says('This is half of the', { cutAfter: 10 }));
    expect((await failureOf(collect(model.stream(ctx, request)))).code).toBe('model_unavailable');
    fake?.respond({
      kind: 'raw',
      contentType: 'text/event-stream',
      body: 'data: {"choices":[{"index":0,"delta":{"content":"half"}}]}\n\ndata: [DONE]\n\n',
    });
    expect((await failureOf(collect(model.stream(ctx, request)))).code).toBe('model_unavailable');
  });

  it.each([
    'data: {"choices":[{"delta":\n\n',
    'data: {"error":{"message":"overloaded"}}\n\n',
    'data: {"choices":7}\n\n',
  ])('does not take %j in a stream for words', async (body) => {
    const model = await aModel({}, { kind: 'raw', contentType: 'text/event-stream', body });
    expect((await failureOf(collect(model.stream(ctx, request)))).code).toBe('model_unavailable');
  });

  it('stops reading when the reader goes, in the middle of a stream', async () => {
    const model = await aModel({}, says('word '.repeat(200), { dripMs: 5 }));
    const controller = new AbortController();
    const reason = new Error('gone');
    const reading = (async () => {
      for await (const event of model.stream(ctx, request, { signal: controller.signal })) {
        if (event.type === 'text') controller.abort(reason);
      }
    })();
    await expect(reading).rejects.toBe(reason);
  });
});

describe('openaiLanguageModel, on structured output', () => {
  it('asks for a strict schema where every property is required, and checks the value itself', async () => {
    const model = await aModel({}, saysJson({ kind: 'price', count: 2 }), saysJson({ kind: 'price', count: 0 }));
    const asked = { ...request, schema: { name: 'verdict', type: Strict } };
    expect((await model.complete(ctx, asked)).parsed).toEqual({ kind: 'price', count: 2 });
    expect(fake?.requests[0]?.response_format).toMatchObject({ type: 'json_schema', json_schema: { strict: true } });
    const failure = await failureOf(model.complete(ctx, asked));
    expect(failure.code).toBe('model_bad_output');
    expect(failure.message).toContain('count');
    expect(failure.usage?.outputTokens).toBeGreaterThan(0);
  });

  it('does not promise strictness for optional properties', async () => {
    const model = await aModel({}, saysJson({ kind: 'trust' }));
    await model.complete(ctx, { ...request, schema: { name: 'verdict', type: Verdict } });
    expect(fake?.requests[0]?.response_format).toMatchObject({ json_schema: { strict: false } });
  });

  it.each([
    ['a schema', ['json_schema'], 'json_object'],
    ['any JSON', ['json_schema', 'json_object'], undefined],
  ] as const)('falls back where the endpoint cannot promise %s, and remembers', async (_, lacks, format) => {
    const model = await aModel({ lacks }, says('Here it is:\n```json\n{"kind":"trust"}\n```'));
    const asked = { ...request, schema: { name: 'verdict', type: Verdict } };
    expect((await model.complete(ctx, asked)).parsed).toEqual({ kind: 'trust' });
    await model.complete(ctx, asked);
    expect(fake?.requests).toHaveLength(2);
    expect(fake?.requests[0]?.response_format?.type).toBe(format);
    expect(JSON.stringify(fake?.requests[0]?.messages)).toContain('JSON Schema');
  });

  it.each([
    says('Sure, I will do that!'),
    says('{"kind":"weather"}'),
    says('{"kind":"pri', { finishReason: 'length' }),
  ])('refuses other output: %j', async (reply) => {
    const model = await aModel({}, reply);
    const failure = await failureOf(model.complete(ctx, { ...request, schema: { name: 'verdict', type: Verdict } }));
    expect(failure.code).toBe('model_bad_output');
  });
});

describe('openaiLanguageModel, on the protocol', () => {
  it('leaves out what an endpoint does not take', async () => {
    const model = await aModel({ lacks: ['temperature', 'max_completion_tokens', 'stream_options'] }, says('fine'));
    const events = await collect(model.stream(ctx, { ...request, temperature: 0, maxTokens: 50 }));
    expect(events.at(-1)).toMatchObject({ answer: { text: 'fine', usage: { isEstimated: true } } });
    expect(fake?.requests[0]).toMatchObject({ max_tokens: 50 });
  });

  it('gives tool results back in the form the protocol asks for', async () => {
    const model = await aModel({}, says('done'));
    await model.complete(ctx, {
      ...request,
      messages: [
        ...request.messages,
        { role: 'assistant', content: '', toolCalls: [{ id: 'call_1', name: 'search', arguments: '{}' }] },
        { role: 'tool', toolCallId: 'call_1', content: 'nothing found' },
      ],
    });
    expect(fake?.requests[0]?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'tool']);
  });

  it('reads cached tokens, and counts tokens itself where nobody does', async () => {
    const counted = says('four', { usage: { prompt_tokens: 100, completion_tokens: 4, cached_tokens: 60 } });
    const model = await aModel({}, counted, says('four five six', { usage: null }));
    expect((await model.complete(ctx, request)).usage).toEqual({
      inputTokens: 100,
      cachedTokens: 60,
      outputTokens: 4,
      isEstimated: false,
    });
    expect((await model.complete(ctx, request)).usage).toMatchObject({ outputTokens: 3, isEstimated: true });
  });
});
