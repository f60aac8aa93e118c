import type { CallVault } from '@callvault/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contracts } from '../../src/contracts.ts';
import { startTestPlatform, type TestPlatform } from '../../src/testing/index.ts';
import { makeLibrary, marker, type Library } from '../a-library.ts';
import { requests } from '../requests.ts';
import { send } from '../send.ts';

let platform: TestPlatform;
let owner: { vault: CallVault; secretKey: string };
let stranger: { vault: CallVault; secretKey: string };
let library: Library;

beforeAll(async () => {
  platform = await startTestPlatform();
  owner = await platform.tenant('owner-tenant');
  stranger = await platform.tenant('stranger-tenant');
  library = await makeLibrary(platform, owner.vault);
}, 120_000);
afterAll(() => platform?.stop());

/** Ids of the same shape that nobody has. */
const nobodys = (ids: Library): Library =>
  Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, `${id.slice(0, -6)}zzzzzz`])) as Library;

/** Everything the owner can read, as one text: what the stranger did must not show in it. */
async function everythingOf(credential: string): Promise<string> {
  const reads = contracts.filter(
    ({ method, operation }) =>
      method === 'get' && !['chat.stream', 'sessions.current', 'search.query', 'keys.list'].includes(operation),
  );
  const answers = await Promise.all(
    reads.map(async (contract) => [
      contract.operation,
      await send(platform.url, contract, requests[contract.operation](library), credential),
    ]),
  );
  return JSON.stringify(answers);
}

describe('every route, with two tenants', () => {
  it('has a request for every route, and no request for a route that is gone', () => {
    expect(Object.keys(requests).sort()).toEqual(contracts.map(({ operation }) => operation).sort());
  });

  it('answers the owner with what is theirs, so that what the stranger gets is no accident', async () => {
    for (const contract of contracts.filter(({ method }) => method === 'get')) {
      const { status, text } = await send(
        platform.url,
        contract,
        requests[contract.operation](library),
        owner.secretKey,
      );
      expect([contract.operation, status]).toEqual([contract.operation, 200]);
      if (
        ![
          'brand.retrieve',
          'sessions.current',
          'tenants.retrieve',
          'rebuttals.kinds',
          'profits.overview',
          'jobs.list',
          'jobs.retrieve',
        ].includes(contract.operation)
      )
        expect([contract.operation, text.includes(marker)]).toEqual([contract.operation, true]);
    }
  });

  it('shows a stranger nothing of the owner, changes nothing, and does not even tell that it exists', async () => {
    const before = await everythingOf(owner.secretKey);
    const ids = Object.values(library);
    for (const contract of contracts.filter(({ permission }) => permission !== 'operator')) {
      const { operation } = contract;
      const theirs = requests[operation](library);
      const none = requests[operation](nobodys(library));
      const [answer, control] = [
        await send(platform.url, contract, theirs, stranger.secretKey),
        await send(platform.url, contract, none, stranger.secretKey),
      ];
      expect([operation, answer.text.includes(marker)]).toEqual([operation, false]);
      // A refusal may repeat the id that was asked for, and nothing else of the owner's.
      const asked = JSON.stringify(theirs);
      for (const id of ids.filter((one) => !asked.includes(one)))
        expect([operation, answer.text.includes(id)]).toEqual([operation, false]);
      const namesSomething = JSON.stringify(theirs) !== JSON.stringify(none);
      if (namesSomething) {
        expect([operation, answer.status, answer.code]).toEqual([operation, control.status, control.code]);
        if (theirs.params) expect([operation, answer.status]).toEqual([operation, 404]);
      }
    }
    expect(await everythingOf(owner.secretKey)).toBe(before);
  });

  it('finds nothing of the owner by searching, asking or listing everything', async () => {
    expect((await stranger.vault.search.query({ q: marker })).items).toEqual([]);
    expect((await stranger.vault.calls.list()).items.map(({ title }) => title)).not.toContain(`Call ${marker}`);
    const chat = await stranger.vault.chat.create({ scope: { kind: 'library' } });
    const { answer } = await stranger.vault.chat.ask(chat.id, {
      text: `What did Berta Klein say about ${marker} invoices?`,
    });
    for await (const event of stranger.vault.chat.stream(answer.id)) {
      if (event.type === 'citation') throw new Error('A stranger was shown a citation.');
      if (event.type === 'done' || event.type === 'failed') {
        expect(event.message.citations).toEqual([]);
        expect(event.message.text).not.toContain('retyping');
      }
    }
  });
});
