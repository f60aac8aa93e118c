/** A word as it stands in a text: UTF-16 offsets, and the folded form under which it is compared. */
export interface Word {
  start: number;
  end: number;
  form: string;
}

// Letters with their combining marks, apostrophes inside a word, and numbers with their separators ("1,250.50").
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;
const PLAIN = /^[a-z0-9]+$/;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
// Marks that change neither letter nor word in their scripts: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels.
const ACCENT = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
const unspacedWords = new Intl.Segmenter('und', { granularity: 'word' });

/** Folds case, accents and width, drops apostrophes and an English possessive: `Zoë’s` and `zoe` are one word. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(ACCENT, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '')
    .replace(/(?<=\p{N}),(?=\p{N}{3})/gu, '');
}

/** The words of a text in order. Scripts written without spaces are cut by Unicode's dictionary rules. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [raw] = match;
    if (UNSPACED.test(raw)) words.push(...unspaced(raw, match.index));
    else words.push({ start: match.index, end: match.index + raw.length, form: foldWord(raw) });
  }
  return words;
}

/** The folded forms alone. */
export const formsOf = (text: string): string[] => wordsOf(text).map(({ form }) => form);

/** A whole phrase or name folded word by word: what `Zoë  MÜLLER` and `zoe muller` have in common. */
export const foldText = (text: string): string => formsOf(text).join(' ');

function unspaced(raw: string, offset: number): Word[] {
  return [...unspacedWords.segment(raw)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({
      start: offset + index,
      end: offset + index + segment.length,
      form: foldWord(segment),
    }));
}
