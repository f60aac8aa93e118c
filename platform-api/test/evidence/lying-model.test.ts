import type { CallVault } from '@callvault/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nearQuotes } from '../../src/evidence/near-quotes.ts';
import { modelObjections } from '../../src/features/rebuttals/objections.model-mind.ts';
import { modelProfits } from '../../src/features/profits/profits.model-mind.ts';
import { ModelFailed } from '../../src/models/model-failed.ts';
import type { LanguageModel, ModelAnswer, ModelRequest } from '../../src/ports/language-model.ts';
import type { TenantContext } from '../../src/tenancy/context.ts';
import { startTestPlatform, type TestPlatform } from '../../src/testing/index.ts';

const file = (lines: readonly [string, string][]) =>
  `WEBVTT\n\n${lines.map(([name, text], at) => `00:0${Math.floor(at / 6)}:${String((at % 6) * 10).padStart(2, '0')}.000 --> 00:0${Math.floor(at / 6)}:${String((at % 6) * 10 + 9).padStart(2, '0')}.000\n${name}: ${text}`).join('\n\n')}\n`;
const said: [string, string][] = [
  [
    'Maya Brandt',
    'What is the part of this process that costs you the most time today? We have seen 14 teams with the same trouble.',
  ],
  [
    'Dana Okoye',
    "We lose about 40 hours a month on retyping orders, and we can't go on like that. I am afraid that my team will leave.",
  ],
  [
    'Maya Brandt',
    'Our plan is 900 euros a month and it ends the retyping. Would it help if we started with one depot?',
  ],
  [
    'Dana Okoye',
    'Honestly, that is too expensive for a company of our size. We do not have the budget for it before March.',
  ],
  [
    'Maya Brandt',
    'What do 40 hours of retyping cost you in a month? It was more than 2000 euros for the last team that we asked.',
  ],
  [
    'Dana Okoye',
    'More than that, when you put it like this. Okay, that makes sense to me and I should talk to my director.',
  ],
  [
    'Maya Brandt',
    'I will send you the contract and the two references by Friday. You can reach me on my mobile until then.',
  ],
];
const elsewhere: [string, string][] = [
  ['Someone Else', 'The merger will be announced in the second week of October, so please keep it to yourself.'],
];
const everything = said.map(([, text]) => text);
const truth = {
  objection: 'that is too expensive for a company of our size',
  reply: 'What do 40 hours of retyping cost you in a month?',
};

type Script = (request: ModelRequest) => { parsed?: unknown; text?: string; toolCalls?: ModelAnswer['toolCalls'] };
let script: Script = () => ({});
const answerTo = (request: ModelRequest): ModelAnswer => ({
  text: '',
  toolCalls: [],
  parsed: null,
  model: 'liar-1',
  finishReason: 'stop',
  usage: { inputTokens: 1, cachedTokens: 0, outputTokens: 1, isEstimated: false },
  ...script(request),
});
const liar: LanguageModel = {
  provider: 'scripted',
  model: 'liar-1',
  complete: async <Parsed>(_ctx: TenantContext, request: ModelRequest<Parsed>) =>
    answerTo(request as ModelRequest) as ModelAnswer<Parsed>,
  stream: async function* (_ctx, request) {
    const answer = answerTo(request);
    for (let at = 0; at < answer.text.length; at += 7) yield { type: 'text', delta: answer.text.slice(at, at + 7) };
    yield { type: 'done', answer };
  },
};

let platform: TestPlatform;
let vault: CallVault;
let callId: string;
let lies: string[];
const ctx: TenantContext = { tenantId: 'lied-to', actorId: 'test', role: 'admin', permissions: new Set() };
const reading = () => platform.features.services.transcripts.open(ctx, callId);

/** Every quoted word of an answer, for a plain comparison that shares no code with the gate. */
function quotesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'segmentStart' in value && 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap(quotesIn)];
}
const letter = /[\p{L}\p{N}]/u;
/** Whether the words stand there, from the start of a word to the end of one. */
const isSaid = (words: string, text: string) => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const joinsBefore = letter.test(words.charAt(0)) && letter.test(text.charAt(at - 1));
    const joinsAfter = letter.test(words.slice(-1)) && letter.test(text.charAt(at + words.length));
    if (!joinsBefore && !joinsAfter) return true;
  }
  return false;
};
const invented = (quotes: readonly string[]) =>
  quotes.filter((quote) => !everything.some((text) => isSaid(quote, text)));
