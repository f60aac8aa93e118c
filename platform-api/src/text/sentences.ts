/** A stretch of a text in UTF-16 offsets, without the white space around it. */
export interface Sentence {
  start: number;
  end: number;
}

// Unicode's rules end a sentence after every full stop before a capital; these are titles and abbreviations, not ends.
const ABBREVIATION =
  /(?:^|[\s("'])(?:mr|mrs|ms|dr|prof|st|jr|sr|vs|approx|no|inc|ltd|corp|dept|e\.g|i\.e|\p{Lu})\.\s*$/iu;
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text in order. Offsets are exact: `text.slice(start, end)` is the sentence as written. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (end < text.length && ABBREVIATION.test(text.slice(start, end))) continue;
    const trimmed = trimmedRange(text, start, end);
    if (trimmed.start < trimmed.end) sentences.push(trimmed);
    start = end;
  }
  return sentences;
}

function trimmedRange(text: string, start: number, end: number): Sentence {
  const body = text.slice(start, end);
  return { start: start + (body.length - body.trimStart().length), end: end - (body.length - body.trimEnd().length) };
}
