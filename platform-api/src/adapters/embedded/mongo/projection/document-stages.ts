import { isDoc, type Doc, type Value } from '../bson/value.ts';
import { fail } from '../errors.ts';
import { compileExpression, type Scope } from '../expressions/expression.ts';
import { compileAddFields } from './add-fields.ts';
import { compileProjection } from './projection.ts';

/** A stage that turns each document into one document. */
export type DocumentStage = (scope: Scope) => Doc;

/** `$project`, `$addFields`, `$set`, `$unset`, `$replaceRoot` or `$replaceWith`. */
export function compileDocumentStage(name: string, operand: Value): DocumentStage {
  switch (name) {
    case '$project':
      if (!isDoc(operand) || operand.size === 0)
        return fail(51272, 'projection specification must have at least one field');
      return compileProjection(operand, { isFind: false }).apply;
    case '$unset':
      return compileUnset(operand);
    case '$replaceRoot':
      if (!isDoc(operand) || operand.size !== 1 || !operand.has('newRoot')) {
        return fail(40231, 'no newRoot specified for the $replaceRoot stage');
      }
      return compileReplace(operand.get('newRoot'));
    case '$replaceWith':
      return compileReplace(operand);
    default:
      if (!isDoc(operand)) return fail(40272, `${name} specification stage must be an object`);
      return compileAddFields(operand);
  }
}

function compileUnset(operand: Value): DocumentStage {
  const names = Array.isArray(operand) ? operand : [operand];
  const excluded: Doc = new Map();
  for (const name of names) {
    if (typeof name !== 'string' || name === '')
      return fail(31002, '$unset specification must be a string or an array of strings');
    excluded.set(name, false);
  }
  return compileProjection(excluded, { isFind: false }).apply;
}

function compileReplace(source: Value): DocumentStage {
  const expression = compileExpression(source);
  return (scope) => {
    const made = expression(scope);
    if (isDoc(made)) return made;
    return fail(40228, "'newRoot' expression must evaluate to an object");
  };
}