const runStep = async (step: 'summary' | 'profits' | 'objections') => {
  await vault.calls.runStep(callId, step);
  await platform.settled(vault);
};

beforeAll(async () => {
  platform = await startTestPlatform({ engines: { languageModel: liar } });
  ({ vault } = await platform.tenant(ctx.tenantId));
  const participants = [
    { name: 'Maya Brandt', side: 'us' as const },
    { name: 'Dana Okoye', side: 'them' as const },
  ];
  const { id } = await vault.imports.create({
    files: [
      { name: 'said.vtt', content: file(said), facts: { title: 'Retyping', participants } },
      { name: 'elsewhere.vtt', content: file(elsewhere) },
    ],
  });
  await platform.settled(vault);
  callId = (await vault.imports.retrieve(id)).files[0].callIds[0];
  const { segments } = await reading();
  const other = elsewhere.map(([, text], index) => ({ index, speakerId: 'x', text, startMs: 0 }));
  lies = nearQuotes(segments, [other], 200)
    .filter(({ speakerId }) => speakerId === undefined)
    .map(({ text }) => text);
}, 90_000);
afterAll(() => platform?.stop());

describe('a model that lies', () => {
  it('has enough to say', () => {
    expect(lies.length).toBeGreaterThan(120);
    expect(invented(lies).length).toBe(lies.length);
  });

  it('gets no summary and no action item past the gate, and no quotation into its prose', async () => {
    const item = (quote: string, text: string) => ({
      text,
      assignee: null,
      due: 'by the second week of October',
      quote,
      turn: 1,
    });
    for (let from = 0; from < lies.length; from += 4) {
      script = () => ({
        parsed: {
          summary: lies.slice(from, from + 4).map((quote) => ({ text: quote, quote, turn: 1 })),
          actionItems: lies.slice(from, from + 30).map((quote) => item(quote, quote)),
        },
      });
      if (from % 40 === 0) {
        await runStep('summary');
        const { summary, actionItems } = await vault.calls.retrieve(callId);
        expect([summary, actionItems]).toEqual([null, []]);
      }
    }
    const lie = `Dana said “we will sign”, 'on Monday' and "pay".`;
    script = () => ({
      parsed: {
        summary: [{ text: lie, quote: truth.objection, turn: 3 }],
        actionItems: [item('I will send you the contract', lie)],
      },
    });
    await runStep('summary');
    const { summary, actionItems } = await vault.calls.retrieve(callId);
    expect([summary?.sentences[0].text, actionItems[0].text, actionItems[0].dueText]).toEqual([
      'Dana said we will sign, on Monday and pay.',
      'Dana said we will sign, on Monday and pay.',
      null,
    ]);
    expect(invented(quotesIn({ summary, actionItems }))).toEqual([]);
  });

  it('finds no PROFITS in words that nobody said, or that our side said; what is dropped is counted', async () => {
    const item = (quote: string) => ({
      element: 'pain' as const,
      statement: quote.slice(0, 200),
      quote,
      turn: 1,
      strength: 3,
      confidence: 1,
    });
    script = ({ purpose }) =>
      purpose === 'profits.extract' ? { parsed: { items: [...lies, truth.reply, truth.objection].map(item) } } : {};
    const findings = await modelProfits(liar, ctx, await reading(), AbortSignal.timeout(20_000));
    expect([findings.items.map(({ evidence }) => evidence.text), findings.dropped]).toEqual([
      [truth.objection],
      lies.length + 1,
    ]);
    await runStep('profits');
    const { items, total } = await vault.profits.list();
    expect([total, items.map(({ engine, evidence }) => [engine, evidence.text])]).toEqual([
      1,
      [['liar-1', truth.objection]],
    ]);
  });

  it('finds no objection, reply or reaction in words that nobody said', async () => {
    const quote = (words: string) => ({ turn: 3, quote: words });
    const item = (objection: string, reply: string | null, reaction: string | null) => ({
      kind: 'price' as const,
      confidence: 1,
      objection: quote(objection),
      reply: reply === null ? null : quote(reply),
      reaction: reaction === null ? null : { ...quote(reaction), verdict: 'accepted' as const },
    });
    const items = [
      ...lies.map((lie) => item(lie, truth.reply, truth.objection)),
      item(truth.reply, null, null),
      ...lies.map((lie) => item(truth.objection, lie, lie)),
    ];
    script = ({ purpose }) => (purpose === 'rebuttals.find' ? { parsed: { items } } : {});
    const findings = await modelObjections(liar, ctx, await reading(), AbortSignal.timeout(20_000));
    expect([
      findings.dropped,
      findings.items.length,
      findings.items.filter(({ reply, reaction }) => reply ?? reaction),
    ]).toEqual([lies.length + 1, lies.length, []]);
    await runStep('objections');
    const [objections, replies] = [
      await vault.rebuttals.objections({ limit: 200 }),
      await vault.rebuttals.list({ limit: 100 }),
    ];
    expect(invented(quotesIn([objections, replies]))).toEqual([]);
    expect([new Set(objections.items.map(({ evidence }) => evidence.text)), replies.items]).toEqual([
      new Set([truth.objection]),
      [],
    ]);
  });

  it('quotes nothing in a chat that nobody said, while it streams or afterwards', async () => {
    script = ({ messages }) => {
      const last = messages.at(-1);
      if (last?.role !== 'tool')
        return {
          toolCalls: [{ id: 't1', name: 'search_calls', arguments: '{"query":"retyping orders hours a month"}' }],
        };
      const [id = 'c1'] = [...last.content.matchAll(/\[(c\d+)\]/g)].map(([, cited]) => cited);
      return {
        text: `Retyping costs them much [${id}]. ${lies.map((lie, at) => (at % 2 ? `They said “${lie}” [${id}].` : `"${lie}" [c${at}], they said.`)).join(' ')}`,
      };
    };
    const { id } = await vault.chat.create({ scope: { kind: 'library' } });
    const { answer } = await vault.chat.ask(id, { text: 'Which thoughts on retyping came up?' });
    let streamed = '';
    const cited: string[] = [];
    for await (const event of vault.chat.stream(answer.id)) {
      if (event.type === 'text') streamed += event.delta;
      if (event.type === 'citation') cited.push(event.citation.evidence.text);
      if (event.type === 'done' || event.type === 'failed')
        expect([event.type, event.message.engine]).toEqual(['done', 'liar-1']);
    }
    const { thread } = await vault.chat.retrieve(id);
    const text = thread.at(-1)?.text ?? '';
    for (const shown of [streamed, text]) {
      expect(shown).toContain('Retyping costs them much');
      expect(invented([...shown.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]/g)].map(([, words]) => words))).toEqual([]);
      expect(shown.match(/["“”„«»]/g)).toBeNull();
    }
    expect(cited.length).toBeGreaterThan(0);
    expect(invented([...cited, ...quotesIn(thread)])).toEqual([]);
  });

  it('is named as the one who failed: the local analyst stands in, under its own name', async () => {
    script = () => {
      throw new ModelFailed('model_unavailable', 'It is down.');
    };
    for (const step of ['summary', 'profits', 'objections'] as const) await runStep(step);
    const { steps } = await vault.calls.retrieve(callId);
    const engines = steps
      .filter(({ name }) => ['summary', 'profits', 'objections'].includes(name))
      .map(({ status, engine }) => [status, engine]);
    expect(engines).toEqual(Array.from({ length: 3 }, () => ['done', 'local analyst']));
    expect((await vault.profits.list()).items.every(({ engine }) => engine === 'local analyst')).toBe(true);
    const { id } = await vault.chat.create({ scope: { kind: 'library' } });
    const { answer } = await vault.chat.ask(id, { text: 'How many hours a month do they lose on retyping orders?' });
    for await (const event of vault.chat.stream(answer.id)) {
      if (event.type === 'done' || event.type === 'failed')
        expect([event.message.isFallback, event.message.engine]).toEqual([true, 'local analyst']);
    }
  });
});
