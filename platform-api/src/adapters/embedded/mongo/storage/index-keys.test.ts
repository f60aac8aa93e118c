import { describe, expect, it } from 'vitest';
import { encode } from '../bson/encode.ts';
import { toDoc } from '../bson/reply.ts';
import { clone, type Doc } from '../bson/value.ts';
import { createFixture, fuzzIndexes, randomDocument } from '../testing/planner-fuzz.harness.ts';
import { randomSource } from '../testing/random.harness.ts';
import { indexTable } from './collection.ts';
import { indexKeys } from './index-keys.ts';
import { normaliseSpecification, readSpecification } from './index-specification.ts';

function keysOf(key: object, doc: object, options: object = {}): string[] {
  const index = readSpecification(1, normaliseSpecification(toDoc({ key, name: 'n', ...options })));
  return indexKeys(index, toDoc({ ...doc })).keys.map((bytes) => bytes.toString('hex'));
}

describe('index keys', () => {
  it('are one per distinct element of an array', () => {
    expect(keysOf({ a: 1 }, { a: [1, 2, 2] })).toEqual([...keysOf({ a: 1 }, { a: 1 }), ...keysOf({ a: 1 }, { a: 2 })]);
  });

  it('pair two fields of one array element by element', () => {
    const pairs = keysOf({ 'o.x': 1, 'o.y': 1 }, { o: [{ x: 1, y: 2 }, { x: 3 }] });
    expect(pairs).toEqual([...keysOf({ x: 1, y: 1 }, { x: 1, y: 2 }), ...keysOf({ x: 1, y: 1 }, { x: 3 })]);
  });

  it('refuse two different arrays in one document', () => {
    expect(() => keysOf({ a: 1, b: 1 }, { a: [1], b: [2] })).toThrow(/cannot index parallel arrays/);
  });

  it('leave out what a sparse or partial index leaves out', () => {
    expect(keysOf({ a: 1 }, { b: 1 }, { sparse: true })).toEqual([]);
    expect(keysOf({ a: 1 }, { b: 1 })).toEqual(keysOf({ a: 1 }, { a: null }));
    const partial = { partialFilterExpression: { b: { $gt: 1 } } };
    expect(keysOf({ a: 1 }, { a: 1, b: 1 }, partial)).toEqual([]);
    expect(keysOf({ a: 1 }, { a: 1, b: 2 }, partial)).toHaveLength(1);
  });

  it('stay true to the documents through thousands of changes', { timeout: 60_000 }, async () => {
    const random = randomSource(11);
    const documents = new Map(Array.from({ length: 60 }, (_, id) => [id + 1, randomDocument(random, id)]));
    const fixture = await createFixture([...documents.values()], fuzzIndexes);
    const { store, collection } = fixture;
    await store.writer.write(() => {
      for (let n = 0; n < 1500; n++) {
        const rid = random.pick([...documents.keys()]);
        const before = documents.get(rid) as Doc;
        if (random.chance(0.05) && documents.size > 20) {
          store.documents.remove(collection, rid, before);
          documents.delete(rid);
          continue;
        }
        const after = clone(randomDocument(random, Number(before.get('_id'))));
        store.documents.replace(collection, rid, before, after, encode(after));
        documents.set(rid, after);
      }
    });
    for (const index of collection.indexes.values()) {
      const stored = store.reader.statement(`SELECT hex(key) AS k, rid FROM ${indexTable(index)}`).all();
      const expected = [...documents].flatMap(([rid, doc]) =>
        indexKeys(index, doc).keys.map((key) => `${rid} ${key.toString('hex').toUpperCase()}`),
      );
      expect(stored.map(({ rid, k }) => `${String(rid)} ${String(k)}`).sort(), index.name).toEqual(expected.sort());
    }
    fixture.close();
  });
});
