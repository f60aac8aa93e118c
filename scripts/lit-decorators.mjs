import ts from 'typescript';

/**
 * Writes Lit's decorators out as the plain classes they stand for, before a bundle is made. Engines don't know decorators
 * yet, and what compilers put in their place costs a kilobyte per file. Understands what the widgets use: `@property`,
 * `@state`, `@query` and `@queryAll` on accessors, and `@property` on a setter.
 */
export function litDecorators() {
  return {
    name: 'lit-decorators',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes("from 'lit/decorators.js'")) return null;
      return { code: withoutDecorators(code, id), map: null };
    },
  };
}

export function withoutDecorators(code, id) {
  const source = ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true);
  const edits = [];
  const visit = (node) => {
    if (ts.isClassLike(node)) edits.push(...classEdits(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const sorted = edits.sort((one, other) => other.start - one.start);
  return sorted.reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
}

function classEdits(node) {
  const properties = [];
  const edits = [];
  for (const member of node.members) {
    const decorator = (ts.canHaveDecorators(member) && ts.getDecorators(member)?.[0]) || undefined;
    const call = decorator?.expression;
    if (!call || !ts.isCallExpression(call)) continue;
    const kind = call.expression.getText();
    const name = member.name.getText();
    const args = call.arguments.map((argument) => argument.getText());
    if (kind === 'property' || kind === 'state') {
      properties.push(`${name}: ${options(kind, args[0])}`);
      edits.push(
        ts.isSetAccessor(member) ? removed(decorator) : replaced(member, assigned(member, name, properties.length)),
      );
    } else if (kind === 'query' || kind === 'queryAll') {
      const find = kind === 'query' ? 'querySelector' : 'querySelectorAll';
      edits.push(replaced(member, `get ${name}() { return this.renderRoot?.${find}(${args[0]}) ?? null; }`));
    } else throw new Error(`scripts/lit-decorators.mjs does not know @${kind}.`);
  }
  if (properties.length === 0) return edits;
  const at = node.members[0].getFullStart();
  return [...edits, { start: at, end: at, by: `\n  static properties = { ${properties.join(', ')} };` }];
}

const options = (kind, given = '{}') =>
  kind === 'state' ? `{ ...${given}, state: true, attribute: false }`.replace('...{}, ', '') : given;

/** The setter that Lit makes is called where the field stood, so that fields keep their order. */
const assigned = ({ initializer }, name, number) =>
  initializer ? `#init${number} = (this.${name} = ${initializer.getText()});` : '';

const replaced = (member, by) => ({ start: member.getStart(), end: member.getEnd(), by });
const removed = (decorator) => ({ start: decorator.getStart(), end: decorator.getEnd(), by: '' });
