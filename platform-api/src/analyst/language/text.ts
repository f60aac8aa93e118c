/** A half-open range of UTF-16 offsets. */
export interface Range {
  start: number;
  end: number;
}

/**
 * Text as the patterns read it: typographic apostrophes and non-breaking spaces become their plain forms.
 * Every replacement is one code unit for one, so offsets found here hold in the original.
 */
export function plain(text: string): string {
  return text.replace(/[\u2018\u2019\u02BC\u0060\u00B4]/g, "'").replace(/[\u00A0\u202F\t\r\n]/g, ' ');
}

let lastText = '';
let lastFolded = '';

/** `plain` in small letters, still one code unit for one. Patterns read this: many of them, one after another. */
export function folded(text: string): string {
  if (text === lastText) return lastFolded;
  lastText = text;
  lastFolded = lowered(plain(text));
  return lastFolded;
}

function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  // A few capitals grow when lowered ("\u0130"); those stay as they are.
  return Array.from({ length: text.length }, (_, i) => {
    const unit = text.charAt(i);
    const small = unit.toLowerCase();
    return small.length === 1 ? small : unit;
  }).join('');
}

/** The range without white space at either end. */
export function trimmed(text: string, { start, end }: Range): Range {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** True where cutting at `at` would split a surrogate pair. */
export function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const low = text.charCodeAt(at);
  const high = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2028;
}
