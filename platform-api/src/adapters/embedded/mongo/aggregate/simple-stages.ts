import { isDoc, toInteger, type Doc, type Value } from '../bson/value.ts';
import { withVariables } from '../query/compile-query.ts';
import { fail } from '../errors.ts';
import { compileDocumentStage } from '../projection/document-stages.ts';
import { compareSortKeys, parseSort, sortKey } from '../query/sort.ts';
import { MemoryMeter, sizeOf } from './size.ts';
import { mapping, type Stage, type StageCompiler } from './stage.ts';

export const match: StageCompiler = (operand) => {
  if (!isDoc(operand)) return fail(15959, 'the match filter must be an expression in an object');
  withVariables(operand, new Map());
  return async function* (input, { variables }) {
    const { matches } = withVariables(operand, variables);
    for await (const doc of input) if (matches(doc)) yield doc;
  };
};

export const sort: StageCompiler = (operand) => {
  if (!isDoc(operand)) return fail(15973, 'the $sort key specification must be an object');
  if (operand.size === 0) return fail(15976, '$sort stage must have at least one sort key');
  const parts = parseSort(operand);
  return async function* (input) {
    const meter = new MemoryMeter('Sort');
    const kept: { key: readonly Value[]; doc: Doc }[] = [];
    for await (const doc of input) {
      meter.add(sizeOf(doc));
      kept.push({ key: sortKey(parts, doc), doc });
    }
    kept.sort((a, b) => compareSortKeys(parts, a.key, b.key));
    for (const { doc } of kept) yield doc;
  };
};

/** The operand of `$skip`: at least 0. */
export function readSkip(operand: Value): number {
  const count = toInteger(operand);
  return count !== undefined && count >= 0
    ? count
    : fail(5107200, `invalid argument to $skip stage: Expected a non-negative number`);
}

/** The operand of `$limit`: at least 1. */
export function readLimit(operand: Value): number {
  const count = toInteger(operand);
  if (count === undefined || count < 0)
    return fail(5107201, 'invalid argument to $limit stage: Expected a non-negative number');
  return count > 0 ? count : fail(15958, 'the limit must be positive');
}

export const skip: StageCompiler = (operand) => {
  const count = readSkip(operand);
  return async function* (input) {
    let seen = 0;
    for await (const doc of input) if (++seen > count) yield doc;
  };
};

export const limit: StageCompiler = (operand) => {
  const count = readLimit(operand);
  return async function* (input) {
    let seen = 0;
    for await (const doc of input) {
      yield doc;
      if (++seen >= count) return;
    }
  };
};

export const count: StageCompiler = (operand) => {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    return fail(40156, 'the count field must be a non-empty string without $ or dots');
  }
  return async function* (input) {
    let total = 0;
    for await (const _doc of input) total++;
    if (total > 0) yield new Map([[operand, total]]);
  };
};

/** `$project`, `$addFields` and their like. */
export const documentStage: StageCompiler = (operand, name) => {
  const transform = compileDocumentStage(name, operand);
  return mapping((root, { variables }) => [transform({ root, variables })]);
};

/** `$sample`: a random choice, each document with the same chance. */
export const sample: StageCompiler = (operand): Stage => {
  const size = isDoc(operand) ? toInteger(operand.get('size')) : undefined;
  if (size === undefined || size < 0) return fail(28747, '$sample needs a positive size');
  return async function* (input) {
    const chosen: Doc[] = [];
    let seen = 0;
    for await (const doc of input) {
      seen++;
      if (chosen.length < size) chosen.push(doc);
      else {
        const at = Math.floor(Math.random() * seen);
        if (at < size) chosen[at] = doc;
      }
    }
    yield* chosen;
  };
};
