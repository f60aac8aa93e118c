import { describe, expect, it } from 'vitest';
import { doc } from '../testing/plain.harness.ts';
import { createFixture } from '../testing/planner-fuzz.harness.ts';
import { removeExpired } from './maintenance.ts';

describe('expiry', () => {
  it('removes documents whose date has passed, and nothing without a date', async () => {
    const now = Date.UTC(2024, 0, 1);
    const documents = [
      { _id: 1, at: new Date(now - 61_000) },
      { _id: 2, at: new Date(now - 59_000) },
      { _id: 3, at: 'long ago' },
      { _id: 4 },
      { _id: 5, at: [new Date(now), new Date(0)] },
      { _id: 6, at: null },
    ];
    const index = { key: { at: 1 }, name: 'at', expireAfterSeconds: 60 };
    const fixture = await createFixture(documents.map(doc), [index, { key: { n: 1 }, name: 'n' }]);
    expect(await removeExpired(fixture.store, now)).toBe(2);
    const left = fixture.store.reader.statement('SELECT rid FROM c1 ORDER BY rid').all();
    expect(left.map(({ rid }) => rid)).toEqual([2, 3, 4, 6]);
    expect(await removeExpired(fixture.store, now)).toBe(0);
    fixture.close();
  });

  it('goes on for as long as there is more than one commit may hold', async () => {
    const documents = Array.from({ length: 2500 }, (_, n) => doc({ _id: n, at: new Date(0) }));
    const fixture = await createFixture(documents, [{ key: { at: -1 }, name: 'at', expireAfterSeconds: 0 }]);
    expect(await removeExpired(fixture.store, Date.now())).toBe(2500);
    fixture.close();
  });
});
