import { isDoc, type Value } from '../bson/value.ts';

/** A path as expressions read it: through an array it gives the array of what its documents have there. */
export function valueAtPath(value: Value, path: readonly string[], depth = 0): Value {
  if (depth === path.length) return value;
  if (isDoc(value)) return valueAtPath(value.get(path[depth]), path, depth + 1);
  if (!Array.isArray(value)) return undefined;
  return value.map((element) => valueAtPath(element, path, depth)).filter((element) => element !== undefined);
}
