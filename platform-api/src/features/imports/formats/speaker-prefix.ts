/** `Name: words` at the start of a line, cut at its colon. */
export interface Prefixed {
  name: string;
  rest: string;
}

const LONGEST_NAME = 60;

/** Cuts a line at a colon that could end a name: followed by a space or the line's end (never in "10:30" or a link). */
export function cutPrefix(line: string): Prefixed | null {
  const head = line.slice(0, LONGEST_NAME + 1);
  const at = head.search(/:(?=\s|$)|：/);
  if (at < 1) return null;
  const name = head.slice(0, at).trim();
  return looksLikeName(name) ? { name, rest: line.slice(at + 1).trim() } : null;
}

/** Openers of sentences that have a colon after them and are spelled like a name. */
const LEAD_INS = new Set(
  (
    'note notes nb ps p.s question answer example remember reminder warning caution tip hint step first firstly second secondly third finally ' +
    'next also so well okay ok yes no now then here today tomorrow summary conclusion result results reason problem solution point fact update ' +
    'important disclaimer spoiler subject re fwd agenda topic title date time location total http https edit quote action decision bonus caveat'
  ).split(' '),
);

const PARTICLES = new Set(
  'de del della der den di da das dos du la le van von bin ibn al el ten ter y e i zu af av'.split(' '),
);

/** Shape alone: short, few words, starts with a letter or number, no sentence punctuation. */
export function looksLikeName(name: string): boolean {
  if (!/^[\p{L}\p{N}+@*"'‘“([]/u.test(name) || /[?!:;…<>{}=|]|\.\s\p{Ll}/u.test(name)) return false;
  return name.split(/\s+/).length <= 6 && !LEAD_INS.has(name.toLowerCase());
}

const startsLikeName = (word: string): boolean =>
  /^["'‘“([]*(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}@+*]|\p{Ll}['’]?\p{Lu})/u.test(word);

/** Spelling that a sentence does not have: every word capitalised but for particles, an address, a label such as `speaker 1`. */
export function isSpelledLikeName(name: string): boolean {
  if (/^(?:speaker|guest|participant|agent|channel)[ _-]?\w{1,4}$/i.test(name)) return true;
  if (/^[^\s@]+@[^\s@]+$/.test(name)) return true;
  const words = name.split(/\s+/);
  return (
    words.some(startsLikeName) &&
    words.every((word) => startsLikeName(word) || /^[(&/-]/.test(word) || PARTICLES.has(word))
  );
}
