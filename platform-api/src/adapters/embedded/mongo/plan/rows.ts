import { asBuffer, decode, decodeFields } from '../bson/decode.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError, messageOf } from '../errors.ts';
import { documentTable, indexTable, type Collection, type Index } from '../storage/collection.ts';
import type { Connection } from '../storage/connection.ts';
import type { SqlRow, SqlValue } from '../../sqlite.ts';
import type { IndexPlan, KeyRange, Plan } from './plan.ts';

const FIRST_CHUNK = 101;
const LARGEST_CHUNK = 1000;

/** A stored document, decoded only when somebody looks. */
export class Row {
  readonly rid: number;
  readonly bytes: Buffer;
  private decoded: Doc | undefined;

  constructor(rid: number, bytes: Uint8Array) {
    this.rid = rid;
    this.bytes = asBuffer(bytes);
  }

  get doc(): Doc {
    this.decoded ??= decode(this.bytes);
    return this.decoded;
  }

  /** Only the named top-level fields are sure to be there. */
  fields(names: ReadonlySet<string> | undefined): Doc {
    return this.decoded ?? (names ? decodeFields(this.bytes, names) : this.doc);
  }
}

/** Rows of a plan, in its order, each document once. `expected` sizes the first read: usually the limit. */
export function* rowsOf(
  connection: Connection,
  collection: Collection,
  plan: Plan,
  expected = FIRST_CHUNK,
): Generator<Row> {
  if (plan.kind === 'scan') {
    yield* scan(connection, collection, plan.isReverse, expected);
    return;
  }
  const branches = plan.kind === 'or' ? plan.branches : [plan];
  const streams = branches.flatMap((branch) => streamsOf(connection, collection, branch, expected));
  const entries = streams.length > 1 && plan.isSorted ? merged(streams, branches[0].isReverse) : chained(streams);
  const mayRepeat = plan.kind === 'or' || plan.mayRepeat;
  const seen = new Set<number>();
  for (const { row } of entries) {
    if (mayRepeat) {
      if (seen.has(row.rid)) continue;
      seen.add(row.rid);
    }
    yield row;
  }
}

interface Entry {
  /** What is left of the key after the equalities: what streams are merged by. */
  order: Buffer;
  row: Row;
}

/** The streams of a plan: one, or one for each combination of points that comes before the sort. */
function streamsOf(
  connection: Connection,
  collection: Collection,
  plan: IndexPlan,
  expected: number,
): Iterator<Entry>[] {
  const groups = new Map<string, KeyRange[]>();
  const ranges = plan.isReverse ? [...plan.ranges].reverse() : plan.ranges;
  for (const range of ranges) {
    const group = range.low.toString('latin1', 0, range.ends[plan.mergeAfter]);
    groups.set(group, [...(groups.get(group) ?? []), range]);
  }
  return [...groups.values()].map((group) => walkRanges(connection, collection, plan, group, expected));
}

function* walkRanges(
  connection: Connection,
  collection: Collection,
  plan: IndexPlan,
  ranges: readonly KeyRange[],
  expected: number,
): Generator<Entry> {
  for (const range of ranges) {
    const prefix = plan.mergeAfter > 0 ? range.ends[plan.mergeAfter] : range.ends[range.ends.length - 1];
    yield* walkRange(connection, collection, plan.index, range, plan.isReverse, prefix, expected);
  }
}

function* walkRange(
  connection: Connection,
  collection: Collection,
  index: Index,
  range: KeyRange,
  isReverse: boolean,
  prefix: number,
  expected: number,
): Generator<Entry> {
  const [first, next] = rangeSql(collection, index, isReverse);
  let size = Math.min(Math.max(expected, 1), LARGEST_CHUNK);
  let rows = read(connection, first, [range.low, range.high, size]);
  for (;;) {
    let last: SqlRow | undefined;
    for (const row of rows) {
      last = row;
      yield {
        order: asBuffer(row.key as Uint8Array).subarray(prefix),
        row: new Row(Number(row.rid), row.doc as Uint8Array),
      };
    }
    if (!last || rows.length < size) return;
    size = Math.min(size * 4, LARGEST_CHUNK);
    rows = read(connection, next, [last.key, last.rid, isReverse ? range.low : range.high, size]);
  }
}

