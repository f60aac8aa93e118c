type Expectation = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/** End of the string that opens at `at`, or `null` where the text ends first. */
function stringEnd(text: string, at: number): number | null {
  for (let next = at + 1; next < text.length; next++) {
    if (text[next] === '\\') next++;
    else if (text[next] === '"') return next + 1;
  }
  return null;
}

const SCALAR = /(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;

/** The end of a string, number or literal; `null` for none or an open string. */
function scalarEnd(text: string, at: number): number | null {
  if (text[at] === '"') return stringEnd(text, at);
  SCALAR.lastIndex = at;
  return SCALAR.test(text) ? SCALAR.lastIndex : null;
}

const afterValue = (open: readonly string[]): Expectation => (open.length === 0 ? 'nothing' : 'comma or end');

/**
 * Offset of the first thing in a text that JSON does not allow, for texts that `JSON.parse` refused: engines word
 * their errors differently and do not always say where. One pass, no recursion.
 */
export function jsonFaultAt(text: string): number {
  const open: string[] = [];
  let expected: Expectation = 'value';
  let at = 0;
  while (at < text.length) {
    const letter = text[at] ?? '';
    if (/\s/.test(letter)) at++;
    else if (letter === ',' && expected === 'comma or end') {
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at++;
    } else if (letter === ':' && expected === 'colon') {
      expected = 'value';
      at++;
    } else if ((letter === '}' && open.at(-1) === '{') || (letter === ']' && open.at(-1) === '[')) {
      if (!expected.endsWith('or end')) return at;
      open.pop();
      expected = afterValue(open);
      at++;
    } else if ((letter === '{' || letter === '[') && expected.startsWith('value')) {
      open.push(letter);
      expected = letter === '{' ? 'key or end' : 'value or end';
      at++;
    } else {
      const isKey: boolean = expected.startsWith('key') && letter === '"';
      const end = isKey || expected.startsWith('value') ? scalarEnd(text, at) : null;
      if (end === null) return at;
      expected = isKey ? 'colon' : afterValue(open);
      at = end;
    }
  }
  return text.length;
}
