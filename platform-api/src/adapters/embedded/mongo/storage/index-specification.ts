import { encode } from '../bson/encode.ts';
import { isDoc, isPlainNumber, isTruthy, numeric, toInteger, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { parseFilter, type Filter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import type { Index, IndexPart } from './collection.ts';

const known: ReadonlySet<string> = new Set([
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'ns',
]);
const refused: ReadonlySet<string> = new Set([
  'collation',
  'hidden',
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'bits',
  'min',
  'max',
  'bucketSize',
  'storageEngine',
  'wildcardProjection',
  'prepareUnique',
  'clustered',
  'dropDups',
]);

/** Checks what `createIndexes` was asked for and gives the form that is stored and listed. */
export function normaliseSpecification(asked: Doc): Doc {
  const key = asked.get('key');
  if (!isDoc(key) || key.size === 0) return fail(67, 'Index keys cannot be empty.');
  for (const option of asked.keys()) {
    if (refused.has(option) && isTruthy(asked.get(option))) unsupported(`the index option ${option}`);
    if (!refused.has(option) && !known.has(option)) {
      fail(
        197,
        `The field '${option}' is not valid for an index specification. Specification: ${String(asked.get('name'))}`,
      );
    }
  }
  const normalised: Doc = new Map<string, Value>([
    ['v', 2],
    ['key', key],
    ['name', nameOf(asked, key)],
  ]);
  for (const flag of ['unique', 'sparse']) if (isTruthy(asked.get(flag))) normalised.set(flag, true);
  for (const option of ['partialFilterExpression', 'expireAfterSeconds']) {
    if (asked.has(option)) normalised.set(option, asked.get(option));
  }
  readSpecification(0, normalised);
  return normalised;
}

function nameOf(asked: Doc, key: Doc): string {
  const name = asked.get('name');
  if (typeof name === 'string' && name !== '') return name;
  return [...key].map(([path, direction]) => `${path}_${String(toInteger(direction) ?? '')}`).join('_');
}

/** The index a stored specification describes. */
export function readSpecification(id: number, specification: Doc): Index {
  const parts = [...(specification.get('key') as Doc)].map(readPart);
  return {
    id,
    name: String(specification.get('name')),
    parts,
    unique: isTruthy(specification.get('unique')),
    sparse: isTruthy(specification.get('sparse')),
    partial: readPartial(specification),
    expireAfterSeconds: readExpiry(specification, parts),
    specification,
    multikey: parts.map(() => false),
    isPending: false,
  };
}

function readPart([name, value]: [string, Value]): IndexPart {
  if (typeof value === 'string') unsupported(`${value} indexes`);
  if (name.includes('$**')) unsupported('wildcard indexes');
  const path = name.split('.');
  if (path.includes('')) fail(67, `Index key contains an illegal field name: '${name}'`);
  if (path.some((part) => part.startsWith('$') && !/^\$(ref|id|db)$/.test(part))) {
    fail(67, `Index key contains an illegal field name: field name starts with '$': ${name}`);
  }
  if (path.some((part) => /^\d+$/.test(part))) unsupported(`number-like parts in an index path: ${name}`);
  if (!isPlainNumber(value) || Number(numeric(value)) === 0 || Number.isNaN(Number(numeric(value)))) {
    return fail(67, `Values in v:2 index key pattern must be numbers above or below 0: ${name}`);
  }
  return { name, path, direction: Number(numeric(value)) > 0 ? 1 : -1 };
}

function readPartial(specification: Doc): Index['partial'] {
  const expression = specification.get('partialFilterExpression');
  if (expression === undefined) return undefined;
  if (!isDoc(expression)) return fail(67, '"partialFilterExpression" for an index must be a document');
  if (isTruthy(specification.get('sparse'))) fail(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  const filter = parseFilter(expression);
  checkPartial(filter);
  return { filter, matches: compileFilter(filter, () => fail(67, 'unsupported expression in partial index: $expr')) };
}

const partialTests: ReadonlySet<string> = new Set(['eq', 'gt', 'gte', 'lt', 'lte', 'in', 'exists', 'type']);

function checkPartial(filter: Filter): void {
  if (filter.kind === 'and' || filter.kind === 'or') filter.children.forEach(checkPartial);
  else if (filter.kind !== 'field' || !partialTests.has(filter.test.op)) {
    fail(67, `unsupported expression in partial index: ${filter.kind === 'field' ? filter.test.op : filter.kind}`);
  }
}

function readExpiry(specification: Doc, parts: readonly IndexPart[]): number | undefined {
  const seconds = specification.get('expireAfterSeconds');
  if (seconds === undefined) return undefined;
  if (!isPlainNumber(seconds)) return fail(67, 'TTL index expireAfterSeconds option must be numeric');
  const number = Number(numeric(seconds));
  if (number < 0 || number > 2 ** 31 - 1) fail(67, 'TTL index expireAfterSeconds must be within 0 and 2147483647');
  if (parts.length !== 1) fail(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  if (parts[0].name === '_id') fail(197, "The field 'expireAfterSeconds' is not valid for an _id index specification");
  return number;
}

/** Whether two specifications ask for the same index, names aside. */
export function sameKey(a: Doc, b: Doc): boolean {
  return encode(directions(a)).equals(encode(directions(b)));
}

/** Whether the options agree too: then creating it again changes nothing. */
export function sameOptions(a: Doc, b: Doc): boolean {
  return ['unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'].every((option) => {
    const left = a.get(option);
    const right = b.get(option);
    return encode(new Map([['v', normal(left)]])).equals(encode(new Map([['v', normal(right)]])));
  });
}

const normal = (value: Value): Value => (isPlainNumber(value) ? Number(numeric(value)) : value);

function directions(specification: Doc): Doc {
  return new Map([...(specification.get('key') as Doc)].map(([path, value]) => [path, normal(value)]));
}
