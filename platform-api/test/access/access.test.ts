import { CallVault } from '@callvault/sdk';
import { SignJWT, decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contracts } from '../../src/contracts.ts';
import { permissions, rolePermissions } from '../../src/tenancy/permissions.ts';
import { startTestPlatform, type TestPlatform } from '../../src/testing/index.ts';
import { makeLibrary, marker, type Library } from '../a-library.ts';
import { requests } from '../requests.ts';
import { send } from '../send.ts';

/** Only in what a limited session may see. */
const visible = 'Xylophonbach';
const talk = `WEBVTT

00:00:00.000 --> 00:00:06.000
Vera ${visible}: What is the part of this that costs you the most today?

00:00:06.000 --> 00:00:14.000
Karl Sommer: We lose forty hours a month, and honestly that is too expensive for us.

00:00:14.000 --> 00:00:22.000
Vera ${visible}: I will send you the ${visible} contract by Friday.
`;

let platform: TestPlatform;
let vault: CallVault;
let secretKey: string;
let library: Library;
let folderId: string;
let callId: string;
let tagId: string;
let clientId: string;
let now = 0;
const clock = { now: () => new Date(Date.now() + now) };

beforeAll(async () => {
  platform = await startTestPlatform({ engines: { clock } });
  ({ vault, secretKey } = await platform.tenant('access-tenant'));
  library = await makeLibrary(platform, vault);
  const folder = await vault.folders.create({ name: `Folder ${visible}` });
  folderId = folder.id;
  const started = await vault.imports.create({
    folderId,
    files: [
      {
        name: `${visible}.vtt`,
        content: talk,
        facts: { title: `Call ${visible}`, tags: [`Tag ${visible}`], client: `Client ${visible}` },
      },
    ],
  });
  await platform.settled(vault);
  [callId] = (await vault.imports.retrieve(started.id)).files[0].callIds;
  const call = await vault.calls.retrieve(callId);
  tagId = call.tags[0].id;
  clientId = call.client?.id ?? '';
}, 120_000);
afterAll(() => platform?.stop());

type NewSession = Parameters<CallVault['sessions']['create']>[0];
const mint = async (more: Omit<Partial<NewSession>, 'user'> = {}, user: Partial<NewSession['user']> = {}) =>
  vault.sessions.create({ ...more, user: { id: 'u-limited', name: 'Somebody', role: 'admin', ...user } });
const as = (token: string) => new CallVault({ baseUrl: platform.url, secretKey: token });
const statusOf = async (token: string) =>
  (
    await send(
      platform.url,
      contracts.find(({ operation }) => operation === 'sessions.current') ?? contracts[0],
      {},
      token,
    )
  ).code ?? 200;

