import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../testing/index.ts';
import type { TenantContext } from './context.ts';
import { encodeCursor } from './cursor.ts';
import { atomically, isDuplicateKey } from './database.ts';
import { tenantCollection } from './tenant-collection.ts';
import type { Change, Where } from './where.ts';

interface Note {
  text: string;
  rank: number;
  at: Date;
  labels: string[];
}

const notes = tenantCollection<Note>(
  'test_notes',
  { text: String, rank: Number, at: Date, labels: [String] },
  { idPrefix: 'note', indexes: [{ fields: { text: 1 }, unique: true }, { fields: { rank: 1 } }] },
);

const context = (tenantId: string): TenantContext => ({
  tenantId,
  actorId: 'test',
  role: 'owner',
  permissions: new Set(),
});
const ours = context('notes-ours');
const theirs = context('notes-theirs');
const aNote = (fields: Partial<Note> = {}): Note => ({
  text: `note ${Math.random()}`,
  rank: 1,
  at: new Date(0),
  labels: [],
  ...fields,
});

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform?.stop());

describe('a tenant collection', () => {
  it('refuses a context without a tenant before it asks the database', () => {
    for (const tenantId of ['', undefined, null, {}])
      expect(() => notes.in({ ...ours, tenantId: tenantId as string })).toThrow('without a tenant');
  });

  it('reads, changes, counts and deletes nothing of another tenant, whatever the filter says', async () => {
    const made = await notes.in(theirs).create(aNote({ text: 'theirs', labels: ['x'] }));
    const widening = [
      {},
      { id: made.id },
      { text: 'theirs' },
      { tenantId: theirs.tenantId },
      { $or: [{ tenantId: theirs.tenantId }, {}] },
      { id: { $in: [made.id] } },
      { labels: 'x' },
    ] as unknown as Where<Note>[];
    for (const where of widening) {
      expect(await notes.in(ours).find(where)).toEqual([]);
      expect(await notes.in(ours).findOne(where)).toBeNull();
      expect(await notes.in(ours).pick(where, ['text'])).toEqual([]);
      expect(await notes.in(ours).count(where)).toBe(0);
      expect((await notes.in(ours).page(where, { sort: ['rank', 1], limit: 5 })).items).toEqual([]);
      expect(await notes.in(ours).aggregate(where, [{ $group: { _id: null, n: { $sum: 1 } } }])).toEqual([]);
      expect(await notes.in(ours).update(made.id, { $set: { text: 'ours now' } }, where)).toBeNull();
      expect(await notes.in(ours).updateMany(where, { $set: { text: 'ours now' } })).toBe(0);
      expect(await notes.in(ours).deleteMany(where)).toBe(0);
    }
    expect(await notes.in(ours).get(made.id)).toBeNull();
    expect(await notes.in(ours).delete(made.id)).toBe(false);
    expect((await notes.in(theirs).get(made.id))?.text).toBe('theirs');
  });

  it('gives no document to another tenant, even when a change says so', async () => {
    const made = await notes.in(ours).create(aNote());
    const moved = { $set: { tenantId: theirs.tenantId } } as unknown as Change<Note>;
    await notes
      .in(ours)
      .update(made.id, moved)
      .catch(() => undefined);
    await notes
      .in(ours)
      .updateMany({ id: made.id }, moved)
      .catch(() => undefined);
    expect([(await notes.in(ours).get(made.id))?.id, await notes.in(theirs).get(made.id)]).toEqual([made.id, null]);
    const smuggled = await notes.in(ours).create({ ...aNote(), tenantId: theirs.tenantId } as Note);
    expect(await notes.in(theirs).get(smuggled.id)).toBeNull();
  });

  it('throws on a field it does not have instead of leaving it out of a filter or a document', async () => {
    await expect(notes.in(ours).find({ txet: 'a' } as unknown as Where<Note>)).rejects.toThrow();
    await expect(notes.in(ours).create({ ...aNote(), txet: 'a' } as Note)).rejects.toThrow();
    await expect(notes.in(ours).updateMany({}, { $set: { txet: 'a' } } as unknown as Change<Note>)).rejects.toThrow();
  });

  it('makes one document of many who find or create the same', async () => {
    const twins = await Promise.all(
      Array.from({ length: 8 }, () =>
        notes.in(ours).findOrCreate({ text: 'the only one' }, { rank: 3, at: new Date(0), labels: [] }),
      ),
    );
    expect([new Set(twins.map(({ id }) => id)).size, twins[0].text, twins[0].rank]).toEqual([1, 'the only one', 3]);
    const other = await notes
      .in(theirs)
      .findOrCreate({ text: 'the only one' }, { rank: 4, at: new Date(0), labels: [] });
    expect(other.id).not.toBe(twins[0].id);
  });
});

