import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '../tenancy/context.ts';
import type { FileStore } from './file-store.ts';

const contextOf = (tenantId: string): TenantContext => ({
  tenantId,
  actorId: 'system',
  role: 'owner',
  permissions: new Set(),
});
const bytes = (text: string) => new TextEncoder().encode(text);

/** What every file store has to do. */
export function fileStoreContract(
  name: string,
  open: () => Promise<{ files: FileStore; close(): Promise<void> }>,
): void {
  describe(`file store: ${name}`, () => {
    let under: Awaited<ReturnType<typeof open>>;
    const files = (tenantId = 'files-ours') => under.files.in(contextOf(tenantId));
    const text = async (key: string, tenantId?: string) => {
      const found = await files(tenantId).get(key);
      return found && new TextDecoder().decode(found);
    };

    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under?.close());

    it('refuses a context without a tenant', () => {
      expect(() => files('')).toThrow('tenant');
    });

    it('gives back what was put, bytes and all, and nothing where nothing was put or where it was deleted', async () => {
      const every = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
      await files().put('imports/a/0', every);
      expect(Buffer.from((await files().get('imports/a/0')) ?? []).equals(Buffer.from(every))).toBe(true);
      await files().put('imports/a/1', new Uint8Array());
      expect([await text('imports/a/1'), await text('imports/a/2')]).toEqual(['', null]);
      await files().delete('imports/a/0');
      await files().delete('imports/a/0');
      expect([await text('imports/a/0'), await text('imports/a/1')]).toEqual([null, '']);
    });

    it('keeps tenants apart, and keys that look like each other or like a way out', async () => {
      const keys = [
        'a',
        'A',
        'a/',
        'a/b',
        '../a',
        '../../files-theirs/a',
        '/a',
        'a\0b',
        'ä',
        'a\u0308',
        '.',
        'x'.repeat(2_000),
      ];
      for (const key of keys) await files().put(key, bytes(`ours ${key}`));
      for (const key of keys) {
        expect(await text(key)).toBe(`ours ${key}`);
        expect(await text(key, 'files-theirs')).toBeNull();
      }
      await files('files-theirs').put('a', bytes('theirs'));
      await files('files-theirs').delete('a/b');
      expect([await text('a'), await text('a', 'files-theirs'), await text('a/b')]).toEqual([
        'ours a',
        'theirs',
        'ours a/b',
      ]);
    });

    it('replaces in one step: a reader sees the old bytes or the new ones', async () => {
      const versions = ['x', 'y'].map((letter) => letter.repeat(200_000));
      await files().put('replaced', bytes(versions[0]));
      let isWriting = true;
      const writing = (async () => {
        for (let round = 0; round < 20; round++) await files().put('replaced', bytes(versions[round % 2]));
      })().finally(() => (isWriting = false));
      while (isWriting) expect(versions).toContain(await text('replaced'));
      await writing;
      await Promise.all(Array.from({ length: 8 }, (_, at) => files().put('replaced', bytes(versions[at % 2]))));
      expect(versions).toContain(await text('replaced'));
    });
  });
}
