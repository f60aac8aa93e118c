const entityMarks: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['lsaquo', '‹'],
  ['rsaquo', '›'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['apos', "'"],
]);
const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{3,7}));/gi;
const quoteMarks = /["'“”„‟‘’‚‛«»‹›「」『』＂″〝〞❝❞`]/u;

const link = /!?\[([^\][]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g;

/**
 * Takes out of a model's prose every other way of drawing a quotation mark (HTML entities and tags, escapes), and
 * links, images and HTML, which only code may place: an image alone can carry words of a call to a stranger's server.
 */
export function plainMarkup(text: string): string {
  const plain = text
    .replace(entity, (raw, hex?: string, decimal?: string, name?: string) => {
      const mark = name ? entityMarks.get(name.toLowerCase()) : fromPoint(hex ? parseInt(hex, 16) : Number(decimal));
      return mark !== undefined && quoteMarks.test(mark) ? mark : raw;
    })
    .replace(/<\/?q(?:\s[^<>]*)?>/gi, '"')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\\(?=["'“”‘’«»‹›`>])/g, '')
    .replace(/[＂″〝〞❝❞‟]|``|''/gu, '"');
  return withoutLinks(plain);
}

const blockMark = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?:>[ \t]?|~{3,})+/gm;

/**
 * Takes apart what is left of links, of their definitions, of tags and of block quotations: those that two sentences
 * share, and those that only came together when something between their parts was dropped. `before` is the character
 * shown before it.
 */
export function inertMarkup(prose: string, before: string): string {
  const isLineStart = before === '' || before === '\n';
  const apart = prose
    .replace(blockMark, (marks, lead: string, at: number) => (at === 0 && !isLineStart ? marks : lead))
    .replace(/\](?=[(:])/g, '] ')
    .replace(/<(?=[a-z/!?])/gi, '&lt;');
  const joins = (before === ']' && /^[(:]/.test(apart)) || (before === '<' && /^[a-z/!?]/i.test(apart));
  return joins ? ` ${apart}` : apart;
}

/** A link's words, and those of links within links. */
function withoutLinks(text: string): string {
  const reduced = text.replace(link, '$1');
  return reduced === text ? text : withoutLinks(reduced);
}

function fromPoint(point: number): string | undefined {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** Words of a transcript inside Markdown: they show as they are, whatever they contain. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>~]/g, '\\$&');
}
