import { isDoc, isTruthy, toInteger, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { compileLet } from '../expressions/expression.ts';
import { docField, docsField, refuseCollation, refuseOptions, type Command, type CommandContext } from './context.ts';
import { writeOnce } from './retryable.ts';
import { change, insertOne, remove, type WriteOptions } from './write-operations.ts';
import { runEach } from './write-results.ts';

const operationFields: Readonly<Record<string, readonly string[]>> = {
  insert: ['insert', 'document'],
  update: [
    'update',
    'filter',
    'updateMods',
    'multi',
    'upsert',
    'arrayFilters',
    'hint',
    'collation',
    'sort',
    'constants',
  ],
  delete: ['delete', 'filter', 'multi', 'hint', 'collation'],
};

/** What one operation did, added to the totals of the answer. */
interface Outcome {
  totals: Partial<Record<'nInserted' | 'nMatched' | 'nModified' | 'nUpserted' | 'nDeleted', number>>;
  shown: Record<string, unknown>;
}

type Run = () => Outcome | Promise<Outcome>;

/** Writes to several collections in one command. */
export const bulkWrite: Command = {
  fields: [
    'bulkWrite',
    'ops',
    'nsInfo',
    'ordered',
    'errorsOnly',
    'bypassDocumentValidation',
    'let',
    'cursor',
    'rawData',
    'bypassEmptyTsReplacement',
  ],
  isAllowedInTransaction: true,
  run(context) {
    const { command, db } = context;
    if (db !== 'admin') fail(13, 'bulkWrite may only be run against the admin database.');
    refuseOptions(command, ['rawData']);
    const namespaces = docsField(command, 'nsInfo').map(readNamespace);
    const variables = compileLet(command.get('let'), context.now);
    const bypassValidation = isTruthy(command.get('bypassDocumentValidation'));
    const runs = docsField(command, 'ops').map((operation) => {
      const [kind] = operation.keys();
      const fields = operationFields[kind] ?? fail(40415, `BSON field 'bulkWrite.ops.${kind}' is an unknown field.`);
      for (const name of operation.keys()) {
        if (!fields.includes(name)) fail(40415, `BSON field 'bulkWrite.ops.${name}' is an unknown field.`);
      }
      const target =
        namespaces[toInteger(operation.get(kind)) ?? -1] ?? fail(2, `BulkWrite ops entry has an invalid nsInfo index.`);
      const options: WriteOptions = { collection: target.name, bypassValidation, variables };
      return readOperation({ ...context, db: target.db }, options, kind, operation);
    });
    if (runs.length === 0) fail(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.');
    return writeOnce(context, () => runAll(command, runs));
  },
};

function readNamespace(info: Doc): { db: string; name: string } {
  const ns = info.get('ns');
  const dot = typeof ns === 'string' ? ns.indexOf('.') : -1;
  if (typeof ns !== 'string' || dot < 1) return fail(73, `Invalid namespace specified: ${String(ns)}`);
  return { db: ns.slice(0, dot), name: ns.slice(dot + 1) };
}

function readOperation(context: CommandContext, options: WriteOptions, kind: string, operation: Doc): Run {
  refuseCollation(operation);
  refuseOptions(operation, ['constants']);
  if (kind === 'insert') {
    const document = docField(operation, 'document');
    return () => {
      insertOne(context, options, document);
      return { totals: { nInserted: 1 }, shown: { n: 1 } };
    };
  }
  const sort = operation.get('sort');
  const selection = {
    filter: docField(operation, 'filter'),
    isMany: isTruthy(operation.get('multi')),
    hint: operation.get('hint'),
    sort: isDoc(sort) ? sort : undefined,
  };
  if (kind === 'delete') {
    return async () => {
      const { count } = await remove(context, options, selection);
      return { totals: { nDeleted: count }, shown: { n: count } };
    };
  }
  const update: Value = operation.get('updateMods');
  const isUpsert = isTruthy(operation.get('upsert'));
  return async () => {
    const request = { ...selection, update, isUpsert, arrayFilters: operation.get('arrayFilters') };
    const { matched, modified, upserted } = await change(context, options, request);
    const n = matched + (upserted ? 1 : 0);
    return {
      totals: { nMatched: matched, nModified: modified, nUpserted: upserted ? 1 : 0 },
      shown: { n, nModified: modified, ...(upserted ? { upserted: { _id: upserted.id } } : {}) },
    };
  };
}

async function runAll(command: Doc, runs: readonly Run[]): Promise<Record<string, unknown>> {
  const totals = { nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 };
  const results: { idx: number }[] = [];
  const errors = await runEach(runs, command.get('ordered') !== false, async (run, idx) => {
    const outcome = await run();
    for (const [name, count] of Object.entries(outcome.totals)) totals[name as keyof typeof totals] += count;
    if (!isTruthy(command.get('errorsOnly'))) results.push({ ok: 1, idx, ...outcome.shown } as { idx: number });
  });
  for (const { index, ...error } of errors) results.push({ ok: 0, idx: index, n: 0, ...error } as { idx: number });
  results.sort((a, b) => a.idx - b.idx);
  return {
    cursor: { id: 0n, firstBatch: results, ns: 'admin.$cmd.bulkWrite' },
    nErrors: errors.length,
    ...totals,
    ok: 1,
  };
}
