const lineMarkers = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;
const undecidedLineStart = /^[ \t\d\-*+.)]*(?:`{1,2}|~{1,2})?$/;
const fence = /^[ \t]*(?:`{3,}|~{3,})/;
const sentenceEnd = /[.!?…。！？][.!?…"'”’»›)\]*_`]*$/;
const opensQuote = /^(?:^|[\s([{—–\-/*_:])$/;

/** A quote left open does not hold the answer back for longer than this many characters. */
const longestUnit = 1_200;

const closers: ReadonlyMap<string, RegExp> = new Map([
  ['"', /["”]/],
  ['“', /[”"]/],
  ['„', /[“”"]/],
  ['«', /»/],
  ['‹', /›/],
  ['「', /」/],
  ['『', /』/],
  ['`', /`/],
  ["'", /['’]/],
  ['‘', /[’']/],
]);

export type ProseUnit = 'blockquote' | 'fence' | 'prose';

/**
 * The first unit of a streamed answer that can be judged by itself: a sentence, a line, a block quotation, a fence
 * line. Nothing while more text could still change where it ends, so the way the text was chunked never shows.
 */
export function nextUnit(
  buffer: string,
  { isLineStart, isFinal }: { isLineStart: boolean; isFinal: boolean },
): { kind: ProseUnit; length: number } | null {
  if (!buffer) return null;
  if (isLineStart) {
    if (!isFinal && undecidedLineStart.test(buffer)) return null;
    if (isQuoteLine(buffer)) return blockquote(buffer, isFinal);
    if (fence.test(buffer)) {
      const newline = buffer.indexOf('\n');
      if (newline >= 0) return { kind: 'fence', length: newline + 1 };
      return isFinal ? { kind: 'fence', length: buffer.length } : null;
    }
  }
  const length = proseLength(buffer) ?? (isFinal ? buffer.length : null);
  return length === null ? null : { kind: 'prose', length };
}

function isQuoteLine(line: string): boolean {
  return line.slice(lineMarkers.exec(line)?.[0].length ?? 0).startsWith('>');
}

function blockquote(buffer: string, isFinal: boolean): { kind: ProseUnit; length: number } | null {
  let length = 0;
  for (;;) {
    const newline = buffer.indexOf('\n', length);
    if (newline < 0) return isFinal ? { kind: 'blockquote', length: buffer.length } : null;
    length = newline + 1;
    const rest = buffer.slice(length);
    if (!isFinal && undecidedLineStart.test(rest)) return null;
    if (!isQuoteLine(rest)) return { kind: 'blockquote', length };
  }
}

function proseLength(buffer: string): number | null {
  let open: RegExp | undefined;
  for (let at = 0; at < buffer.length; at++) {
    const mark = buffer.charAt(at);
    const next = buffer.charAt(at + 1);
    if (mark === '\n') {
      if (!open) return at + 1;
      if (!next) return null;
      if (/[\s\-*+#>|\d]/.test(next)) return at + 1;
    } else if (/\s/.test(mark)) {
      if (at >= longestUnit || (!open && sentenceEnd.test(buffer.slice(Math.max(0, at - 12), at)))) return at;
    } else if (open) {
      if (!open.test(mark)) continue;
      if (!next) return null;
      if (!isApostrophe(mark, next)) open = undefined;
    } else if (mark !== "'" || opensQuote.test(buffer.charAt(at - 1))) {
      open = closers.get(mark);
    }
  }
  return null;
}

function isApostrophe(mark: string, next: string): boolean {
  return /['’]/.test(mark) && /[\p{L}\p{N}]/u.test(next);
}
