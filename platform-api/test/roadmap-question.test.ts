import { CallVault } from '@callvault/sdk';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importSamples } from '../../scripts/samples.ts';
import { openaiLanguageModel } from '../src/adapters/openai/openai-language-model.ts';
import { says, startFakeOpenai, type FakeOpenai } from '../src/testing/fake-openai/index.ts';
import { startTestPlatform } from '../src/testing/index.ts';

const question = 'What are the top 3 objections across all my Q4 sales calls?';
const now = new Date('2026-11-24T12:00:00Z');
let dataDir: string;
let keys: { secretKey: string; publishableKey: string };
let fake: FakeOpenai;

/** The sample calls, read by the local analyst, in a folder that platforms with and without a model start on. */
beforeAll(async () => {
  fake = await startFakeOpenai();
  dataDir = await mkdtemp(join(tmpdir(), 'callvault-'));
  const platform = await startTestPlatform({ dataDir, engines: { clock: { now: () => now } } });
  const { vault, ...own } = await platform.tenant('northbeam');
  keys = own;
  await importSamples(platform.url, 'northbeam', keys);
  await platform.settled(vault);
  await platform.stop();
}, 180_000);
afterAll(async () => {
  await fake[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

it.each(['local analyst', 'gpt-4o'])(
  'names price, timing and trust from every sales call of the quarter, by %s',
  async (engine) => {
    // A comment counts only with a citation that was offered to it in this very answer.
    fake.respond((request) => {
      const offered = /\[(c\d+)\]/.exec(request.messages.map(({ content }) => content ?? '').join('\n'))?.[1];
      return says(`Price leads, then timing, then trust [${offered}].`);
    });
    const languageModel =
      engine === 'gpt-4o'
        ? openaiLanguageModel({ apiKey: fake.apiKey, baseUrl: fake.baseUrl, model: engine })
        : undefined;
    const platform = await startTestPlatform({
      dataDir,
      engines: { clock: { now: () => now }, ...(languageModel ? { languageModel } : {}) },
    });
    try {
      const vault = new CallVault({ baseUrl: platform.url, secretKey: keys.secretKey });
      const chat = await vault.chat.create({ scope: { kind: 'library' } });
      const { answer } = await vault.chat.ask(chat.id, { text: question });
      let message = answer;
      for await (const event of vault.chat.stream(answer.id))
        if (event.type === 'done' || event.type === 'failed') ({ message } = event);
      expect([message.status, message.engine, message.isFallback]).toEqual(['done', engine, false]);
      const named = [...message.text.matchAll(/^\d\. \*\*([^*]+)\*\*/gm)].map(([, kind]) => kind);
      expect(named).toEqual(['Price', 'Timing', 'Trust']);
      expect(message.callsRead).toEqual({ read: 17, total: 17 });
      expect(message.citations.length).toBeGreaterThanOrEqual(3);
      // What is shown as said stands word for word in the transcript of the call it names.
      for (const { evidence } of message.citations) {
        const { turns } = await vault.transcripts.retrieve(evidence.callId);
        const words = turns.flatMap(({ segments }) => segments.map(({ text }) => text)).join(' ');
        expect(words).toContain(evidence.text);
      }
    } finally {
      await platform.stop();
    }
  },
  60_000,
);
