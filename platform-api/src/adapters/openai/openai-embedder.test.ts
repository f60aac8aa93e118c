import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TenantContext } from '../../tenancy/context.ts';
import { embedderContract } from '../../ports/embedder.contract.ts';
import { openaiEmbedder } from './openai-embedder.ts';

interface EmbeddingRequest {
  input: string[];
  model: string;
  encoding_format: string;
  dimensions: number;
}

const ctx: TenantContext = { tenantId: 'acme', actorId: 'system', role: 'owner', permissions: new Set() };

describe('openaiEmbedder', () => {
  let server: Server;
  let requests: EmbeddingRequest[];
  let answer: (request: EmbeddingRequest) => { status: number; body: object };

  beforeEach(async () => {
    requests = [];
    // The API answers in any order; `index` says which text a vector belongs to.
    answer = ({ input }) => ({
      status: 200,
      body: { object: 'list', data: input.map((text, index) => ({ index, embedding: [text.length, 1] })).reverse() },
    });
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        const parsed = JSON.parse(body) as EmbeddingRequest;
        requests.push(parsed);
        const { status, body: answered } = answer(parsed);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answered));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => server.close());

  const embedder = () =>
    openaiEmbedder({
      apiKey: 'test',
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      model: 'small',
      dimensions: 2,
      batchSize: 2,
    });

  embedderContract('openaiEmbedder', embedder);

  it('asks for plain numbers in batches and keeps the order of the texts', async () => {
    const vectors = await embedder().embed(ctx, ['a', 'bbb', 'cc']);
    expect(vectors.map((vector) => [...vector])).toEqual([
      [1, 1],
      [3, 1],
      [2, 1],
    ]);
    expect(requests.map(({ input }) => input)).toEqual([['a', 'bbb'], ['cc']]);
    expect(requests[0]).toMatchObject({ model: 'small', encoding_format: 'float', dimensions: 2 });
  });

  it('cuts what is too long for the model and sends nothing empty', async () => {
    await embedder().embed(ctx, ['word '.repeat(20_000), '']);
    const [long, empty] = requests[0].input;
    expect(long.startsWith('word word')).toBe(true);
    expect(long.length).toBeLessThan(45_000);
    expect(empty).toBe(' ');
  });

  it('refuses vectors of another size, naming model and sizes', async () => {
    answer = () => ({ status: 200, body: { data: [{ index: 0, embedding: [1, 2, 3] }] } });
    await expect(embedder().embed(ctx, ['a'])).rejects.toThrow(/"small" answered 1 vectors of 3 numbers/);
  });

  it('passes on what the endpoint refuses', async () => {
    answer = () => ({ status: 401, body: { error: { message: 'Incorrect API key provided' } } });
    await expect(embedder().embed(ctx, ['a'])).rejects.toThrow(/Incorrect API key/);
  });
});
