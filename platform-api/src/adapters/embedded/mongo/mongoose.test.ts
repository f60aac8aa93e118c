import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { Schema, type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInProcess, type InProcessMongo } from './in-process.ts';

interface Call {
  title: string;
  tags: string[];
  length: number;
  owner?: { name: string; email?: string };
}

describe('Mongoose on the embedded engine', () => {
  let dir: string;
  let server: InProcessMongo;
  let db: Connection;
  const schema = new Schema<Call>(
    { title: { type: String, required: true }, tags: [String], length: Number, owner: { name: String, email: String } },
    { timestamps: true },
  );
  schema.index({ title: 1 }, { unique: true });
  schema.index({ tags: 1, length: -1 });

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'cv-mongoose-'));
    server = await startInProcess({ dataDir: dir });
    db = await mongoose.createConnection(server.url).asPromise();
  });
  afterAll(async () => {
    await db.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const calls = () => db.models.Call ?? db.model('Call', schema);

  it('creates documents, finds them by index and updates them', async () => {
    const Call = calls();
    await Call.init();
    await Call.create([
      { title: 'first', tags: ['a', 'b'], length: 10 },
      { title: 'second', tags: ['b'], length: 20, owner: { name: 'Ann' } },
    ]);
    expect(await Call.find({ tags: 'b' }).sort({ length: -1 }).distinct('title')).toEqual(['first', 'second']);
    expect((await Call.find({ tags: 'b' }).sort({ length: -1 })).map(({ title }) => title)).toEqual([
      'second',
      'first',
    ]);
    const updated = await Call.findOneAndUpdate(
      { title: 'first' },
      { $inc: { length: 5 }, $push: { tags: 'c' } },
      { returnDocument: 'after' },
    );
    expect(updated).toMatchObject({ length: 15, tags: ['a', 'b', 'c'] });
    expect(await Call.countDocuments({ length: { $gte: 15 } })).toBe(2);
    expect(await Call.estimatedDocumentCount()).toBe(2);
  });

  it('reports a duplicate key as MongoDB does', async () => {
    const failure = await calls()
      .create({ title: 'first' })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 11000, keyPattern: { title: 1 }, keyValue: { title: 'first' } });
  });

  it('has nothing left to do when indexes are synchronised', async () => {
    expect(await calls().syncIndexes()).toEqual([]);
  });

  it('aggregates, with a join', async () => {
    const result = await calls().aggregate<{ _id: string; total: number; peers: unknown[] }>([
      { $unwind: '$tags' },
      { $group: { _id: '$tags', total: { $sum: '$length' } } },
      { $sort: { _id: 1 } },
      { $lookup: { from: 'calls', localField: '_id', foreignField: 'tags', as: 'peers' } },
    ]);
    expect(result.map(({ _id, total, peers }) => [_id, total, peers.length])).toEqual([
      ['a', 15, 1],
      ['b', 35, 2],
      ['c', 15, 1],
    ]);
  });

  it('undoes a whole transaction when its callback throws', async () => {
    const Call = calls();
    await expect(
      db.transaction(async (session) => {
        await Call.create([{ title: 'third' }], { session });
        expect(await Call.countDocuments({ title: 'third' }).session(session)).toBe(1);
        expect(await Call.countDocuments({ title: 'third' })).toBe(0);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await Call.countDocuments({ title: 'third' })).toBe(0);
  });

  it('commits a transaction', async () => {
    const Call = calls();
    await db.transaction(async (session) => {
      await Call.create([{ title: 'fourth' }], { session });
      await Call.updateOne({ title: 'first' }, { $set: { length: 99 } }, { session });
    });
    expect(await Call.findOne({ title: 'first' }).lean()).toMatchObject({ length: 99 });
    expect(await Call.countDocuments({ title: 'fourth' })).toBe(1);
  });

  it('saves a changed document and rejects a stale version', async () => {
    const Call = calls();
    const call = await Call.findOne({ title: 'second' }).orFail();
    call.tags.push('z');
    await call.save();
    expect(await Call.findOne({ tags: 'z' }).lean()).toMatchObject({ title: 'second' });
    expect(
      (
        await Call.bulkWrite([
          { insertOne: { document: { title: 'bulk' } } },
          { deleteOne: { filter: { title: 'bulk' } } },
        ])
      ).deletedCount,
    ).toBe(1);
    expect((await Call.deleteMany({ title: 'fourth' })).deletedCount).toBe(1);
  });

  it('streams a cursor in batches', async () => {
    const Call = calls();
    await Call.insertMany(
      Array.from({ length: 250 }, (_, n) => ({ title: `n${String(n).padStart(3, '0')}`, length: n })),
    );
    let count = 0;
    for await (const call of Call.find({ title: /^n/ }).sort({ title: 1 }).cursor({ batchSize: 40 })) {
      expect(call.length).toBe(count++);
    }
    expect(count).toBe(250);
  });
});
