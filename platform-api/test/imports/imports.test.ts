import type { CallVault } from '@callvault/sdk';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../src/testing/index.ts';

const aFile = (name: string, words: string, speaker = 'Ada Berg') => ({
  name,
  content: `WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n${speaker}: ${words}\n`,
});

let platform: TestPlatform;
let database: MongoClient;
let tenants = 0;
beforeAll(async () => {
  platform = await startTestPlatform();
  database = await MongoClient.connect(platform.engines.database.url);
});
afterAll(async () => {
  await database?.close();
  await platform?.stop();
});

async function aTenant() {
  const { vault } = await platform.tenant(`imports-${++tenants}`);
  await vault.tags.list();
  const import_ = async (body: Parameters<CallVault['imports']['create']>[0]) => {
    const { id } = await vault.imports.create(body);
    await platform.settled(vault);
    return vault.imports.retrieve(id);
  };
  return { vault, importFiles: import_ };
}

/** How many documents there are of everything but imports and jobs, which remember what was refused. */
async function counts(): Promise<Record<string, number>> {
  const db = database.db();
  const collections = (await db.listCollections().toArray())
    .map(({ name }) => name)
    .filter((name) => !['imports', 'jobs', 'rate_budgets', 'idempotent_answers'].includes(name));
  return Object.fromEntries(
    await Promise.all(collections.sort().map(async (name) => [name, await db.collection(name).countDocuments()])),
  );
}

