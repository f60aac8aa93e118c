import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startInProcess, type InProcessMongo } from './in-process.ts';
import { connectRaw } from './testing/raw-client.harness.ts';

interface Account {
  _id: string;
  n: number;
}

describe('transactions and writes that are sent again', () => {
  let dir: string;
  let server: InProcessMongo;
  let client: mongoose.mongo.MongoClient;
  let accounts: mongoose.mongo.Collection<Account>;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'cv-txn-'));
    server = await startInProcess({
      dataDir: dir,
      limits: { writeMs: 400, transactionMs: 300, transactionLifeMs: 1500 },
    });
    client = await new mongoose.mongo.MongoClient(server.url).connect();
    accounts = client.db().collection<Account>('accounts');
    await accounts.insertMany([
      { _id: 'a', n: 10 },
      { _id: 'b', n: 0 },
    ]);
  });
  afterEach(async () => {
    await client.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('are serialisable: concurrent read-modify-writes lose nothing', async () => {
    await Promise.all(
      Array.from({ length: 8 }, () =>
        client.withSession((session) =>
          session.withTransaction(async () => {
            const account = await accounts.findOne({ _id: 'a' }, { session });
            await accounts.updateOne({ _id: 'a' }, { $set: { n: (account?.n ?? 0) + 1 } }, { session });
          }),
        ),
      ),
    );
    expect(await accounts.findOne({ _id: 'a' })).toMatchObject({ n: 18 });
  });

  it('show others nothing before the commit, not even a new collection', async () => {
    const session = client.startSession();
    session.startTransaction();
    await client.db().collection('fresh').insertOne({ x: 1 }, { session });
    await accounts.updateOne({ _id: 'a' }, { $inc: { n: -5 } }, { session });
    expect(await client.db().collection('fresh').countDocuments()).toBe(0);
    expect((await client.db().listCollections().toArray()).map(({ name }) => name)).toEqual(['accounts']);
    expect(await accounts.findOne({ _id: 'a' })).toMatchObject({ n: 10 });
    await session.commitTransaction();
    expect(await client.db().collection('fresh').countDocuments()).toBe(1);
    await session.endSession();
  });

  it('undo a new collection and its index when aborted', async () => {
    const session = client.startSession();
    session.startTransaction();
    await client.db().collection('gone').insertOne({ x: 1 }, { session });
    await session.abortTransaction();
    await session.endSession();
    expect(await client.db().listCollections({ name: 'gone' }).toArray()).toEqual([]);
    await client.db().collection('gone').insertOne({ x: 2 });
    expect(await client.db().collection('gone').countDocuments()).toBe(1);
  });

  it('end at any error, and a later statement is told so', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts.updateOne({ _id: 'b' }, { $set: { n: 7 } }, { session });
    await expect(accounts.insertOne({ _id: 'a', n: 1 }, { session })).rejects.toMatchObject({ code: 11000 });
    const later = await accounts
      .updateOne({ _id: 'b' }, { $set: { n: 8 } }, { session })
      .catch((error: unknown) => error);
    expect(later).toMatchObject({ code: 251 });
    expect((later as mongoose.mongo.MongoError).hasErrorLabel('TransientTransactionError')).toBe(false);
    await session.endSession();
    expect(await accounts.findOne({ _id: 'b' })).toMatchObject({ n: 0 });
  });

  it('make a write without its session wait, and say why when it gives up', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    await expect(accounts.updateOne({ _id: 'b' }, { $inc: { n: 1 } })).rejects.toThrow(
      /without the session waits on itself/,
    );
    await session.commitTransaction();
    await session.endSession();
    expect((await accounts.updateOne({ _id: 'b' }, { $inc: { n: 1 } })).modifiedCount).toBe(1);
  });

  it('are ended when left open too long', async () => {
    const session = client.startSession();
    session.startTransaction();
    await accounts.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect((await accounts.updateOne({ _id: 'a' }, { $inc: { n: 100 } })).modifiedCount).toBe(1);
    await expect(session.commitTransaction()).rejects.toMatchObject({ code: 251 });
    await session.endSession();
    expect(await accounts.findOne({ _id: 'a' })).toMatchObject({ n: 110 });
  });

  it('refuse commands that have no place in them', async () => {
    const session = client.startSession();
    session.startTransaction();
    await expect(client.db().command({ count: 'accounts' }, { session })).rejects.toMatchObject({ code: 263 });
    await session.endSession();
  });

  it('accept a commit that is sent again, even after a restart', async () => {
    let raw = await connectRaw(server.url);
    const lsid = { id: new mongoose.mongo.BSON.UUID() };
    const transaction = { lsid, txnNumber: mongoose.mongo.Long.fromNumber(1), autocommit: false };
    const commit = { commitTransaction: 1, ...transaction, $db: 'admin' };
    const documents = [{ _id: 'c', n: 1 }];
    await raw.send({ insert: 'accounts', documents, startTransaction: true, ...transaction, $db: 'callvault' });
    expect(await raw.send(commit)).toMatchObject({ ok: 1 });
    expect(await raw.send(commit)).toMatchObject({ ok: 1 });
    raw.close();
    await client.close();
    await server.stop();
    server = await startInProcess({ dataDir: dir });
    client = await new mongoose.mongo.MongoClient(server.url).connect();
    raw = await connectRaw(server.url);
    expect(await raw.send(commit)).toMatchObject({ ok: 1 });
    const unknown = await raw.send({ ...commit, txnNumber: mongoose.mongo.Long.fromNumber(2) });
    expect(unknown).toMatchObject({ ok: 0, code: 251, errorLabels: ['TransientTransactionError'] });
    raw.close();
  });

  it('apply a write once however often it is sent, and refuse an older one', async () => {
    const raw = await connectRaw(server.url);
    const lsid = { id: new mongoose.mongo.BSON.UUID() };
    const increase = (number: number) =>
      raw.send({
        update: 'accounts',
        updates: [{ q: { _id: 'a' }, u: { $inc: { n: 1 } } }],
        lsid,
        txnNumber: mongoose.mongo.Long.fromNumber(number),
        $db: 'callvault',
      });
    expect(await increase(5)).toMatchObject({ n: 1, nModified: 1 });
    expect(await increase(5)).toMatchObject({ n: 1, nModified: 1 });
    expect(await accounts.findOne({ _id: 'a' })).toMatchObject({ n: 11 });
    expect(await increase(4)).toMatchObject({ ok: 0, code: 225 });
    expect(await increase(6)).toMatchObject({ n: 1, nModified: 1 });
    raw.close();
  });

  it('read through a cursor what the transaction sees', async () => {
    await accounts.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: `x${n}`, n })));
    const session = client.startSession();
    session.startTransaction();
    await accounts.deleteMany({ n: { $gte: 200 } }, { session });
    expect(await accounts.find({ _id: /^x/ }, { session, batchSize: 50 }).toArray()).toHaveLength(200);
    await session.commitTransaction();
    await session.endSession();
  });
});
