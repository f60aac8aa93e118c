import { isDoc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { StageCompiler } from './stage.ts';

/** `$unionWith`: the documents of another collection after the input's. */
export const unionWith: StageCompiler = (operand, _name, compilePipeline) => {
  const from = isDoc(operand) ? operand.get('coll') : operand;
  const stages = isDoc(operand) ? (operand.get('pipeline') ?? []) : [];
  if (typeof from !== 'string' || !Array.isArray(stages))
    return fail(9, '$unionWith needs a collection and, if wanted, a pipeline');
  const pipeline = compilePipeline(stages);
  return async function* (input, environment) {
    yield* input;
    yield* pipeline.run(from, environment);
  };
};
