import type { Doc, Value } from '../bson/value.ts';
import type { Access } from '../plan/find-rows.ts';
import type { Pacer } from '../plan/pacer.ts';
import type { Collection } from '../storage/collection.ts';
import type { Leading } from './leading-stages.ts';

/** What a pipeline runs in. */
export interface Environment {
  access: Access;
  pacer: Pacer;
  /** Another collection of the same database. */
  collection(name: string): Collection | undefined;
  variables: ReadonlyMap<string, Value>;
}

export type Documents = AsyncIterable<Doc>;

/** Turns a stream of documents into another. */
export type Stage = (input: Documents, environment: Environment) => Documents;

/** A pipeline, read and checked. */
export interface Pipeline {
  /** Its start, as far as that is a query. */
  leading: Leading;
  /** Reads a collection and runs every stage. */
  run(collection: string, environment: Environment, hint?: Value): Documents;
  /** Runs every stage on documents at hand. */
  apply(input: Documents, environment: Environment): Documents;
}

export type PipelineCompiler = (stages: readonly Value[]) => Pipeline;

/**
 * Reads a stage's operand and gives the stage. Throws for what is malformed, before any document is read.
 * Pipelines inside are read by `compilePipeline`.
 */
export type StageCompiler = (operand: Value, name: string, compilePipeline: PipelineCompiler) => Stage;

/** A stage that handles one document at a time. */
export function mapping(transform: (doc: Doc, environment: Environment) => Iterable<Doc>): Stage {
  return async function* (input, environment) {
    for await (const doc of input) yield* transform(doc, environment);
  };
}
