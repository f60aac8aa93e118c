import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Binary, Double, ObjectId } from 'bson';
import { encode } from '../bson/encode.ts';
import { toDoc } from '../bson/reply.ts';
import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { findRows } from '../plan/find-rows.ts';
import { Pacer } from '../plan/pacer.ts';
import { withVariables } from '../query/compile-query.ts';
import { compareSortKeys, parseSort, sortKey } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import { normaliseSpecification } from '../storage/index-specification.ts';
import { Store } from '../storage/store.ts';
import type { Random } from './random.harness.ts';

export interface Fixture {
  store: Store;
  collection: Collection;
  documents: readonly Doc[];
  close(): void;
}

/** A collection with these documents and indexes, without a server around it. */
export async function createFixture(documents: readonly Doc[], indexes: readonly object[]): Promise<Fixture> {
  const dir = mkdtempSync(join(tmpdir(), 'cv-fuzz-'));
  const store = new Store(dir);
  const collection = await store.writer.write(() => {
    const created = store.catalogue.create('fuzz', 'c', new Map());
    for (const index of indexes) store.catalogue.addIndex(created, normaliseSpecification(toDoc({ ...index })));
    for (const doc of documents) store.documents.insert(created, doc, encode(doc));
    return created;
  });
  return {
    store,
    collection,
    documents,
    close: () => {
      store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export interface Query {
  filter: Doc;
  sort: Doc;
  limit: number;
}

/** What the planner's answer has wrong beside a match of every document, or undefined. */
export async function difference(fixture: Fixture, query: Query): Promise<string | undefined> {
  const { filter, matches } = withVariables(query.filter, new Map());
  const sort = parseSort(query.sort);
  const keyed = fixture.documents.filter(matches).map((doc) => ({ doc, key: sortKey(sort, doc) }));
  const expected = keyed.sort((a, b) => compareSortKeys(sort, a.key, b.key)).map(({ doc }) => doc);
  const wanted = query.limit > 0 ? expected.slice(0, query.limit) : expected;
  const found: Doc[] = [];
  const access = { connection: fixture.store.reader, seesPending: false };
  const rows = findRows(
    access,
    fixture.collection,
    { filter, matches, sort, skip: 0, limit: query.limit },
    new Pacer(undefined),
  );
  for await (const row of rows) found.push(row.doc);
  if (found.length !== wanted.length) return `${found.length} documents instead of ${wanted.length}`;
  // Documents that sort alike may come in either order, and a limit may cut between them.
  const misplaced = found.findIndex(
    (doc, at) => compareSortKeys(sort, sortKey(sort, doc), sortKey(sort, wanted[at])) !== 0,
  );
  if (misplaced >= 0) return `wrong order at ${misplaced}`;
  const ids = new Set(expected.map(idOf));
  const isSame = found.every((doc) => ids.has(idOf(doc))) && new Set(found.map(idOf)).size === found.length;
  return isSame ? undefined : 'other documents';
}

function idOf(doc: Doc): string {
  return String(doc.get('_id'));
}

export const fuzzIndexes: readonly object[] = [
  { key: { a: 1 }, name: 'a' },
  { key: { b: -1 }, name: 'b' },
  { key: { tags: 1 }, name: 'tags' },
  { key: { a: 1, b: -1 }, name: 'a_b' },
  { key: { 'o.x': 1, 'o.y': 1 }, name: 'o' },
  { key: { c: 1, a: 1 }, name: 'c_a', partialFilterExpression: { deleted: false } },
  { key: { s: 1 }, name: 's', sparse: true },
  { key: { b: 1, tags: 1, a: 1 }, name: 'b_tags_a' },
  { key: { 'n.v': -1, a: -1 }, name: 'n' },
  { key: { c: 1, b: 1, a: -1 }, name: 'c_b_a' },
];

const words = ['', 'a', 'ab', 'abc', 'b', 'é', '\u{1f600}', '\uffee', 'a\0b'];

function scalar(random: Random): Value {
  switch (random.below(14)) {
    case 0:
      return null;
    case 1:
    case 2:
      return random.pick(words);
    case 3:
      return random.chance(0.5);
    case 4:
      return new Double(random.below(4));
    case 5:
      return random.pick([0.5, -1.5, 2 ** 53, -(2 ** 40), Infinity, -Infinity, NaN]);
    case 6:
      return random.pick([1n, 2n ** 53n + 1n, -(2n ** 60n), 3n]);
    case 7:
      return new Date(random.below(5) * 1000 - 2000);
    case 8:
      return new ObjectId(String(random.below(4)).repeat(24));
    case 9:
      return random.chance(0.5) ? new Binary(Buffer.from([random.below(3)])) : new Map([['k', random.below(3)]]);
    default:
      return random.below(8);
  }
}

function arrayOf(random: Random, make: () => Value): Value {
  return Array.from({ length: random.below(4) }, make);
}

export function randomDocument(random: Random, id: number): Doc {
  const doc: Doc = new Map<string, Value>([['_id', id]]);
  const maybe = (name: string, make: () => Value, share = 0.8): void => {
    if (random.chance(share)) doc.set(name, make());
  };
  maybe('a', () => random.below(8));
  maybe('b', () => scalar(random));
  maybe('c', () => random.pick<Value>([random.below(4), 'x', null]));
  maybe('deleted', () => random.chance(0.3), 0.7);
  maybe('s', () => scalar(random), 0.4);
  maybe('tags', () => (random.chance(0.7) ? arrayOf(random, () => scalar(random)) : scalar(random)));
  const point = (): Value =>
    new Map<string, Value>(
      [
        ['x', random.below(4)],
        ['y', random.below(4)],
      ].filter(() => random.chance(0.85)) as [string, Value][],
    );
  maybe('o', () => (random.chance(0.6) ? arrayOf(random, point) : point()));
  maybe('n', () => new Map([['v', scalar(random)]]), 0.7);
  return doc;
}

const fields = ['a', 'b', 'c', 's', 'tags', 'o.x', 'o.y', 'n.v', '_id', 'deleted'];

function randomOperand(random: Random, field: string): Value {
  if (field === 'deleted') return random.chance(0.3);
  return field === '_id' ? random.below(300) : scalar(random);
}

function randomCondition(random: Random, field: string): Value {
  const operand = (): Value => randomOperand(random, field);
  const of = (entries: [string, Value][]): Doc => new Map(entries);
  switch (random.below(13)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return operand();
    case 4:
      return of([['$in', Array.from({ length: 1 + random.below(4) }, operand)]]);
    case 5:
      return of([[random.pick(['$gt', '$gte']), operand()]]);
    case 6:
      return of([[random.pick(['$lt', '$lte']), operand()]]);
    case 7:
    case 8:
      return of([
        [random.pick(['$gt', '$gte']), random.below(6)],
        [random.pick(['$lt', '$lte']), random.below(8)],
      ]);
    case 9:
      return of([['$exists', random.chance(0.5)]]);
    case 10:
      return of([['$ne', operand()]]);
    case 11:
      return of([['$regex', random.pick(['^a', '^ab', 'b', '^a.*c'])]]);
    default:
      return of([
        [
          '$elemMatch',
          of([
            ['$gte', random.below(5)],
            ['$lt', random.below(8)],
          ]),
        ],
      ]);
  }
}

function randomFilter(random: Random, depth = 0): Doc {
  const filter: Doc = new Map();
  for (let n = random.below(3) + (depth > 0 ? 1 : 0); n > 0; n--) {
    const field = random.pick(fields);
    filter.set(field, randomCondition(random, field));
  }
  if (depth === 0 && random.chance(0.15))
    filter.set(
      'o',
      new Map([
        [
          '$elemMatch',
          new Map([
            ['x', random.below(4)],
            ['y', random.below(4)],
          ]),
        ],
      ]),
    );
  if (depth === 0 && random.chance(0.25)) filter.set('$or', [randomFilter(random, 1), randomFilter(random, 1)]);
  if (random.chance(0.25)) filter.set('deleted', false);
  return filter;
}

export function randomQuery(random: Random): Query {
  const sort: Doc = new Map();
  if (random.chance(0.6)) {
    for (let n = 1 + random.below(2); n > 0; n--) sort.set(random.pick(fields), random.pick([1, -1]));
  }
  return { filter: randomFilter(random), sort, limit: random.chance(0.4) ? 1 + random.below(20) : 0 };
}

/** For messages. */
export function showQuery({ filter, sort, limit }: Query): string {
  const plain = (value: Value): unknown => {
    if (isDoc(value)) return Object.fromEntries([...value].map(([name, inner]) => [name, plain(inner)]));
    if (Array.isArray(value)) return value.map(plain);
    return typeof value === 'bigint' || typeof value === 'number' ? String(value) : value;
  };
  return JSON.stringify({ filter: plain(filter), sort: plain(sort), limit });
}
