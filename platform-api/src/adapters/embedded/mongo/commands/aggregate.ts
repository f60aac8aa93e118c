import { compilePipeline } from '../aggregate/pipeline.ts';
import type { Environment, Pipeline } from '../aggregate/stage.ts';
import { encode } from '../bson/encode.ts';
import { encodeCursorReply } from '../bson/reply.ts';
import { isDoc, isTruthy, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { compileLet } from '../expressions/expression.ts';
import { countRows } from '../plan/count-rows.ts';
import {
  batchSizeOf,
  findCollection,
  refuseCollation,
  refuseOptions,
  type Command,
  type CommandContext,
} from './context.ts';
import { withVariables } from '../query/compile-query.ts';

export const aggregate: Command = {
  fields: [
    'aggregate',
    'pipeline',
    'cursor',
    'allowDiskUse',
    'bypassDocumentValidation',
    'collation',
    'hint',
    'let',
    'explain',
    'rawData',
  ],
  isAllowedInTransaction: true,
  async run(context) {
    const { command, engine } = context;
    refuseCollation(command);
    refuseOptions(command, ['rawData']);
    const name = command.get('aggregate');
    const source = command.get('pipeline');
    if (!Array.isArray(source))
      return fail(14, "BSON field 'aggregate.pipeline' is the wrong type, expected type 'array'");
    const pipeline = compilePipeline(source);
    if (typeof name !== 'string') return unsupported('an aggregation on a whole database');
    if (!command.has('cursor') && !isTruthy(command.get('explain')))
      fail(9, "The 'cursor' option is required, except for aggregate with the explain argument");
    const results = isCount(source)
      ? counted(context, pipeline, source)
      : encoded(pipeline.run(name, environmentOf(context), command.get('hint')));
    const batch = await engine.cursors.start(
      {
        ns: `${context.db}.${name}`,
        results,
        limit: Infinity,
        pacer: context.pacer,
        session: context.session?.id,
        transaction: context.session?.isTransaction ? context.session.number : undefined,
      },
      batchSizeOf(command),
      false,
    );
    return encodeCursorReply('firstBatch', batch.documents, batch.id, batch.ns);
  },
};

export function environmentOf(context: CommandContext): Environment {
  return {
    access: context.access,
    pacer: context.pacer,
    collection: (name) => findCollection(context, name),
    variables: compileLet(context.command.get('let'), context.now),
  };
}

async function* encoded(documents: AsyncIterable<Doc>): AsyncGenerator<Buffer> {
  for await (const doc of documents) yield encode(doc);
}

/** What `countDocuments` sends: a query, then a `$group` that only counts. */
function isCount(stages: readonly Value[]): boolean {
  const last = stages.at(-1);
  const group = isDoc(last) ? last.get('$group') : undefined;
  if (!isDoc(group) || group.size !== 2 || group.get('_id') !== 1) return false;
  const sum = group.get('n');
  return isDoc(sum) && sum.size === 1 && sum.get('$sum') === 1;
}

async function* counted(context: CommandContext, pipeline: Pipeline, stages: readonly Value[]): AsyncGenerator<Buffer> {
  const { leading } = pipeline;
  const environment = environmentOf(context);
  const collection = findCollection(context);
  if (leading.stages !== stages.length - 1) {
    yield* encoded(pipeline.run(String(context.command.get('aggregate')), environment, context.command.get('hint')));
    return;
  }
  const query = withVariables(leading.filter, environment.variables);
  const rows = { ...query, ...leading, filter: query.filter, sort: [], hint: context.command.get('hint') };
  const n = collection ? await countRows(context.access, collection, rows, context.pacer) : 0;
  if (n > 0)
    yield encode(
      new Map([
        ['_id', 1],
        ['n', n],
      ]),
    );
}
