import type { BSONRegExp } from 'bson';
import {
  isDoc,
  isPlainNumber,
  isTruthy,
  numeric,
  toInteger,
  typeOf,
  type Doc,
  type TypeName,
  type Value,
} from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { toRegExp } from './regex.ts';
import { parseTypes } from './types.ts';

export type ComparisonOperator = 'gt' | 'gte' | 'lt' | 'lte';

/** What one value at a path is tested for. */
export type Test =
  | { op: 'eq'; value: Value }
  | { op: ComparisonOperator; value: Value }
  | { op: 'in'; values: readonly Value[]; regexes: readonly BSONRegExp[] }
  | { op: 'regex'; pattern: string; options: string }
  | { op: 'exists' }
  | { op: 'type'; types: ReadonlySet<TypeName> }
  | { op: 'mod'; divisor: number; remainder: number }
  | { op: 'size'; size: number }
  | { op: 'elemMatchDocument'; filter: Filter }
  | { op: 'elemMatchValue'; tests: readonly Filter[] };

/** A parsed filter. `path` is split at its dots; an empty path means the value itself, within `elemMatchValue`. */
export type Filter =
  | { kind: 'and' | 'or' | 'nor'; children: readonly Filter[] }
  | { kind: 'not'; child: Filter }
  | { kind: 'field'; path: readonly string[]; test: Test }
  | { kind: 'expr'; expression: Value }
  | { kind: 'always'; value: boolean };

const refusedOperators: ReadonlySet<string> = new Set(
  '$where $text $jsonSchema $near $nearSphere $geoWithin $geoIntersects $within $geoNear $bitsAllSet $bitsAllClear $bitsAnySet $bitsAnyClear $sampleRate $uniqueDocs $maxDistance $minDistance $geometry $box $center'.split(
    ' ',
  ),
);

/** Reads a filter document. Throws 2 for what is malformed and 238 for what is not done here. */
export function parseFilter(doc: Doc): Filter {
  const children: Filter[] = [];
  for (const [name, value] of doc) {
    if (name.startsWith('$')) children.push(...parseTopLevel(name, value));
    else children.push(parseField(name.split('.'), value));
  }
  return conjunction(children);
}

export function conjunction(children: readonly Filter[]): Filter {
  return children.length === 1 ? children[0] : { kind: 'and', children };
}

function parseTopLevel(name: string, value: Value): Filter[] {
  switch (name) {
    case '$and':
    case '$or':
    case '$nor': {
      if (!Array.isArray(value) || value.length === 0) return fail(2, `${name} must be a nonempty array`);
      const children = value.map((child) => {
        return isDoc(child) ? parseFilter(child) : fail(2, `${name} argument's entries must be objects`);
      });
      return [{ kind: name.slice(1) as 'and' | 'or' | 'nor', children }];
    }
    case '$expr':
      return [{ kind: 'expr', expression: value }];
    case '$comment':
      return [];
    case '$alwaysTrue':
      return [{ kind: 'always', value: true }];
    case '$alwaysFalse':
      return [{ kind: 'always', value: false }];
    default:
      if (refusedOperators.has(name)) unsupported(`the query operator ${name}`);
      return fail(2, `unknown top level operator: ${name}`);
  }
}

/** A field's condition: a document of operators, or a value to equal. */
function parseField(path: readonly string[], condition: Value): Filter {
  if (!isDoc(condition) || !isOperatorDoc(condition)) return equality(path, condition);
  const children: Filter[] = [];
  for (const [operator, operand] of condition) {
    if (operator === '$options') {
      if (!condition.has('$regex')) fail(2, '$options needs a $regex');
      continue;
    }
    if (operator === '$comment') continue;
    children.push(parseOperator(path, operator, operand, condition));
  }
  return conjunction(children);
}

/** True when the first field starts with `$` and it is not a DBRef to be compared as a value. */
export function isOperatorDoc(doc: Doc): boolean {
  const [first] = doc.keys();
  return first !== undefined && first.startsWith('$') && first !== '$ref' && first !== '$id' && first !== '$db';
}

function equality(path: readonly string[], value: Value): Filter {
  if (typeOf(value) === 'regex') return regexTest(path, value, undefined);
  return { kind: 'field', path, test: { op: 'eq', value } };
}

type OperatorParser = (path: readonly string[], operand: Value, condition: Doc) => Filter;

