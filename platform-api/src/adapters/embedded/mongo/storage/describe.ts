import type { Double } from 'bson';
import { isDoc, typeOf, type Value } from '../bson/value.ts';

/** A value as MongoDB's error messages print it. */
export function describe(value: Value): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(describe).join(', ')} ]`;
  if (isDoc(value)) {
    if (value.size === 0) return '{}';
    return `{ ${[...value].map(([name, element]) => `${name}: ${describe(element)}`).join(', ')} }`;
  }
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  switch (typeOf(value)) {
    case 'objectId':
      return `ObjectId('${String(value)}')`;
    case 'double':
      return describeDouble(typeof value === 'number' ? value : (value as Double).value);
    default:
      return String(value);
  }
}

function describeDouble(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
