const inWord = /^[\p{L}\p{N}\p{M}_\u00ad\u200b-\u200d\u2060\ufeff]$/u;
const digit = /^\p{Nd}$/u;
const wordJoiner = /^['-]$/;
const numberJoiner = /^[.,:]$/;
const currency = /^\p{Sc}$/u;
const unitSign = /^[\p{Sc}%‰°]$/u;
const minus = /^[-−]$/;

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(Math.max(0, at - 2), at) : text.slice(Math.max(0, at - 1), at);
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/**
 * Whether a cut before `at` would split a word or a number: "I can" is not what "I can't" says, "refundable" not what
 * "non-refundable" says, "5" not what "-5", "5,000" or "5%" say. `text` is in folded form.
 */
export function splitsWord(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = characterAt(text, at);
  if (!before || !after) return false;
  if (inWord.test(before) && inWord.test(after)) return true;
  if (digit.test(after) && (minus.test(before) || currency.test(before))) return true;
  if (digit.test(before) && unitSign.test(after)) return true;

  const isJoined = (left: string, joiner: string, right: string) =>
    (wordJoiner.test(joiner) && inWord.test(left) && inWord.test(right)) ||
    (numberJoiner.test(joiner) && digit.test(left) && digit.test(right));
  return (
    isJoined(before, after, characterAt(text, at + after.length)) ||
    isJoined(characterBefore(text, at - before.length), before, after)
  );
}