describe('pages', () => {
  it('hold every document once while others come and go, with equal sort keys too', async () => {
    const ctx = context('notes-paged');
    await notes
      .in(ctx)
      .createMany(Array.from({ length: 25 }, (_, at) => aNote({ rank: Math.floor(at / 10), text: `first ${at}` })));
    const before = (await notes.in(ctx).find({})).map(({ id }) => id);
    for (const direction of [1, -1] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let round = 0; round < 20; round++) {
        const page = await notes.in(ctx).page({}, { sort: ['rank', direction], limit: 4, cursor });
        seen.push(...page.items.map(({ id }) => id));
        await notes.in(ctx).createMany([aNote({ rank: 0 }), aNote({ rank: 9 })]);
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(before.filter((id) => !seen.includes(id))).toEqual([]);
    }
  });

  it('refuse a cursor that is not theirs, and show a forger nothing but their own list', async () => {
    const secret = await notes.in(theirs).create(aNote({ rank: 50 }));
    await notes.in(ours).create(aNote({ rank: 51 }));
    const page = (cursor: string) => notes.in(ours).page({}, { sort: ['rank', 1], limit: 50, cursor });
    const forged = [
      'x',
      '',
      '%00',
      Buffer.from('null').toString('base64url'),
      Buffer.from('["v",{"$gt":0},"a"]').toString('base64url'),
      Buffer.from('["v",1,{"$ne":null}]').toString('base64url'),
      Buffer.from('["d",1e999,"a"]').toString('base64url'),
      encodeCursor({ key: 'a word', id: 'a' }),
      encodeCursor({ key: new Date(), id: 'a' }),
      'A'.repeat(100_000),
    ];
    for (const cursor of forged) await expect(page(cursor)).rejects.toMatchObject({ code: 'bad_cursor', status: 422 });
    const { items } = await page(encodeCursor({ key: 49, id: secret.id }));
    expect(items.map(({ rank }) => rank)).toEqual([51]);
    await expect(
      notes.in(ours).page({}, { sort: ['at', 1], limit: 1, cursor: encodeCursor({ key: 1, id: 'a' }) }),
    ).rejects.toMatchObject({ code: 'bad_cursor' });
  });
});

describe('atomically', () => {
  it('keeps all or nothing, over several collections of writes', async () => {
    const known = await notes.in(ours).create(aNote({ text: 'known', rank: 1 }));
    const work = atomically(ours, async () => {
      await notes.in(ours).create(aNote({ text: 'half' }));
      await notes.in(ours).update(known.id, { $set: { rank: 2 } });
      await notes.in(ours).delete(known.id);
      throw new Error('the last step failed');
    });
    await expect(work).rejects.toThrow('the last step failed');
    expect([await notes.in(ours).findOne({ text: 'half' }), (await notes.in(ours).get(known.id))?.rank]).toEqual([
      null,
      1,
    ]);
  });

  it('undoes what went before a document that exists already', async () => {
    await notes.in(ours).create(aNote({ text: 'taken' }));
    const error: unknown = await atomically(ours, () =>
      notes.in(ours).createMany([aNote({ text: 'before it' }), aNote({ text: 'taken' })]),
    ).catch((thrown: unknown) => thrown);
    expect(isDuplicateKey(error)).toBe(true);
    expect(await notes.in(ours).findOne({ text: 'before it' })).toBeNull();
  });

  it('answers with what the work answers, and loses no change of two that meet', async () => {
    const { id } = await notes.in(ours).create(aNote({ rank: 0 }));
    const add = () =>
      atomically(ours, async () => {
        const rank = ((await notes.in(ours).get(id))?.rank ?? 0) + 1;
        await notes.in(ours).update(id, { $set: { rank } });
        return rank;
      });
    const answers = await Promise.all(Array.from({ length: 8 }, add));
    expect([answers.sort((a, b) => a - b), (await notes.in(ours).get(id))?.rank]).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      8,
    ]);
  });
});
