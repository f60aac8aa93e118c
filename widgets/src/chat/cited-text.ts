const CITATION = /\[(\d{1,3})\]/;

/** Draws the citation with that number. */
export type CiteRenderer = (number: number) => unknown;

/** Text with its citations: `[n]` becomes what `cite` draws. */
export function cited(text: string, cite: CiteRenderer): unknown {
  return text.split(CITATION).map((piece, index) => (index % 2 === 1 ? cite(Number(piece)) : piece));
}

/** The words alone, for a screen reader and the clipboard. */
export function plainWords(text: string): string {
  return text
    .replace(/\s*\[\d{1,3}\]/g, '')
    .replace(/[*_`#>|]+/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
