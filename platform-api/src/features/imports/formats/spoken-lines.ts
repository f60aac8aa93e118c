import { cleanText } from './clean-text.ts';
import { checkOrder, unreadableTime } from './cue-times.ts';
import type { ParsedSegment } from './parsed-call.ts';
import { joinParagraphs } from './paragraphs.ts';
import type { Paragraph } from './paragraphs.ts';
import { findSpeakerNames } from './speaker-names.ts';
import { isSpelledLikeName, looksLikeName } from './speaker-prefix.ts';
import { inlineStamp, isBrokenStamp, leadingStamp, stampBracket, trailingStamp } from './time-stamps.ts';
import type { Bracket } from './time-stamps.ts';

/** A line that holds something, and what its shape alone says. */
interface Row {
  line: number;
  raw: string;
  startMs: number | null;
  endMs: number | null;
  /** A head names who speaks in the lines below it (`''`: nobody is named). */
  head?: string;
  /** A speaker that the stamp itself set apart. */
  name?: string;
  text: string;
}

function readRow(format: string, line: number, raw: string, bracket: Bracket | null, startsBlock: boolean): Row {
  const untimed = { line, raw, startMs: null, endMs: null };
  const inline = inlineStamp(raw);
  if (inline) return { ...untimed, startMs: inline.startMs, name: inline.name, text: inline.rest };
  const leading = bracket === null ? null : leadingStamp(raw, bracket);
  if (leading && leading.rest !== '') {
    if (leading.endMs !== null) checkOrder(format, line, leading.startMs, leading.endMs);
    return { ...untimed, startMs: leading.startMs, endMs: leading.endMs, text: leading.rest };
  }
  const trailing = trailingStamp(raw, startsBlock);
  if (trailing) return { ...untimed, startMs: trailing.startMs, head: trailing.rest, text: '' };
  if (bracket !== null && bracket !== '' && isBrokenStamp(raw)) throw unreadableTime(format, line, raw, '[00:01:05]');
  return { ...untimed, text: raw.trim() };
}

/** `00:05 Name` above the words: nearly every stamped line holds a name only, with an unstamped line below it. */
function leadingHeads(rows: readonly Row[]): Row[] {
  const isHead = (row: Row, at: number) => {
    const next = rows[at + 1];
    const isName = looksLikeName(row.text) && isSpelledLikeName(row.text) && !/[.,]$/.test(row.text);
    return row.startMs !== null && row.head === undefined && isName && next !== undefined && next.startMs === null;
  };
  const stamped = rows.filter((row) => row.startMs !== null && row.head === undefined && row.name === undefined).length;
  const heads = rows.map(isHead);
  if (stamped === 0 || heads.filter(Boolean).length < stamped * 0.8) return [...rows];
  return rows.map((row, at) => (heads[at] ? { ...row, head: row.text, text: '' } : row));
}

const speakerOf = (name: string): string | null =>
  /^unknown speaker$/i.test(name) || name === '' ? null : cleanText(name.replace(/^\[([^[\]]+)\]$/, '$1'));

/** What a row starts, if anything: `undefined` is a line that goes on with the last one. */
function opening(
  row: Row,
  split: (text: string) => { name: string; rest: string } | null,
  carried: string | null,
): ParsedSegment | undefined {
  const times = { startMs: row.startMs, endMs: row.endMs };
  if (row.head !== undefined) return { ...times, speaker: speakerOf(row.head), text: '', rawText: '' };
  const named = row.name === undefined ? split(row.text) : { name: row.name, rest: row.text };
  if (named) return { ...times, speaker: speakerOf(named.name), text: cleanText(named.rest), rawText: named.rest };
  return row.startMs === null
    ? undefined
    : { ...times, speaker: carried, text: cleanText(row.text), rawText: row.text };
}

const LONGEST_PREAMBLE = 10;

/**
 * Reads text where a line holds a time, a name or both, or where such a head stands above the words. Lines above the
 * first of them are a title or the like and are left out; later ones without either go on with what is being said.
 * Empty where no line has such a shape.
 */
export function readSpokenLines(format: string, lines: readonly string[]): ParsedSegment[] {
  const bracket = stampBracket(lines);
  const read = lines.flatMap((raw, at) =>
    raw.trim() === '' ? [] : [readRow(format, at + 1, raw, bracket, (lines[at - 1] ?? '').trim() === '')],
  );
  const rows = leadingHeads(read);
  const hasHeads = rows.some(({ head }) => head !== undefined);
  const stamped = rows.filter(({ startMs }) => startMs !== null);
  const names = findSpeakerNames(
    hasHeads ? [] : (stamped.length ? stamped : rows).filter(({ name }) => name === undefined).map(({ text }) => text),
  );
  const paragraphs: Paragraph[] = [];
  let above = 0;
  for (const row of rows) {
    const last = paragraphs.at(-1);
    const segment = opening(
      row,
      (text) => names.split(text),
      names.namesOnlyChanges ? (last?.segment.speaker ?? null) : null,
    );
    if (segment) paragraphs.push({ segment, more: [] });
    else if (last) last.more.push(row.text);
    else above++;
  }
  // A title is short; a text that is mostly over before anybody speaks is no transcript with a title.
  return above > LONGEST_PREAMBLE && above > rows.length / 2 ? [] : joinParagraphs(paragraphs);
}
