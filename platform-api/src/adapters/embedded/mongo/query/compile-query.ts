import type { Doc, Value } from '../bson/value.ts';
import { compileExpression, compileLet, type Scope } from '../expressions/expression.ts';
import { isTrue } from '../expressions/operands.ts';
import { parseFilter, type Filter } from './filter.ts';
import { compileFilter, type ExprCompiler, type Matcher } from './match.ts';

/** A filter with the variables its `$expr` may use. */
export interface CompiledQuery {
  filter: Filter;
  matches: Matcher;
  compileExpr: ExprCompiler;
  variables: ReadonlyMap<string, Value>;
}

export function compileQuery(filter: Doc, letFields: Value, now: Date): CompiledQuery {
  return withVariables(filter, compileLet(letFields, now));
}

export function withVariables(source: Doc, variables: ReadonlyMap<string, Value>): CompiledQuery {
  const compileExpr: ExprCompiler = (expression) => {
    const evaluate = compileExpression(expression);
    return (root) => isTrue(evaluate({ root, variables } satisfies Scope));
  };
  const filter = parseFilter(source);
  return { filter, matches: compileFilter(filter, compileExpr), compileExpr, variables };
}
