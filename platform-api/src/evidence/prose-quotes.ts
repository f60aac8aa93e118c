/** Where a quotation begins, and the places where it may end, likeliest first. Offsets are those of the marks. */
export interface QuotedSpan {
  open: number;
  closes: number[];
}

/** Marks that may end a quotation, the proper one first. */
const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"”'],
  ['“', '”"“'],
  ['”', '”"'],
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['「', '」'],
  ['『', '』'],
  ['`', '`'],
  ["'", "'’"],
  ['‘', "’'"],
  ['‚', "‘’'"],
]);
const letter = /[\p{L}\p{N}]/u;
const elision = /^(?:\d0s|em|til|till|cause|tis|twas|round|bout|n)\b/i;
const possibleCloses = 6;

export type Mark = { kind: 'none' } | { kind: 'stray' } | ({ kind: 'quote' } & QuotedSpan);

/** What the character at `at` is: no quotation mark, one that belongs to nothing, or the start of a quotation. */
export function markAt(text: string, at: number): Mark {
  const mark = text.charAt(at);
  const ends = closing.get(mark);
  if (ends === undefined)
    return /[”’」』]/.test(mark) && !isApostrophe(text, at) ? { kind: 'stray' } : { kind: 'none' };
  const isSingle = /['‘]/.test(mark);
  if (isSingle && (isApostrophe(text, at) || elision.test(text.slice(at + 1)))) return { kind: 'none' };
  if (!/\S/.test(text.charAt(at + 1)) && !/[«»‹›„“]/.test(mark)) return { kind: 'stray' };

  const closes: number[] = [];
  for (let end = at + 1; end < text.length && closes.length < possibleCloses; end++) {
    const candidate = text.charAt(end);
    if (!ends.includes(candidate)) continue;
    const joinsLetters = letter.test(text.charAt(end - 1)) && letter.test(text.charAt(end + 1));
    if (/['’]/.test(candidate) && joinsLetters) continue;
    closes.push(end);
  }
  if (!closes.length) return { kind: 'stray' };
  // The mark that belongs to the opening one, before those that only careless typing puts there.
  const isProper = (end: number) => text.charAt(end) === ends.charAt(0);
  return { kind: 'quote', open: at, closes: [...closes.filter(isProper), ...closes.filter((end) => !isProper(end))] };
}

/** Between letters, or after the s of a plural owner: "don't", "the buyers' budget". */
function isApostrophe(text: string, at: number): boolean {
  if (!/['’‘]/.test(text.charAt(at)) || !letter.test(text.charAt(at - 1))) return false;
  return letter.test(text.charAt(at + 1)) || /[sxzSXZ]/.test(text.charAt(at - 1));
}
