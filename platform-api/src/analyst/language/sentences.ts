import { sentencesOf as unicodeSentencesOf } from '../../text/sentences.ts';
import { splitsPair, trimmed, type Range } from './text.ts';

/** A stretch longer than this, as automatic captions without punctuation have, is cut at a comma or a word. */
const LONGEST = 400;

// Unicode ends no sentence before a small letter; chat and lower-case captions do. Short words may be abbreviations.
// "No." before a word is an answer far more often than a number.
const MISSED_STOP = /(?<=\p{L}{4}|[!?])[.!?]+\s+(?=\p{Ll})|(?<=(?:^|[^\p{L}])[Nn]o)\.\s+(?=\p{L})/gu;

/** Sentence ranges of a text in order, without the white space between them, none much longer than 400 characters. */
export function sentencesOf(text: string): Range[] {
  const ranges: Range[] = [];
  for (const sentence of unicodeSentencesOf(text)) {
    let start = sentence.start;
    for (const stop of text.slice(sentence.start, sentence.end).matchAll(MISSED_STOP)) {
      const end = sentence.start + stop.index + stop[0].length;
      push(text, { start, end }, ranges);
      start = end;
    }
    push(text, { start, end: sentence.end }, ranges);
  }
  return ranges;
}

function push(text: string, range: Range, into: Range[]): void {
  let { start, end } = trimmed(text, range);
  while (end - start > LONGEST) {
    const cut = cutPoint(text, start);
    into.push(trimmed(text, { start, end: cut }));
    ({ start, end } = trimmed(text, { start: cut, end }));
  }
  if (end > start) into.push({ start, end });
}

function cutPoint(text: string, start: number): number {
  const window = text.slice(start, start + LONGEST);
  const comma = window.lastIndexOf(', ');
  if (comma > LONGEST / 3) return start + comma + 1;
  const space = window.lastIndexOf(' ');
  if (space > LONGEST / 3) return start + space;
  return splitsPair(text, start + LONGEST) ? start + LONGEST - 1 : start + LONGEST;
}