describe('a session that sees a part of the tenant', () => {
  const filters: [string, () => NewSession['dataFilter']][] = [
    ['a folder', () => ({ folderIds: [folderId] })],
    ['a tag', () => ({ tagIds: [tagId] })],
    ['a client', () => ({ clientIds: [clientId] })],
    ['nothing', () => ({ folderIds: [] })],
  ];

  it.each(filters)('limited to %s learns nothing of the rest from any route that reads', async (name, filter) => {
    const { token } = await mint({ dataFilter: filter() }, { id: `u-${name.replaceAll(' ', '-')}` });
    const secret = Object.entries(library)
      .filter(([key]) => !['keyId', 'sessionId'].includes(key))
      .map(([, id]) => id);
    // A tenant's own replies are of no call: everybody who may read replies reads them.
    const ofEverybody = ['rebuttals.list', 'rebuttals.retrieve'];
    for (const contract of contracts.filter(
      ({ method, operation }) => method === 'get' && !ofEverybody.includes(operation),
    )) {
      const { operation } = contract;
      for (const request of [
        requests[operation](library),
        { ...requests[operation](library), query: operation === 'search.query' ? { q: `${marker} invoices` } : {} },
      ]) {
        const { text, status } = await send(platform.url, contract, request, token);
        const asked = JSON.stringify(request);
        expect([
          operation,
          status < 500,
          text.replaceAll(asked, '').includes(marker) && !asked.includes(marker),
        ]).toEqual([operation, true, false]);
        expect([operation, secret.filter((id) => !asked.includes(id) && text.includes(id))]).toEqual([operation, []]);
        if (request.params) expect([operation, [403, 404].includes(status)]).toEqual([operation, true]);
      }
    }
    const limited = as(token);
    const [jobs, imports, chats, keys] = [
      await limited.jobs.list(),
      await limited.imports.list(),
      await limited.chat.list(),
      await limited.keys.list().catch((error: { status: number }) => error.status),
    ];
    expect([jobs.items, imports.items, chats.items, keys]).toEqual([[], [], [], 403]);
    const seesIt = name !== 'nothing';
    expect((await limited.calls.list()).items.map(({ id }) => id)).toEqual(seesIt ? [callId] : []);
    const counted = [
      ...(await limited.folders.list()).items,
      ...(await limited.tags.list()).items,
      ...(await limited.clients.list()).items,
      ...(await limited.speakers.list()).items,
    ];
    expect(counted.filter(({ calls }) => calls > 0).length).toBe(seesIt ? 5 : 0);
    expect(counted.filter(({ calls }) => calls > 1)).toEqual([]);
    const replies = await limited.rebuttals.list({ limit: 100 });
    expect([
      replies.items.filter(({ isOwn }) => isOwn).length,
      JSON.stringify(replies.items.filter(({ isOwn }) => !isOwn)),
    ]).toEqual([1, expect.not.stringContaining(marker)]);
    const kinds = await limited.rebuttals.kinds();
    expect(kinds.calls).toBeLessThanOrEqual(seesIt ? 1 : 0);
  });

  it('sees its own call as everybody does: what it is denied elsewhere is no accident', async () => {
    const limited = as((await mint({ dataFilter: { folderIds: [folderId] } })).token);
    expect((await limited.calls.retrieve(callId)).title).toBe(`Call ${visible}`);
    expect((await limited.transcripts.retrieve(callId)).turns.length).toBe(3);
    expect((await limited.search.query({ q: `${visible} contract` })).items.length).toBeGreaterThan(0);
    expect((await limited.folders.list()).items.map(({ id }) => id)).toEqual([folderId]);
    expect((await limited.clients.list()).items.map(({ id }) => id)).toEqual([clientId]);
  });

  it('changes nothing that it does not see', async () => {
    const { token } = await mint({ dataFilter: { folderIds: [folderId] } }, { id: 'u-writes' });
    const before = [
      await vault.calls.retrieve(library.callId),
      await vault.folders.list(),
      await vault.tags.list(),
      await vault.clients.list(),
    ];
    for (const contract of contracts.filter(
      ({ method, operation }) =>
        method !== 'get' &&
        ![
          'tags.create',
          'clients.create',
          'imports.create',
          'folders.create',
          'rebuttals.create',
          'rebuttals.update',
          'brand.update',
          'sessions.create',
          'chat.create',
        ].includes(operation),
    )) {
      if (contract.permission === 'operator') continue;
      const { status } = await send(platform.url, contract, requests[contract.operation](library), token);
      // Of the whole library it extracts what it sees; of a call it names and does not see, nothing.
      expect([contract.operation, [403, 404].includes(status)]).toEqual([contract.operation, true]);
    }
    for (const body of [{ name: 'Beside', parentId: library.folderId }, { name: 'Above' }])
      await expect(as(token).folders.create(body)).rejects.toMatchObject({ status: 'parentId' in body ? 404 : 403 });
    await expect(as(token).folders.delete(folderId)).rejects.toMatchObject({ code: 'folder_of_view' });
    expect([
      await vault.calls.retrieve(library.callId),
      await vault.folders.list(),
      await vault.tags.list(),
      await vault.clients.list(),
    ]).toEqual(before);
  });

  it('changes no tag and no client that reaches beyond what it sees', async () => {
    const both = await vault.tags.create({ name: 'On both' });
    await vault.calls.bulkUpdate({ callIds: [callId, library.callId], change: { addTagIds: [both.id] } });
    const limited = as((await mint({ dataFilter: { folderIds: [folderId] } }, { id: 'u-shared' })).token);
    await expect(limited.tags.update(both.id, { name: 'Renamed' })).rejects.toMatchObject({ code: 'beyond_view' });
    await expect(limited.tags.delete(both.id)).rejects.toMatchObject({ code: 'beyond_view' });
    expect((await vault.calls.retrieve(library.callId)).tags.map(({ name }) => name)).toContain('On both');
    await vault.calls.update(library.callId, { clientId });
    await expect(limited.clients.delete(clientId)).rejects.toMatchObject({ code: 'beyond_view' });
    await expect(limited.clients.update(clientId, { name: 'Renamed' })).rejects.toMatchObject({ code: 'beyond_view' });
    await vault.calls.update(library.callId, { clientId: library.clientId });
    expect((await limited.clients.update(clientId, { industry: 'Music' })).industry).toBe('Music');
    await vault.tags.delete(both.id);
  });

  it('changes nobody who also speaks in calls it does not see', async () => {
    const limited = as((await mint({ dataFilter: { folderIds: [folderId] } }, { id: 'u-speakers' })).token);
    const karl = (await vault.calls.retrieve(callId)).participants.find(({ name }) => name === 'Karl Sommer');
    const speakerId = karl?.speakerId ?? '';
    expect((await limited.speakers.update(speakerId, { notes: 'Prefers mornings' })).notes).toBe('Prefers mornings');
    await vault.imports.create({
      files: [
        { name: 'outside.txt', content: '[00:00:01] Karl Sommer: Outside of the folder.\n[00:00:05] Ada Lone: Yes.\n' },
      ],
    });
    await platform.settled(vault);
    expect((await vault.calls.list({ speakerId: [speakerId] })).total).toBe(2);
    await expect(limited.speakers.update(speakerId, { name: 'Renamed' })).rejects.toMatchObject({
      code: 'beyond_view',
    });
  });

  it('follows its own import, and learns nothing of a call that was there already elsewhere', async () => {
    const limited = as((await mint({ dataFilter: { folderIds: [folderId] } }, { id: 'u-imports' })).token);
    const content = 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nOne Person: This was here before, in another folder.\n';
    await vault.imports.create({ folderId: library.folderId, files: [{ name: 'before.vtt', content }] });
    await platform.settled(vault);
    const { id, jobId } = await limited.imports.create({ folderId, files: [{ name: 'again.vtt', content }] });
    await platform.settled(vault);
    expect((await limited.imports.retrieve(id)).files[0]).toMatchObject({ status: 'duplicate', callIds: [] });
    expect((await limited.jobs.retrieve(jobId)).status).toBe('done');
    await expect(
      limited.imports.create({ folderId: library.folderId, files: [{ name: 'x.vtt', content }] }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('mints nothing that sees more, whatever its role', async () => {
    const { token } = await mint({ dataFilter: { folderIds: [folderId] } }, { role: 'owner' });
    await expect(as(token).sessions.create({ user: { id: 'x', name: 'X', role: 'owner' } })).rejects.toMatchObject({
      status: 403,
    });
    await expect(as(token).keys.create({ name: 'mine' })).rejects.toMatchObject({ status: 403 });
  });
});

describe('what a session may do', () => {
  it('is the least of its role, its scopes and the key that minted it', async () => {
    const scopes = ['sessions:write', 'calls:read', 'folders:read', 'keys:write'] as const;
    const narrow = as((await vault.keys.create({ name: 'narrow', scopes: [...scopes] })).secret);
    for (const role of ['owner', 'member', 'coach', 'client'] as const) {
      for (const wanted of [undefined, ['calls:read', 'calls:write'] as const]) {
        const { token } = await narrow.sessions.create({
          user: { id: 'u', name: 'U', role },
          ...(wanted ? { scopes: [...wanted] } : {}),
        });
        const { permissions: granted } = await as(token).sessions.current();
        expect(granted.sort()).toEqual(
          permissions
            .filter(
              (one) =>
                rolePermissions[role].includes(one) &&
                scopes.some((scope) => scope === one) &&
                (!wanted || wanted.some((scope) => scope === one)),
            )
            .sort(),
        );
      }
    }
    const child = await narrow.keys.create({ name: 'child', scopes: ['calls:write', 'calls:read'] });
    expect(child.scopes).toEqual(['calls:read']);
  });

  it('never lets a user pass for a key', async () => {
    await expect(mint({}, { id: 'key:key_1' })).rejects.toMatchObject({ status: 422 });
    await expect(mint({}, { id: '  key:key_1' })).rejects.toMatchObject({ status: 422 });
  });

  it('works only on pages of the tenant', async () => {
    await expect(mint({ origins: ['https://evil.example'] })).rejects.toMatchObject({ code: 'origin_not_allowed' });
    expect((await mint({ origins: ['http://[::1]:3000'] })).id).toBeTruthy();
  });
});

describe('a credential', () => {
  it('that was tampered with, signed by another, or not signed at all is refused', async () => {
    const { token } = await mint();
    expect(await statusOf(token)).toBe(200);
    const [header, payload, signature] = token.split('.');
    const claims = decodeJwt(token);
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const sign = (more: object, key = 'x'.repeat(32)) =>
      new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(key));
    const other = await platform.tenant('access-other');
    const theirs = (await other.vault.sessions.create({ user: { id: 'x', name: 'X', role: 'owner' } })).token.split(
      '.',
    );
    const bad = [
      `${header}.${encode({ ...claims, role: 'owner' })}.${signature}`,
      `${header}.${encode({ ...claims, exp: 9_999_999_999 })}.${signature}`,
      `${encode({ alg: 'none' })}.${payload}.`,
      `${encode({ alg: 'None', typ: 'JWT' })}.${payload}.${signature}`,
      `${encode({ alg: 'HS512' })}.${payload}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${payload}.${signature.slice(0, -2)}`,
      await sign({}),
      await sign({ tid: 'access-other' }),
      await sign({}, secretKey),
      `${theirs[0]}.${encode({ ...decodeJwt(theirs.join('.')), tid: 'access-tenant', aud: 'access-tenant' })}.${theirs[2]}`,
      `${theirs[0]}.${payload}.${theirs[2]}`,
      'a.b.c',
      '....',
      await sign({ tid: 'no-such-tenant' }),
      await sign({ tid: { $ne: null } }),
    ];
    for (const one of bad) expect(await statusOf(one)).toBe('invalid_session');
    for (const one of [
      secretKey.slice(0, -1),
      `${secretKey}x`,
      secretKey.toUpperCase().replace('SK_TEST', 'sk_test'),
      'sk_test_',
      'pk_test_x',
      'op_',
      'sk_live_[object Object]',
    ])
      expect(await statusOf(one)).toBe('invalid_key');
  });

  it('ends when its session, its user or its key is revoked', async () => {
    const [one, same, another] = [
      await mint({}, { id: 'u-1' }),
      await mint({}, { id: 'u-1' }),
      await mint({}, { id: 'u-2' }),
    ];
    for (const { token } of [one, same, another]) expect(await statusOf(token)).toBe(200);
    await vault.sessions.revoke(one.id);
    expect([await statusOf(one.token), await statusOf(same.token)]).toEqual(['session_revoked', 200]);
    expect(await vault.sessions.revokeUser('u-1')).toEqual({ revoked: 1 });
    expect([await statusOf(same.token), await statusOf(another.token)]).toEqual(['session_revoked', 200]);
    const key = await vault.keys.create({ name: 'Short-lived' });
    expect(await statusOf(key.secret)).toBe(200);
    await vault.keys.revoke(key.id);
    expect(await statusOf(key.secret)).toBe('invalid_key');
    const foreign = await platform.tenant('access-foreign');
    await expect(foreign.vault.keys.revoke((await vault.keys.list()).items[0].id)).rejects.toMatchObject({
      status: 404,
    });
    await expect(foreign.vault.sessions.revoke(another.id)).rejects.toMatchObject({ status: 404 });
    expect([await statusOf(secretKey), await statusOf(another.token)]).toEqual([200, 200]);
  });

  it('lives beside one other of its name, for rotation', async () => {
    const [old, next] = [await vault.keys.create({ name: 'Rotated' }), await vault.keys.create({ name: 'Rotated' })];
    expect([await statusOf(old.secret), await statusOf(next.secret)]).toEqual([200, 200]);
    await expect(vault.keys.create({ name: 'Rotated' })).rejects.toMatchObject({ code: 'two_keys_live' });
    await vault.keys.revoke(old.id);
    expect((await vault.keys.create({ name: 'Rotated' })).id).toBeTruthy();
    expect(JSON.stringify(await vault.keys.list())).not.toContain(next.secret);
  });

  it('expires, although it was checked a moment before', async () => {
    const { token } = await mint({ expiresInMinutes: 5 });
    now = 299_000;
    expect(await statusOf(token)).toBe(200);
    now = 301_000;
    expect(await statusOf(token)).toBe('session_expired');
    now = 0;
  });
});
