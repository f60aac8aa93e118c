/** A line of a Google document, in plain text, whichever way it was exported. */
export interface DocumentLine {
  line: number;
  raw: string;
  text: string;
  /** The name of `**Name:** words`, which Markdown exports set in bold. */
  boldName?: string;
}

const BOLD_NAME = /^\*\*([^*:]{1,80}):\s?\*\*/;
const ANCHOR = /\s?\{#[^{}]{1,80}\}$/;
const HEADING = /^#{1,6}\s+/;
const EMOJI = /^[\p{Extended_Pictographic}\uFE0F]+\s*/u;

const withoutMarkdown = (text: string): string =>
  text
    .replace(HEADING, '')
    .replace(ANCHOR, '')
    .replace(/\*\*/g, '')
    .replace(/^\*([^*]+)\*$/, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>~|&:])/g, '$1');

function isMarkdown(lines: readonly string[]): boolean {
  return lines.some(
    (line) => BOLD_NAME.test(line.trim()) || (HEADING.test(line) && /transcript|notes|\d:\d{2}/i.test(line)),
  );
}

/** The lines of the document without blank ones, Markdown dress and heading emoji. */
export function documentLines(lines: readonly string[]): DocumentLine[] {
  const isDressed = isMarkdown(lines);
  return lines.flatMap((raw, at) => {
    const trimmed = raw.trim();
    const text = (isDressed ? withoutMarkdown(trimmed) : trimmed).replace(EMOJI, '').trim();
    if (text === '') return [];
    const boldName = isDressed ? BOLD_NAME.exec(trimmed)?.[1]?.trim() : undefined;
    return [{ line: at + 1, raw: trimmed, text, ...(boldName ? { boldName: withoutMarkdown(boldName) } : {}) }];
  });
}
