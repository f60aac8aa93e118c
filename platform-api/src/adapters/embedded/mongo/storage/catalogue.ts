import { decode } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { type Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { compileValidator } from './validator.ts';
import { documentTable, indexTable, namespace, type Collection, type Index } from './collection.ts';
import type { Connection } from './connection.ts';
import { readSpecification } from './index-specification.ts';

/** What exists: collections and indexes, kept in two tables and in memory. Changed by the writer only. */
export class Catalogue {
  private collections = new Map<string, Collection>();
  private readonly writer: Connection;

  constructor(writer: Connection) {
    this.writer = writer;
    writer.exec(`
      CREATE TABLE IF NOT EXISTS collections(id INTEGER PRIMARY KEY AUTOINCREMENT, db TEXT NOT NULL, name TEXT NOT NULL,
        options BLOB NOT NULL, UNIQUE(db, name));
      CREATE TABLE IF NOT EXISTS indexes(id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL,
        specification BLOB NOT NULL, multikey TEXT NOT NULL)`);
    this.reload();
  }

  /** Reads everything again: after a rollback memory must not know what the file forgot. */
  reload(): void {
    this.collections = new Map();
    const byId = new Map<number, Collection>();
    for (const row of this.writer.statement('SELECT id, db, name, options FROM collections ORDER BY id').all()) {
      const collection = newCollection(
        Number(row.id),
        String(row.db),
        String(row.name),
        decode(row.options as Uint8Array),
      );
      byId.set(collection.id, collection);
      this.collections.set(namespace(collection), collection);
    }
    const indexes = this.writer.statement('SELECT id, collection, specification, multikey FROM indexes ORDER BY id');
    for (const row of indexes.all()) {
      const index = readSpecification(Number(row.id), decode(row.specification as Uint8Array));
      [...String(row.multikey)].forEach((flag, part) => (index.multikey[part] = flag === '1'));
      byId.get(Number(row.collection))?.indexes.set(index.name, index);
    }
  }

  /** `seesPending` is the writer's view: what its open transaction made is visible to it alone. */
  find(db: string, name: string, seesPending: boolean): Collection | undefined {
    const collection = this.collections.get(`${db}.${name}`);
    return collection && (seesPending || !collection.isPending) ? collection : undefined;
  }

  inDatabase(db: string): Collection[] {
    return [...this.collections.values()].filter((collection) => collection.db === db && !collection.isPending);
  }

  all(): Collection[] {
    return [...this.collections.values()].filter((collection) => !collection.isPending);
  }

  create(db: string, name: string, options: Doc): Collection {
    checkNames(db, name);
    const { lastInsertRowid } = this.writer
      .statement('INSERT INTO collections(db, name, options) VALUES (?, ?, ?)')
      .run(db, name, encode(options));
    const collection = newCollection(Number(lastInsertRowid), db, name, options);
    collection.isPending = true;
    this.writer.exec(
      `CREATE TABLE ${documentTable(collection)}(rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)`,
    );
    this.collections.set(namespace(collection), collection);
    return collection;
  }

  setOptions(collection: Collection, options: Doc): void {
    this.writer.statement('UPDATE collections SET options = ? WHERE id = ?').run(encode(options), collection.id);
    collection.options = options;
    collection.validator = compileValidator(options);
  }

  drop(collection: Collection): void {
    for (const index of collection.indexes.values()) this.dropIndex(collection, index);
    this.writer.exec(`DROP TABLE ${documentTable(collection)}`);
    this.writer.statement('DELETE FROM collections WHERE id = ?').run(collection.id);
    this.collections.delete(namespace(collection));
  }

  addIndex(collection: Collection, specification: Doc): Index {
    const { lastInsertRowid } = this.writer
      .statement("INSERT INTO indexes(collection, specification, multikey) VALUES (?, ?, '')")
      .run(collection.id, encode(specification));
    const index = readSpecification(Number(lastInsertRowid), specification);
    index.isPending = true;
    this.writer.exec(
      `CREATE TABLE ${indexTable(index)}(key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY(key, rid)) WITHOUT ROWID`,
    );
    collection.indexes.set(index.name, index);
    return index;
  }

  dropIndex(collection: Collection, index: Index): void {
    this.writer.exec(`DROP TABLE ${indexTable(index)}`);
    this.writer.statement('DELETE FROM indexes WHERE id = ?').run(index.id);
    collection.indexes.delete(index.name);
  }

  markMultikey(index: Index, parts: readonly number[]): void {
    if (parts.every((part) => index.multikey[part])) return;
    for (const part of parts) index.multikey[part] = true;
    const flags = index.multikey.map((isArray) => (isArray ? '1' : '0')).join('');
    this.writer.statement('UPDATE indexes SET multikey = ? WHERE id = ?').run(flags, index.id);
  }

  /** After a commit everybody sees what was made. */
  publish(): void {
    for (const collection of this.collections.values()) {
      collection.isPending = false;
      for (const index of collection.indexes.values()) index.isPending = false;
    }
  }
}

function newCollection(id: number, db: string, name: string, options: Doc): Collection {
  const idSpecification: Doc = new Map<string, Doc | number | string>([
    ['v', 2],
    ['key', new Map([['_id', 1]])],
    ['name', '_id_'],
  ]);
  return {
    id,
    db,
    name,
    options,
    validator: compileValidator(options),
    idIndex: { ...readSpecification(0, idSpecification), unique: true },
    indexes: new Map(),
    isPending: false,
  };
}

function checkNames(db: string, name: string): void {
  if (db === '' || db.length > 63 || /[/\\. "$\0]/.test(db)) fail(73, `Invalid database name: '${db}'`);
  if (name === '' || name.startsWith('system.') || name.includes('$') || name.includes('\0') || name.startsWith('.')) {
    fail(73, `Invalid collection name: ${name}`);
  }
}
