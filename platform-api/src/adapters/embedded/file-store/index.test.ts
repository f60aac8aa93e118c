import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileStoreContract } from '../../../ports/file-store.contract.ts';
import { embeddedFileStore } from './index.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'callvault-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

fileStoreContract('folder', () =>
  Promise.resolve({ files: embeddedFileStore(dataDir), close: () => Promise.resolve() }),
);

it('tells nothing by its names, lets nobody else of the machine read, and leaves no drafts', async () => {
  await embeddedFileStore(dataDir)
    .in({ tenantId: 'secret-tenant', actorId: 'a', role: 'owner', permissions: new Set() })
    .put('imports/secret-key', new Uint8Array([1]));
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const { name, parentPath } of files) {
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(parentPath).not.toContain('secret');
    expect((await stat(join(parentPath, name))).mode & 0o077).toBe(0);
  }
});
