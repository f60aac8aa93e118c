import type { Doc, Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import type { Filter, Test } from './filter.ts';
import { compileArrayTest, compileTest, isWholeArrayTest, someArrayAtPath, type ExprCompiler } from './match.ts';
import { someAtPath } from './path.ts';

/**
 * The array position a filter matched at, for `$` in an update or a projection of the array `root`. Undefined when no
 * condition walks that array. Throws 238 when several conditions do and disagree: which one wins is nobody's promise.
 */
export function matchedPosition(filter: Filter, doc: Doc, root: string, compileExpr: ExprCompiler): number | undefined {
  const positions = new Set<number>();
  for (const { path, test } of fieldTests(filter)) {
    if (path[0] !== root) continue;
    const position = positionOf(doc, path, test, compileExpr);
    if (position !== undefined) positions.add(position);
  }
  if (positions.size > 1)
    fail(238, `not supported: the positional operator $ with several conditions on the array "${root}"`);
  const [only] = positions;
  return only;
}

function fieldTests(filter: Filter): { path: readonly string[]; test: Test }[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.children.flatMap(fieldTests);
    case 'field':
      return [filter];
    default:
      return [];
  }
}

function positionOf(doc: Doc, path: readonly string[], test: Test, compileExpr: ExprCompiler): number | undefined {
  let position: number | undefined;
  if (isWholeArrayTest(test)) {
    const passes = compileArrayTest(test, compileExpr);
    someArrayAtPath(doc, path, (array, outer) => {
      const inner = passes(array);
      if (inner >= 0 && test.op !== 'size') position = outer ?? inner;
      return inner >= 0;
    });
    return position;
  }
  const passes = compileTest(test);
  someAtPath(doc, path, (value: Value, index?: number) => {
    const passed = passes(value);
    if (passed) position = index;
    return passed;
  });
  return position;
}
