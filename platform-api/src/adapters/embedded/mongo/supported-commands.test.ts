import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordCommands, startInProcess, type InProcessMongo } from './index.ts';
import { connectRaw, opMsg } from './testing/raw-client.harness.ts';

/** Recorded from what the suite sends; a name that is not on it is not supported. */
const supported = JSON.parse(readFileSync(new URL('./supported-commands.json', import.meta.url), 'utf8')) as string[];

describe('the commands this engine answers', () => {
  let dir: string;
  let server: InProcessMongo;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'cv-commands-'));
    server = await startInProcess({ dataDir: dir });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('are all on the recorded list when Mongoose does what the platform does', async () => {
    const db = await mongoose.createConnection(server.url, { monitorCommands: true }).asPromise();
    const recorder = recordCommands(db.getClient());
    const Note = db.model('Note', new mongoose.Schema({ text: { type: String, unique: true }, n: Number }));
    await Note.init();
    await Note.syncIndexes();
    await Note.create({ text: 'a', n: 1 });
    await Note.updateOne({ text: 'a' }, { $inc: { n: 1 } });
    await Note.findOneAndUpdate({ text: 'a' }, { n: 5 });
    await Note.find()
      .cursor({ batchSize: 1 })
      .eachAsync(() => undefined);
    await Note.countDocuments();
    await Note.estimatedDocumentCount();
    await Note.distinct('text');
    await Note.aggregate([{ $group: { _id: '$text' } }]);
    await db.transaction(async (session) => {
      await Note.create([{ text: 'b' }], { session });
    });
    await Note.find({ text: 'a' }).explain();
    await Note.deleteMany({});
    await db.dropCollection('notes');
    await db.dropDatabase();
    recorder.stop();
    await db.close();
    expect(recorder.names().filter((name) => !supported.includes(name))).toEqual([]);
    expect(recorder.names().length).toBeGreaterThan(12);
  });

  it('know every command on the list', async () => {
    const raw = await connectRaw(server.url);
    for (const name of supported) {
      expect(await raw.send({ [name]: 'x', $db: 'test' }), name).not.toMatchObject({ codeName: 'CommandNotFound' });
    }
    raw.close();
  });

  it('refuse others by name', async () => {
    const raw = await connectRaw(server.url);
    expect(await raw.send({ dbStats: 1, $db: 'test' })).toMatchObject({
      ok: 0,
      code: 59,
      codeName: 'CommandNotFound',
      errmsg: "no such command: 'dbStats'",
    });
    expect(await raw.send({ find: 'x', foo: 1, $db: 'test' })).toMatchObject({
      code: 40415,
      errmsg: "BSON field 'find.foo' is an unknown field.",
    });
    expect(await raw.send({ find: 'x', collation: { locale: 'de' }, $db: 'test' })).toMatchObject({
      code: 238,
      codeName: 'NotImplemented',
    });
    expect(await raw.send({ aggregate: 'x', pipeline: [{ $out: 'y' }], cursor: {}, $db: 'test' })).toMatchObject({
      code: 238,
    });
    expect(await raw.send({ aggregate: 'x', pipeline: [{ $nope: 1 }], cursor: {}, $db: 'test' })).toMatchObject({
      code: 40324,
    });
    expect(await raw.send({ find: 'x', filter: { $where: '1' }, $db: 'test' })).toMatchObject({ code: 238 });
    expect(await raw.send({ find: 'x', filter: { a: { $nope: 1 } }, $db: 'test' })).toMatchObject({ code: 2 });
    expect(
      await raw.send({ createIndexes: 'x', indexes: [{ key: { a: 'text' }, name: 't' }], $db: 'test' }),
    ).toMatchObject({ code: 238 });
    raw.close();
  });

  it('answer in order when several come at once, and not at all when no answer is wanted', async () => {
    const raw = await connectRaw(server.url);
    const silent = opMsg({ insert: 'quiet', documents: [{ _id: 1 }], writeConcern: { w: 0 }, $db: 'test' }, 2);
    const asked = opMsg({ count: 'quiet', $db: 'test' });
    expect(await raw.sendBytes(Buffer.concat([silent, asked]))).toMatchObject({ n: 1, ok: 1 });
    raw.close();
  });

  it('survive broken messages', async () => {
    const raw = await connectRaw(server.url);
    const broken = opMsg({ ping: 1, $db: 'test' });
    broken.writeInt32LE(9999, 21);
    expect(await raw.sendBytes(broken)).toMatchObject({ ok: 0, code: 22 });
    expect(await raw.send({ ping: 1, $db: 'test' })).toMatchObject({ ok: 1 });
    expect(await raw.sendBytes(Buffer.alloc(32, 0xff))).toBeUndefined();
    const next = await connectRaw(server.url);
    expect(await next.send({ ping: 1, $db: 'test' })).toMatchObject({ ok: 1 });
    next.close();
    raw.close();
  });
});
