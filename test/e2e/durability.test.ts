import { CallVault } from '@callvault/sdk';
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startSite } from './site.ts';

it('keeps every call over kill -9 and restart', async () => {
  const first = await startSite();
  const before = new CallVault({ baseUrl: first.api, secretKey: first.keys.northbeam.secretKey });
  const lines = (at: number) =>
    `[00:00:01] Ann Berg: This is call number ${at} of the burst.\n[00:00:05] Bo Lind: The budget for it is ${at} thousand.\n`;
  const acknowledged = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      before.imports.create({ files: [{ name: `burst ${at}.txt`, content: lines(at) }] }),
    ),
  );
  const { items } = await before.calls.list({ limit: 200 });
  // In the middle of the work that was just accepted.
  await first.kill();

  const second = await startSite({ dataDir: first.dataDir });
  try {
    const after = new CallVault({ baseUrl: second.api, secretKey: second.keys.northbeam.secretKey });
    const kept = new Set((await after.calls.list({ limit: 200 })).items.map(({ id }) => id));
    expect(items.filter(({ id }) => !kept.has(id))).toEqual([]);
    for (const { id } of acknowledged) {
      let last;
      for await (last of after.imports.watch(id));
      expect(
        last?.files.map(({ status, callIds }) => [status === 'imported' || status === 'duplicate', callIds.length]),
      ).toEqual([[true, 1]]);
    }
    const titles = (await after.calls.list({ limit: 200, q: 'burst' })).items.map(({ title }) => title);
    expect([...titles].sort()).toEqual(Array.from({ length: 8 }, (_, at) => `burst ${at}`));
  } finally {
    await second.stop();
    rmSync(first.dataDir, { recursive: true, force: true });
  }
}, 240_000);
