import { transform } from 'esbuild';

/**
 * Takes the layout out of Lit templates in a bundle: style sheets are minified, white space in markup becomes one space.
 * Never none at all: between inline elements a line break is a space that shows.
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    async transform(code, id) {
      if (id.includes('node_modules') || !/\b(?:css|html|svg)`/.test(code)) return null;
      const edits = [];
      for (const { tag, quasis } of templates(this.parse(code)))
        for (const quasi of quasis) {
          const text = code.slice(quasi.start, quasi.end);
          const small = tag === 'css' ? await minifyCss(text, quasis.length === 1) : minifyMarkup(text);
          if (small !== text) edits.push({ start: quasi.start, end: quasi.end, small });
        }
      const sorted = edits.sort((one, other) => other.start - one.start);
      for (const { start, end, small } of sorted) code = code.slice(0, start) + small + code.slice(end);
      return { code, map: null };
    },
  };
}

async function minifyCss(text, isWhole) {
  if (!isWhole) return text.replace(/\s+/g, ' ');
  // Nothing is lowered: what the style sheets use is what the supported browsers know.
  const { code } = await transform(text.replaceAll('\\\\', '\\'), { loader: 'css', minify: true, target: 'esnext' });
  return code.trim().replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

const minifyMarkup = (text) => text.replace(/\s+/g, ' ').replace(/ (\/?>)/g, '$1');

function* templates(node) {
  if (Array.isArray(node)) for (const each of node) yield* templates(each);
  if (typeof node?.type !== 'string') return;
  if (node.type === 'TaggedTemplateExpression' && ['css', 'html', 'svg'].includes(node.tag.name))
    yield { tag: node.tag.name, quasis: node.quasi.quasis };
  for (const value of Object.values(node)) if (value && typeof value === 'object') yield* templates(value);
}
