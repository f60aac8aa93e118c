import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInProcess, type InProcessMongo } from './in-process.ts';

type Filter = mongoose.mongo.Filter<mongoose.mongo.BSON.Document>;
type Sort = Record<string, 1 | -1>;

interface Explained {
  queryPlanner: { winningPlan: Record<string, unknown> };
  executionStats: { nReturned: number; totalDocsExamined: number };
}

describe('the planner, by what explain shows', () => {
  let dir: string;
  let server: InProcessMongo;
  let client: mongoose.mongo.MongoClient;
  let jobs: mongoose.mongo.Collection;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'cv-plan-'));
    server = await startInProcess({ dataDir: dir });
    client = await new mongoose.mongo.MongoClient(server.url).connect();
    jobs = client.db().collection('jobs');
    const states = ['waiting', 'leased', 'done'];
    await jobs.insertMany(
      Array.from({ length: 900 }, (_, n) => ({
        state: states[n % 3],
        runAt: n,
        tags: [`t${n % 7}`, `u${n % 5}`],
        tenant: n % 10,
        deleted: n % 2 === 0,
      })),
    );
    await jobs.createIndexes([
      { key: { state: 1, runAt: 1 }, name: 'queue' },
      { key: { tags: 1 }, name: 'tags' },
      { key: { tenant: 1, runAt: -1 }, name: 'tenant', partialFilterExpression: { deleted: false } },
      { key: { note: 1 }, name: 'note', sparse: true },
      { key: { title: 1 }, name: 'title' },
    ]);
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  async function explain(filter: Filter, sort: Sort = {}, limit = 0): Promise<Explained> {
    return (await jobs.find(filter).sort(sort).limit(limit).explain()) as unknown as Explained;
  }

  it('reads one row for the next job of a queue', async () => {
    const { queryPlanner, executionStats } = await explain({ state: 'waiting', runAt: { $lte: 800 } }, { runAt: 1 }, 1);
    expect(queryPlanner.winningPlan).toMatchObject({ stage: 'IXSCAN', indexName: 'queue', sorted: true, exact: true });
    expect(executionStats).toMatchObject({ nReturned: 1, totalDocsExamined: 1 });
  });

  it('merges the ranges of $in before a sort instead of reading them all', async () => {
    const { queryPlanner, executionStats } = await explain(
      { state: { $in: ['waiting', 'leased'] }, runAt: { $lte: 800 } },
      { runAt: 1 },
      1,
    );
    expect(queryPlanner.winningPlan).toMatchObject({
      stage: 'IXSCAN',
      indexName: 'queue',
      sorted: true,
      exact: true,
      merged: true,
    });
    expect(executionStats.totalDocsExamined).toBe(1);
    const found = await jobs
      .find({ state: { $in: ['done', 'leased'] } })
      .sort({ runAt: -1 })
      .limit(4)
      .toArray();
    expect(found.map(({ runAt }) => runAt as number)).toEqual([899, 898, 896, 895]);
  });

  it('merges the branches of $or before a sort', async () => {
    const filter = { $or: [{ state: 'waiting', runAt: { $gte: 30 } }, { state: 'leased' }] };
    const { queryPlanner, executionStats } = await explain(filter, { runAt: 1 }, 3);
    expect(queryPlanner.winningPlan).toMatchObject({ stage: 'OR', sorted: true });
    expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(4);
    expect((await jobs.find(filter).sort({ runAt: 1 }).limit(3).toArray()).map(({ runAt }) => runAt as number)).toEqual(
      [1, 4, 7],
    );
  });

  it('uses a partial index only where the filter asks for no more than it holds', async () => {
    expect((await explain({ tenant: 3, deleted: false })).queryPlanner.winningPlan).toMatchObject({
      indexName: 'tenant',
    });
    expect((await explain({ tenant: 3 })).queryPlanner.winningPlan).toMatchObject({ stage: 'COLLSCAN' });
  });

  it('finds by _id with one look', async () => {
    const one = await jobs.findOne({});
    const { queryPlanner, executionStats } = await explain({ _id: one?._id, state: 'waiting' });
    expect(queryPlanner.winningPlan).toMatchObject({ indexName: '_id_' });
    expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(1);
  });

  it('takes a range for an anchored regular expression and none for another', async () => {
    expect((await explain({ title: /^abc/ })).queryPlanner.winningPlan).toMatchObject({
      indexName: 'title',
      exact: true,
    });
    expect((await explain({ title: /abc/ })).queryPlanner.winningPlan).toMatchObject({ stage: 'COLLSCAN' });
    expect((await explain({ title: /^abc/i })).queryPlanner.winningPlan).toMatchObject({ stage: 'COLLSCAN' });
  });

  it('does not let a sparse index answer for null', async () => {
    expect((await explain({ note: null })).queryPlanner.winningPlan).toMatchObject({ stage: 'COLLSCAN' });
    expect((await explain({ note: 'x' })).queryPlanner.winningPlan).toMatchObject({ indexName: 'note' });
  });

  it('follows a hint, and refuses one that names no index', async () => {
    const plan = (await jobs.find({ tags: 't1' }).hint('queue').explain()) as unknown as Explained;
    expect(plan.queryPlanner.winningPlan).toMatchObject({ indexName: 'queue' });
    await expect(jobs.find({}).hint('nothing').toArray()).rejects.toMatchObject({ code: 2 });
  });

  it('explains the query of a pipeline', async () => {
    const plan = (await jobs
      .aggregate([{ $match: { state: 'done' } }, { $sort: { runAt: -1 } }, { $limit: 2 }])
      .explain()) as unknown as Explained;
    expect(plan.queryPlanner.winningPlan).toMatchObject({ indexName: 'queue', direction: 'backward', sorted: true });
    expect(plan.executionStats.totalDocsExamined).toBe(2);
  });

  it('counts an exact range without reading documents, and an array field rightly', async () => {
    expect(await jobs.countDocuments({ state: 'waiting', runAt: { $lt: 30 } })).toBe(10);
    expect(await jobs.countDocuments({ tags: { $in: ['t1', 'u1'] } })).toBe(
      await jobs.countDocuments({ $or: [{ tags: 't1' }, { tags: 'u1' }], _id: { $exists: true } }),
    );
  });

  it('stops at maxTimeMS', async () => {
    const slow = jobs.find({ $expr: { $eq: [{ $size: { $range: [0, 20000] } }, 1] } }, { maxTimeMS: 5 }).toArray();
    await expect(slow).rejects.toMatchObject({ code: 50 });
  });
});
