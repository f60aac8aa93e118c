import { parseClock } from './clock.ts';
import { isSpelledLikeName, looksLikeName } from './speaker-prefix.ts';

export interface Stamp {
  startMs: number;
  endMs: number | null;
  /** What stands beside the time. */
  rest: string;
}

const CLOCK = String.raw`\d{1,4}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?`;
const RANGE = String.raw`(${CLOCK})(?:\s{0,3}(?:-->|->|[-–—]|to)\s{0,3}(${CLOCK}))?`;

/** `[00:05] words`, `(0:05 - 0:09) words`, `00:00:05 - words`: by the bracket that opens the stamp, or none. */
const LEADING: Record<string, RegExp> = {
  '[': new RegExp(String.raw`^\s*\[${RANGE}\](?:\s*[-–—|:]\s+|\s*)(.*)$`, 's'),
  '(': new RegExp(String.raw`^\s*\(${RANGE}\)(?:\s*[-–—|:]\s+|\s*)(.*)$`, 's'),
  '': new RegExp(String.raw`^\s*${RANGE}(?:\s*[-–—|:]\s+|\s+|\s*$)(.*)$`, 's'),
};

export type Bracket = '[' | '(' | '';

/** The time at the start of a line, in the file's own kind of bracket. */
export function leadingStamp(line: string, bracket: Bracket): Stamp | null {
  const [, start, end, rest] = LEADING[bracket]?.exec(line) ?? [];
  const startMs = start === undefined ? null : parseClock(start);
  if (startMs === null) return null;
  return { startMs, endMs: end === undefined ? null : parseClock(end), rest: (rest ?? '').trim() };
}

/** The bracket of the first line that is stamped at its start; later times in another dress are words. */
export function stampBracket(lines: readonly string[]): Bracket | null {
  for (const line of lines) {
    for (const bracket of ['[', '(', ''] as const) if (leadingStamp(line, bracket)) return bracket;
  }
  return null;
}

/**
 * `Name  0:05`, `Name (00:05)`, `Name [0:05]:`: a head line, with what is said below it. The name may be absent. With
 * one space only, as a sentence may end ("Call Ann 10:30"), it has to be spelled like a name and start a block.
 */
export function trailingStamp(line: string, startsBlock: boolean): Stamp | null {
  const text = line.trimEnd().replace(/:$/, '');
  const gapAt = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t')) + 1;
  const token = text.slice(gapAt);
  const isBracketed = /^[[(].*[\])]$/.test(token);
  const startMs = parseClock(isBracketed ? token.slice(1, -1) : token);
  if (startMs === null) return null;
  const name = text.slice(0, gapAt).trim();
  if (name === '') return { startMs, endMs: null, rest: '' };
  const isSetApart = isBracketed || text.slice(0, gapAt).endsWith('  ') || text[gapAt - 1] === '\t';
  if (name.length > 60 || !looksLikeName(name) || !(isSetApart || (startsBlock && isSpelledLikeName(name))))
    return null;
  return { startMs, endMs: null, rest: name };
}

const INLINE = new RegExp(String.raw`^\s{0,8}([^\s[(:][^[(:]{0,60})[[(](${CLOCK})[\])]\s?:\s?(.+)$`, 's');

/** `Name (00:05): words`. */
export function inlineStamp(line: string): (Stamp & { name: string }) | null {
  const [, name = '', clock = '', rest = ''] = INLINE.exec(line) ?? [];
  const startMs = parseClock(clock);
  return startMs === null || !looksLikeName(name.trim())
    ? null
    : { name: name.trim(), startMs, endMs: null, rest: rest.trim() };
}

/** Something in brackets that was meant as a time: digits, letters and colons, no spaces. */
export const isBrokenStamp = (line: string): boolean =>
  /^\s*[[(](?=[^\s\])]*\d)(?=[^\s\])]*:)[\w:.,]{4,14}[\])]/.test(line.slice(0, 40));
