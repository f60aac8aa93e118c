import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInProcess, type InProcessMongo } from './in-process.ts';
import { runCase, type UnifiedFile, type Verdict } from './testing/unified-runner.harness.ts';

const CASES = new URL('../../../../../../shared/data/mongo-crud/', import.meta.url);
const SERVER_VERSION = '8.0.0';

// The public cases of MongoDB's CRUD specification lie beside the project, not in it.
const hasCases = existsSync(CASES);

describe.skipIf(!hasCases)(
  `public CRUD cases of MongoDB${hasCases ? '' : ' (skipped: ../shared/data/mongo-crud is not there)'}`,
  () => {
    let dir: string;
    let server: InProcessMongo;
    beforeAll(async () => {
      dir = mkdtempSync(join(tmpdir(), 'cv-crud-'));
      server = await startInProcess({ dataDir: dir });
    });
    afterAll(async () => {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    });

    it('pass or are refused by name; none is answered wrongly', { timeout: 120_000 }, async () => {
      const verdicts: (Verdict & { name: string })[] = [];
      const connect = (options: mongoose.mongo.MongoClientOptions): Promise<mongoose.mongo.MongoClient> =>
        new mongoose.mongo.MongoClient(server.url, options).connect();
      for (const name of readdirSync(CASES).filter((file) => file.endsWith('.json'))) {
        const file = JSON.parse(readFileSync(new URL(name, CASES), 'utf8')) as UnifiedFile;
        for (const test of file.tests) {
          verdicts.push({
            ...(await runCase(file, test, connect, SERVER_VERSION)),
            name: `${name}: ${test.description}`,
          });
        }
      }
      const count = (kind: Verdict['kind']): number => verdicts.filter((verdict) => verdict.kind === kind).length;
      const wrong = verdicts
        .filter(({ kind }) => kind === 'wrong')
        .map(({ name, reason }) => `${name}: ${reason ?? ''}`);
      console.log(
        `passed ${count('passed')}, refused ${count('refused')}, wrong ${wrong.length}, skipped ${count('skipped')}`,
      );
      expect(wrong).toEqual([]);
      expect(count('passed')).toBeGreaterThanOrEqual(171);
    });
  },
);
