import { cleanText } from './clean-text.ts';
import type { ParsedSegment } from './parsed-call.ts';

/** A segment and the lines that go on with it, joined once at the end: text that grows line by line costs its square. */
export interface Paragraph {
  segment: ParsedSegment;
  more: string[];
}

/** Segments with all of their lines; those without words are dropped. */
export function joinParagraphs(paragraphs: readonly Paragraph[]): ParsedSegment[] {
  return paragraphs
    .map(({ segment, more }) => ({
      ...segment,
      text: [segment.text, ...more.map(cleanText)].filter((text) => text !== '').join(' '),
      rawText: [segment.rawText, ...more].filter((text) => text !== '').join('\n'),
    }))
    .filter(({ text }) => text !== '');
}
