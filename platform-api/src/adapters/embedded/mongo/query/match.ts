import type { BSONRegExp } from 'bson';
import { compare, equals, rankOf } from '../bson/compare.ts';
import { isDoc, isPlainNumber, numeric, typeOf, type Doc, type Value } from '../bson/value.ts';
import type { ComparisonOperator, Filter, Test } from './filter.ts';
import { someAtPath, type LeafTest } from './path.ts';
import { toRegExp } from './regex.ts';

export type Matcher = (doc: Doc) => boolean;

/** Turns the operand of `$expr` into a predicate; the caller knows the variables. */
export type ExprCompiler = (expression: Value) => Matcher;

/** Compiles a parsed filter. */
export function compileFilter(filter: Filter, compileExpr: ExprCompiler): Matcher {
  switch (filter.kind) {
    case 'and': {
      const children = filter.children.map((child) => compileFilter(child, compileExpr));
      return (doc) => children.every((child) => child(doc));
    }
    case 'or': {
      const children = filter.children.map((child) => compileFilter(child, compileExpr));
      return (doc) => children.some((child) => child(doc));
    }
    case 'nor': {
      const children = filter.children.map((child) => compileFilter(child, compileExpr));
      return (doc) => !children.some((child) => child(doc));
    }
    case 'not': {
      const child = compileFilter(filter.child, compileExpr);
      return (doc) => !child(doc);
    }
    case 'always':
      return () => filter.value;
    case 'expr':
      return compileExpr(filter.expression);
    case 'field':
      return compileField(filter.path, filter.test, compileExpr);
  }
}

function compileField(path: readonly string[], test: Test, compileExpr: ExprCompiler): Matcher {
  if (isWholeArrayTest(test)) {
    const passes = compileArrayTest(test, compileExpr);
    return (doc) => someArrayAtPath(doc, path, (array) => passes(array) >= 0);
  }
  const passes = compileTest(test);
  return (doc) => someAtPath(doc, path, passes);
}

type ArrayTest = Extract<Test, { op: 'size' | 'elemMatchDocument' | 'elemMatchValue' }>;

export function isWholeArrayTest(test: Test): test is ArrayTest {
  return test.op === 'size' || test.op === 'elemMatchDocument' || test.op === 'elemMatchValue';
}

/** These look at an array as a whole, so an array at the end of the path is not expanded first. */
export function someArrayAtPath(
  doc: Doc,
  path: readonly string[],
  test: (array: readonly Value[], index?: number) => boolean,
): boolean {
  const parent = path.slice(0, -1);
  const last = path[path.length - 1];
  const testContainer = (container: Value, index?: number): boolean => {
    if (isDoc(container)) {
      const value = container.get(last);
      return Array.isArray(value) && test(value, index);
    }
    return false;
  };
  if (parent.length === 0) return testContainer(doc);
  return someAtPath(doc, parent, (value, index) => {
    if (Array.isArray(value)) {
      const element = /^\d+$/.test(last) ? value[Number(last)] : undefined;
      return Array.isArray(element) && test(element, index);
    }
    return testContainer(value, index);
  });
}

/** The position of the first element that passes, 0 for `$size`, or -1. */
export function compileArrayTest(test: ArrayTest, compileExpr: ExprCompiler): (array: readonly Value[]) => number {
  if (test.op === 'size') return (array) => (array.length === test.size ? 0 : -1);
  const passes =
    test.op === 'elemMatchDocument'
      ? elementDocumentTest(compileFilter(test.filter, compileExpr))
      : elementValueTest(test.tests, compileExpr);
  return (array) => array.findIndex(passes);
}

function elementDocumentTest(matches: Matcher): (element: Value) => boolean {
  return (element) => {
    if (isDoc(element)) return matches(element);
    // An array is a document with its positions for names.
    return Array.isArray(element) && matches(new Map(element.map((value, index) => [String(index), value])));
  };
}

function elementValueTest(tests: readonly Filter[], compileExpr: ExprCompiler): (element: Value) => boolean {
  const compiled = tests.map((test) => compileValueFilter(test, compileExpr));
  return (element) => compiled.every((passes) => passes(element));
}

/** Filters without a path look at the element itself and expand nothing. */
function compileValueFilter(filter: Filter, compileExpr: ExprCompiler): (value: Value) => boolean {
  switch (filter.kind) {
    case 'field': {
      const { test } = filter;
      if (!isWholeArrayTest(test)) return compileTest(test);
      const passes = compileArrayTest(test, compileExpr);
      return (value) => Array.isArray(value) && passes(value) >= 0;
    }
    case 'not': {
      const child = compileValueFilter(filter.child, compileExpr);
      return (value) => !child(value);
    }
    case 'and': {
      const children = filter.children.map((child) => compileValueFilter(child, compileExpr));
      return (value) => children.every((child) => child(value));
    }
    default:
      return () => filter.kind === 'always' && filter.value;
  }
}

/** The test of a single value. */
export function compileTest(test: Exclude<Test, ArrayTest>): LeafTest {
  switch (test.op) {
    case 'eq':
      return (value) => equals(value, test.value);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return compileComparison(test.op, test.value);
    case 'in':
      return compileIn(test.values, test.regexes);
    case 'regex':
      return compileRegex(test.pattern, test.options);
    case 'exists':
      return (value) => value !== undefined;
    case 'type':
      return (value) => test.types.has(typeOf(value));
    case 'mod':
      return (value) => {
        if (!isPlainNumber(value)) return false;
        const dividend = Math.trunc(Number(numeric(value)));
        return Number.isFinite(dividend) && dividend % test.divisor === test.remainder % test.divisor;
      };
  }
}

const isNaNValue = (value: Value): boolean => isPlainNumber(value) && Number.isNaN(numeric(value));

const verdicts: Readonly<Record<ComparisonOperator, (difference: number) => boolean>> = {
  gt: (difference) => difference > 0,
  gte: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  lte: (difference) => difference <= 0,
};

function compileComparison(op: ComparisonOperator, bound: Value): LeafTest {
  const verdict = verdicts[op];
  const type = typeOf(bound);
  if (type === 'minKey' || type === 'maxKey') return (value) => verdict(compare(value, bound));
  const rank = rankOf(bound);
  const boundIsNaN = isNaNValue(bound);
  return (value) => {
    if (rankOf(value) !== rank || isNaNValue(value) !== boundIsNaN) return false;
    return verdict(compare(value, bound));
  };
}

function compileIn(values: readonly Value[], regexes: readonly BSONRegExp[]): LeafTest {
  const patterns = regexes.map(({ pattern, options }) => compileRegex(pattern, options));
  // A long list of strings is looked up, not walked.
  const strings = new Set(values.filter((value) => typeof value === 'string'));
  const others = values.filter((value) => typeof value !== 'string');
  return (value) =>
    (typeof value === 'string' && strings.has(value)) ||
    others.some((other) => equals(value, other)) ||
    patterns.some((matches) => matches(value));
}

function compileRegex(pattern: string, options: string): LeafTest {
  const regex = toRegExp(pattern, options);
  return (value) => {
    if (typeof value === 'string') return regex.test(value);
    if (typeOf(value) !== 'regex') return false;
    const stored = value as BSONRegExp;
    return stored.pattern === pattern && stored.options === options;
  };
}