/** The statements of the first read of a range and of those that continue it. */
function rangeSql(collection: Collection, index: Index, isReverse: boolean): readonly [string, string] {
  const documents = documentTable(collection);
  const order = isReverse ? 'DESC' : 'ASC';
  if (index === collection.idIndex) {
    const select = `SELECT id AS key, rid, doc FROM ${documents} WHERE`;
    // The rid is bound too, so that both kinds of index are read with the same parameters.
    const past = isReverse ? 'id < ?1 AND ?2 IS NOT NULL AND id >= ?3' : 'id > ?1 AND ?2 IS NOT NULL AND id < ?3';
    return [
      `${select} id >= ? AND id < ? ORDER BY id ${order} LIMIT ?`,
      `${select} ${past} ORDER BY id ${order} LIMIT ?4`,
    ];
  }
  const select = `SELECT i.key, i.rid, c.doc FROM ${indexTable(index)} i CROSS JOIN ${documents} c ON c.rid = i.rid WHERE`;
  const past = isReverse ? '(i.key, i.rid) < (?, ?) AND i.key >= ?' : '(i.key, i.rid) > (?, ?) AND i.key < ?';
  const tail = `ORDER BY i.key ${order}, i.rid ${order} LIMIT ?`;
  return [`${select} i.key >= ? AND i.key < ? ${tail}`, `${select} ${past} ${tail}`];
}

function* scan(connection: Connection, collection: Collection, isReverse: boolean, expected: number): Generator<Row> {
  const sql =
    `SELECT rid, doc FROM ${documentTable(collection)} WHERE rid ${isReverse ? '<' : '>'} ? ` +
    `ORDER BY rid ${isReverse ? 'DESC' : 'ASC'} LIMIT ?`;
  let position: SqlValue = isReverse ? Number.MAX_SAFE_INTEGER : 0;
  let size = Math.min(Math.max(expected, 1), LARGEST_CHUNK);
  for (;;) {
    const rows = read(connection, sql, [position, size]);
    for (const row of rows) {
      position = row.rid;
      yield new Row(Number(row.rid), row.doc as Uint8Array);
    }
    if (rows.length < size) return;
    size = Math.min(size * 4, LARGEST_CHUNK);
  }
}

/** All rows of one chunk: a statement left open would hold a snapshot. */
export function read(connection: Connection, sql: string, parameters: SqlValue[]): SqlRow[] {
  try {
    return connection.statement(sql).all(...parameters);
  } catch (error) {
    if (/no such table/.test(messageOf(error))) {
      throw new CommandError(175, 'the collection or an index it was read by has been dropped');
    }
    throw error;
  }
}

function* chained(streams: readonly Iterator<Entry>[]): Generator<Entry> {
  for (const stream of streams) {
    for (let next = stream.next(); !next.done; next = stream.next()) yield next.value;
  }
}

/** Takes from the streams, each in order, always the next of all. */
function* merged(streams: readonly Iterator<Entry>[], isReverse: boolean): Generator<Entry> {
  const heads = streams.map((stream) => stream.next());
  for (;;) {
    let best = -1;
    for (const [at, head] of heads.entries()) {
      if (!head.done && (best < 0 || isBefore(head.value, heads[best].value as Entry, isReverse))) best = at;
    }
    if (best < 0) return;
    yield heads[best].value as Entry;
    heads[best] = streams[best].next();
  }
}

function isBefore(a: Entry, b: Entry, isReverse: boolean): boolean {
  const difference = Buffer.compare(a.order, b.order);
  return isReverse ? difference > 0 : difference < 0;
}
