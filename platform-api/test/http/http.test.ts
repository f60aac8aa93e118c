import { once as onceEvent } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Unauthorized } from '../../src/errors.ts';
import { once } from '../../src/http/idempotency.ts';
import { RateLimiter } from '../../src/http/rate-limit.ts';
import { writeEvents } from '../../src/http/server-events.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { TenantContext } from '../../src/tenancy/context.ts';
import { startTestPlatform, type TestPlatform } from '../../src/testing/index.ts';

const logged: string[] = [];
const note = (...facts: unknown[]) =>
  void logged.push(
    JSON.stringify(facts, (_key, value: unknown) =>
      value instanceof Error ? { ...value, text: `${value.message} ${value.stack}` } : value,
    ),
  );
const logger: Logger = { debug: note, info: note, warn: note, error: note, child: () => logger } as unknown as Logger;

let platform: TestPlatform;
let secretKey: string;
let publishableKey: string;
beforeAll(async () => {
  platform = await startTestPlatform({ engines: { logger } });
  ({ secretKey, publishableKey } = await platform.tenant('http-tenant'));
});
afterAll(() => platform?.stop());

const call = (
  path: string,
  {
    headers,
    body,
    ...init
  }: Omit<RequestInit, 'body' | 'headers'> & { headers?: Record<string, string>; body?: unknown } = {},
) =>
  fetch(`${platform.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${secretKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...init,
  });
const problemOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as { code: string; detail: string; requestId: string; retryable: boolean }),
});

describe('errors', () => {
  it('are problem+json with a code, a next step and the request id, whatever went wrong', async () => {
    const cases: [string, Parameters<typeof call>[1], number, string][] = [
      ['/v1/nowhere', {}, 404, 'not_found'],
      ['/v1/calls/', {}, 404, 'not_found'],
      ['/v1/calls', { method: 'PUT' }, 404, 'not_found'],
      ['/v1/calls/%E0%A4%A', {}, 400, 'bad_path'],
      ['/v1/calls/%F0%9F%8E%A7', {}, 422, 'invalid_input'],
      [`/v1/calls/${'a'.repeat(65)}`, {}, 422, 'invalid_input'],
      ['/v1/calls/call_%00x', {}, 422, 'invalid_input'],
      ['/v1/tags', { body: '{"name":' }, 400, 'bad_json'],
      ['/v1/tags', { body: '"text"' }, 400, 'bad_json'],
      ['/v1/tags', { body: { name: 'x'.repeat(1_000_001) } }, 413, 'too_large'],
      ['/v1/tags', { body: { name: { $ne: null } } }, 422, 'invalid_input'],
      ['/v1/tags', { body: { name: 'x' }, headers: { 'content-type': 'text/plain' } }, 422, 'invalid_input'],
      [
        '/v1/tags',
        { body: { name: 'x' }, headers: { 'content-type': 'application/json; charset=latin-9' } },
        415,
        'unsupported_encoding',
      ],
      ['/v1/tags', { body: { name: 'x' }, headers: { 'content-encoding': 'br2' } }, 415, 'unsupported_encoding'],
      ['/v1/calls?limit=0', {}, 422, 'invalid_input'],
      ['/v1/calls?limit=5&limit=6', {}, 422, 'invalid_input'],
      [`/v1/calls?cursor=${'A'.repeat(501)}`, {}, 422, 'invalid_input'],
      ['/v1/calls?cursor=WyJ2Iix7IiRndCI6MH0sImEiXQ', {}, 422, 'bad_cursor'],
      [`/v1/calls?sort=title&cursor=${Buffer.from('["d",5,"a"]').toString('base64url')}`, {}, 422, 'bad_cursor'],
      [`/v1/calls?cursor=${Buffer.from('["v","word","a"]').toString('base64url')}`, {}, 422, 'bad_cursor'],
    ];
    for (const [path, init, status, code] of cases) {
      const response = await call(path, init);
      const problem = await problemOf(response);
      expect([path.slice(0, 60), problem.status, problem.code]).toEqual([path.slice(0, 60), status, code]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect([problem.requestId, problem.retryable]).toEqual([response.headers.get('x-request-id'), false]);
    }
  });

  it('carry the request id they were given, and not one that could break a log line', async () => {
    const idOf = async (id: string) =>
      (await call('/v1/nowhere', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idOf('trace-12345678')).toBe('trace-12345678');
    for (const id of ['short', 'a'.repeat(65), '{"level":50}', 'a b c d e f g'])
      expect(await idOf(id)).toMatch(/^req_[0-9a-f-]{36}$/);
  });

  it('come before a body is read: a stranger cannot make the service parse megabytes', async () => {
    const { status, code } = await problemOf(
      await call('/v1/tags', {
        body: `{"name":"${'x'.repeat(2_000_000)}"`,
        headers: { authorization: 'Bearer sk_live_nobody' },
      }),
    );
    expect([status, code]).toEqual([401, 'invalid_key']);
  });

  it('pollute nothing: prototype keys in bodies and queries are left out', async () => {
    const body =
      '{"name":"Plain one","__proto__":{"isSystem":true,"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    expect((await call('/v1/tags', { body })).status).toBe(201);
    expect((await call('/v1/calls?__proto__[polluted]=1&constructor=1&q[$ne]=x')).status).toBe(200);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('cross-origin requests', () => {
  it('are answered to one origin, varying by it, without credentials', async () => {
    for (const origin of ['https://a.example', 'https://b.example']) {
      const response = await call('/v1/brand', { headers: { origin, authorization: `Bearer ${publishableKey}` } });
      expect([
        response.headers.get('access-control-allow-origin'),
        response.headers.get('access-control-allow-credentials'),
      ]).toEqual([origin, null]);
      expect(response.headers.get('vary')?.toLowerCase()).toContain('origin');
      expect([response.status, (await response.text()).includes(origin)]).toEqual([403, true]);
    }
    const preflight = await fetch(`${platform.url}/v1/tags`, {
      method: 'OPTIONS',
      headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://a.example',
    ]);
    expect(preflight.headers.get('vary')?.toLowerCase()).toContain('origin');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('idempotency-key');
  });

  it('with a secret key are refused: from a browser it is no longer secret', async () => {
    expect(await problemOf(await call('/v1/calls', { headers: { origin: 'http://localhost:3000' } }))).toMatchObject({
      status: 403,
      code: 'secret_key_in_browser',
    });
  });

  it('are never kept by a cache', async () => {
    expect((await call('/v1/calls')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('a repeated POST', () => {
  const post = (key: string, name: string) => call('/v1/tags', { body: { name }, headers: { 'idempotency-key': key } });

  it('answers as the first did, and refuses another body', async () => {
    const [first, second] = [await (await post('key-1', 'Once')).json(), await (await post('key-1', 'Once')).json()];
    expect(second).toEqual(first);
    expect(await problemOf(await post('key-1', 'Other'))).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
    expect(await problemOf(await post('key-2', 'Once'))).toMatchObject({ status: 409, code: 'tag_exists' });
  });

  it('may try again after a failure, and is not mixed up with another caller or operation', async () => {
    expect((await post('key-3', '')).status).toBe(422);
    expect((await post('key-3', 'After a failure')).status).toBe(201);
    const other = await platform.tenant('http-other');
    expect(
      (
        await call('/v1/tags', {
          body: { name: 'After a failure' },
          headers: { 'idempotency-key': 'key-3', authorization: `Bearer ${other.secretKey}` },
        })
      ).status,
    ).toBe(201);
    expect(
      (await call('/v1/clients', { body: { name: 'After a failure' }, headers: { 'idempotency-key': 'key-3' } }))
        .status,
    ).toBe(201);
  });

  it('acts once, however many arrive together', async () => {
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await post('key-4', 'Race')).status));
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(
      ((await (await call('/v1/tags')).json()) as { items: { name: string }[] }).items.filter(
        ({ name }) => name === 'Race',
      ).length,
    ).toBe(1);
  });

  it('waits while the first is under way, and says that it is worth asking again', async () => {
    const ctx: TenantContext = { tenantId: 'http-tenant', actorId: 'a', role: 'admin', permissions: new Set() };
    let end: (value: unknown) => void = () => undefined;
    let begun = 0;
    const ask = () => once(ctx, 'test', 'k', [], () => (begun++, new Promise((resolve) => (end = resolve))));
    const first = ask();
    while (begun === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(ask()).rejects.toMatchObject({ code: 'idempotency_in_progress', isRetryable: true });
    end({ made: 1 });
    expect([await first, await ask(), begun]).toEqual([{ made: 1 }, { made: 1 }, 1]);
  });
});

describe('rate limits', () => {
  it('are one budget for all processes, exact within the slices that others hold', async () => {
    let now = Date.UTC(2026, 9, 5, 9);
    const clock = { now: () => new Date(now) };
    const [a, b] = [new RateLimiter(clock), new RateLimiter(clock)];
    const budget = 100;
    const admitted = async (limiters: RateLimiter[], requests: number, name: string) => {
      const results = await Promise.allSettled(
        Array.from({ length: requests }, (_, at) => limiters[at % limiters.length].take(name, budget)),
      );
      return results.filter(({ status }) => status === 'fulfilled').length;
    };
    expect(await admitted([a], 300, 'alone')).toBe(budget);
    const together = await admitted([a, b], 300, 'together');
    expect(together).toBeLessThanOrEqual(budget);
    expect(together).toBeGreaterThanOrEqual(budget - budget / 20);
    await expect(a.take('together', budget)).rejects.toMatchObject({ status: 429, options: { retryAfterSeconds: 60 } });
    expect(await admitted([b], 1, 'another')).toBe(1);
    now += 60_000;
    expect(await admitted([a], 300, 'together')).toBe(budget);
  });
});

describe('a stream', () => {
  it('ends its work when the reader goes, and sends headers while the first event is awaited', async () => {
    let isEnded = false;
    async function* events() {
      try {
        await new Promise((resolve) => setTimeout(resolve, 1_300));
        for (let id = 1; ; id++) {
          yield { id, type: 'text', data: { delta: 'x'.repeat(1000) } };
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      } finally {
        isEnded = true;
      }
    }
    const app = express();
    app.get('/', async (_request, response) => {
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      await writeEvents(response, events(), gone.signal);
    });
    const server = createServer(app).listen(0);
    await onceEvent(server, 'listening');
    const reading = httpRequest({ port: (server.address() as AddressInfo).port, path: '/' }).end();
    const startedAt = performance.now();
    const [response] = (await onceEvent(reading, 'response')) as [NodeJS.ReadableStream];
    expect(performance.now() - startedAt).toBeLessThan(1_290);
    const [chunk] = (await onceEvent(response, 'data')) as [Buffer];
    expect(chunk.toString()).toContain('id: 1\nevent: text\ndata: {"delta":"xxx');
    reading.destroy();
    for (let round = 0; round < 200 && !isEnded; round++) await new Promise((resolve) => setTimeout(resolve, 10));
    server.close();
    expect(isEnded).toBe(true);
  });
});

describe('a stream whose session is revoked', () => {
  it('ends, and an outage of the check alone does not end it', async () => {
    let checks = 0;
    async function* events() {
      for (let id = 1; ; id++) {
        yield { id, type: 'text', data: {} };
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    const mayGoOn = async () => {
      checks += 1;
      if (checks < 3) throw new Error('the database is away');
      throw new Unauthorized('session_revoked', 'This session was ended. Sign in again.');
    };
    const app = express();
    app.get('/', async (_request, response) => {
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      await writeEvents(response, events(), gone.signal, { mayGoOn, everyMs: 20 });
    });
    const server = createServer(app).listen(0);
    await onceEvent(server, 'listening');
    const reading = httpRequest({ port: (server.address() as AddressInfo).port, path: '/' }).end();
    const [response] = (await onceEvent(reading, 'response')) as [NodeJS.ReadableStream];
    response.resume();
    await new Promise((resolve) => response.once('close', resolve).once('error', resolve));
    server.close();
    expect(checks).toBe(3);
  });
});

describe('log lines', () => {
  it('hold no words of a call and no secret, after all of this and after an import', async () => {
    const { vault } = await platform.tenant('http-logged');
    await vault.imports.create({
      files: [
        { name: 'Quetzalberg.txt', content: '[00:00:01] Ada Quetzalberg: our Quetzalberg budget is ninety thousand' },
        { name: 'bad-Quetzalberg.vtt', content: 'WEBVTT\n\nQuetzalberg' },
      ],
    });
    await platform.settled(vault);
    await vault.search.query({ q: 'Quetzalberg' });
    expect(logged.length).toBeGreaterThan(30);
    for (const line of logged) {
      expect(line).not.toContain('Quetzalberg');
      for (const secret of [secretKey, publishableKey, secretKey.slice(8)]) expect(line).not.toContain(secret);
      expect(line).not.toMatch(/Bearer (sk|pk|ey)/);
    }
  });
});
