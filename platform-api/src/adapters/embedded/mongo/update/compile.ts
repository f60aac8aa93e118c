import { equals } from '../bson/compare.ts';
import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { compileDocumentStage } from '../projection/document-stages.ts';
import { compileModifiers, type UpdateContext } from './update.ts';

/** Gives the changed document; the one handed in is a copy and may be changed. */
export type Update = (doc: Doc, context: UpdateContext) => Doc;

export interface CompiledUpdate {
  kind: 'replacement' | 'modifiers' | 'pipeline';
  apply: Update;
  /** The update names the array position the filter matched, of this top-level array. */
  positionalRoots: readonly string[];
}

export interface UpdateOptions {
  arrayFilters: Value;
  variables: ReadonlyMap<string, Value>;
}

const pipelineStages: ReadonlySet<string> = new Set([
  '$addFields',
  '$set',
  '$project',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
]);

/** Reads an update: a pipeline, a document of modifiers, or a replacement. */
export function compileUpdate(update: Value, options: UpdateOptions): CompiledUpdate {
  if (Array.isArray(update)) return compilePipeline(update, options);
  if (!isDoc(update)) return fail(9, 'Update argument must be either an object or an array');
  const [first] = update.keys();
  if (first?.startsWith('$')) {
    const modify = compileModifiers(update, options.arrayFilters);
    const paths = [...update.values()].flatMap((fields) => (isDoc(fields) ? [...fields.keys()] : []));
    const roots = paths.filter((path) => path.split('.').includes('$')).map((path) => path.split('.')[0]);
    return {
      kind: 'modifiers',
      positionalRoots: [...new Set(roots)],
      apply: (doc, context) => {
        modify(doc, context);
        return doc;
      },
    };
  }
  if (Array.isArray(options.arrayFilters)) fail(9, 'arrayFilters may not be specified for replacement-style updates');
  return { kind: 'replacement', positionalRoots: [], apply: (doc) => replace(doc, update) };
}

function replace(doc: Doc, replacement: Doc): Doc {
  const id = doc.get('_id');
  if (id === undefined) return new Map(replacement);
  if (replacement.has('_id') && !equals(replacement.get('_id'), id)) {
    fail(66, "After applying the update, the (immutable) field '_id' was found to have been altered");
  }
  return new Map([['_id', id], ...[...replacement].filter(([name]) => name !== '_id')]);
}

function compilePipeline(stages: readonly Value[], options: UpdateOptions): CompiledUpdate {
  if (Array.isArray(options.arrayFilters)) fail(9, 'arrayFilters may not be specified for pipeline-style updates');
  const steps = stages.map((stage) => {
    if (!isDoc(stage) || stage.size !== 1)
      return fail(40323, 'A pipeline stage specification object must contain exactly one field.');
    const [[name, operand]] = stage;
    if (!pipelineStages.has(name)) return fail(72, `${name} is not allowed to be used within an update`);
    return compileDocumentStage(name, operand);
  });
  return {
    kind: 'pipeline',
    positionalRoots: [],
    apply: (doc, { now }) => {
      const variables = new Map(options.variables).set('NOW', now);
      return steps.reduce((changed, step) => step({ root: changed, variables }), doc);
    },
  };
}
