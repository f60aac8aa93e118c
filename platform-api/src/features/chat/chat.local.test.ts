import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseTranscript, joinTurns } from '../imports/formats/index.ts';
import { aLibrary, turnsOf } from './chat.harness.ts';
import type { GivenCall } from './chat.harness.ts';

const calls: GivenCall[] = [
  {
    title: 'Alder: first call',
    startedAt: '2026-11-02T10:00:00Z',
    outcome: 'won',
    us: ['Maya'],
    turns: turnsOf(`
      Maya: Our plan is two thousand a month. Does that work for you?
      Dana: Honestly, that is too expensive for us. We don't have the budget for it this year.
      Maya: I understand. What does the waiting cost you today?
      Dana: About nine hundred a day in detention charges at the Joliet yard.
    `),
  },
  {
    title: 'Norvane: demo',
    startedAt: '2026-11-12T10:00:00Z',
    outcome: 'lost',
    us: ['Maya'],
    turns: turnsOf(`
      Maya: Shall we start the pilot in December?
      Rob: The price is too high, we can't afford it.
      Maya: And the pilot itself?
      Rob: Now is not a good time. Call me next quarter, we are too busy with peak season.
    `),
  },
  {
    title: 'Team meeting',
    startedAt: '2026-11-13T10:00:00Z',
    outcome: null,
    us: ['Maya', 'Ines'],
    turns: turnsOf(`
      Maya: The coffee machine on the second floor is broken again.
      Ines: I will call the landlord about the coffee machine on Monday.
    `),
  },
  {
    title: 'Old call',
    startedAt: '2026-08-02T10:00:00Z',
    outcome: 'lost',
    us: ['Maya'],
    turns: turnsOf(`
      Maya: Would you sign this week?
      Kim: No, I don't trust a vendor without references. It is also too expensive.
    `),
  },
];

let given: Awaited<ReturnType<typeof aLibrary>>;
beforeAll(async () => {
  given = await aLibrary(calls);
});
afterAll(() => given.close());

describe('the local analyst, on aggregate questions', () => {
  it('counts the objections of every sales call of the period, and only of those', async () => {
    given.opened.length = 0;
    const answer = await given.ask('What are the top 3 objections across all my Q4 sales calls?');
    expect(new Set(given.opened)).toEqual(new Set(['call_0', 'call_1']));
    expect(answer.callsRead).toEqual({ read: 2, total: 2 });
    expect(answer.text).toContain('2 sales calls in Q4 (1 Oct 2026 to 31 Dec 2026)');
    expect(answer.text).toContain('2 of 2 read');
    expect(answer.text).toMatch(/1\. \*\*Price\*\*: heard 2 times in 2 calls/);
    expect(answer.text).toContain('“');
    expect(answer.steps).toMatchObject([{ tool: 'top_objections', status: 'done' }]);
    expect(answer).toMatchObject({ engine: 'local analyst', isFallback: false, error: null });
  });

  it('cites only words that stand in the calls', async () => {
    const { citations } = await given.ask('What are the top 3 objections?');
    expect(citations.length).toBeGreaterThan(2);
    for (const { evidence } of citations) {
      expect(given.readings.get(evidence.callId)?.quote(evidence.text)?.text).toBe(evidence.text);
    }
  });

  it('says so where a period has no calls', async () => {
    const answer = await given.ask('What are the top 3 objections in Q1 2026?');
    expect(answer.text).toContain('Not in these calls.');
    expect(answer.callsRead).toEqual({ read: 0, total: 0 });
  });
});

describe('the local analyst, on open questions', () => {
  it('answers in the words of the call, with who said it where', async () => {
    const { text, citations } = await given.ask('How much are the detention charges at the Joliet yard?');
    expect(text).toContain(
      '“About nine hundred a day in detention charges at the Joliet yard.”[1] Dana, *Alder: first call*',
    );
    expect(citations[0]?.evidence).toMatchObject({ callId: 'call_0', speakerId: 'Dana' });
  });

  it.each(['What did they say about blockchain compliance in Norway?', 'Who mentioned the Zurich office lease?'])(
    'does not answer what was not said: %s',
    async (question) => {
      const answer = await given.ask(question);
      expect(answer.text).toBe('Not in these calls. Nothing in 4 calls supports an answer.');
      expect(answer.citations).toEqual([]);
    },
  );
});

const samples = join(import.meta.dirname, '../../../../examples/sample-calls');
const Manifest = z.object({
  tenants: z.object({
    northbeam: z.object({
      calls: z.array(
        z.looseObject({
          file: z.string(),
          title: z.string(),
          startedAt: z.string(),
          outcome: z.string().nullish(),
          participants: z.array(z.looseObject({ name: z.string(), side: z.string() })),
        }),
      ),
    }),
  }),
});
const Facts = z.array(
  z.looseObject({
    file: z.string(),
    labels: z.array(z.looseObject({ type: z.string(), kind: z.string().optional() })),
  }),
);

describe.skipIf(!existsSync(join(samples, 'manifest.json')))('the local analyst, on the sample calls', () => {
  it('names the three objections that the authors of the calls put there most often', async () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(samples, file), 'utf8'));
    const manifest = Manifest.parse(read('manifest.json')).tenants.northbeam.calls;
    const labels = new Map(Facts.parse(read('facts.json')).map(({ file, labels: all }) => [file, all]));
    const sample = await aLibrary(
      manifest.map(({ file, title, startedAt, outcome, participants }) => {
        const [parsed] = parseTranscript({ name: file, bytes: readFileSync(join(samples, file)) });
        return {
          title,
          startedAt,
          outcome: outcome ?? null,
          us: participants.filter(({ side }) => side === 'us').map(({ name }) => name),
          turns: joinTurns(parsed?.segments ?? []).map(({ speaker, text }) => ({ speaker: speaker ?? '', text })),
        };
      }),
    );
    const inQuarter = manifest.filter(
      ({ startedAt, outcome }) => outcome && startedAt >= '2026-10-01' && startedAt < '2027-01-01',
    );
    const heard = new Map<string, number>();
    for (const { file } of inQuarter) {
      for (const { type, kind = '' } of labels.get(file) ?? [])
        if (type === 'objection') heard.set(kind, (heard.get(kind) ?? 0) + 1);
    }
    const truth = [...heard].sort((a, b) => b[1] - a[1]).map(([kind]) => kind);

    const answer = await sample.ask('What are the top 3 objections across all my Q4 sales calls?');
    await sample.close();
    const named = [...answer.text.matchAll(/^\d\. \*\*([\w ]+)\*\*/gm)].map(([, name]) =>
      name?.toLowerCase().replace(' ', '_'),
    );
    expect(answer.callsRead).toEqual({ read: inQuarter.length, total: inQuarter.length });
    expect(named[0]).toBe(truth[0]);
    expect(new Set(named)).toEqual(new Set(truth.slice(0, 3)));
  });
});
