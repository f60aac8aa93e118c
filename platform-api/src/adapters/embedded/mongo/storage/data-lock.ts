import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../sqlite.ts';

/**
 * Keeps a second engine out of a data directory. The lock is SQLite's own lock on a file, so the operating
 * system drops it when the process dies, however it dies; the pid beside it is only there to be told.
 * Throws when somebody else has it. Returns what releases it.
 */
export function lockDataDirectory(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const pidFile = join(dataDir, 'engine.pid');
  const lock = openDatabase(join(dataDir, 'engine.lock'));
  try {
    lock.exec('PRAGMA busy_timeout = 500; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new Error(
      `The data directory ${dataDir} is in use by process ${holder(pidFile)}. ` +
        'Stop that process or choose another directory.',
      { cause: error },
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return () => {
    rmSync(pidFile, { force: true });
    lock.close();
  };
}

function holder(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim();
  } catch {
    return '(unknown)';
  }
}
