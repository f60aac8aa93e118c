import { encode } from '../bson/encode.ts';
import { encodeCursorReply } from '../bson/reply.ts';
import { isTruthy, toInteger, type Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { findRows, type RowQuery } from '../plan/find-rows.ts';
import { compileProjection } from '../projection/projection.ts';
import { matchedPosition } from '../query/position.ts';
import { parseSort } from '../query/sort.ts';
import type { Collection } from '../storage/collection.ts';
import {
  batchSizeOf,
  collectionName,
  countField,
  docField,
  findCollection,
  refuseCollation,
  refuseOptions,
  type Command,
  type CommandContext,
} from './context.ts';
import { compileQuery, type CompiledQuery } from '../query/compile-query.ts';

export const find: Command = {
  fields: [
    'find',
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'max',
    'min',
    'returnKey',
    'showRecordId',
    'tailable',
    'oplogReplay',
    'noCursorTimeout',
    'awaitData',
    'allowPartialResults',
    'collation',
    'allowDiskUse',
    'let',
    'rawData',
  ],
  isAllowedInTransaction: true,
  async run(context) {
    const { command, engine } = context;
    refuseCollation(command);
    refuseOptions(command, ['max', 'min', 'returnKey', 'showRecordId', 'tailable', 'awaitData', 'rawData']);
    const allowDiskUse = command.get('allowDiskUse');
    if (allowDiskUse !== undefined && typeof allowDiskUse !== 'boolean')
      fail(14, "BSON field 'find.allowDiskUse' is the wrong type, expected type 'bool'");
    const { query, rows } = readQuery(command, context);
    // A negative limit is old for: this many, in one batch.
    const asked = toInteger(command.get('limit')) ?? 0;
    const batch = await engine.cursors.start(
      {
        ns: `${context.db}.${collectionName(context)}`,
        results: results(context, findCollection(context), query, rows),
        limit: rows.limit === 0 ? Infinity : rows.limit,
        pacer: context.pacer,
        session: context.session?.id,
        transaction: context.session?.isTransaction ? context.session.number : undefined,
      },
      batchSizeOf(command),
      asked < 0 || isTruthy(command.get('singleBatch')),
    );
    return encodeCursorReply('firstBatch', batch.documents, batch.id, batch.ns);
  },
};

/** Filter, order and limits of a `find`. */
export function readQuery(command: Doc, context: CommandContext): { query: CompiledQuery; rows: RowQuery } {
  const query = compileQuery(docField(command, 'filter'), command.get('let'), context.now);
  return {
    query,
    rows: {
      filter: query.filter,
      matches: query.matches,
      sort: parseSort(docField(command, 'sort')),
      skip: countField(command, 'skip') ?? 0,
      limit: Math.abs(toInteger(command.get('limit')) ?? 0),
      hint: command.get('hint'),
    },
  };
}

async function* results(
  context: CommandContext,
  collection: Collection | undefined,
  query: CompiledQuery,
  rows: RowQuery,
): AsyncGenerator<Buffer> {
  const source = docField(context.command, 'projection');
  const projection = source.size > 0 ? compileProjection(source, { isFind: true }) : undefined;
  if (!collection) return;
  for await (const row of findRows(context.access, collection, rows, context.pacer)) {
    if (!projection) {
      yield row.bytes;
      continue;
    }
    const root = projection.positionalRoot;
    const position = root === undefined ? undefined : matchedPosition(query.filter, row.doc, root, query.compileExpr);
    yield encode(projection.apply({ root: row.doc, variables: query.variables }, position));
  }
}
