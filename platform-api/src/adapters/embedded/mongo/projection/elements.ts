import { isDoc, toInteger, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileArrayTest, isWholeArrayTest } from '../query/match.ts';

/** What a `find` projection shows of an array; `undefined` shows nothing. */
export interface ElementProjection {
  kind: 'slice' | 'elemMatch' | 'positional';
  apply(array: Value[], position: number | undefined): Value[] | undefined;
}

/** `{ $slice: n }`, `{ $slice: [skip, n] }` or `{ $elemMatch: ... }`; undefined for anything else. */
export function compileElementProjection(operator: string | undefined, source: Doc): ElementProjection | undefined {
  if (operator === '$elemMatch') {
    const condition = source.get('$elemMatch');
    if (!isDoc(condition)) return fail(2, '$elemMatch needs an Object');
    const filter = parseFilter(new Map([['v', source]]));
    if (filter.kind !== 'field' || !isWholeArrayTest(filter.test)) return fail(2, 'elemMatch: Invalid argument');
    const first = compileArrayTest(filter.test, () => unsupported('$expr in an $elemMatch projection'));
    return {
      kind: 'elemMatch',
      apply: (array) => {
        const at = first(array);
        return at < 0 ? undefined : [array[at]];
      },
    };
  }
  if (operator !== '$slice') return undefined;
  const operand = source.get('$slice');
  // With three operands, or an array as the first of two, it is the expression of that name.
  if (Array.isArray(operand) && (operand.length !== 2 || toInteger(operand[0]) === undefined)) return undefined;
  const [skip, count] = Array.isArray(operand) ? operand.map(toInteger) : [undefined, toInteger(operand)];
  if (count === undefined || (Array.isArray(operand) && count <= 0))
    return fail(28724, 'Invalid $slice syntax: the limit must be a positive integer');
  return { kind: 'slice', apply: (array) => slice(array, skip, count) };
}

function slice(array: Value[], skip: number | undefined, count: number): Value[] {
  if (skip === undefined) return count >= 0 ? array.slice(0, count) : array.slice(count);
  const start = skip >= 0 ? skip : Math.max(0, array.length + skip);
  return array.slice(start, start + count);
}
