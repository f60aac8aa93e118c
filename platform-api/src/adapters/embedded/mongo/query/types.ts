import { fail } from '../errors.ts';
import { isPlainNumber, numeric, type TypeName, type Value } from '../bson/value.ts';

const byNumber: Readonly<Record<string, TypeName>> = {
  '-1': 'minKey',
  '1': 'double',
  '2': 'string',
  '3': 'object',
  '4': 'array',
  '5': 'binData',
  '7': 'objectId',
  '8': 'bool',
  '9': 'date',
  '10': 'null',
  '11': 'regex',
  '13': 'javascript',
  '16': 'int',
  '17': 'timestamp',
  '18': 'long',
  '19': 'decimal',
  '127': 'maxKey',
};
const names: ReadonlySet<string> = new Set(Object.values(byNumber));
const numbers: readonly TypeName[] = ['double', 'int', 'long', 'decimal'];
/** Types BSON once had: legal to ask for, never stored here. */
const retired: ReadonlySet<string> = new Set([
  'undefined',
  'dbPointer',
  'symbol',
  'javascriptWithScope',
  '6',
  '12',
  '14',
  '15',
]);

/** The types an operand of `$type` names: a name, a number, `number`, or an array of these. */
export function parseTypes(operand: Value): ReadonlySet<TypeName> {
  const types = new Set<TypeName>();
  for (const one of Array.isArray(operand) ? operand : [operand]) for (const type of typesOf(one)) types.add(type);
  if (types.size === 0 && Array.isArray(operand) && operand.length === 0) fail(9, '$type must match at least one type');
  return types;
}

function typesOf(operand: Value): readonly TypeName[] {
  if (operand === 'number') return numbers;
  if (typeof operand === 'string' && names.has(operand)) return [operand as TypeName];
  if (isPlainNumber(operand) && String(numeric(operand)) in byNumber) return [byNumber[String(numeric(operand))]];
  const asked = isPlainNumber(operand) ? String(numeric(operand)) : operand;
  if (typeof asked === 'string' && retired.has(asked)) return [];
  if (isPlainNumber(operand)) return fail(2, `Invalid numerical type code: ${String(numeric(operand))}`);
  if (typeof operand === 'string') return fail(2, `Unknown type name alias: ${operand}`);
  return fail(14, 'type must be represented as a number or a string');
}
