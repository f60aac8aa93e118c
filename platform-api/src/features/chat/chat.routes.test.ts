import { CallVault } from '@callvault/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openaiLanguageModel } from '../../adapters/openai/openai-language-model.ts';
import { startTestPlatform } from '../../testing/index.ts';
import type { TestPlatform } from '../../testing/index.ts';
import { says, startFakeOpenai } from '../../testing/fake-openai/index.ts';
import type { FakeOpenai } from '../../testing/fake-openai/index.ts';
import { chatSessions } from './chat.model.ts';
import { ChatService } from './index.ts';

const vtt = (lines: string[]) =>
  `WEBVTT\n\n${lines.map((line, at) => `00:00:${String(at * 5).padStart(2, '0')}.000 --> 00:00:${String(at * 5 + 5).padStart(2, '0')}.000\n${line}\n`).join('\n')}`;

const alder = vtt([
  'Maya Lind: Our plan is two thousand a month. Does that work for you?',
  "Dana Cole: Honestly, that is too expensive for us. We don't have the budget for it this year.",
  'Maya Lind: What does the waiting cost you today?',
  'Dana Cole: About nine hundred a day in detention charges at the Joliet yard.',
]);
const norvane = vtt([
  'Maya Lind: Shall we start the pilot in December?',
  "Rob Hale: The price is too high, we can't afford it.",
  'Maya Lind: And otherwise?',
  'Rob Hale: Now is not a good time. Call me next quarter.',
]);
const question = 'How much are the detention charges at the Joliet yard?';
const topThree = 'What are the top 3 objections across all my Q4 sales calls?';
const words = 'About nine hundred a day in detention charges at the Joliet yard.';

let platform: TestPlatform;
let fake: FakeOpenai;
let vault: CallVault;
let secretKey: string;
let folderId: string;
let callIds: string[];

beforeAll(async () => {
  fake = await startFakeOpenai();
  const languageModel = openaiLanguageModel({ apiKey: fake.apiKey, baseUrl: fake.baseUrl, model: 'gpt-4o' });
  platform = await startTestPlatform({ engines: { clock: { now: () => new Date(now) }, languageModel } });
  fake.respond(says('Not in these calls.'));
  ({ vault, secretKey } = await platform.tenant('alpha'));
  folderId = (await vault.folders.create({ name: 'Deals' })).id;
  const started = await vault.imports.create({
    folderId,
    files: [
      {
        name: 'alder.vtt',
        content: alder,
        facts: { title: 'Alder: first call', startedAt: '2026-11-02T10:00:00Z', outcome: 'won' },
      },
      {
        name: 'norvane.vtt',
        content: norvane,
        facts: { title: 'Norvane: demo', startedAt: '2026-11-12T10:00:00Z', outcome: 'lost' },
      },
    ],
  });
  await platform.settled(vault);
  callIds = (await vault.imports.retrieve(started.id)).files.flatMap((file) => file.callIds);
});
afterAll(async () => {
  await platform.stop();
  await fake.close();
});

let now = Date.parse('2026-11-24T10:00:00Z');

/** A user of the tenant in a session of their own. */
async function user(id: string, more: object = {}): Promise<CallVault> {
  const { token } = await vault.sessions.create({ user: { id, name: id, role: 'member' }, ...more });
  return new CallVault({ baseUrl: platform.url, fetchSession: async () => token });
}

async function ask(
  as: CallVault,
  text: string,
  { engine = 'local' as 'auto' | 'local', scope = { kind: 'folder' as const, id: folderId } as object } = {},
) {
  const chat = await as.chat.create({ scope: scope as never });
  const { answer } = await as.chat.ask(chat.id, { text, engine });
  return { chat, ...(await follow(as, answer.id)) };
}

async function follow(as: CallVault, answerId: string) {
  let text = '';
  const types: string[] = [];
  for await (const event of as.chat.stream(answerId)) {
    types.push(event.type);
    if (event.type === 'text') text += event.delta;
    if (event.type === 'done' || event.type === 'failed') return { text, types, message: event.message };
  }
  throw new Error('The stream ended without an end.');
}

/** Raw events after one that was seen, as a reader gets them who comes back. */
async function eventsAfter(
  answerId: string,
  lastEventId: number,
): Promise<{ id: number; type: string; data: { delta?: string } }[]> {
  const response = await fetch(`${platform.url}/v1/chat/answers/${answerId}/events`, {
    headers: {
      authorization: `Bearer ${secretKey}`,
      'last-event-id': String(lastEventId),
    },
  });
  const blocks = (await response.text()).split('\n\n').filter((block) => block.startsWith('id:'));
  return blocks.map((block) => {
    const [, id, type, data = ''] = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(block) ?? [];
    return { id: Number(id), type: type ?? '', data: JSON.parse(data) as { delta?: string } };
  });
}

