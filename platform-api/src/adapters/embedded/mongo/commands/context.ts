import { isDoc, isPlainNumber, numeric, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import type { Access } from '../plan/find-rows.ts';
import type { Pacer } from '../plan/pacer.ts';
import type { Collection } from '../storage/collection.ts';
import type { Store } from '../storage/store.ts';
import type { Cursors } from './cursors.ts';

/** Fields of an answer, or the answer's bytes. */
export type Reply = Record<string, unknown> | Buffer;

/** The engine as commands see it. */
export interface Engine {
  store: Store;
  cursors: Cursors;
  /** The address clients use, as `hello` tells it. */
  address: string;
  connectionId: number;
}

export interface SessionFields {
  /** `lsid`'s id in hexadecimal. */
  id: string;
  /** `txnNumber`, of a transaction or of a write that may be sent again. */
  number?: bigint;
  isTransaction: boolean;
}

/** One command on its way. */
export interface CommandContext {
  engine: Engine;
  db: string;
  /** The command as the driver calls it, in its own spelling. */
  name: string;
  command: Doc;
  access: Access;
  session?: SessionFields;
  pacer: Pacer;
  now: Date;
  /** Runs a change: in the open transaction, or in the next commit. */
  write<T>(job: () => T | Promise<T>): Promise<T>;
}

export interface Command {
  /** Known fields beside those every command may have. */
  fields: readonly string[];
  isAllowedInTransaction?: boolean;
  run(context: CommandContext): Reply | Promise<Reply>;
}

/** The collection a command names in its first field. */
export function collectionName(context: CommandContext): string {
  const name = context.command.get(context.name);
  return typeof name === 'string' ? name : fail(73, `collection name has invalid type ${typeof name}`);
}

/** The collection, or undefined when there is none yet. */
export function findCollection(context: CommandContext, name = collectionName(context)): Collection | undefined {
  return context.engine.store.catalogue.find(context.db, name, context.access.seesPending);
}

/** The collection to write to, made when there is none. To be called inside a write. */
export function collectionForWrite(context: CommandContext, name = collectionName(context)): Collection {
  const { catalogue } = context.engine.store;
  return catalogue.find(context.db, name, true) ?? catalogue.create(context.db, name, new Map());
}

export function docField(command: Doc, name: string): Doc {
  const value = command.get(name) ?? new Map();
  return isDoc(value) ? value : fail(14, `BSON field '${name}' is the wrong type, expected type 'object'`);
}

export function docsField(command: Doc, name: string): Doc[] {
  const value = command.get(name);
  if (!Array.isArray(value)) return fail(40414, `BSON field '${name}' is missing but a required field`);
  return value.map((item) => (isDoc(item) ? item : fail(14, `BSON field '${name}' must hold objects`)));
}

/** A whole number of at least zero. */
export function countField(command: Doc, name: string): number | undefined {
  const value = command.get(name);
  if (value === undefined || value === null) return undefined;
  const number = isPlainNumber(value) ? Math.trunc(Number(numeric(value))) : undefined;
  if (number === undefined || Number.isNaN(number))
    return fail(14, `BSON field '${name}' is the wrong type, expected a number`);
  if (number < 0) return fail(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** Refuses any collation but the simple one, which is the order this engine has. */
export function refuseCollation(source: Doc): void {
  const collation = source.get('collation');
  if (!isDoc(collation) || collation.size === 0) return;
  if (collation.get('locale') !== 'simple') unsupported(`collation ${String(collation.get('locale'))}`);
}

/** Refuses options that would change the answer. */
export function refuseOptions(source: Doc, names: readonly string[]): void {
  for (const name of names) {
    const value: Value = source.get(name);
    const isOff = value === undefined || value === null || value === false || (isDoc(value) && value.size === 0);
    if (!isOff) unsupported(`the option ${name}`);
  }
}

/** The direction or size of a batch: undefined when not given. */
export function batchSizeOf(command: Doc): number | undefined {
  const cursor = command.get('cursor');
  return countField(isDoc(cursor) ? cursor : command, 'batchSize');
}
