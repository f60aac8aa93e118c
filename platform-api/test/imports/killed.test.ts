import { CallVault } from '@callvault/sdk';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../src/testing/index.ts';

const aFile = (name: string, words: string) => ({
  name,
  content: `WEBVTT\n\n00:00:01.000 --> 00:00:05.000\nAda Berg: ${words}\n`,
});

describe('a process that is killed between the files of an import', () => {
  // The data folder is the database here; on a server of its own there is nothing to find again.
  it.skipIf(process.env.MONGODB_URL)(
    'goes on where it was after a restart: nothing lost, nothing twice',
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'callvault-'));
      const main = spawn(
        process.execPath,
        ['--import', 'tsx', '--conditions=source', fileURLToPath(new URL('../../src/main.ts', import.meta.url))],
        {
          env: { PATH: process.env.PATH, CALLVAULT_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      let restarted: TestPlatform | undefined;
      try {
        let baseUrl = '';
        for await (const line of createInterface({ input: main.stdout })) {
          baseUrl = (JSON.parse(line) as { url?: string }).url ?? '';
          if (baseUrl) break;
        }
        const operator = new CallVault({
          baseUrl,
          secretKey: (await readFile(join(dataDir, 'operator.key'), 'utf8')).trim(),
        });
        const { secretKey } = await operator.tenants.create({ id: 'killed', name: 'Killed' });
        const vault = new CallVault({ baseUrl, secretKey });
        const files = Array.from({ length: 30 }, (_, at) => aFile(`${at}.vtt`, `These are the words of number ${at}.`));
        const { id } = await vault.imports.create({ files });
        for await (const { progress } of vault.imports.watch(id, { everyMs: 10 })) if (progress.done > 2) break;
        main.kill('SIGKILL');
        await once(main, 'exit');
        // By then the lease of the killed process has run out.
        restarted = await startTestPlatform({
          dataDir,
          engines: { clock: { now: () => new Date(Date.now() + 31_000) } },
        });
        const again = new CallVault({ baseUrl: restarted.url, secretKey });
        await restarted.settled(again);
        const done = await again.imports.retrieve(id);
        expect([done.status, new Set(done.files.map(({ status }) => status))]).toEqual(['done', new Set(['imported'])]);
        const calls = await again.calls.list({ limit: 200 });
        expect([
          calls.total,
          new Set(calls.items.map(({ title }) => title)).size,
          new Set(calls.items.map(({ status }) => status)),
        ]).toEqual([30, 30, new Set(['ready'])]);
        expect(done.files.map(({ callIds }) => callIds.length)).toEqual(files.map(() => 1));
      } finally {
        main.kill('SIGKILL');
        await restarted?.stop();
        await rm(dataDir, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
