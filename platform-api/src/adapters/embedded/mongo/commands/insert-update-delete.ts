import { isDoc, isTruthy, toInteger, type Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { compileLet } from '../expressions/expression.ts';
import {
  collectionName,
  docField,
  docsField,
  refuseCollation,
  refuseOptions,
  type Command,
  type CommandContext,
} from './context.ts';
import { writeOnce } from './retryable.ts';
import { change, insertOne, remove, type Change, type WriteOptions } from './write-operations.ts';
import { runEach, withErrors } from './write-results.ts';

const MOST_OPERATIONS = 100_000;

/** What insert, update and delete have in common. */
export function writeOptions(context: CommandContext): WriteOptions {
  const { command } = context;
  refuseOptions(command, ['rawData', 'isTimeseriesNamespace']);
  return {
    collection: collectionName(context),
    bypassValidation: isTruthy(command.get('bypassDocumentValidation')),
    variables: compileLet(command.get('let'), context.now),
  };
}

function isOrdered(command: Doc): boolean {
  return command.get('ordered') !== false;
}

function operations(command: Doc, name: string): Doc[] {
  const docs = docsField(command, name);
  if (docs.length === 0 || docs.length > MOST_OPERATIONS) {
    fail(16, `Write batch sizes must be between 1 and ${MOST_OPERATIONS}. Got ${docs.length} operations.`);
  }
  return docs;
}

const common = [
  'ordered',
  'bypassDocumentValidation',
  'let',
  'rawData',
  'isTimeseriesNamespace',
  'bypassEmptyTsReplacement',
  'maxTimeMS',
];

export const insert: Command = {
  fields: ['insert', 'documents', ...common],
  isAllowedInTransaction: true,
  run(context) {
    const options = writeOptions(context);
    const documents = operations(context.command, 'documents');
    return writeOnce(context, async () => {
      let inserted = 0;
      const errors = await runEach(documents, isOrdered(context.command), (doc) => {
        insertOne(context, options, doc);
        inserted++;
      });
      return withErrors({ n: inserted }, errors);
    });
  },
};

const updateFields: ReadonlySet<string> = new Set([
  'q',
  'u',
  'c',
  'upsert',
  'multi',
  'arrayFilters',
  'hint',
  'collation',
  'sort',
]);

function readUpdate(operation: Doc): Change {
  for (const field of operation.keys())
    if (!updateFields.has(field)) fail(40415, `BSON field 'update.updates.${field}' is an unknown field.`);
  refuseCollation(operation);
  refuseOptions(operation, ['c']);
  const isMany = isTruthy(operation.get('multi'));
  const sort = operation.get('sort');
  if (sort !== undefined && isMany) fail(9, 'Cannot specify sort with multi=true');
  if (sort !== undefined && !isDoc(sort))
    fail(14, "BSON field 'update.updates.sort' is the wrong type, expected type 'object'");
  return {
    filter: docField(operation, 'q'),
    update: operation.get('u'),
    isMany,
    isUpsert: isTruthy(operation.get('upsert')),
    arrayFilters: operation.get('arrayFilters'),
    hint: operation.get('hint'),
    sort: isDoc(sort) ? sort : undefined,
  };
}

export const update: Command = {
  fields: ['update', 'updates', ...common],
  isAllowedInTransaction: true,
  run(context) {
    const options = writeOptions(context);
    const changes = operations(context.command, 'updates').map(readUpdate);
    return writeOnce(context, async () => {
      let matched = 0;
      let modified = 0;
      const upserted: { index: number; _id: unknown }[] = [];
      const errors = await runEach(changes, isOrdered(context.command), async (request, index) => {
        const result = await change(context, options, request);
        matched += result.matched;
        modified += result.modified;
        if (result.upserted) upserted.push({ index, _id: result.upserted.id });
      });
      const n = matched + upserted.length;
      return withErrors({ n, nModified: modified, ...(upserted.length > 0 ? { upserted } : {}) }, errors);
    });
  },
};

const deleteFields: ReadonlySet<string> = new Set(['q', 'limit', 'hint', 'collation']);

export const deleteCommand: Command = {
  fields: ['delete', 'deletes', ...common],
  isAllowedInTransaction: true,
  run(context) {
    const options = writeOptions(context);
    const selections = operations(context.command, 'deletes').map((operation) => {
      for (const field of operation.keys())
        if (!deleteFields.has(field)) fail(40415, `BSON field 'delete.deletes.${field}' is an unknown field.`);
      refuseCollation(operation);
      const limit = toInteger(operation.get('limit'));
      if (limit !== 0 && limit !== 1) fail(9, 'The limit field in delete objects must be 0 or 1.');
      return { filter: docField(operation, 'q'), isMany: limit === 0, hint: operation.get('hint') };
    });
    return writeOnce(context, async () => {
      let removed = 0;
      const errors = await runEach(selections, isOrdered(context.command), async (request) => {
        removed += (await remove(context, options, request)).count;
      });
      return withErrors({ n: removed }, errors);
    });
  },
};
