import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { withVariables } from '../query/compile-query.ts';
import { fail, unsupported } from '../errors.ts';
import { findRows } from '../plan/find-rows.ts';
import { facet } from './facet.ts';
import { group, sortByCountStages } from './group.ts';
import { readLeading, type Leading } from './leading-stages.ts';
import { lookup } from './lookup.ts';
import { referencedFields } from './referenced-fields.ts';
import { count, documentStage, limit, match, sample, skip, sort } from './simple-stages.ts';
import type { Documents, Environment, Pipeline, Stage, StageCompiler } from './stage.ts';
import { unionWith } from './union-with.ts';
import { unwind } from './unwind.ts';

const stages: Readonly<Record<string, StageCompiler>> = {
  $match: match,
  $sort: sort,
  $skip: skip,
  $limit: limit,
  $count: count,
  $project: documentStage,
  $addFields: documentStage,
  $set: documentStage,
  $unset: documentStage,
  $replaceRoot: documentStage,
  $replaceWith: documentStage,
  $unwind: unwind,
  $group: group,
  $lookup: lookup,
  $facet: facet,
  $unionWith: unionWith,
  $sample: sample,
};

const refused: ReadonlySet<string> = new Set(
  (
    '$out $merge $graphLookup $bucket $bucketAuto $redact $changeStream $documents $setWindowFields $densify $fill $geoNear ' +
    '$indexStats $collStats $planCacheStats $currentOp $listSessions $listLocalSessions $search $searchMeta $vectorSearch ' +
    '$queryStats $rankFusion $scoreFusion $changeStreamSplitLargeEvent $listSampledQueries $shardedDataDistribution'
  ).split(' '),
);

/** Reads a pipeline. Throws 40324 for an unknown stage and 238 for one not done here. */
export function compilePipeline(source: readonly Value[]): Pipeline {
  const specifications = source.flatMap(expandShorthand);
  const leading = readLeading(specifications);
  const all = specifications.map(compileStage);
  const rest = all.slice(leading.stages);
  const fields = referencedFields(specifications[leading.stages]);
  return {
    leading,
    run: (collection, environment, hint) =>
      chain(read(collection, leading, fields, environment, hint), rest, environment),
    apply: (input, environment) => chain(input, all, environment),
  };
}

function expandShorthand(stage: Value): Doc[] {
  if (!isDoc(stage) || stage.size !== 1)
    return fail(40323, 'A pipeline stage specification object must contain exactly one field.');
  return stage.has('$sortByCount') ? sortByCountStages(stage.get('$sortByCount')) : [stage];
}

function compileStage(specification: Doc): Stage {
  const [[name, operand]] = specification;
  if (Object.hasOwn(stages, name)) return stages[name](operand, name, compilePipeline);
  if (refused.has(name)) unsupported(`the aggregation stage ${name}`);
  return fail(40324, `Unrecognized pipeline stage name: '${name}'`);
}

function chain(input: Documents, rest: readonly Stage[], environment: Environment): Documents {
  return rest.reduce((documents, stage) => stage(documents, environment), input);
}

async function* read(
  name: string,
  leading: Leading,
  fields: ReadonlySet<string> | undefined,
  environment: Environment,
  hint: Value,
): AsyncGenerator<Doc> {
  const collection = environment.collection(name);
  if (!collection) return;
  const query = withVariables(leading.filter, environment.variables);
  const rows = findRows(
    environment.access,
    collection,
    { ...query, ...leading, filter: query.filter, hint },
    environment.pacer,
  );
  for await (const row of rows) yield row.fields(fields);
}
