import { keyBytes } from '../bson/key-bytes.ts';
import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { asBuffer } from '../bson/decode.ts';
import type { Catalogue } from './catalogue.ts';
import { documentTable, indexTable, namespace, type Collection, type Index } from './collection.ts';
import type { Connection } from './connection.ts';
import { describe } from './describe.ts';
import { indexKeys, type IndexKeys } from './index-keys.ts';

/** Changes to documents and the index rows that go with them. Everything is checked before anything is written. */
export class Documents {
  private readonly writer: Connection;
  private readonly catalogue: Catalogue;

  constructor(writer: Connection, catalogue: Catalogue) {
    this.writer = writer;
    this.catalogue = catalogue;
  }

  insert(collection: Collection, doc: Doc, bytes: Buffer): void {
    const table = documentTable(collection);
    const id = keyBytes(doc.get('_id'));
    if (this.writer.statement(`SELECT rid FROM ${table} WHERE id = ?`).get(id)) {
      throw duplicateKey(collection, collection.idIndex, doc);
    }
    const entries = [...collection.indexes.values()].map((index) => ({ index, made: indexKeys(index, doc) }));
    for (const { index, made } of entries) this.checkUnique(collection, index, made.keys, undefined, doc);
    const { lastInsertRowid } = this.writer.statement(`INSERT INTO ${table}(id, doc) VALUES (?, ?)`).run(id, bytes);
    for (const { index, made } of entries) this.addKeys(index, made, made.keys, Number(lastInsertRowid));
  }

  replace(collection: Collection, rid: number, before: Doc, doc: Doc, bytes: Buffer): void {
    const changes = [...collection.indexes.values()].map((index) => {
      const old = indexKeys(index, before).keys;
      const made = indexKeys(index, doc);
      return { index, made, added: without(made.keys, old), removed: without(old, made.keys) };
    });
    for (const { index, added } of changes) this.checkUnique(collection, index, added, rid, doc);
    this.writer.statement(`UPDATE ${documentTable(collection)} SET doc = ? WHERE rid = ?`).run(bytes, rid);
    for (const { index, made, added, removed } of changes) {
      this.removeKeys(index, removed, rid);
      this.addKeys(index, made, added, rid);
    }
  }

  remove(collection: Collection, rid: number, doc: Doc): void {
    for (const index of collection.indexes.values()) this.removeKeys(index, indexKeys(index, doc).keys, rid);
    this.writer.statement(`DELETE FROM ${documentTable(collection)} WHERE rid = ?`).run(rid);
  }

  /** Fills a new index from one stored document. */
  addToIndex(collection: Collection, index: Index, rid: number, doc: Doc): void {
    const made = indexKeys(index, doc);
    this.checkUnique(collection, index, made.keys, rid, doc);
    this.addKeys(index, made, made.keys, rid);
  }

  private checkUnique(
    collection: Collection,
    index: Index,
    keys: readonly Buffer[],
    ownRid: number | undefined,
    doc: Doc,
  ): void {
    if (!index.unique) return;
    const select = this.writer.statement(`SELECT rid FROM ${indexTable(index)} WHERE key = ? LIMIT 2`);
    for (const key of keys) {
      if (select.all(key).some(({ rid }) => rid !== ownRid)) throw duplicateKey(collection, index, doc, key);
    }
  }

  private addKeys(index: Index, made: IndexKeys, keys: readonly Buffer[], rid: number): void {
    this.catalogue.markMultikey(index, made.arrayParts);
    const insert = this.writer.statement(`INSERT INTO ${indexTable(index)}(key, rid) VALUES (?, ?)`);
    for (const key of keys) insert.run(key, rid);
  }

  private removeKeys(index: Index, keys: readonly Buffer[], rid: number): void {
    const remove = this.writer.statement(`DELETE FROM ${indexTable(index)} WHERE key = ? AND rid = ?`);
    for (const key of keys) remove.run(key, rid);
  }
}

function without(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)));
}

/** Applications parse this message and `keyPattern`; the form is MongoDB's. */
function duplicateKey(collection: Collection, index: Index, doc: Doc, key?: Buffer): CommandError {
  const keyPattern = index.specification.get('key');
  const values = index.parts.map(({ name, path }): [string, Value] => [name, conflicting(index, doc, path, key)]);
  const shown = values.map(([name, value]) => `${name}: ${describe(value)}`).join(', ');
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${namespace(collection)} index: ${index.name} dup key: { ${shown} }`,
    { details: { keyPattern, keyValue: new Map(values) } },
  );
}

/** The value that collides: of an array, the element whose key it is. */
function conflicting(index: Index, doc: Doc, path: readonly string[], key: Buffer | undefined): Value {
  const value = path.reduce<Value>((at, name) => (isDoc(at) ? at.get(name) : undefined), doc);
  if (!Array.isArray(value) || !key || index.parts.length !== 1) return value ?? null;
  return value.find((element) => asBuffer(keyBytes(element)).equals(key)) ?? value;
}
