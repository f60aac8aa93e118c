/** Text in its comparable form, each code unit mapped back to the raw code units it came from. */
export interface FoldedText {
  text: string;
  /** Raw offset where a folded unit begins. */
  from(unit: number): number;
  /** Raw offset just after a folded unit. */
  to(unit: number): number;
}

/** Most transcripts are mostly this: nothing to fold, and a day of speech in some milliseconds. */
const foldedAlready = /^[ \t\r\n]*([\x21-\x7e]+(?: [\x21-\x7e]+)*)[ \t\r\n]*$/;

// A base with its marks composes as one; Hangul vowels and finals compose although they are no marks.
const cluster = /[^\p{M}][\p{M}\u1160-\u11ff]*|[\p{M}\u1160-\u11ff]+/suy;
// The byte order mark is white space to JavaScript and invisible to a reader: it stays a difference.
const whiteSpace = /^[^\S\ufeff]$/u;

/**
 * Same words, other typing: only forms a reader takes for the same character are folded. Compatibility forms that
 * change the meaning (10² is not 102, ½ is not 1/2), look-alike letters and invisible characters stay different.
 */
const sameCharacter: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛ʼ'].map((mark) => [mark, "'"] as const),
  ...[...'“”„‟'].map((mark) => [mark, '"'] as const),
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['…', '...'],
]);
const ligatureOrFullWidth = /^[\ufb00-\ufb06\uff01-\uff5e]$/u;

function foldCluster(raw: string): string {
  const same = sameCharacter.get(raw);
  if (same !== undefined) return same;
  return raw.normalize(ligatureOrFullWidth.test(raw) ? 'NFKC' : 'NFC');
}

/** White space becomes one space, none at the ends; Unicode form becomes composed; typographic marks become plain. */
export function fold(raw: string): FoldedText {
  const body = foldedAlready.exec(raw)?.[1];
  if (body !== undefined) {
    const lead = raw.indexOf(body);
    return { text: body, from: (unit) => unit + lead, to: (unit) => unit + lead + 1 };
  }
  const room = raw.length * 3; // The longest fold is an ellipsis; composing never lengthens a cluster beyond that.
  const units = new Uint16Array(room);
  const from = new Int32Array(room);
  const to = new Int32Array(room);
  let length = 0;
  const add = (unit: number, start: number, end: number) => {
    units[length] = unit;
    from[length] = start;
    to[length++] = end;
  };

  let gapFrom = -1;
  for (let at = 0; at < raw.length;) {
    const unit = raw.charCodeAt(at);
    const isPlain = unit < 0x80 && !(raw.charCodeAt(at + 1) >= 0x300);
    const piece = isPlain ? '' : clusterAt(raw, at);
    const end = at + (piece.length || 1);
    if (isPlain ? isAsciiSpace(unit) : whiteSpace.test(piece)) {
      if (gapFrom < 0) gapFrom = at;
    } else {
      if (gapFrom >= 0 && length) add(0x20, gapFrom, at);
      gapFrom = -1;
      if (isPlain) add(unit, at, end);
      else for (const folded of foldCluster(piece).split('')) add(folded.charCodeAt(0), at, end);
    }
    at = end;
  }
  const text = Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
  const offset = (offsets: Int32Array, unit: number) => (unit >= 0 && unit < length ? (offsets[unit] ?? -1) : -1);
  return { text, from: (unit) => offset(from, unit), to: (unit) => offset(to, unit) };
}

const isAsciiSpace = (unit: number) => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);

function clusterAt(raw: string, at: number): string {
  cluster.lastIndex = at;
  return cluster.exec(raw)?.[0] ?? raw.charAt(at);
}
