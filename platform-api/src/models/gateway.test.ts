import { afterEach, describe, expect, it } from 'vitest';
import { openaiLanguageModel } from '../adapters/openai/openai-language-model.ts';
import type { ModelEvent, ModelRequest } from '../ports/language-model.ts';
import type { Logger } from '../ports/logger.ts';
import type { TenantContext } from '../tenancy/context.ts';
import { fails, says, startFakeOpenai } from '../testing/fake-openai/index.ts';
import type { FakeOpenai, FakeReply } from '../testing/fake-openai/index.ts';
import { modelGateway } from './gateway.ts';
import type { GatewayLimits } from './gateway.ts';
import type { UsageRecord } from './usage.ts';

const aCtx = (tenantId = 'tenant'): TenantContext => ({
  tenantId,
  actorId: 'ada',
  role: 'member',
  permissions: new Set(),
});
const ctx = aCtx();
const request: ModelRequest = {
  purpose: 'chat.answer',
  system: 's',
  messages: [{ role: 'user', content: 'secret words' }],
};
const fast: Partial<GatewayLimits> = { retryAfterMs: 1, silenceMs: 400, totalMs: 800, breakForMs: 200 };

let fake: FakeOpenai | undefined;
afterEach(async () => {
  await fake?.close();
  fake = undefined;
});

async function aGateway(limits: Partial<GatewayLimits>, script: FakeReply[], model = 'gpt-4o') {
  fake = await startFakeOpenai();
  fake.respond(...script);
  const bills: UsageRecord[] = [];
  const logged: object[] = [];
  const keep = (facts: object) => void logged.push(facts);
  const log: Logger = { debug: keep, info: keep, warn: keep, error: keep, child: () => log };
  let isBroken = false;
  const gateway = modelGateway(openaiLanguageModel({ apiKey: fake.apiKey, baseUrl: fake.baseUrl, model }), {
    clock: { now: () => new Date('2026-01-02T03:04:05Z') },
    usage: {
      record: async (_ctx, record) => {
        if (isBroken) throw new Error('disk full');
        bills.push(record);
      },
    },
    log,
    limits: { ...fast, ...limits },
  });
  return { gateway, bills, logged, breakRecorder: () => (isBroken = true) };
}

async function read(stream: AsyncIterable<ModelEvent>): Promise<string> {
  let said = '';
  for await (const event of stream) if (event.type === 'text') said += event.delta;
  return said;
}

describe('modelGateway, on retries', () => {
  it('tries again after a limit, an outage and a closed connection', async () => {
    const { gateway } = await aGateway({ retries: 3 }, [fails(429), fails(503), { kind: 'reset' }, says('there')]);
    expect((await gateway.complete(ctx, request)).text).toBe('there');
    expect(fake?.requests).toHaveLength(4);
  });

  it('waits as long as the provider asks', async () => {
    const { gateway } = await aGateway({ totalMs: 5_000 }, [fails(429, { retryAfter: '1' }), says('there')]);
    const started = performance.now();
    await gateway.complete(ctx, request);
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it('does not wait longer than it may, and says how long the provider asked for', async () => {
    const { gateway } = await aGateway({}, [fails(429, { retryAfter: '3600' }), says('there')]);
    await expect(gateway.complete(ctx, request)).rejects.toMatchObject({
      code: 'model_rate_limited',
      retryAfterSeconds: 3_600,
    });
    expect(fake?.requests).toHaveLength(1);
  });

  it.each([fails(401), { kind: 'answer', refusal: 'no' } as FakeReply])('does not repeat %j', async (reply) => {
    const { gateway } = await aGateway({}, [reply, says('there')]);
    await expect(gateway.complete(ctx, request)).rejects.toThrow();
    expect(fake?.requests).toHaveLength(1);
  });

  it('repeats a stream only while nothing of it was shown', async () => {
    const { gateway } = await aGateway({}, [fails(503), says('first words and more', { cutAfter: 12 }), says('there')]);
    const reading = read(gateway.stream(ctx, request));
    await expect(reading).rejects.toMatchObject({ code: 'model_unavailable' });
    expect(fake?.requests).toHaveLength(2);
  });
});

describe('modelGateway, on time', () => {
  it.each([
    ['a model that hangs', { kind: 'hang' } as FakeReply],
    ['a model that drips', says('slow '.repeat(100), { dripMs: 60, chunkSize: 1 })],
    ['a model that stalls after a word', says('one two three', { dripMs: 3_000, chunkSize: 4 })],
  ])('ends %s', async (_, reply) => {
    const { gateway } = await aGateway({}, [reply]);
    const started = performance.now();
    await expect(read(gateway.stream(ctx, request))).rejects.toMatchObject({ code: 'model_timeout' });
    expect(performance.now() - started).toBeLessThan(1_500);
    if (reply.kind === 'hang') {
      await expect(gateway.complete(ctx, request)).rejects.toMatchObject({ code: 'model_timeout' });
    }
  });

  it('does not hold a slow reader against the model', async () => {
    const { gateway } = await aGateway({ silenceMs: 150, totalMs: 5_000 }, [
      says('one two three four', { chunkSize: 4 }),
    ]);
    let said = '';
    for await (const event of gateway.stream(ctx, request)) {
      if (event.type === 'text') said += event.delta;
      if (said.length < 6) await new Promise((resolve) => setTimeout(resolve, 250));
    }
    expect(said).toBe('one two three four');
  });

  it('stops at the provider when the reader goes, and neither retries nor counts it as a failure', async () => {
    const { gateway, bills } = await aGateway({ breakAfter: 1 }, [says('word '.repeat(100), { dripMs: 10 })]);
    for await (const event of gateway.stream(ctx, request)) if (event.type === 'text') break;
    expect(bills).toMatchObject([{ outcome: 'aborted', isEstimated: true }]);

    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('gone')), 20);
    await expect(read(gateway.stream(ctx, request, { signal: controller.signal }))).rejects.toThrow('gone');
    fake?.respond(says('there'));
    expect((await gateway.complete(ctx, request)).text).toBe('there');
  });
});

