import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { getAt, setAt } from './write-path.ts';

/** `$rename`: moves a field; arrays may lie on neither way. */
export function renameField(doc: Doc, from: readonly string[], operand: Value): void {
  if (typeof operand !== 'string') return fail(2, `The 'to' field for $rename must be a string`);
  const to = operand.split('.');
  if (operand === '' || to.includes('')) fail(56, `The 'to' field of $rename must not have an empty part: ${operand}`);
  if ([...from, ...to].some((part) => part === '$' || part.startsWith('$['))) {
    fail(2, 'The source and target field for $rename may not be dynamic');
  }
  refuseArrays(doc, from, 'source');
  const value = getAt(doc, from);
  if (value === undefined) return;
  refuseArrays(doc, to, 'destination');
  setAt(doc, from, undefined, from.join('.'));
  // A field that is renamed goes to the end, even onto an existing name.
  setAt(doc, to, undefined, operand);
  setAt(doc, to, value, operand);
}

function refuseArrays(doc: Doc, path: readonly string[], role: string): void {
  let value: Value = doc;
  for (const part of path.slice(0, -1)) {
    value = isDoc(value) ? value.get(part) : undefined;
    if (Array.isArray(value)) fail(2, `The ${role} field of $rename cannot be an array element: '${path.join('.')}'`);
  }
}