describe('asking over HTTP', () => {
  it('streams an answer whose text, citations and steps stay in the chat', async () => {
    const { chat, text, types, message } = await ask(vault, question);
    expect(text).toBe(message.text);
    expect(text).toContain(`“${words}”[1]`);
    expect(types.at(-1)).toBe('done');
    expect(types).toContain('step');
    expect(message).toMatchObject({
      status: 'done',
      engine: 'local analyst',
      isFallback: false,
      callsRead: { read: 2, total: 2 },
    });
    expect(message.citations[0]).toMatchObject({
      number: 1,
      evidence: { text: words, callId: callIds[0], callTitle: 'Alder: first call', speaker: { name: 'Dana Cole' } },
    });
    const kept = await vault.chat.retrieve(chat.id);
    expect(kept.thread.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(kept.thread[1]).toEqual(message);
    expect(kept.title).toBe(question);
  });

  it('reads every call for the top objections, by the local analyst and beside a model', async () => {
    for (const engine of ['local', 'auto'] as const) {
      const { text, message } = await ask(vault, topThree, { engine });
      expect(text).toContain('2 sales calls in Q4 (1 Oct 2026 to 31 Dec 2026) (2 of 2 read)');
      expect(text).toMatch(/1\. \*\*Price\*\*: heard 2 times in 2 calls/);
      expect(text).toMatch(/2\. \*\*Timing\*\*: heard 1 time in 1 call/);
      expect(message.callsRead).toEqual({ read: 2, total: 2 });
    }
  });

  it('resumes from any event without a gap or a repeat', async () => {
    const { text, message } = await ask(vault, topThree);
    const all = await eventsAfter(message.id, 0);
    expect(all.map(({ id }) => id)).toEqual(all.map((_, at) => at + 1));
    for (const { id } of all.slice(0, -1)) {
      const before = all.filter((event) => event.id <= id);
      const rest = await eventsAfter(message.id, id);
      const joined = [...before, ...rest].filter(({ type }) => type === 'text').map(({ data }) => data.delta);
      expect(joined.join('')).toBe(text);
    }
  });

  it('lets a second process tell the answer that the first one makes', async () => {
    fake.respond(says('word '.repeat(30), { dripMs: 20 }));
    const chat = await vault.chat.create({ scope: { kind: 'library' } });
    const { answer } = await vault.chat.ask(chat.id, { text: question });
    const { store, ...services } = platform.features.services;
    const second = new ChatService(platform.engines, { ...services, calls: store });
    const actorId = `key:${(await vault.keys.list()).items.find(({ kind }) => kind === 'secret')?.id ?? ''}`;
    const ctx = { tenantId: 'alpha', actorId, role: 'owner' as const, permissions: new Set<string>() };
    const types: string[] = [];
    for await (const { type } of second.events(ctx, answer.id, 0, AbortSignal.timeout(10_000))) types.push(type);
    expect(types.at(-1)).toBe('done');
    expect(types).toContain('text');
  });
});

describe('a chat', () => {
  it('belongs to its user alone', async () => {
    const ada = await user('ada');
    const ben = await user('ben');
    const { chat, message } = await ask(ada, question);
    for (const stranger of [ben, vault, (await platform.tenant('beta')).vault]) {
      await expect(stranger.chat.retrieve(chat.id)).rejects.toMatchObject({ status: 404 });
      await expect(stranger.chat.ask(chat.id, { text: 'And?' })).rejects.toMatchObject({ status: 404 });
      await expect(stranger.chat.stop(message.id)).rejects.toMatchObject({ status: 404 });
      await expect(follow(stranger, message.id)).rejects.toMatchObject({ status: 404 });
    }
    expect((await ben.chat.list()).items).toEqual([]);
  });

  it('is listed pinned first, found by title, renamed and deleted', async () => {
    const cleo = await user('cleo');
    const first = await cleo.chat.create({ scope: { kind: 'library' }, title: 'Budget rounds' });
    now += 1_000;
    const second = await cleo.chat.create({ scope: { kind: 'call', id: callIds[0] ?? '' } });
    expect(second.scopeLabel).toBe('Call: Alder: first call');
    expect((await cleo.chat.list()).items.map(({ id }) => id)).toEqual([second.id, first.id]);
    await cleo.chat.update(first.id, { isPinned: true });
    expect((await cleo.chat.list()).items.map(({ id }) => id)).toEqual([first.id, second.id]);
    await cleo.chat.update(second.id, { title: 'Alder (prep)' });
    expect((await cleo.chat.list({ q: 'alder (' })).items.map(({ id }) => id)).toEqual([second.id]);
    await cleo.chat.delete(first.id);
    expect((await cleo.chat.list()).items.map(({ id }) => id)).toEqual([second.id]);
    await expect(cleo.chat.retrieve(first.id)).rejects.toMatchObject({ status: 404 });
  });

  it('refuses a scope or a mention that is not there', async () => {
    await expect(vault.chat.create({ scope: { kind: 'folder', id: 'fol_nowhere' } })).rejects.toMatchObject({
      status: 404,
    });
    const chat = await vault.chat.create({ scope: { kind: 'library' } });
    await expect(vault.chat.ask(chat.id, { text: 'So?', mentions: ['call_nowhere'] })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('reads mentioned calls besides its scope, and nothing outside a data filter', async () => {
    const narrow = { scope: { kind: 'call' as const, id: callIds[1] ?? '' } };
    expect((await ask(vault, question, narrow)).text).toContain('Not in these calls.');
    const chat = await vault.chat.create(narrow);
    const { answer } = await vault.chat.ask(chat.id, { text: question, mentions: [callIds[0] ?? ''], engine: 'local' });
    expect((await follow(vault, answer.id)).text).toContain(words);
    const limited = await user('dora', { dataFilter: { folderIds: [] } });
    expect((await ask(limited, question, { scope: { kind: 'library' } })).text).toContain('Not in these calls.');
  });

  it('asks a question anew in place of the old one', async () => {
    const { chat } = await ask(vault, question);
    const { thread } = await vault.chat.retrieve(chat.id);
    const { answer } = await vault.chat.ask(chat.id, { text: topThree, replaces: thread[0]?.id, engine: 'local' });
    await follow(vault, answer.id);
    const after = await vault.chat.retrieve(chat.id);
    expect(after.thread.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(after.thread[0]?.text).toBe(topThree);
    expect(after.messages).toBe(2);
  });

  it('answers one question at a time', async () => {
    fake.respond(says('word '.repeat(40), { dripMs: 20 }));
    const chat = await vault.chat.create({ scope: { kind: 'library' } });
    const asked = await Promise.allSettled(
      Array.from({ length: 5 }, () => vault.chat.ask(chat.id, { text: question })),
    );
    const accepted = asked.filter(({ status }) => status === 'fulfilled');
    expect(accepted).toHaveLength(1);
    for (const one of asked)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'answer_under_way' });
    await vault.chat.stop((await vault.chat.retrieve(chat.id)).thread[1]?.id ?? '');
  });
});

describe('an answer', () => {
  it('stops when its reader says so, and frees its chat', async () => {
    fake.respond(says('word '.repeat(400), { dripMs: 20 }));
    const chat = await vault.chat.create({ scope: { kind: 'library' } });
    const { answer } = await vault.chat.ask(chat.id, { text: question });
    expect(await vault.chat.stop(answer.id)).toMatchObject({ status: 'stopped', error: null });
    expect((await follow(vault, answer.id)).message.status).toBe('stopped');
    const again = await vault.chat.ask(chat.id, { text: question, engine: 'local' });
    expect((await follow(vault, again.answer.id)).message.status).toBe('done');
  });

  it('is called interrupted when its process went silent', async () => {
    fake.respond({ kind: 'hang' });
    const chat = await vault.chat.create({ scope: { kind: 'library' } });
    const { answer } = await vault.chat.ask(chat.id, { text: question });
    now += 60_000;
    const { message } = await follow(vault, answer.id);
    expect(message).toMatchObject({ status: 'failed', error: { code: 'answer_interrupted' } });
    const again = await vault.chat.ask(chat.id, { text: question, engine: 'local' });
    expect((await follow(vault, again.answer.id)).message.status).toBe('done');
  });

  it('does not hold its chat for ever when its process died while ending it', async () => {
    const { chat, message } = await ask(vault, question);
    const key = (await vault.keys.list()).items.find(({ kind }) => kind === 'secret');
    const ctx = {
      tenantId: 'alpha',
      actorId: `key:${key?.id}`,
      role: 'owner' as const,
      permissions: new Set<string>(),
    };
    await chatSessions.in(ctx).update(chat.id, { $set: { answeringId: message.id } });
    const again = await vault.chat.ask(chat.id, { text: question, engine: 'local' });
    expect((await follow(vault, again.answer.id)).message.status).toBe('done');
  });

  it('falls back to the calls when the model fails, and says so', async () => {
    fake.respond({ kind: 'error', status: 401 });
    const { message } = await ask(vault, question, { engine: 'auto' });
    expect(message).toMatchObject({
      status: 'done',
      engine: 'local analyst',
      isFallback: true,
      error: { code: 'model_key_invalid' },
    });
    expect(message.text).toContain(words);
  });

  it('follows its words when they move, and hides them when they are hidden', async () => {
    const { chat, message } = await ask(vault, question);
    const callId = callIds[0] ?? '';
    const transcript = await vault.transcripts.retrieve(callId);
    const segment = transcript.turns.flatMap(({ segments }) => segments).find(({ text }) => text === words);
    const index = segment?.index ?? -1;
    const moved = await vault.transcripts.edit(callId, {
      revision: transcript.revision,
      edits: [{ index, text: `Well. ${words}` }],
    });
    const shown = (await vault.chat.retrieve(chat.id)).thread[1];
    expect(shown?.text).toBe(message.text);
    expect(shown?.citations[0]?.evidence).toMatchObject({ revision: moved.revision, start: 6 });

    await vault.transcripts.edit(callId, { revision: moved.revision, edits: [{ index, isHidden: true }] });
    const hidden = (await vault.chat.retrieve(chat.id)).thread[1];
    expect(JSON.stringify(hidden)).not.toContain('nine hundred');
    expect(hidden?.text).toContain('words no longer in the transcript');
    expect(hidden?.citations).toEqual([]);
    expect(JSON.stringify(await eventsAfter(message.id, 0))).not.toContain('nine hundred');
  });
});
