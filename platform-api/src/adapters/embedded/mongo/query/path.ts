import { isDoc, type Doc, type Value } from '../bson/value.ts';

/** `index` is the position in the outermost array that was walked without being named, for `$` in updates. */
export type LeafTest = (value: Value, index?: number) => boolean;

/**
 * Whether any value at a dotted path passes. Arrays on the way are walked implicitly; an array at the end offers
 * each element and then itself; a number in the path also names an array position, whose value is not expanded.
 * A path that leads nowhere offers `undefined`, except through an array without documents, which offers nothing.
 */
export function someAtPath(doc: Doc, path: readonly string[], test: LeafTest): boolean {
  return walk(doc, path, 0, test);
}

function walk(value: Value, path: readonly string[], depth: number, test: LeafTest): boolean {
  if (depth === path.length) return testLeaf(value, test);
  if (isDoc(value)) return walk(value.get(path[depth]), path, depth + 1, test);
  if (Array.isArray(value)) return walkArray(value, path, depth, test);
  return test(undefined);
}

function testLeaf(value: Value, test: LeafTest): boolean {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) if (test(value[index], index)) return true;
  }
  return test(value);
}

function walkArray(array: readonly Value[], path: readonly string[], depth: number, test: LeafTest): boolean {
  const named = /^\d+$/.test(path[depth]) ? Number(path[depth]) : -1;
  const isLast = depth + 1 === path.length;
  for (let index = 0; index < array.length; index++) {
    const element = array[index];
    // The outermost array's position wins over those of arrays inside.
    if (isDoc(element) && walk(element, path, depth, (value) => test(value, index))) return true;
    if (index !== named) continue;
    if (isLast ? test(element) : (isDoc(element) || Array.isArray(element)) && walk(element, path, depth + 1, test)) {
      return true;
    }
  }
  return false;
}
