import { ParseProblem } from './parse-problem.ts';
import type { SourceFile } from './source-file.ts';

const ZOOM_CHAT = /^\d{2}:\d{2}:\d{2}\t[^\t]{1,100}:?\t|^\d{2}:\d{2}:\d{2}\s+From\s.{1,100}\bto\b.{1,100}:/i;
const ZOOM_PEOPLE = /^"?Name \(Original Name\)"?,\s?"?User Email/i;

const refuse = (reason: string): ParseProblem =>
  new ParseProblem({ code: 'not_a_transcript', format: 'unknown', reason });

/** Files that lie beside a transcript and would pass for one: Zoom's chat and list of participants, a web page. */
export function refuseCompanionFiles({ lines, text }: SourceFile): void {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, 200);
  if (filled.length > 0 && filled.filter((line) => ZOOM_CHAT.test(line)).length >= filled.length / 2) {
    throw refuse(
      'this is the chat of a Zoom meeting, not what was said. Import the file ending in .transcript.vtt of the same recording.',
    );
  }
  if (lines.slice(0, 10).some((line) => ZOOM_PEOPLE.test(line))) {
    throw refuse(
      'this is a list of participants, not a transcript. Import the file ending in .transcript.vtt of the same recording.',
    );
  }
  if (/^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 500))) {
    throw refuse(
      'this is a web page, not a transcript. Open it, export or copy the transcript itself, and import that.',
    );
  }
}
