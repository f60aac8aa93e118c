import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AuthenticationError,
  ConflictError,
  ConnectionError,
  InvalidInputError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from './errors.ts';
import { everyItem } from './pages.ts';
import { aToken } from './token.fixture.ts';
import { Transport, type TransportOptions } from './transport.ts';

const json = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), { status, headers });
const problem = (status: number, code: string, headers: Record<string, string> = {}, more: object = {}) =>
  json({ code, detail: 'No.', requestId: 'req_12345678', ...more }, status, headers);

type Step = Response | Error | ((init: RequestInit) => Promise<Response>);

/** A service that gives these answers in turn, the last one for ever. */
function service(steps: Step[], options: Partial<TransportOptions> = {}) {
  const sent: { url: string; init: RequestInit; headers: Record<string, string> }[] = [];
  const send = async (url: RequestInfo | URL, init: RequestInit = {}) => {
    const step = steps[Math.min(sent.length, steps.length - 1)];
    sent.push({ url: String(url), init, headers: init.headers as Record<string, string> });
    if (step instanceof Error) throw step;
    return step instanceof Response ? step.clone() : step(init);
  };
  return {
    sent,
    transport: new Transport({
      baseUrl: 'https://api.example',
      secretKey: 'sk_test_x',
      fetch: send as typeof fetch,
      ...options,
    }),
  };
}

