import { ObjectId } from 'bson';
import { encodeStored } from '../bson/encode.ts';
import { clone, isDoc, type Doc, type Value } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { findRows } from '../plan/find-rows.ts';
import type { Row } from '../plan/rows.ts';
import { equals } from '../bson/compare.ts';
import { matchedPosition } from '../query/position.ts';
import { parseSort } from '../query/sort.ts';
import { namespace, type Collection } from '../storage/collection.ts';
import { describe } from '../storage/describe.ts';
import { compileUpdate, type CompiledUpdate } from '../update/compile.ts';
import { checkId, idFirst, seedFromFilter } from '../update/upsert.ts';
import { collectionForWrite, findCollection, type CommandContext } from './context.ts';
import { withVariables, type CompiledQuery } from '../query/compile-query.ts';

/** Options a whole write command has. */
export interface WriteOptions {
  collection: string;
  bypassValidation: boolean;
  variables: ReadonlyMap<string, Value>;
}

export interface Selection {
  filter: Doc;
  isMany: boolean;
  hint?: Value;
  sort?: Doc;
}

export interface Change extends Selection {
  update: Value;
  isUpsert: boolean;
  arrayFilters: Value;
}

export interface ChangeResult {
  matched: number;
  modified: number;
  /** The `_id` of a document that was made, or undefined. */
  upserted?: { id: Value };
  /** One-document changes: what was there before and is there now. */
  before?: Doc;
  after?: Doc;
}

export function insertOne(context: CommandContext, options: WriteOptions, asked: Doc): Doc {
  const doc = idFirst(asked, () => new ObjectId());
  checkId(doc.get('_id'));
  const bytes = encodeStored(doc);
  const collection = collectionForWrite(context, options.collection);
  validate(collection, doc, options);
  context.engine.store.documents.insert(collection, doc, bytes);
  return doc;
}

/** Changes what the filter selects. To be called inside a write. */
export async function change(context: CommandContext, options: WriteOptions, request: Change): Promise<ChangeResult> {
  const query = withVariables(request.filter, options.variables);
  const update = compileUpdate(request.update, { arrayFilters: request.arrayFilters, variables: options.variables });
  if (request.isMany && update.kind === 'replacement')
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  const collection = findCollection(context, options.collection);
  const rows = collection ? await select(context, collection, query, request) : [];
  if (!collection || rows.length === 0) {
    if (!request.isUpsert) return { matched: 0, modified: 0 };
    const made = upsert(context, options, query, update);
    return { matched: 0, modified: 0, upserted: { id: made.get('_id') }, after: made };
  }
  const result: ChangeResult = { matched: 0, modified: 0 };
  for (const row of rows) {
    if (context.pacer.isDue()) await context.pacer.rest();
    const { doc, isChanged } = changeRow(context, options, collection, row, query, update);
    result.matched++;
    if (isChanged) result.modified++;
    result.before = row.doc;
    result.after = doc;
  }
  return result;
}

/** Removes what the filter selects, and answers the documents removed. To be called inside a write. */
export async function remove(
  context: CommandContext,
  options: WriteOptions,
  request: Selection,
): Promise<{ count: number; last?: Doc }> {
  const query = withVariables(request.filter, options.variables);
  const collection = findCollection(context, options.collection);
  if (!collection) return { count: 0 };
  const rows = await select(context, collection, query, request);
  for (const row of rows) {
    if (context.pacer.isDue()) await context.pacer.rest();
    context.engine.store.documents.remove(collection, row.rid, row.doc);
  }
  return { count: rows.length, last: rows.at(-1)?.doc };
}

/** All rows before any is changed: a change may move a row to where the scan comes by again. */
async function select(
  context: CommandContext,
  collection: Collection,
  query: CompiledQuery,
  request: Selection,
): Promise<Row[]> {
  const rows: Row[] = [];
  const { connection } = context.engine.store.writer;
  const found = findRows(
    { connection, seesPending: true },
    collection,
    {
      filter: query.filter,
      matches: query.matches,
      sort: request.sort ? parseSort(request.sort) : [],
      skip: 0,
      limit: request.isMany ? 0 : 1,
      hint: request.hint,
    },
    context.pacer,
  );
  for await (const row of found) rows.push(row);
  return rows;
}

function changeRow(
  context: CommandContext,
  options: WriteOptions,
  collection: Collection,
  row: Row,
  query: CompiledQuery,
  update: CompiledUpdate,
): { doc: Doc; isChanged: boolean } {
  const [root] = update.positionalRoots;
  const position = root === undefined ? undefined : matchedPosition(query.filter, row.doc, root, query.compileExpr);
  const changed = update.apply(clone(row.doc), { position, isInsert: false, now: context.now });
  const doc = idFirst(changed, () => row.doc.get('_id'));
  if (!equals(doc.get('_id'), row.doc.get('_id'))) {
    throw new CommandError(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  const bytes = encodeStored(doc);
  if (bytes.equals(row.bytes)) return { doc: row.doc, isChanged: false };
  validate(collection, doc, options);
  context.engine.store.documents.replace(collection, row.rid, row.doc, doc, bytes);
  return { doc, isChanged: true };
}

function upsert(context: CommandContext, options: WriteOptions, query: CompiledQuery, update: CompiledUpdate): Doc {
  const seed = seedFromFilter(query.filter);
  const start = update.kind === 'replacement' ? new Map([...seed].filter(([name]) => name === '_id')) : seed;
  const seededId = start.get('_id');
  const made = update.apply(start, { position: undefined, isInsert: true, now: context.now });
  if (seededId !== undefined && !equals(made.get('_id'), seededId)) {
    throw new CommandError(66, `Performing an update on the path '_id' would modify the immutable field '_id'`);
  }
  return insertOne(context, options, made);
}

function validate(collection: Collection, doc: Doc, options: WriteOptions): void {
  if (options.bypassValidation || !collection.validator || collection.validator(doc)) return;
  if (collection.options.get('validationLevel') === 'off' || collection.options.get('validationAction') === 'warn')
    return;
  const validator = collection.options.get('validator');
  throw new CommandError(121, 'Document failed validation', {
    details: {
      errInfo: {
        failingDocumentId: doc.get('_id'),
        details: {
          operatorName: operatorName(validator),
          specifiedAs: validator,
          reason: `${namespace(collection)}: ${describe(validator)} is not met`,
        },
      },
    },
  });
}

function operatorName(validator: Value): string {
  if (!isDoc(validator)) return '$and';
  const [condition] = validator.values();
  if (!isDoc(condition)) return '$eq';
  const [name] = condition.keys();
  return name ?? '$eq';
}
