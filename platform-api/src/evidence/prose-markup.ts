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
const quoteMarks = /["'“”„‟‘’‚‛«»‹›「」『』＂″〝〞❝❞`>]/u;

/**
 * Takes out of a model's prose every other way of drawing a quotation mark (HTML entities and tags, escapes), and
 * links and images, which only code may place.
 */
export function plainMarkup(text: string): string {
  return text
    .replace(entity, (raw, hex?: string, decimal?: string, name?: string) => {
      const mark = name ? entityMarks.get(name.toLowerCase()) : fromPoint(hex ? parseInt(hex, 16) : Number(decimal));
      return mark !== undefined && quoteMarks.test(mark) ? mark : raw;
    })
    .replace(/<\/?q(?:\s[^<>]*)?>/gi, '"')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\\(?=["'“”‘’«»‹›`>])/g, '')
    .replace(/[＂″〝〞❝❞‟]|``|''/gu, '"')
    .replace(/!?\[([^\][]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g, '$1');
}

function fromPoint(point: number): string | undefined {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** Words of a transcript inside Markdown: they show as they are, whatever they contain. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>~]/g, '\\$&');
}
