import type { Doc } from '../bson/value.ts';
import { MemoryMeter, sizeOf } from './size.ts';
import type { Environment, Pipeline } from './stage.ts';

/** All results, within the memory limit. */
export async function collect(
  pipeline: Pipeline,
  from: string,
  environment: Environment,
  what: string,
): Promise<Doc[]> {
  const meter = new MemoryMeter(what);
  const found: Doc[] = [];
  for await (const doc of pipeline.run(from, environment)) {
    meter.add(sizeOf(doc));
    found.push(doc);
  }
  return found;
}
