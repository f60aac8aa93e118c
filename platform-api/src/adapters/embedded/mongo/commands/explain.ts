import { compilePipeline } from '../aggregate/pipeline.ts';
import type { Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { findRows, type Examined, type RowQuery } from '../plan/find-rows.ts';
import type { Plan } from '../plan/plan.ts';
import { choosePlan } from '../plan/planner.ts';
import { withVariables } from '../query/compile-query.ts';
import { docField, docsField, findCollection, type Command, type CommandContext } from './context.ts';
import { readQuery } from './find.ts';

/** How a query would be answered: the plan, and what running it looked at. Nothing is changed. */
export const explain: Command = {
  fields: ['explain', 'verbosity'],
  async run(context) {
    const inner = docField(context.command, 'explain');
    const [name] = inner.keys();
    const explained: CommandContext = { ...context, name, command: inner };
    const rows = rowQuery(explained, name);
    const collection = findCollection(explained);
    if (!collection) return { queryPlanner: { winningPlan: { stage: 'EOF' } }, executionStats: stats(0, 0), ok: 1 };
    const plan = choosePlan(collection, { ...rows, seesPending: context.access.seesPending });
    const examined: Examined = { rows: 0 };
    let returned = 0;
    for await (const _row of findRows(context.access, collection, rows, context.pacer, examined)) returned++;
    return {
      queryPlanner: { namespace: `${context.db}.${collection.name}`, winningPlan: describePlan(plan) },
      executionStats: stats(returned, examined.rows),
      ok: 1,
    };
  },
};

function rowQuery(context: CommandContext, name: string): RowQuery {
  const { command } = context;
  switch (name) {
    case 'find':
      return readQuery(command, context).rows;
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return readQuery(
        new Map(command).set('filter', command.get('query')).set('limit', name === 'findAndModify' ? 1 : 0),
        context,
      ).rows;
    case 'aggregate': {
      const { leading } = compilePipeline(docsField(command, 'pipeline'));
      const query = withVariables(leading.filter, new Map());
      return { ...query, ...leading, filter: query.filter, hint: command.get('hint') };
    }
    case 'update':
      return operationQuery(docsField(command, 'updates')[0], (operation) => operation.get('multi') === true);
    case 'delete':
      return operationQuery(docsField(command, 'deletes')[0], (operation) => operation.get('limit') !== 1);
    default:
      return fail(59, `Explain failed due to unknown command: ${name}`);
  }
}

function operationQuery(operation: Doc, isMany: (operation: Doc) => boolean): RowQuery {
  const query = withVariables(docField(operation, 'q'), new Map());
  return { ...query, sort: [], skip: 0, limit: isMany(operation) ? 0 : 1, hint: operation.get('hint') };
}

function stats(nReturned: number, totalDocsExamined: number): Record<string, unknown> {
  return { executionSuccess: true, nReturned, totalDocsExamined };
}

/** A plan as `explain` shows it. */
export function describePlan(plan: Plan): Record<string, unknown> {
  switch (plan.kind) {
    case 'scan':
      return { stage: 'COLLSCAN', direction: plan.isReverse ? 'backward' : 'forward', sorted: plan.isSorted };
    case 'or':
      return { stage: 'OR', sorted: plan.isSorted, inputStages: plan.branches.map(describePlan) };
    case 'index':
      return {
        stage: 'IXSCAN',
        indexName: plan.index.name,
        keyPattern: plan.index.specification.get('key'),
        isMultiKey: plan.mayRepeat,
        direction: plan.isReverse ? 'backward' : 'forward',
        ranges: plan.ranges.length,
        sorted: plan.isSorted,
        exact: plan.isExact,
        merged: plan.mergeAfter > 0,
      };
  }
}