describe('modelGateway, on outages', () => {
  it('stops asking after failures in a row, tells when to come back, and recovers', async () => {
    const { gateway } = await aGateway({ retries: 0, breakAfter: 3 }, [fails(500)]);
    for (let call = 0; call < 3; call++) await expect(gateway.complete(ctx, request)).rejects.toThrow();
    await expect(gateway.complete(ctx, request)).rejects.toMatchObject({
      code: 'model_unavailable',
      retryAfterSeconds: 1,
    });
    await expect(read(gateway.stream(ctx, request))).rejects.toMatchObject({ code: 'model_unavailable' });
    expect(fake?.requests).toHaveLength(3);

    fake?.respond(says('back'));
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await read(gateway.stream(ctx, request))).toBe('back');
    expect((await gateway.complete(ctx, request)).text).toBe('back');
  });

  it('counts streams that break off', async () => {
    const { gateway } = await aGateway({ breakAfter: 2 }, [says('first words and more', { cutAfter: 12 })]);
    for (let call = 0; call < 2; call++) await expect(read(gateway.stream(ctx, request))).rejects.toThrow();
    await expect(gateway.complete(ctx, request)).rejects.toMatchObject({
      message: expect.stringContaining('in a row'),
    });
  });

  it('does not count answers of the wrong shape or refusals against the provider', async () => {
    const { gateway } = await aGateway({ breakAfter: 2, retries: 0 }, [{ kind: 'answer', refusal: 'no' }]);
    for (let call = 0; call < 4; call++) {
      await expect(gateway.complete(ctx, request)).rejects.toMatchObject({ code: 'model_refused' });
    }
  });
});

describe('modelGateway, on turns', () => {
  it('lets a tenant have so many calls at once, and does not make another one wait', async () => {
    const { gateway } = await aGateway({ callsAtOncePerTenant: 2 }, [says('slow', { delayMs: 150 })]);
    const crowd = Array.from({ length: 5 }, () => gateway.complete(aCtx('loud'), request));
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(fake?.requests).toHaveLength(2);
    await gateway.complete(aCtx('quiet'), request);
    expect(fake?.requests.length).toBeLessThanOrEqual(5);
    await Promise.all(crowd);
    expect(fake?.requests).toHaveLength(6);
  });

  it('gives up the place of a caller that has gone', async () => {
    const { gateway } = await aGateway({ callsAtOncePerTenant: 1 }, [says('slow', { delayMs: 100 })]);
    const first = gateway.complete(ctx, request);
    const gone = gateway.complete(ctx, request, { signal: AbortSignal.timeout(20) });
    await expect(gone).rejects.toThrow();
    await first;
    expect((await gateway.complete(ctx, request)).text).toBe('slow');
    expect(fake?.requests).toHaveLength(2);
  });
});

describe('modelGateway, on the bill', () => {
  const counted = { usage: { prompt_tokens: 1_000, completion_tokens: 100, cached_tokens: 400 } };

  it('prices every call in whole micro-dollars, streamed or not', async () => {
    const { gateway, bills } = await aGateway({}, [says('words', { ...counted, model: 'gpt-4o-2024-08-06' })]);
    await gateway.complete(ctx, request);
    await read(gateway.stream(ctx, request));
    expect(bills).toHaveLength(2);
    for (const bill of bills) {
      expect(bill).toMatchObject({
        tenantId: 'tenant',
        actorId: 'ada',
        purpose: 'chat.answer',
        model: 'gpt-4o-2024-08-06',
        inputTokens: 1_000,
        cachedTokens: 400,
        outputTokens: 100,
        costMicros: 600 * 2.5 + 400 * 1.25 + 100 * 10,
        isUnpriced: false,
        outcome: 'answered',
        startedAt: new Date('2026-01-02T03:04:05Z'),
      });
    }
  });

  it('flags a model without a price instead of calling it free', async () => {
    const { gateway, bills } = await aGateway({}, [says('words', counted)], 'llama-local');
    await gateway.complete(ctx, request);
    expect(bills).toMatchObject([{ model: 'llama-local', costMicros: null, isUnpriced: true }]);
  });

  it('bills what a failed answer cost', async () => {
    const { gateway, bills } = await aGateway({}, [{ kind: 'answer', refusal: 'no', ...counted }]);
    await expect(gateway.complete(ctx, request)).rejects.toThrow();
    expect(bills).toMatchObject([{ outcome: 'failed', inputTokens: 1_000 }]);
  });

  it('gives the answer although the bill cannot be kept, and logs the bill without words or keys', async () => {
    const { gateway, logged, breakRecorder } = await aGateway({}, [says('the answer', counted)]);
    breakRecorder();
    expect((await gateway.complete(ctx, request)).text).toBe('the answer');
    expect(logged).toMatchObject([{ tenantId: 'tenant', inputTokens: 1_000 }]);
    expect(JSON.stringify(logged)).not.toMatch(/secret|fake-key|the answer/);
  });
});
