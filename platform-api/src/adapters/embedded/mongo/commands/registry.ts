import { aggregate } from './aggregate.ts';
import { bulkWrite } from './bulk-write.ts';
import { collMod, create, drop, dropDatabase, listCollections, listDatabases } from './collections.ts';
import type { Command } from './context.ts';
import { count, distinct } from './count-distinct.ts';
import { explain } from './explain.ts';
import { findAndModify } from './find-and-modify.ts';
import { find } from './find.ts';
import { getMore, killCursors } from './get-more.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { deleteCommand, insert, update } from './insert-update-delete.ts';
import { backup, buildInfo, endSessions, hello, integrityCheck, ping } from './server-commands.ts';

const commands: Readonly<Record<string, Command>> = {
  aggregate,
  buildInfo,
  bulkWrite,
  callvaultBackup: backup,
  callvaultIntegrityCheck: integrityCheck,
  collMod,
  count,
  create,
  createIndexes,
  delete: deleteCommand,
  deleteIndexes: dropIndexes,
  distinct,
  drop,
  dropDatabase,
  dropIndexes,
  endSessions,
  explain,
  find,
  findAndModify,
  getMore,
  hello,
  insert,
  isMaster: hello,
  killCursors,
  listCollections,
  listDatabases,
  listIndexes,
  ping,
  update,
};

/** Drivers do not agree on capitals: `buildinfo`, `ismaster`. */
const byLowerCase = new Map(Object.entries(commands).map(([name, command]) => [name.toLowerCase(), command]));

export function findCommand(name: string): Command | undefined {
  return byLowerCase.get(name.toLowerCase());
}