const operators: Readonly<Record<string, OperatorParser>> = {
  $eq: (path, value) => ({ kind: 'field', path, test: { op: 'eq', value } }),
  $ne: (path, value) => {
    if (typeOf(value) === 'regex') fail(2, "Can't have regex as arg to $ne.");
    return { kind: 'not', child: { kind: 'field', path, test: { op: 'eq', value } } };
  },
  $gt: (path, value) => comparison(path, 'gt', value),
  $gte: (path, value) => comparison(path, 'gte', value),
  $lt: (path, value) => comparison(path, 'lt', value),
  $lte: (path, value) => comparison(path, 'lte', value),
  $in: (path, values) => ({ kind: 'field', path, test: inTest('$in', values) }),
  $nin: (path, values) => ({ kind: 'not', child: { kind: 'field', path, test: inTest('$nin', values) } }),
  $exists: (path, value) => {
    const exists: Filter = { kind: 'field', path, test: { op: 'exists' } };
    return isTruthy(value) ? exists : { kind: 'not', child: exists };
  },
  $type: (path, value) => ({ kind: 'field', path, test: { op: 'type', types: parseTypes(value) } }),
  $regex: (path, value, condition) => regexTest(path, value, condition.get('$options')),
  $mod: (path, value) => ({ kind: 'field', path, test: modTest(value) }),
  $size: (path, value) => {
    const size = toInteger(value);
    if (size === undefined || size < 0) return fail(2, 'Failed to parse $size. Expected a non-negative integer');
    return { kind: 'field', path, test: { op: 'size', size } };
  },
  $all: parseAll,
  $elemMatch: parseElemMatch,
  $not: parseNot,
};

function parseOperator(path: readonly string[], operator: string, operand: Value, condition: Doc): Filter {
  if (Object.hasOwn(operators, operator)) return operators[operator](path, operand, condition);
  if (refusedOperators.has(operator)) unsupported(`the query operator ${operator}`);
  return fail(2, `unknown operator: ${operator}`);
}

function comparison(path: readonly string[], op: ComparisonOperator, value: Value): Filter {
  if (typeOf(value) === 'regex') fail(2, `Can't have RegEx as arg to predicate over field '${path.join('.')}'.`);
  return { kind: 'field', path, test: { op, value } };
}

function inTest(name: string, values: Value): Test {
  if (!Array.isArray(values)) return fail(2, `${name} needs an array`);
  for (const value of values) {
    if (isDoc(value) && isOperatorDoc(value)) fail(2, `cannot nest $ under ${name}`);
  }
  const isRegex = (value: Value): value is BSONRegExp => typeOf(value) === 'regex';
  const regexes = values.filter(isRegex);
  for (const { pattern, options } of regexes) toRegExp(pattern, options);
  return { op: 'in', values: values.filter((value) => !isRegex(value)), regexes };
}

function regexTest(path: readonly string[], value: Value, options: Value): Filter {
  if (options !== undefined && typeof options !== 'string') fail(2, '$options has to be a string');
  let pattern: string;
  let flags = typeof options === 'string' ? options : '';
  if (typeof value === 'string') pattern = value;
  else if (typeOf(value) === 'regex') {
    const regex = value as BSONRegExp;
    if (flags !== '' && regex.options !== '') fail(51074, 'options set in both $regex and $options');
    pattern = regex.pattern;
    flags ||= regex.options;
  } else return fail(2, '$regex has to be a string');
  toRegExp(pattern, flags);
  return { kind: 'field', path, test: { op: 'regex', pattern, options: flags } };
}

function modTest(operand: Value): Test {
  if (!Array.isArray(operand) || operand.length !== 2) return fail(2, 'malformed mod, needs to be an array of two');
  const [divisor, remainder] = operand.map((part) => {
    return isPlainNumber(part) ? Math.trunc(Number(numeric(part))) : fail(2, 'malformed mod, parts must be numbers');
  });
  if (divisor === 0) fail(2, 'divisor cannot be 0');
  return { op: 'mod', divisor, remainder };
}

function parseAll(path: readonly string[], operand: Value): Filter {
  if (!Array.isArray(operand)) return fail(2, '$all needs an array');
  if (operand.length === 0) return { kind: 'always', value: false };
  const children = operand.map((element): Filter => {
    if (isDoc(element) && element.has('$elemMatch')) return parseElemMatch(path, element.get('$elemMatch'));
    if (isDoc(element) && isOperatorDoc(element)) return fail(2, 'no $ expressions in $all');
    return equality(path, element);
  });
  return conjunction(children);
}

const logical: ReadonlySet<string> = new Set(['$and', '$or', '$nor', '$expr', '$where']);

function parseElemMatch(path: readonly string[], operand: Value): Filter {
  if (!isDoc(operand)) return fail(2, '$elemMatch needs an Object');
  const [first] = operand.keys();
  if (first !== undefined && isOperatorDoc(operand) && !logical.has(first)) {
    const tests = [...operand].flatMap(([operator, value]) => {
      return operator === '$options' ? [] : [parseOperator([], operator, value, operand)];
    });
    return { kind: 'field', path, test: { op: 'elemMatchValue', tests } };
  }
  return { kind: 'field', path, test: { op: 'elemMatchDocument', filter: parseFilter(operand) } };
}

function parseNot(path: readonly string[], operand: Value): Filter {
  if (typeOf(operand) === 'regex') return { kind: 'not', child: regexTest(path, operand, undefined) };
  if (!isDoc(operand)) return fail(2, '$not needs a regex or a document');
  if (operand.size === 0) return fail(2, '$not cannot be empty');
  if (!isOperatorDoc(operand)) return fail(2, `unknown operator: ${[...operand.keys()][0]}`);
  return { kind: 'not', child: parseField(path, operand) };
}
