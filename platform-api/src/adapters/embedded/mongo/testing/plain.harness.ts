import { toDoc } from '../bson/reply.ts';
import { isDoc, isPlainNumber, numeric, type Doc, type Value } from '../bson/value.ts';

/** A document from a plain object, as tests write them. */
export function doc(object: object): Doc {
  return toDoc({ ...object });
}

/** Plain objects and numbers again, to compare with. */
export function plain(value: Value): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isDoc(value)) return Object.fromEntries([...value].map(([name, inner]) => [name, plain(inner)]));
  return isPlainNumber(value) ? Number(numeric(value)) : value;
}