const hang = ({ signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Runs timers until it ends. */
async function outcome<T>(work: Promise<T>): Promise<T | Error> {
  let ended: T | Error | undefined;
  let isEnded = false;
  work.then(
    (value) => ((ended = value), (isEnded = true)),
    (error: Error) => ((ended = error), (isEnded = true)),
  );
  for (let round = 0; round < 100 && !isEnded; round++) {
    // The parser of streams is loaded with the first one, in real time.
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(1000);
  }
  if (!isEnded) throw new Error('It never ended.');
  return ended as T | Error;
}

describe('a request', () => {
  it('is sent again after what may pass, and not after what will not', async () => {
    const refused = new TypeError('fetch failed');
    for (const [step, tries] of [
      [refused, 3],
      [problem(503, 'not_ready'), 3],
      [problem(502, 'upstream'), 3],
      [problem(504, 'late'), 3],
      [problem(500, 'internal'), 1],
      [problem(404, 'not_found'), 1],
      [problem(422, 'invalid_input'), 1],
      [problem(403, 'no'), 1],
    ] as const) {
      const { sent, transport } = service([step]);
      expect(await outcome(transport.json({ method: 'GET', path: '/v1/calls' }))).toBeInstanceOf(Error);
      expect([step instanceof Response ? step.status : 'refused', sent.length]).toEqual([
        step instanceof Response ? step.status : 'refused',
        tries,
      ]);
    }
  });

  it('that changes something is repeated only with a key, and the key stays the same', async () => {
    const post = service([new TypeError('fetch failed'), json({ id: 'tag_1' })]);
    expect(await outcome(post.transport.json({ method: 'POST', path: '/v1/tags', body: { name: 'x' } }))).toEqual({
      id: 'tag_1',
    });
    const keys = post.sent.map(({ headers }) => headers['idempotency-key']);
    expect([keys.length, new Set(keys).size, Boolean(keys[0])]).toEqual([2, 1, true]);

    for (const method of ['PATCH', 'PUT', 'DELETE'] as const) {
      const bare = service([new TypeError('fetch failed')]);
      expect(await outcome(bare.transport.json({ method, path: '/v1/tags/1' }))).toBeInstanceOf(ConnectionError);
      expect([method, bare.sent.length]).toEqual([method, 1]);
      const turnedAway = service([problem(429, 'rate_limited', { 'retry-after': '1' }), json({})]);
      expect(await outcome(turnedAway.transport.json({ method, path: '/v1/tags/1' }))).toEqual({});
    }
    const chosen = service([new TypeError('fetch failed'), json({})]);
    await outcome(chosen.transport.json({ method: 'PATCH', path: '/v1/tags/1', options: { idempotencyKey: 'mine' } }));
    expect(chosen.sent.map(({ headers }) => headers['idempotency-key'])).toEqual(['mine', 'mine']);
  });

  it('waits as long as it is told, and leaves a long wait to the caller', async () => {
    const { sent, transport } = service([problem(429, 'rate_limited', { 'retry-after': '3' }), json('ok')]);
    const work = transport.json({ method: 'GET', path: '/v1/calls' });
    await vi.advanceTimersByTimeAsync(2900);
    expect(sent.length).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await work).toBe('ok');
    const long = service([problem(429, 'rate_limited', { 'retry-after': '40' })]);
    expect(await outcome(long.transport.json({ method: 'GET', path: '/v1/calls' }))).toMatchObject({
      retryAfterSeconds: 40,
    });
    expect(long.sent.length).toBe(1);
  });

  it('ends when time is up, also in the middle of its answer', async () => {
    const silent = service([hang]);
    const posted = await outcome(silent.transport.json({ method: 'POST', path: '/v1/imports', body: {} }));
    expect(posted).toBeInstanceOf(ConnectionError);
    expect([(posted as ConnectionError).code, silent.sent.length]).toEqual(['timeout', 1]);
    const half = service(
      [
        async ({ signal }) =>
          new Response(
            new ReadableStream({
              start: (controller) => {
                controller.enqueue(new TextEncoder().encode('{"id":'));
                signal?.addEventListener('abort', () => controller.error(signal.reason));
              },
            }),
          ),
      ],
      { maxRetries: 0, timeoutMs: 500 },
    );
    expect(await outcome(half.transport.json({ method: 'GET', path: '/v1/calls' }))).toMatchObject({
      code: 'timeout',
      retryable: true,
    });
  });

  it('ends with the reason of the caller who aborts it, whether it waits for an answer or for its next try', async () => {
    for (const step of [hang, new TypeError('fetch failed')]) {
      const abort = new AbortController();
      const { transport } = service([step], { maxRetries: 9 });
      const work = outcome(transport.json({ method: 'GET', path: '/v1/calls', options: { signal: abort.signal } }));
      await Promise.resolve();
      abort.abort(new Error('left the page'));
      expect(await work).toMatchObject({ message: 'left the page' });
    }
  });

  it('leaves no listener behind on a signal that outlives it', async () => {
    const abort = new AbortController();
    const added = vi.spyOn(abort.signal, 'addEventListener');
    const removed = vi.spyOn(abort.signal, 'removeEventListener');
    const { transport } = service([new TypeError('fetch failed'), json(1)]);
    await outcome(transport.json({ method: 'GET', path: '/v1/calls', options: { signal: abort.signal } }));
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });

  it.each([
    [401, AuthenticationError],
    [403, PermissionError],
    [404, NotFoundError],
    [409, ConflictError],
    [422, InvalidInputError],
    [429, RateLimitError],
    [500, ServerError],
  ] as const)('turns %i into its error, with what the service said', async (status, Kind) => {
    const { transport } = service(
      [problem(status, 'a_code', {}, { type: 'https://docs/a_code', errors: [{ path: 'body.name', message: 'x' }] })],
      { maxRetries: 0 },
    );
    const error = await outcome(transport.json({ method: 'GET', path: '/v1/calls' }));
    expect(error).toBeInstanceOf(Kind);
    expect(error).toMatchObject({
      name: Kind.name,
      code: 'a_code',
      status,
      requestId: 'req_12345678',
      docUrl: 'https://docs/a_code',
      errors: [{ path: 'body.name', message: 'x' }],
    });
  });

  it('says so when something else answers than the service', async () => {
    for (const answer of [
      new Response('<html>Welcome to the hotel</html>'),
      new Response('<html>Bad gateway</html>', { status: 400 }),
    ]) {
      const error = await outcome(service([answer]).transport.json({ method: 'GET', path: '/v1/calls' }));
      expect((error as ServerError).code).toMatch(/invalid_answer|http_400/);
    }
  });

  it('signs in anew once when its session is refused, and not again and again', async () => {
    let minted = 0;
    const fetchSession = vi.fn(async () => aToken({ jti: String(++minted) }));
    const asBrowser = { secretKey: undefined, fetchSession };
    const once = service([problem(401, 'session_revoked'), json('ok')], asBrowser);
    expect(await outcome(once.transport.json({ method: 'GET', path: '/v1/calls' }))).toBe('ok');
    expect(new Set(once.sent.map(({ headers }) => headers.authorization)).size).toBe(2);
    fetchSession.mockClear();
    const never = service([problem(401, 'session_revoked')], asBrowser);
    expect(await outcome(never.transport.json({ method: 'GET', path: '/v1/calls' }))).toBeInstanceOf(
      AuthenticationError,
    );
    expect([never.sent.length, fetchSession.mock.calls.length]).toEqual([2, 2]);
  });

  it('carries lists as repeated parameters, leaves out what is not said, and sends no cookie', async () => {
    const { sent, transport } = service([json({})]);
    await outcome(
      transport.json({
        method: 'GET',
        path: '/v1/calls',
        query: { tagId: ['a', 'b'], q: undefined, limit: 5, from: null },
      }),
    );
    expect([sent[0].url, sent[0].init.credentials]).toEqual([
      'https://api.example/v1/calls?tagId=a&tagId=b&limit=5',
      'omit',
    ]);
  });
});

const event = (id: number, data: string) => new TextEncoder().encode(`id: ${id}\ndata: ${data}\n\n`);
const streamed = (parts: Uint8Array[], end: 'close' | 'break' | 'hang') => () =>
  Promise.resolve(
    new Response(
      new ReadableStream({
        pull: (controller) => {
          const part = parts.shift();
          if (part) return controller.enqueue(part);
          if (end === 'close') return controller.close();
          if (end === 'break') return controller.error(new TypeError('terminated'));
          return new Promise<void>(() => undefined);
        },
      }),
    ),
  );

async function heard(transport: Transport, signal?: AbortSignal): Promise<string[]> {
  const texts: string[] = [];
  for await (const { data } of transport.events({ method: 'GET', path: '/v1/x/events', options: { signal } }))
    texts.push(data);
  return texts;
}

describe('a stream of events', () => {
  it('goes on after the last event it saw when the connection breaks, when it is refused for a while, and when it falls silent', async () => {
    const { sent, transport } = service([
      streamed([event(1, 'a'), event(2, 'b')], 'break'),
      new TypeError('fetch failed'),
      new TypeError('fetch failed'),
      new TypeError('fetch failed'),
      streamed([event(3, 'c')], 'hang'),
      streamed([event(4, 'd')], 'close'),
    ]);
    expect(await outcome(heard(transport))).toEqual(['a', 'b', 'c', 'd']);
    expect(sent.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '2', '2', '2', '2', '3']);
  });

  it('outlasts the time limit of a request, and gives up when nobody comes back', async () => {
    const parts = [event(1, 'a')];
    const slow = service([
      async () =>
        new Response(
          new ReadableStream({
            start: (controller) => {
              controller.enqueue(parts[0]);
              const timer = setInterval(() => controller.enqueue(new TextEncoder().encode(': still here\n\n')), 15_000);
              setTimeout(() => {
                clearInterval(timer);
                controller.enqueue(event(2, 'b'));
                controller.close();
              }, 80_000);
            },
          }),
        ),
    ]);
    expect(await outcome(heard(slow.transport))).toEqual(['a', 'b']);
    const gone = service([streamed([], 'break')], { maxRetries: 0 });
    expect(await outcome(heard(gone.transport))).toBeInstanceOf(Error);
    expect(gone.sent.length).toBe(6);
    const refused = service([problem(404, 'not_found')]);
    expect(await outcome(heard(refused.transport))).toBeInstanceOf(NotFoundError);
    expect(refused.sent.length).toBe(1);
  });

  it('ends without another try when its reader aborts', async () => {
    const abort = new AbortController();
    const { sent, transport } = service([
      ({ signal }) =>
        Promise.resolve(
          new Response(
            new ReadableStream({
              start: (controller) => {
                controller.enqueue(event(1, 'a'));
                signal?.addEventListener('abort', () => controller.error(signal.reason));
              },
            }),
          ),
        ),
    ]);
    const work = outcome(heard(transport, abort.signal));
    await vi.advanceTimersByTimeAsync(10);
    abort.abort(new Error('closed'));
    expect(await work).toMatchObject({ message: 'closed' });
    expect(sent.length).toBe(1);
  });
});

describe('everyItem', () => {
  it('walks every page and stops at the last', async () => {
    const pages: Record<string, { items: number[]; nextCursor: string | null }> = {
      start: { items: [1, 2], nextCursor: 'b' },
      b: { items: [], nextCursor: 'c' },
      c: { items: [3], nextCursor: null },
    };
    const asked: unknown[] = [];
    const items: number[] = [];
    for await (const item of everyItem(
      async (query: { q: string; cursor?: string }) => (asked.push(query), pages[query.cursor ?? 'start']),
      { q: 'x' },
    ))
      items.push(item);
    expect([items, asked]).toEqual([
      [1, 2, 3],
      [
        { q: 'x', cursor: undefined },
        { q: 'x', cursor: 'b' },
        { q: 'x', cursor: 'c' },
      ],
    ]);
  });
});
