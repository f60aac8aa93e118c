import type { Binary, BSONRegExp, Code, Decimal128, Double, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/**
 * A document as this engine holds it. A Map keeps the order of number-like keys and has no `__proto__`,
 * which plain objects get wrong.
 */
export type Doc = Map<string, Value>;

/**
 * A BSON value. A `number` is an int32 when it is a whole number in that range, else a double; a `Double`
 * is a double that would otherwise pass for an int32; a `bigint` is an int64. `undefined` means missing.
 */
export type Value =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Double
  | Date
  | ObjectId
  | Binary
  | BSONRegExp
  | Timestamp
  | Decimal128
  | Code
  | MinKey
  | MaxKey
  | Doc
  | Value[];

/** BSON's type names as `$type` spells them. */
export type TypeName =
  | 'minKey'
  | 'missing'
  | 'null'
  | 'int'
  | 'double'
  | 'long'
  | 'decimal'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'maxKey';

const wrapperTypes: Readonly<Record<string, TypeName>> = {
  Double: 'double',
  ObjectId: 'objectId',
  Binary: 'binData',
  BSONRegExp: 'regex',
  Timestamp: 'timestamp',
  Decimal128: 'decimal',
  Code: 'javascript',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
};

export function isDoc(value: Value): value is Doc {
  return value instanceof Map;
}

export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

export function typeOf(value: Value): TypeName {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'string';
    case 'bigint':
      return 'long';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    default:
      if (value === null) return 'null';
      if (Array.isArray(value)) return 'array';
      if (value instanceof Map) return 'object';
      if (value instanceof Date) return 'date';
      return wrapperTypes[value._bsontype];
  }
}

/** True for int32, int64 and double; Decimal128 is a number to `$type` and to order, not to arithmetic. */
export function isPlainNumber(value: Value): value is number | bigint | Double {
  return typeof value === 'number' || typeof value === 'bigint' || typeOf(value) === 'double';
}

/** The value of an int32, int64 or double, as JavaScript compares it exactly. */
export function numeric(value: number | bigint | Double): number | bigint {
  return typeof value === 'object' ? value.value : value;
}

/** A whole number, or undefined: for `limit`, `batchSize` and the like, whatever number type they came in. */
export function toInteger(value: Value): number | undefined {
  if (!isPlainNumber(value)) return undefined;
  const number = Number(numeric(value));
  return Number.isInteger(number) ? number : undefined;
}

/** A command's notion of true: absent, null, false and zero are not. */
export function isTruthy(value: Value): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isPlainNumber(value) || Number(numeric(value)) !== 0;
}

/** A deep copy of the containers; scalars are never changed in place. */
export function clone<T extends Value>(value: T): T;
export function clone(value: Value): Value {
  if (Array.isArray(value)) return value.map((element) => clone(element));
  if (!isDoc(value)) return value;
  const copy: Doc = new Map();
  for (const [name, element] of value) copy.set(name, clone(element));
  return copy;
}
