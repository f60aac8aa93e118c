import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore, TenantFiles } from '../../../ports/file-store.ts';

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Files in a folder per tenant. Names are digests: neither a tenant's id nor a key can point elsewhere. */
export function embeddedFileStore(dataDir: string): FileStore {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  return {
    in: ({ tenantId }): TenantFiles => {
      if (!tenantId) throw new Error('A tenant context without a tenant reached the file store.');
      const pathOf = (key: string) => {
        const name = digest(key);
        return join(dataDir, 'files', digest(tenantId).slice(0, 32), name.slice(0, 2), name);
      };
      return {
        put: async (key, bytes) => {
          const path = pathOf(key);
          const draft = `${path}.${randomUUID()}`;
          await mkdir(dirname(path), { recursive: true, mode: 0o700 });
          try {
            const file = await open(draft, 'w', 0o600);
            await file
              .writeFile(bytes)
              .then(() => file.sync())
              .finally(() => file.close());
            await rename(draft, path);
          } catch (error) {
            // A full disk is not left fuller.
            await rm(draft, { force: true });
            throw error;
          }
          const folder = await open(dirname(path), 'r');
          await folder.sync().finally(() => folder.close());
        },
        get: async (key) =>
          readFile(pathOf(key)).catch((error: unknown) => {
            if (isMissing(error)) return null;
            throw error;
          }),
        delete: async (key) => rm(pathOf(key), { force: true }),
      };
    },
  };
}
