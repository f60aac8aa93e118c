import { isDoc, type Doc } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { MemoryMeter, sizeOf } from './size.ts';
import type { Pipeline, StageCompiler } from './stage.ts';

/** `$facet`: several pipelines over the same documents. */
export const facet: StageCompiler = (operand, _name, compilePipeline) => {
  if (!isDoc(operand) || operand.size === 0) return fail(40169, 'the $facet specification must be a non-empty object');
  const pipelines = [...operand].map(([name, stages]): [string, Pipeline] => {
    if (!Array.isArray(stages)) return fail(40170, `arguments to $facet must be arrays, ${name} is not`);
    for (const stage of stages) {
      if (isDoc(stage) && stage.has('$facet')) fail(40600, '$facet is not allowed to be used within a $facet stage');
    }
    return [name, compilePipeline(stages)];
  });
  return async function* (input, environment) {
    const documents = await gather(input);
    const made: Doc = new Map();
    for (const [name, pipeline] of pipelines) {
      made.set(name, await gather(pipeline.apply(replay(documents), environment)));
    }
    yield made;
  };
};

async function gather(input: AsyncIterable<Doc>): Promise<Doc[]> {
  const meter = new MemoryMeter('$facet');
  const documents: Doc[] = [];
  for await (const doc of input) {
    meter.add(sizeOf(doc));
    documents.push(doc);
  }
  return documents;
}

async function* replay(documents: readonly Doc[]): AsyncGenerator<Doc> {
  for (const doc of documents) yield await Promise.resolve(doc);
}
