import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '../tenancy/context.ts';
import { stemOf } from '../text/stem.ts';
import { formsOf } from '../text/words.ts';
import type { IndexedCall, Passage, PassageQuery, SearchIndex, TenantSearchIndex } from './search-index.ts';

const contextOf = (tenantId: string): TenantContext => ({
  tenantId,
  actorId: 'system',
  role: 'owner',
  permissions: new Set(),
});

const FILLER = 'Right, let me look that up and come back to you on it.';

/** A call in which `said` is spread over filler, one turn each. */
export function aCall(callId: string, said: readonly string[], rest: Partial<IndexedCall> = {}): IndexedCall {
  const texts = said.flatMap((text) => [text, FILLER]);
  const turns = texts.map((text, index) => ({ index, speaker: index % 2 === 0 ? 'Zoë Müller' : 'Ben Okafor', text }));
  return { callId, title: 'Weekly call', summary: '', facets: [], turns, ...rest };
}

const HOSTILE = [
  '"', '""', "'", '*', 'pric*', 'terms:price', 'price AND', 'NOT price', 'NEAR(price, 5)', '^price', '{terms} : price',
  'price OR', '(price', 'price)', '-price', 'price + terms', '"price', '\\', '%', '\u0000price', '\ud800', "price'; DROP TABLE call; --",
  '¶', '·', 'marks : x', `${'price '.repeat(5_000)}`, '💰 price', '{"$ne": null}', '".*"',
]; // prettier-ignore

