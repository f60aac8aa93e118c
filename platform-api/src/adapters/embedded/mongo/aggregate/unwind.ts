import { clone, isDoc, isTruthy, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { getAt, setAt } from '../update/write-path.ts';
import { mapping, type StageCompiler } from './stage.ts';

/** `$unwind`: one document per element of an array. */
export const unwind: StageCompiler = (operand) => {
  const options: Doc = isDoc(operand) ? operand : new Map([['path', operand]]);
  const path = options.get('path');
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    return fail(28818, "path option to $unwind stage should be prefixed with a '$'");
  }
  for (const name of options.keys()) {
    if (!['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name))
      fail(28811, `unrecognized option to $unwind stage: ${name}`);
  }
  const parts = path.slice(1).split('.');
  const indexName = options.get('includeArrayIndex');
  const keepsEmpty = isTruthy(options.get('preserveNullAndEmptyArrays'));
  return mapping((doc) => unwound(doc, parts, typeof indexName === 'string' ? indexName : undefined, keepsEmpty));
};

function* unwound(
  doc: Doc,
  path: readonly string[],
  indexName: string | undefined,
  keepsEmpty: boolean,
): Iterable<Doc> {
  const value = throughDocuments(doc, path);
  if (!Array.isArray(value)) {
    if (value === undefined || value === null) {
      if (keepsEmpty) yield withIndex(doc, indexName, null);
    } else yield withIndex(doc, indexName, null);
    return;
  }
  if (value.length === 0 && keepsEmpty) {
    const copy = clone(doc);
    setAt(copy, path, undefined, path.join('.'));
    yield withIndex(copy, indexName, null);
  }
  for (const [index, element] of value.entries()) {
    const copy = copyAlong(doc, path);
    setAt(copy, path, element, path.join('.'));
    yield withIndex(copy, indexName, BigInt(index));
  }
}

/** `$unwind` does not look into arrays on the way. */
function throughDocuments(doc: Doc, path: readonly string[]): Value {
  for (let depth = 1; depth < path.length; depth++) if (!isDoc(getAt(doc, path.slice(0, depth)))) return undefined;
  return getAt(doc, path);
}

/** New containers along a path; what lies beside it is shared, since nobody changes it. */
function copyAlong(doc: Doc, path: readonly string[]): Doc {
  const copy = new Map(doc);
  const inner = copy.get(path[0]);
  if (path.length > 1 && isDoc(inner)) copy.set(path[0], copyAlong(inner, path.slice(1)));
  return copy;
}

function withIndex(doc: Doc, name: string | undefined, index: Value): Doc {
  if (name === undefined) return doc;
  const copy = clone(doc);
  setAt(copy, name.split('.'), index, name);
  return copy;
}
