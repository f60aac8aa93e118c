import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../ports/embedder.ts';
import { aCall, searchIndexContract } from '../../ports/search-index.contract.ts';
import type { TenantContext } from '../../tenancy/context.ts';
import { pineconeIndex } from './pinecone-index.ts';
import { PineconeServer } from './pinecone-server.fixture.ts';

const ctx: TenantContext = { tenantId: 'acme', actorId: 'system', role: 'owner', permissions: new Set() };
const server = new PineconeServer();
let host = '';
beforeAll(async () => {
  host = await server.listen();
});
afterAll(() => server.close());

searchIndexContract('pinecone protocol', async () => pineconeIndex({ apiKey: 'secret', host }));

const { PINECONE_API_KEY, PINECONE_HOST } = process.env;
describe.skipIf(!PINECONE_API_KEY || !PINECONE_HOST)(
  'Pinecone itself (runs where PINECONE_API_KEY and PINECONE_HOST are set)',
  () => {
    searchIndexContract('pinecone', async () =>
      pineconeIndex({ apiKey: PINECONE_API_KEY ?? '', host: PINECONE_HOST ?? '' }),
    );
  },
);

describe('pineconeIndex', () => {
  it('passes on what Pinecone refuses', async () => {
    const calls = pineconeIndex({ apiKey: 'wrong', host }).in(ctx);
    await expect(calls.put(aCall('one', ['Hello.']))).rejects.toThrow(/API key/i);
    await expect(calls.search({ text: 'hello', limit: 5 })).rejects.toThrow(/API key/i);
  });

  it('shows the old call as a whole when a put fails on the way', async () => {
    const calls = pineconeIndex({ apiKey: 'secret', host }).in(ctx);
    await calls.put(aCall('one', ['The old harbour.']));
    const refused = { status: 400, body: { code: 3, message: 'refused for the test', details: [] } };
    const long = aCall(
      'one',
      Array.from({ length: 100 }, () => 'The new lighthouse.'),
    );
    const put = calls.put(long);
    server.failNext.push(refused);
    await expect(put).rejects.toThrow(/refused for the test/);
    expect(await calls.search({ text: 'harbour', limit: 5 })).toHaveLength(1);
    expect(await calls.search({ text: 'lighthouse', limit: 5 })).toEqual([]);
  });

  it('refuses findings that would not fit a record, before anything is written', async () => {
    const calls = pineconeIndex({ apiKey: 'secret', host }).in({ ...ctx, tenantId: 'findings' });
    const topics = Array.from({ length: 3_000 }, (_, at) => `a rather long topic ${at}`);
    const facets = [{ turnStart: 0, turnEnd: 0, topics, intents: [], entities: [], sentiment: 'neutral' as const }];
    await expect(calls.put(aCall('one', ['Hello.'], { facets }))).rejects.toThrow(/40 KB/);
    expect(await calls.count()).toBe(0);
  });

  it('finds by meaning too when it has an embedder', async () => {
    const embedder: Embedder = {
      model: 'two-numbers',
      dimensions: 2,
      embed: async (_ctx, texts) =>
        texts.map((text) => Float32Array.of(/budget|expensive/i.test(text) ? 1 : 0, /dog/i.test(text) ? 1 : 0.01)),
    };
    const calls = pineconeIndex({ apiKey: 'secret', host }, embedder).in({ ...ctx, tenantId: 'meaning' });
    await calls.put(aCall('money', ['That is too expensive.']));
    await calls.put(aCall('words', ['The budget is fine.']));
    await calls.put(aCall('animals', ['My dog.']));
    const found = await calls.search({ text: 'budget', limit: 5 });
    expect(found.map(({ callId }) => callId)).toEqual(['words', 'money']);
  });
});
