import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupDatabase, openDatabase } from './sqlite.ts';

describe('openDatabase', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'cv-sqlite-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  it('stores bytes and reads them back through every kind of read', () => {
    const db = openDatabase(join(dir, 'a.db'));
    db.exec('CREATE TABLE t(n INTEGER PRIMARY KEY, b BLOB)');
    expect(db.prepare('INSERT INTO t(b) VALUES (?)').run(new Uint8Array([1, 2, 255])).changes).toBe(1);
    const select = db.prepare('SELECT n, b FROM t WHERE n = ?');
    expect(select.get(1)).toEqual({ n: 1, b: new Uint8Array([1, 2, 255]) });
    expect(select.all(1)).toHaveLength(1);
    expect([...select.iterate(1)]).toHaveLength(1);
    expect(select.get(2)).toBeUndefined();
    db.close();
  });

  it('refuses to write through a read-only connection', () => {
    const path = join(dir, 'b.db');
    const writer = openDatabase(path);
    writer.exec('CREATE TABLE t(n)');
    const reader = openDatabase(path, { readOnly: true });
    expect(() => reader.exec('INSERT INTO t VALUES (1)')).toThrow(/readonly/);
    reader.close();
    writer.close();
  });

  it('has full-text search, which the search index is built on', () => {
    const db = openDatabase(':memory:');
    db.exec("CREATE VIRTUAL TABLE f USING fts5(body); INSERT INTO f VALUES ('over our budget')");
    expect(db.prepare("SELECT count(*) AS n FROM f WHERE f MATCH 'budget'").get()).toEqual({ n: 1 });
    db.close();
  });

  it('backs up to a file that opens and holds the same rows', async () => {
    const db = openDatabase(join(dir, 'c.db'));
    db.exec('CREATE TABLE t(n); INSERT INTO t VALUES (7)');
    await backupDatabase(db, join(dir, 'copy.db'));
    db.close();
    const copy = openDatabase(join(dir, 'copy.db'));
    expect(copy.prepare('SELECT n FROM t').all()).toEqual([{ n: 7 }]);
    copy.close();
  });
});
