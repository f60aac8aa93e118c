import { keyBytes } from '../bson/key-bytes.ts';
import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { compileExpression } from '../expressions/expression.ts';
import { compileAccumulator, type Accumulator, type AccumulatorFactory } from './accumulators.ts';
import { MemoryMeter, sizeOf } from './size.ts';
import type { Stage, StageCompiler } from './stage.ts';

interface Group {
  id: Value;
  accumulators: Accumulator[];
}

/** `$group`: holds one row per group, never the documents. */
export const group: StageCompiler = (operand) => {
  if (!isDoc(operand)) return fail(15947, "a group's fields must be specified in an object");
  if (!operand.has('_id')) return fail(15955, 'a group specification must include an _id');
  const key = compileExpression(operand.get('_id'));
  const fields: [string, AccumulatorFactory][] = [];
  for (const [name, source] of operand) {
    if (name === '_id') continue;
    if (name.includes('.')) fail(40235, `The field name '${name}' cannot contain '.'`);
    fields.push([name, compileAccumulator(name, source)]);
  }
  return async function* (input, { variables }) {
    const meter = new MemoryMeter('$group');
    const groups = new Map<string, Group>();
    for await (const root of input) {
      const scope = { root, variables };
      const id = key(scope) ?? null;
      const identity = keyBytes(id).toString('latin1');
      let found = groups.get(identity);
      if (!found) {
        meter.add(128 + sizeOf(id) + fields.length * 64);
        found = { id, accumulators: fields.map(([, make]) => make(meter)) };
        groups.set(identity, found);
      }
      for (const accumulator of found.accumulators) accumulator.add(scope);
    }
    for (const { id, accumulators } of groups.values()) {
      const made: Doc = new Map([['_id', id]]);
      accumulators.forEach((accumulator, at) => made.set(fields[at][0], accumulator.result()));
      yield made;
    }
  } satisfies Stage;
};

/** `$sortByCount`: how often each value occurs, the most frequent first. */
export const sortByCountStages = (operand: Value): Doc[] => {
  if (typeof operand === 'string' ? !operand.startsWith('$') : !isDoc(operand)) {
    return fail(40148, 'the sortByCount field must be defined as a $-prefixed path or an expression');
  }
  const count: Doc = new Map([['$sum', 1]]);
  return [
    new Map([
      [
        '$group',
        new Map<string, Value>([
          ['_id', operand],
          ['count', count],
        ]),
      ],
    ]),
    new Map([['$sort', new Map([['count', -1]])]]),
  ];
};