describe('an import', () => {
  it('makes one call of the same file, however often, under whatever name, and another one for another tenant', async () => {
    const [ours, theirs] = [await aTenant(), await aTenant()];
    const first = await ours.importFiles({ files: [aFile('one.vtt', 'We ship on Monday.')] });
    expect(first.files[0]).toMatchObject({ status: 'imported', format: expect.stringMatching(/vtt/i), error: null });
    const again = await ours.importFiles({
      files: [aFile('one.vtt', 'We ship on Monday.'), aFile('renamed copy.vtt', 'We ship on Monday.')],
    });
    expect(again.files.map(({ status, callIds }) => [status, callIds])).toEqual([
      ['duplicate', first.files[0].callIds],
      ['duplicate', first.files[0].callIds],
    ]);
    const other = await theirs.importFiles({ files: [aFile('one.vtt', 'We ship on Monday.')] });
    expect([other.files[0].status, other.files[0].callIds[0] === first.files[0].callIds[0]]).toEqual([
      'imported',
      false,
    ]);
    expect([(await ours.vault.calls.list()).total, (await theirs.vault.calls.list()).total]).toEqual([1, 1]);
    const twice = await ours.importFiles({
      files: [aFile('a.vtt', 'Twice in one import.'), aFile('b.vtt', 'Twice in one import.')],
    });
    expect(twice.files.map(({ status }) => status)).toEqual(['imported', 'duplicate']);
  });

  it('makes one call of a file that two imports bring at the same moment', async () => {
    const { vault } = await aTenant();
    await Promise.all(
      Array.from({ length: 4 }, (_, at) => vault.imports.create({ files: [aFile(`${at}.vtt`, 'All at once.')] })),
    );
    await platform.settled(vault);
    const { items } = await vault.imports.list();
    expect(items.flatMap(({ files }) => files.map(({ status }) => status)).sort()).toEqual([
      'duplicate',
      'duplicate',
      'duplicate',
      'imported',
    ]);
    expect((await vault.calls.list()).total).toBe(1);
  });

  it('leaves nothing of a file that cannot be read, says why and where, and reads the others', async () => {
    const { importFiles } = await aTenant();
    const before = await counts();
    const bad = [
      { name: 'empty.vtt', content: '' },
      { name: 'broken.json', content: '{"segments": [' },
      { name: 'picture.png', content: 'iVBORw0KGgoAAAANSUhEUg', encoding: 'base64' as const },
      { name: 'no-base64.vtt', content: '!!!', encoding: 'base64' as const },
      { name: 'no cues.vtt', content: 'WEBVTT\n\n' },
    ].map((file) => ({
      ...file,
      facts: { client: 'Never', folderPath: ['Never'], tags: ['Never'], participants: [{ name: 'Never Ever' }] },
    }));
    const refused = await importFiles({ files: bad });
    for (const { name, status, error, callIds } of refused.files)
      expect([name, status, Boolean(error?.code && error.message.length > 20), callIds]).toEqual([
        name,
        'failed',
        true,
        [],
      ]);
    expect([refused.status, await counts()]).toEqual(['done', before]);
    expect(
      (await readdir(join(platform.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((entry) =>
        entry.isFile(),
      ),
    ).toEqual([]);
    const mixed = await importFiles({ files: [bad[0], aFile('good.vtt', 'This one is fine.')] });
    expect(mixed.files.map(({ status }) => status)).toEqual(['failed', 'imported']);
  });

  it('refuses what is wrong with the request as a whole, and leaves nothing', async () => {
    const { vault } = await aTenant();
    const file = aFile('a.vtt', 'Never read.');
    for (const body of [
      { files: [] },
      { files: [file], folderId: 'fold_nobody' },
      { files: [{ ...file, facts: { folderPath: ['a', 'b', 'c', 'd'] } }] },
      { files: [{ ...file, facts: { tags: ['a', 'b', 'c'] } }] },
      { files: [file, { ...file, name: '' }] },
    ]) {
      await expect(vault.imports.create(body)).rejects.toMatchObject({ status: expect.any(Number) });
    }
    expect([
      (await vault.imports.list()).items,
      (await vault.jobs.list()).items,
      (await vault.folders.list()).items,
    ]).toEqual([[], [], []]);
  });

  it('puts calls into folders three levels deep, and makes each folder once', async () => {
    const { vault, importFiles } = await aTenant();
    const facts = { folderPath: ['Sales', 'North', 'Alder'] };
    await importFiles({
      files: [
        { ...aFile('a.vtt', 'The first.'), facts },
        { ...aFile('b.vtt', 'The second.'), facts: { folderPath: ['SALES', 'North', 'Birch'] } },
      ],
    });
    const { items } = await vault.folders.list();
    expect(items.map(({ name, depth, calls }) => [name, depth, calls])).toEqual([
      ['Sales', 1, 2],
      ['North', 2, 2],
      ['Alder', 3, 1],
      ['Birch', 3, 1],
    ]);
    await expect(vault.folders.create({ name: 'Too deep', parentId: items[2].id })).rejects.toMatchObject({
      code: 'too_deep',
    });
    expect((await vault.calls.list({ folderId: [items[1].id] })).total).toBe(2);
  });

  it('proposes a client by domain only where one fits, and lets facts win', async () => {
    const { vault, importFiles } = await aTenant();
    await vault.clients.create({ name: 'Alder', domains: ['alder.example'] });
    await vault.clients.create({ name: 'Birch', domains: ['birch.example'] });
    const people = (...emails: string[]) => emails.map((email, at) => ({ name: `Person ${'ABC'[at]}`, email }));
    const { files } = await importFiles({
      files: [
        { ...aFile('1.vtt', 'One domain.'), facts: { participants: people('x@ALDER.example') } },
        { ...aFile('2.vtt', 'Two domains.'), facts: { participants: people('x@alder.example', 'y@birch.example') } },
        {
          ...aFile('3.vtt', 'A look-alike.'),
          facts: { participants: people('x@notalder.example', 'y@alder.example.evil.example') },
        },
        { ...aFile('4.vtt', 'Facts win.'), facts: { participants: people('x@alder.example'), client: 'Birch' } },
      ],
    });
    const shown = await Promise.all(files.map(async ({ callIds: [id] }) => vault.calls.retrieve(id)));
    expect(shown.map(({ client, isClientProposed }) => [client?.name ?? null, isClientProposed])).toEqual([
      ['Alder', true],
      [null, false],
      [null, false],
      ['Birch', false],
    ]);
  });

  it('never makes one person of two by a guess', async () => {
    const { vault, importFiles } = await aTenant();
    const facts = (name: string, email?: string) => ({ participants: [{ name, ...(email ? { email } : {}) }] });
    const { files } = await importFiles({
      files: [
        { ...aFile('1.vtt', 'One.', 'Maya Lind'), facts: facts('Maya Lind', 'maya@a.example') },
        { ...aFile('2.vtt', 'Two.', 'Maya Lind'), facts: facts('Maya Lind', 'maya@b.example') },
        { ...aFile('3.vtt', 'Three.', 'Maya Lind') },
        { ...aFile('4.vtt', 'Four.', 'Maya') },
        { ...aFile('5.vtt', 'Five.', 'Maya') },
        { ...aFile('6.vtt', 'Six.', 'Speaker 1') },
        { ...aFile('7.vtt', 'Seven.', 'Speaker 1') },
        { ...aFile('8.vtt', 'Eight.', 'M. Lind'), facts: facts('M. Lind', 'MAYA@a.example') },
        { ...aFile('9.vtt', 'Nine.', 'Otto Falk') },
        { ...aFile('10.vtt', 'Ten.', 'OTTO FALK') },
      ],
    });
    const speakers = await Promise.all(
      files.map(async ({ callIds: [id] }) => (await vault.calls.retrieve(id)).participants[0].speakerId),
    );
    const same = (a: number, b: number) => speakers[a - 1] === speakers[b - 1];
    expect([same(1, 2), same(1, 3), same(2, 3), same(4, 5), same(6, 7)]).toEqual([false, false, false, false, false]);
    expect([same(1, 8), same(9, 10)]).toEqual([true, true]);
  });

  it('tags what holds no speech to be skipped', async () => {
    const { vault, importFiles } = await aTenant();
    const { files } = await importFiles({
      files: [
        aFile('quiet.vtt', '[Music]'),
        aFile('spoken.vtt', 'Somebody speaks here, and says more than a word or two of what there is to say about it.'),
      ],
    });
    const tags = await Promise.all(
      files.map(async ({ callIds: [id] }) =>
        id ? (await vault.calls.retrieve(id)).tags.map(({ name, isSystem }) => [name, isSystem]) : null,
      ),
    );
    expect(tags).toEqual([[['SKIP', true]], []]);
  });
});