/** What every search index has to do. `makeIndex` answers one that is empty; the suite uses its own tenants. */
export function searchIndexContract(name: string, makeIndex: () => Promise<SearchIndex>): void {
  describe(`search index: ${name}`, () => {
    let index: SearchIndex;
    let tenants = 0;
    const tenant = () => index.in(contextOf(`Tenant/${name} ${++tenants}`));
    const ask = (calls: TenantSearchIndex, text: string, rest: Partial<PassageQuery> = {}) =>
      calls.search({ text, limit: 10, ...rest });
    const callIds = (passages: Passage[]) => [...new Set(passages.map(({ callId }) => callId))].sort();

    beforeAll(async () => {
      index = await makeIndex();
    });
    afterAll(() => index.close());

    it('refuses a context without a tenant', () => {
      expect(() => index.in(contextOf(''))).toThrow(/tenant/);
    });

    it('finds nothing and counts nothing where nothing was put', async () => {
      const calls = tenant();
      expect(await ask(calls, 'price')).toEqual([]);
      expect(await calls.count()).toBe(0);
    });

    it('keeps tenants apart that use the same call ids', async () => {
      const [ours, theirs] = [tenant(), tenant()];
      await ours.put(aCall('one', ['The pelican contract ends in March.']));
      const before = await ask(ours, 'pelican contract');
      await theirs.put(aCall('one', ['The walrus contract ends in June.']));
      await theirs.put(aCall('two', ['A pelican, a pelican contract and once more a pelican.']));
      expect(await ask(ours, 'walrus')).toEqual([]);
      expect(await ask(ours, 'pelican contract')).toEqual(before);
      expect(await ours.count()).toBe(1);
      await theirs.remove('one');
      expect(callIds(await ask(ours, 'pelican'))).toEqual(['one']);
    });

    it('replaces a call as a whole', async () => {
      const calls = tenant();
      await calls.put(
        aCall(
          'one',
          Array.from({ length: 12 }, () => 'We spoke of the lighthouse.'),
        ),
      );
      await calls.put(aCall('one', ['We spoke of the harbour.']));
      expect(await ask(calls, 'lighthouse')).toEqual([]);
      expect(callIds(await ask(calls, 'harbour'))).toEqual(['one']);
      expect(await calls.count()).toBe(1);
    });

    it('forgets a removed call, an unknown one quietly, and all calls when cleared', async () => {
      const calls = tenant();
      await calls.put(aCall('one', ['An invoice.'], { title: 'Invoice talk' }));
      await calls.put(aCall('two', ['Another invoice.']));
      await calls.remove('one');
      await calls.remove('never put');
      expect(callIds(await ask(calls, 'invoice'))).toEqual(['two']);
      await calls.clear();
      expect(await ask(calls, 'invoice')).toEqual([]);
      expect(await calls.count()).toBe(0);
    });

    it('refuses turns that share a position, and keeps what was there', async () => {
      const calls = tenant();
      await calls.put(aCall('one', ['The old words stay.']));
      const turn = { index: 3, speaker: 'Zoë', text: 'The new words.' };
      await expect(calls.put(aCall('one', [], { turns: [turn, turn] }))).rejects.toThrow(/position 3/);
      expect(callIds(await ask(calls, 'old words'))).toEqual(['one']);
    });

    it('answers passages of at most eight turns, gaps in positions included', async () => {
      const calls = tenant();
      const call = aCall(
        'one',
        Array.from({ length: 30 }, (_, at) => `The budget, part ${at}.`),
      );
      await calls.put({ ...call, turns: call.turns.map((turn) => ({ ...turn, index: turn.index * 3 })) });
      const passages = await ask(calls, 'budget');
      expect(passages.length).toBeGreaterThan(3);
      for (const { turnStart, turnEnd } of passages) expect(turnEnd - turnStart).toBeLessThanOrEqual(7);
    });

    it('highlights words of the query verbatim', async () => {
      const calls = tenant();
      const text = '😀 Pricing — the PRICES at Zoë’s café are “fair”; a price of 1,250.50 € is not.';
      await calls.put(aCall('one', [text]));
      const [{ highlights }] = await ask(calls, 'price cafe 1250.50');
      const cut = highlights.filter(({ turn }) => turn === 0).map(({ start, end }) => text.slice(start, end));
      expect(cut).toEqual(['Pricing', 'PRICES', 'café', 'price', '1,250.50']);
      const wanted = new Set(formsOf('price cafe 1250.50').map(stemOf));
      for (const word of cut) expect(wanted).toContain(stemOf(formsOf(word)[0]));
    });

    it('requires quoted phrases in order, as typed', async () => {
      const calls = tenant();
      await calls.put(aCall('right', ['They want the annual plan with support.']));
      await calls.put(aCall('turned', ['The plan is annual.']));
      await calls.put(aCall('split', ['It is annual', 'plan accordingly']));
      await calls.put(aCall('inflected', ['The annual plans differ.']));
      expect(callIds(await ask(calls, '"Annual plan"'))).toEqual(['right']);
      expect(callIds(await ask(calls, '“annual plan” support'))).toEqual(['right']);
      expect(callIds(await ask(calls, 'annual plan'))).toEqual(['inflected', 'right', 'split', 'turned']);
      expect(callIds(await ask(calls, '"with" "the annual"'))).toEqual(['right']);
    });

    it('falls back to the raw words of a question that has only stop words', async () => {
      const calls = tenant();
      await calls.put(aCall('one', ['To be or not to be.']));
      expect(callIds(await ask(calls, 'to be or not to be'))).toEqual(['one']);
      for (const empty of ['', '  ', '?!', '""']) expect(await ask(calls, empty)).toEqual([]);
    });

    it('takes hostile text for plain words', async () => {
      const calls = tenant();
      await calls.put(aCall('one', ['The price and the terms.']));
      for (const text of HOSTILE) {
        const passages = await ask(calls, text);
        if (formsOf(text).includes('price')) expect([text, callIds(passages)]).toEqual([text, ['one']]);
      }
      expect(await calls.count()).toBe(1);
    });

    it('reads every script', async () => {
      const calls = tenant();
      await calls.put(aCall('greek', ['Η τιμή είναι υψηλή.']));
      await calls.put(aCall('cyrillic', ['Нам нужен прайс-лист.']));
      await calls.put(aCall('japanese', ['来週の商談を確認します。']));
      await calls.put(aCall('hindi', ['कीमत बहुत ज़्यादा है']));
      await calls.put(aCall('decomposed', ['Cafe\u0301 Ångström'.normalize('NFD')]));
      for (const [text, found] of [
        ['ΤΙΜΗ', 'greek'],
        ['Прайс', 'cyrillic'],
        ['商談', 'japanese'],
        ['कीमत', 'hindi'],
        ['cafe angstrom', 'decomposed'],
      ]) {
        expect([text, callIds(await ask(calls, text))]).toEqual([text, [found]]);
      }
    });

    it('narrows to calls, thousands of them, or none', async () => {
      const calls = tenant();
      await Promise.all(['one', 'two', 'three'].map((id) => calls.put(aCall(id, ['The renewal date.']))));
      const many = Array.from({ length: 5_000 }, (_, at) => `unknown ${at}`);
      expect(callIds(await ask(calls, 'renewal', { callIds: [...many, 'two'] }))).toEqual(['two']);
      expect(await ask(calls, 'renewal', { callIds: [] })).toEqual([]);
    });

    it('narrows to speakers, whatever the case and accents of their names', async () => {
      const calls = tenant();
      await calls.put(aCall('one', ['The discount is final.', 'No more discount.']));
      const passages = await ask(calls, 'discount', { speakers: ['zoe MULLER'] });
      expect(passages.length).toBeGreaterThan(0);
      for (const { turnStart, turnEnd, highlights } of passages) {
        for (const at of [turnStart, turnEnd, ...highlights.map(({ turn }) => turn)]) expect(at % 2).toBe(0);
      }
      expect(await ask(calls, 'discount', { speakers: ['Ben Okafor'] })).toEqual([]);
      expect(await ask(calls, 'discount', { speakers: [] })).toEqual([]);
    });

    it('narrows to turns where one finding has every facet asked for', async () => {
      const calls = tenant();
      const facet = { topics: ['Pricing'], intents: ['objection'], entities: ['Acmé'], sentiment: 'negative' as const };
      await calls.put(
        aCall('one', ['The cost.', 'The cost.', 'The cost.'], {
          facets: [
            { turnStart: 2, turnEnd: 2, ...facet },
            { turnStart: 4, turnEnd: 4, ...facet, intents: ['question'], sentiment: 'positive' },
          ],
        }),
      );
      const turnsOf = async (rest: Partial<PassageQuery>) =>
        [
          ...new Set((await ask(calls, 'cost', rest)).flatMap(({ highlights }) => highlights.map(({ turn }) => turn))),
        ].sort();
      expect(await turnsOf({ topics: ['pricing'], intents: ['objection'] })).toEqual([2]);
      expect(await turnsOf({ entities: ['ACME'] })).toEqual([2, 4]);
      expect(await turnsOf({ sentiments: ['positive'] })).toEqual([4]);
      expect(await turnsOf({ intents: ['objection'], sentiments: ['positive'] })).toEqual([]);
    });

    it('caps the passages of one call and the whole answer', async () => {
      const calls = tenant();
      const said = Array.from({ length: 20 }, () => 'The migration plan.');
      await calls.put(aCall('one', said));
      await calls.put(aCall('two', said));
      const capped = await ask(calls, 'migration', { perCall: 2 });
      expect(capped.map(({ callId }) => callId).sort()).toEqual(['one', 'one', 'two', 'two']);
      expect(await ask(calls, 'migration', { limit: 3 })).toHaveLength(3);
    });

    it('falls back to title and summary, and says so', async () => {
      const calls = tenant();
      await calls.put(aCall('one', ['Hello.'], { title: 'Giraffe enclosure', summary: 'They agreed on a fence.' }));
      const [passage] = await ask(calls, 'giraffe');
      expect(passage).toMatchObject({ callId: 'one', turnStart: 0, turnEnd: 1, foundIn: 'summary', highlights: [] });
      expect(callIds(await ask(calls, '"a fence"'))).toEqual(['one']);
      expect(await ask(calls, '"fence a"')).toEqual([]);
      expect(await ask(calls, 'giraffe', { speakers: ['Zoë Müller'] })).toEqual([]);
      expect(await ask(calls, 'giraffe', { callIds: ['other'] })).toEqual([]);
      expect((await ask(calls, 'hello')).map(({ foundIn }) => foundIn)).toEqual(['transcript']);
    });

    it('ranks the passage that holds more of the question first', async () => {
      const calls = tenant();
      await calls.put(aCall('some', ['The security review is late.']));
      await calls.put(aCall('all', ['The security review of the payment gateway is late.']));
      const [first] = await ask(calls, 'security review of the payment gateway');
      expect(first.callId).toBe('all');
    });

    it('stores calls without turns and very long turns', async () => {
      const calls = tenant();
      await calls.put(aCall('silent', [], { turns: [] }));
      const words = Array.from({ length: 20_000 }, (_, at) => `word${at}`).join(' ');
      await calls.put(aCall('long', [`${words} porcupine`]));
      const [{ callId, highlights }] = await ask(calls, 'porcupine');
      expect(callId).toBe('long');
      expect(`${words} porcupine`.slice(highlights[0].start, highlights[0].end)).toBe('porcupine');
    });
  });
}
