import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { startEmbeddedMongo, startInProcess } from './index.ts';

/** More with `npm run test:faults`. */
const KILLS = Number(process.env.CALLVAULT_FAULT_ROUNDS ?? 10);
const BUDGET_MS = KILLS * 3_000 + 20_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the engine is back, at most ten seconds. */
async function answersAgain(client: mongoose.mongo.MongoClient): Promise<void> {
  for (const started = Date.now(); Date.now() - started < 10_000; await pause(50)) {
    const answer = await client
      .db('admin')
      .command({ ping: 1 })
      .catch(() => undefined);
    if (answer) return;
  }
  throw new Error('the engine did not come back');
}

/** Repeats a write until told to stop; counts what was acknowledged and what failed. */
async function repeat(
  isOver: () => boolean,
  write: (n: number) => Promise<unknown>,
): Promise<{ acknowledged: number[]; failed: number }> {
  const acknowledged: number[] = [];
  let failed = 0;
  for (let n = 0; !isOver(); n++) {
    try {
      await write(n);
      acknowledged.push(n);
    } catch {
      failed++;
    }
  }
  return { acknowledged, failed };
}

describe('the embedded database when its process is killed', () => {
  it(
    `loses nothing it acknowledged and applies nothing by half, over ${KILLS} kills`,
    { timeout: BUDGET_MS + 30_000 },
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'cv-kill-'));
      const engine = await startEmbeddedMongo({ dataDir });
      const client = await new mongoose.mongo.MongoClient(engine.url, {
        serverSelectionTimeoutMS: 8_000,
        heartbeatFrequencyMS: 500,
      }).connect();
      const db = client.db();
      interface Numbered {
        _id: string;
      }
      const [inserts, pairs] = [db.collection<Numbered>('inserts'), db.collection<Numbered>('pairs')];
      const counters = db.collection<{ _id: string; n: number }>('counters');
      await inserts.createIndex({ even: 1 });
      await counters.insertOne({ _id: 'c', n: 0 });
      let isOver = false;
      const started = Date.now();
      const writers = [
        repeat(
          () => isOver,
          (n) => inserts.insertOne({ _id: `i${n}`, even: n % 2 } as Numbered),
        ),
        repeat(
          () => isOver,
          (n) =>
            client.withSession((session) =>
              session.withTransaction(async () => {
                await pairs.insertOne({ _id: `left${n}` }, { session });
                await pairs.insertOne({ _id: `right${n}` }, { session });
              }),
            ),
        ),
        repeat(
          () => isOver,
          () => counters.updateOne({ _id: 'c' }, { $inc: { n: 1 } }),
        ),
      ] as const;
      let kills = 0;
      for (; kills < KILLS && Date.now() - started < BUDGET_MS; kills++) {
        const victim = engine.pid();
        await pause(150 + ((kills * 37) % 200));
        process.kill(victim, 'SIGKILL');
        await answersAgain(client);
      }
      isOver = true;
      const [inserted, paired, counted] = await Promise.all(writers);
      expect(kills).toBeGreaterThanOrEqual(Math.min(KILLS, 5));
      expect(inserted.acknowledged.length).toBeGreaterThan(kills);

      const present = new Set((await inserts.find().toArray()).map(({ _id }) => _id));
      expect(inserted.acknowledged.filter((n) => !present.has(`i${n}`))).toEqual([]);
      const halves = new Set((await pairs.find().toArray()).map(({ _id }) => _id));
      expect(paired.acknowledged.filter((n) => !halves.has(`left${n}`) || !halves.has(`right${n}`))).toEqual([]);
      expect(
        [...halves].filter(
          (id) => !halves.has(id.startsWith('left') ? id.replace('left', 'right') : id.replace('right', 'left')),
        ),
      ).toEqual([]);
      const total = (await counters.findOne({ _id: 'c' }))?.n ?? 0;
      expect(total).toBeGreaterThanOrEqual(counted.acknowledged.length);
      expect(total).toBeLessThanOrEqual(counted.acknowledged.length + counted.failed);
      expect(await inserts.countDocuments({ even: { $in: [0, 1] } })).toBe(present.size);
      expect(await db.admin().command({ callvaultIntegrityCheck: 1 })).toMatchObject({ problems: [] });
      await client.close();
      await engine.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  );

  it(
    'is started again at the same address, and keeps a second engine out of its directory',
    { timeout: 60_000 },
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'cv-lock-'));
      const engine = await startEmbeddedMongo({ dataDir });
      await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow(`in use by process ${engine.pid()}`);
      const client = await new mongoose.mongo.MongoClient(engine.url).connect();
      await client.db().collection('c').insertOne({ x: 1 });
      const before = engine.pid();
      process.kill(before, 'SIGKILL');
      expect(await client.db().collection('c').countDocuments()).toBe(1);
      expect(engine.pid()).not.toBe(before);
      await client.close();
      await engine.stop();
      const next = await startInProcess({ dataDir });
      await next.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  );

  it('backs up while it serves, to a directory another engine can open', { timeout: 60_000 }, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'cv-back-'));
    const copyDir = mkdtempSync(join(tmpdir(), 'cv-copy-'));
    const engine = await startInProcess({ dataDir });
    const client = await new mongoose.mongo.MongoClient(engine.url).connect();
    await client
      .db()
      .collection('c')
      .insertMany(Array.from({ length: 500 }, (_, n) => ({ n })));
    await client.db('admin').command({ callvaultBackup: join(copyDir, 'documents.sqlite') });
    await client.db().collection('c').deleteMany({});
    await client.close();
    await engine.stop();
    const copy = await startInProcess({ dataDir: copyDir });
    const reader = await new mongoose.mongo.MongoClient(copy.url).connect();
    expect(await reader.db().collection('c').countDocuments()).toBe(500);
    await reader.close();
    await copy.stop();
    for (const dir of [dataDir, copyDir]) rmSync(dir, { recursive: true, force: true });
  });

  it('reports a damaged file', { timeout: 60_000 }, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'cv-bad-'));
    const engine = await startInProcess({ dataDir });
    expect(engine.store.integrityProblems()).toEqual([]);
    const client = await new mongoose.mongo.MongoClient(engine.url).connect();
    await client
      .db()
      .collection('c')
      .insertMany(Array.from({ length: 2000 }, (_, n) => ({ n, text: 'x'.repeat(100) })));
    await client.close();
    await engine.stop();
    const path = join(dataDir, 'documents.sqlite');
    const file = openSync(path, 'r+');
    const page = 4096;
    // Several pages in the middle: a single one may be free, and then nothing is damaged.
    writeSync(file, Buffer.alloc(page * 8, 0xff), 0, page * 8, Math.floor(statSync(path).size / page / 2) * page);
    closeSync(file);
    const damaged = await startInProcess({ dataDir });
    expect(damaged.store.integrityProblems()).not.toEqual([]);
    await damaged.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
