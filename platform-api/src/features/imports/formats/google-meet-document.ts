import { cleanText } from './clean-text.ts';
import { parseClock } from './clock.ts';
import { documentLines } from './meet-document-lines.ts';
import type { DocumentLine } from './meet-document-lines.ts';
import { readDocumentTitle } from './meet-document-title.ts';
import { readNotes } from './meet-document-notes.ts';
import { joinParagraphs } from './paragraphs.ts';
import type { Paragraph } from './paragraphs.ts';
import { ParseProblem } from './parse-problem.ts';
import type { ParsedCall, ParsedParticipant, ParsedSegment } from './parsed-call.ts';
import { withSpeakers } from './participants.ts';
import type { SourceFile } from './source-file.ts';
import { present } from './source-facts.ts';
import { findSpeakerNames } from './speaker-names.ts';
import type { TextFormat } from './transcript-format.ts';

const FORMAT = 'google_meet_document';
const ENDED = /^(?:Transcription|Meeting) ended after (\d{1,3}:\d{2}(?::\d{2})?)/;
const DISCLAIMER = /^This editable transcript was computer generated/;

const isTranscriptHeading = ({ text }: DocumentLine): boolean => /^Transcript$/i.test(text);

/** Where the words begin: below the heading `Transcript`, else below the title. */
function transcriptStart(lines: readonly DocumentLine[]): number {
  const heading = lines.findIndex(isTranscriptHeading);
  return heading >= 0 ? heading + 1 : lines.findIndex(({ text }) => /[-–—] Transcript$/.test(text)) + 1;
}

/** Screens being shown and note-taking services sit in the list too, but are nobody. */
const isPerson = (name: string): boolean =>
  name !== '' &&
  !/['’]s Presentation$|note-?\s?taker|\b(?:otter|fireflies|read|fathom|tldv)\.(?:ai|io|video)\b/i.test(name);

function readAttendees(lines: readonly DocumentLine[]): string[] {
  const at = lines.findIndex(({ text }) => /^Attendees:?$/i.test(text));
  if (at < 0) return [];
  const end = lines.findIndex((line, index) => index > at && isTranscriptHeading(line));
  const listed = lines.slice(at + 1, end < 0 ? at + 2 : end).flatMap(({ text }) => text.split(','));
  return [...new Set(listed.map(cleanText).filter(isPerson))];
}

/** Paragraphs carry no time of their own: only the first below a time heading is known to start there. */
function readSegments(lines: readonly DocumentLine[], attendees: readonly string[]): ParsedSegment[] {
  const known = new Set([...attendees, ...lines.flatMap(({ boldName }) => boldName ?? [])]);
  const names = findSpeakerNames(
    lines.filter(({ text }) => parseClock(text) === null).map(({ text }) => text),
    known,
  );
  const paragraphs: Paragraph[] = [];
  let headingMs: number | null = null;
  for (const { text } of lines) {
    const clock = parseClock(text);
    const named = names.split(text);
    if (clock !== null) headingMs = clock;
    else if (named) {
      const words = { text: cleanText(named.rest), rawText: named.rest };
      paragraphs.push({
        segment: { startMs: headingMs, endMs: null, speaker: cleanText(named.name), ...words },
        more: [],
      });
      headingMs = null;
    } else paragraphs.at(-1)?.more.push(text);
  }
  return joinParagraphs(paragraphs);
}

const NOTES_HEADING = /^(?:Summary|Details|Suggested next steps|Next steps|Notes)$/;

/** "Notes by Gemini": the name somewhere, and a heading of the notes. */
const isGemini = ({ text }: SourceFile, lines: readonly DocumentLine[]): boolean =>
  text.includes('Gemini') && lines.some((line) => NOTES_HEADING.test(line.text));

function readTitle(lines: readonly DocumentLine[], name: string): { title?: string; startedAt?: string } {
  const titles = [
    ...lines.slice(0, 30).map(({ text }) => text),
    ...lines.map(({ text }) => text).filter((text) => /[-–—] Transcript$/.test(text)),
    name,
  ];
  const read = titles.flatMap((text) => readDocumentTitle(text) ?? []);
  return read.find(({ startedAt }) => startedAt !== undefined) ?? read[0] ?? {};
}

function checkTranscriptPart(
  file: SourceFile,
  lines: readonly DocumentLine[],
  segments: readonly ParsedSegment[],
): void {
  if (segments.length > 0 || !isGemini(file, lines) || lines.some(isTranscriptHeading)) return;
  const reason =
    'this document holds the notes of Gemini, but no transcript. Open the transcript linked in it, export that, and import it.';
  throw new ParseProblem({ code: 'no_words', format: FORMAT, reason });
}

/** The transcript document of Google Meet as text or Markdown, alone or behind "Notes by Gemini". */
export const googleMeetDocument: TextFormat = {
  name: FORMAT,
  recognises(file) {
    const lines = documentLines(file.lines);
    if (isGemini(file, lines)) return true;
    if (lines.some(({ text }) => ENDED.test(text) || DISCLAIMER.test(text))) return true;
    const hasTitle = lines.slice(0, 5).some(({ text }) => readDocumentTitle(text) !== null);
    const hasAttendees = lines.some(({ text }) => /^Attendees:?$/i.test(text));
    return lines.some(isTranscriptHeading) ? hasAttendees || hasTitle : hasTitle;
  },
  read(file): ParsedCall[] {
    const lines = documentLines(file.lines);
    const start = transcriptStart(lines);
    const ended = lines.findIndex(({ text }, at) => at >= start && (ENDED.test(text) || DISCLAIMER.test(text)));
    const attendees = readAttendees(lines);
    const segments = readSegments(lines.slice(start, ended < 0 ? lines.length : ended), attendees);
    checkTranscriptPart(file, lines, segments);
    const notes = isGemini(file, lines) ? readNotes(file.lines, lines) : {};
    const people: ParsedParticipant[] = attendees.map((name) => ({ name }));
    const durationMs = parseClock(ENDED.exec(lines[ended]?.text ?? '')?.[1] ?? '');
    return [
      {
        format: FORMAT,
        source: 'google_meet',
        ...readTitle(lines, file.name),
        ...present({ durationMs, summary: notes.summary, actionItems: notes.actionItems }),
        participants: withSpeakers(people.length ? people : (notes.invited ?? []), segments),
        segments,
      },
    ];
  },
};
