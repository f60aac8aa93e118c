import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../../ports/embedder.ts';
import { aCall, searchIndexContract } from '../../../ports/search-index.contract.ts';
import type { TenantContext } from '../../../tenancy/context.ts';
import { openDatabase } from '../sqlite.ts';
import { embeddedSearchIndex } from './index.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'callvault-search-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const ctx: TenantContext = { tenantId: 'acme', actorId: 'system', role: 'owner', permissions: new Set() };
const fileIn = (dataDir: string) => join(dataDir, readdirSync(dataDir).filter((name) => name.endsWith('.sqlite'))[0]);

/** Meaning in three numbers: money, animals, and how long the text is. */
const embedder: Embedder = {
  model: 'three-numbers',
  dimensions: 3,
  embed: async (_ctx, texts) =>
    texts.map((text) => {
      const count = (words: RegExp) => text.match(words)?.length ?? 0;
      return Float32Array.of(count(/price|cost|expensive|budget/gi), count(/cat|dog|horse/gi), text.length / 10_000);
    }),
};

searchIndexContract('embedded', async () => embeddedSearchIndex({ dataDir: newFolder() }));
searchIndexContract('embedded, by meaning too', async () =>
  embeddedSearchIndex({
    dataDir: newFolder(),
    embedder: { ...embedder, embed: async (_ctx, texts) => texts.map(() => new Float32Array(3)) },
  }),
);

describe('embedded search index', () => {
  it('keeps everything over close and reopen', async () => {
    const dataDir = newFolder();
    const first = embeddedSearchIndex({ dataDir });
    await first.in(ctx).put(aCall('one', ['The otter contract.']));
    const before = await first.in(ctx).search({ text: 'otter', limit: 5 });
    await first.close();
    const second = embeddedSearchIndex({ dataDir });
    expect(await second.in(ctx).search({ text: 'otter', limit: 5 })).toEqual(before);
    await second.close();
  });

  it('leaves none of a removed call in the files', async () => {
    const dataDir = newFolder();
    const index = embeddedSearchIndex({ dataDir });
    await index.in(ctx).put(aCall('one', ['Quixotically yours.']));
    await index.in(ctx).put(aCall('two', ['Something else.']));
    await index.in(ctx).remove('one');
    await index.close();
    const db = openDatabase(fileIn(dataDir));
    expect(db.prepare('SELECT count(*) AS found FROM chunk_vocabulary WHERE term LIKE ?').get('quixot%')?.found).toBe(
      0,
    );
    db.close();
  });

  it('rebuilds a file that was indexed by other rules, vectors kept', async () => {
    const dataDir = newFolder();
    const first = embeddedSearchIndex({ dataDir, embedder });
    await first.in(ctx).put(aCall('one', ['The otter contract is expensive.']));
    await first.close();
    const db = openDatabase(fileIn(dataDir));
    db.exec(
      "UPDATE meta SET value = 'other rules' WHERE name = 'indexed_by'; INSERT INTO chunk_terms (chunk_terms) VALUES ('delete-all');",
    );
    db.close();
    let calls = 0;
    const counting: Embedder = { ...embedder, embed: (...args) => (calls++, embedder.embed(...args)) };
    const second = embeddedSearchIndex({ dataDir, embedder: counting });
    expect(await second.in(ctx).search({ text: 'otter', limit: 5 })).toHaveLength(1);
    expect(await second.in(ctx).search({ text: 'budget', limit: 5 })).toHaveLength(1);
    expect(calls).toBe(2);
    await second.close();
  });

  it('finds by meaning what shares no word, and never puts it before a match of words', async () => {
    const index = embeddedSearchIndex({ dataDir: newFolder(), embedder });
    const calls = index.in(ctx);
    await calls.put(aCall('money', ['That is too expensive for us.']));
    await calls.put(aCall('words', ['The budget is fine.']));
    await calls.put(aCall('animals', ['My dog and my cat.']));
    const found = await calls.search({ text: 'budget', limit: 5 });
    expect(found.map(({ callId }) => callId)).toEqual(['words', 'money']);
    expect(await calls.search({ text: '"budget"', limit: 5 })).toHaveLength(1);
    expect(await calls.search({ text: 'budget', limit: 5, callIds: ['money'] })).toHaveLength(1);
    await index.close();
  });

  it('answers by words when the embedder fails, and stores nothing it could not embed', async () => {
    const failures: unknown[] = [];
    const dataDir = newFolder();
    const good = embeddedSearchIndex({ dataDir });
    await good.in(ctx).put(aCall('one', ['The budget.']));
    const embed = () => Promise.reject(new Error('embedder is down'));
    const bad = embeddedSearchIndex({
      dataDir,
      embedder: { ...embedder, embed },
      onEmbedderFailure: (error) => failures.push(error),
    });
    expect(await bad.in(ctx).search({ text: 'budget', limit: 5 })).toHaveLength(1);
    await expect(bad.in(ctx).put(aCall('one', ['Another text.']))).rejects.toThrow('embedder is down');
    expect(await bad.in(ctx).search({ text: 'budget', limit: 5 })).toHaveLength(1);
    expect(failures).toHaveLength(2);
    await Promise.all([good.close(), bad.close()]);
  });

  it('keeps every answered put and a sound file when the process is killed in the middle', async () => {
    const dataDir = newFolder();
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'put-forever.fixture.ts'), dataDir],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let answered = 0;
    for await (const chunk of child.stdout) {
      answered += String(chunk).split('\n').length - 1;
      if (answered >= 40) break;
    }
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');

    const index = embeddedSearchIndex({ dataDir });
    const calls = await index.in(ctx).count();
    expect(calls).toBeGreaterThanOrEqual(answered);
    const found = await index.in(ctx).search({ text: 'marmalade', limit: 100_000, perCall: 1 });
    expect(found.length).toBe(Math.min(120, calls));
    await index.in(ctx).put(aCall('after', ['A tangerine.']));
    expect(await index.in(ctx).search({ text: 'tangerine', limit: 5 })).toHaveLength(1);
    await index.close();
    const db = openDatabase(fileIn(dataDir));
    expect(db.prepare('PRAGMA integrity_check').get()?.integrity_check).toBe('ok');
    db.close();
  });
});
