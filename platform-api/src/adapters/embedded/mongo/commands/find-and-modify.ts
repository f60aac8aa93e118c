import { isDoc, isTruthy, type Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { compileProjection } from '../projection/projection.ts';
import { compileLet } from '../expressions/expression.ts';
import {
  collectionName,
  docField,
  refuseCollation,
  refuseOptions,
  type Command,
  type CommandContext,
} from './context.ts';
import { writeOnce } from './retryable.ts';
import { change, remove, type Selection, type WriteOptions } from './write-operations.ts';

export const findAndModify: Command = {
  fields: [
    'findAndModify',
    'findandmodify',
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'collation',
    'arrayFilters',
    'hint',
    'let',
    'rawData',
    'bypassEmptyTsReplacement',
  ],
  isAllowedInTransaction: true,
  run(context) {
    const { command } = context;
    refuseCollation(command);
    refuseOptions(command, ['rawData']);
    const options: WriteOptions = {
      collection: collectionName(context),
      bypassValidation: isTruthy(command.get('bypassDocumentValidation')),
      variables: compileLet(command.get('let'), context.now),
    };
    const sort = command.get('sort');
    const selection: Selection = {
      filter: docField(command, 'query'),
      isMany: false,
      hint: command.get('hint'),
      sort: isDoc(sort) && sort.size > 0 ? sort : undefined,
    };
    const isRemove = isTruthy(command.get('remove'));
    if (isRemove && command.has('update')) fail(9, 'Cannot specify both an update and remove=true');
    if (!isRemove && !command.has('update')) fail(9, 'Either an update or remove=true must be specified');
    if (isRemove && isTruthy(command.get('new'))) fail(9, 'Cannot specify both new=true and remove=true');
    return writeOnce(context, () =>
      isRemove ? runRemove(context, options, selection) : runChange(context, options, selection),
    );
  },
};

async function runRemove(
  context: CommandContext,
  options: WriteOptions,
  selection: Selection,
): Promise<Record<string, unknown>> {
  const { count, last } = await remove(context, options, selection);
  return { lastErrorObject: { n: count }, value: shown(context, options, last), ok: 1 };
}

async function runChange(
  context: CommandContext,
  options: WriteOptions,
  selection: Selection,
): Promise<Record<string, unknown>> {
  const { command } = context;
  const result = await change(context, options, {
    ...selection,
    update: command.get('update'),
    isUpsert: isTruthy(command.get('upsert')),
    arrayFilters: command.get('arrayFilters'),
  });
  const lastErrorObject = {
    n: result.matched + (result.upserted ? 1 : 0),
    updatedExisting: result.matched > 0,
    ...(result.upserted ? { upserted: result.upserted.id } : {}),
  };
  return {
    lastErrorObject,
    value: shown(context, options, isTruthy(command.get('new')) ? result.after : result.before),
    ok: 1,
  };
}

function shown(context: CommandContext, options: WriteOptions, doc: Doc | undefined): Doc | null {
  const fields = docField(context.command, 'fields');
  if (!doc) return null;
  if (fields.size === 0) return doc;
  return compileProjection(fields, { isFind: true }).apply({ root: doc, variables: options.variables });
}
