/** Text in its comparable form, each code unit mapped back to the raw code units it came from. */
export interface FoldedText {
  text: string;
  /** Raw offset where folded unit `i` begins. */
  from: Int32Array;
  /** Raw offset just after folded unit `i`. */
  to: Int32Array;
}

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
  const from = new Int32Array(raw.length * 3);
  const to = new Int32Array(raw.length * 3);
  let text = '';
  const add = (folded: string, start: number, end: number) => {
    for (let unit = 0; unit < folded.length; unit++) {
      from[text.length + unit] = start;
      to[text.length + unit] = end;
    }
    text += folded;
  };

  let gapFrom = -1;
  for (let at = 0; at < raw.length;) {
    const piece = clusterAt(raw, at);
    if (whiteSpace.test(piece)) {
      if (gapFrom < 0) gapFrom = at;
    } else {
      if (gapFrom >= 0 && text) add(' ', gapFrom, at);
      gapFrom = -1;
      add(isPlain(piece) ? piece : foldCluster(piece), at, at + piece.length);
    }
    at += piece.length;
  }
  return { text, from: from.slice(0, text.length), to: to.slice(0, text.length) };
}

/** Nearly every unit of nearly every transcript is ASCII with nothing to compose: the pattern is for the rest. */
function clusterAt(raw: string, at: number): string {
  const next = raw.charCodeAt(at + 1);
  if (raw.charCodeAt(at) < 0x80 && (Number.isNaN(next) || next < 0x300)) return raw.charAt(at);
  cluster.lastIndex = at;
  return cluster.exec(raw)?.[0] ?? raw.charAt(at);
}

const isPlain = (piece: string) => piece.length === 1 && piece.charCodeAt(0) < 0x80;
