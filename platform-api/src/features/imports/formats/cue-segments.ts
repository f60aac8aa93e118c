import type { Cue, CueLine } from './cue.ts';
import type { ParsedSegment } from './parsed-call.ts';
import { findSpeakerNames } from './speaker-names.ts';
import type { SpeakerNames } from './speaker-names.ts';

/** Part of a cue that one person says. `undefined`: the cue does not say who. */
interface Piece {
  speaker: string | null | undefined;
  startsTurn: boolean;
  texts: string[];
  raws: string[];
}

/** `>>` marks a change of speaker in broadcast captions, at the start of a line or inside it. */
const cutAtTurnMarks = (text: string): string[] => text.split(/(?:^| )>{2,3}(?: |$|(?=[^\s>]))/);

/** The source's words without the name, nor the tag that closed around it. */
const afterName = (raw: string): string =>
  raw
    .slice(raw.search(/[:：]/) + 1)
    .replace(/^\s*(?:<\/[a-z]{1,10}>\s*)+/i, '')
    .trim();

function piecesOfLine(line: CueLine, names: SpeakerNames): Piece[] {
  if (line.speaker !== undefined)
    return [{ speaker: line.speaker, startsTurn: false, texts: [line.text], raws: [line.raw] }];
  const parts = cutAtTurnMarks(line.text);
  return parts.flatMap((part, at): Piece[] => {
    const text = part.trim();
    if (text === '') return [];
    const named = names.split(text);
    const raw = parts.length > 1 ? text : line.raw;
    const isMarked = at > 0;
    if (named) return [{ speaker: named.name, startsTurn: false, texts: [named.rest], raws: [afterName(raw)] }];
    return [{ speaker: isMarked ? null : undefined, startsTurn: isMarked, texts: [text], raws: [raw] }];
  });
}

const DIALOGUE_DASH = /^[-–—]\s?(?=\S)/;

/** Two lines that both begin with a dash are two people. */
function dialogue(lines: readonly CueLine[]): Piece[] | null {
  if (lines.length < 2 || !lines.every(({ text, speaker }) => speaker === undefined && DIALOGUE_DASH.test(text)))
    return null;
  return lines.map(({ text, raw }) => ({
    speaker: null,
    startsTurn: true,
    texts: [text.replace(DIALOGUE_DASH, '')],
    raws: [raw],
  }));
}

/** A cue's lines joined as long as one person speaks. */
function piecesOf(cue: Cue, names: SpeakerNames): Piece[] {
  const spoken = names.isEmpty ? dialogue(cue.lines) : null;
  if (spoken) return spoken;
  const pieces: Piece[] = [];
  for (const piece of cue.lines.flatMap((line) => piecesOfLine(line, names))) {
    const last = pieces.at(-1);
    if (last && !piece.startsTurn && (piece.speaker === undefined || piece.speaker === last.speaker)) {
      last.texts.push(...piece.texts);
      last.raws.push(...piece.raws);
    } else pieces.push(piece);
  }
  return pieces;
}

const endsSentence = (text: string): boolean => /[.?!…。？！]["'”’)]*$/.test(text);

const isSoundNote = (text: string): boolean => /^(?:\[[^\]]{1,80}\]|\([^)]{1,80}\)|[♪♫].{0,300})$/.test(text);

/** A cue without a name belongs to the last speaker where the file names changes only, or where that sentence was left open. */
function continues(last: ParsedSegment | undefined, text: string, names: SpeakerNames): boolean {
  if (names.isEmpty || !last || last.speaker === null || isSoundNote(text)) return false;
  return names.namesOnlyChanges || !endsSentence(last.text);
}

/** Cues as segments: who speaks (from markup, from `Name:` prefixes that the file bears out), what, and when. */
export function cueSegments(cues: readonly Cue[]): ParsedSegment[] {
  const names = findSpeakerNames(
    cues.flatMap(({ lines: [first] }) =>
      first && first.speaker === undefined ? [first.text.replace(/^>{2,3} ?/, '')] : [],
    ),
  );
  const segments: ParsedSegment[] = [];
  for (const cue of cues) {
    for (const piece of piecesOf(cue, names)) {
      const text = piece.texts.join(' ').trim();
      if (text === '') continue;
      const last = segments.at(-1);
      const carried = continues(last, text, names) ? (last?.speaker ?? null) : null;
      segments.push({
        startMs: cue.startMs,
        endMs: cue.endMs,
        speaker: piece.speaker === undefined ? carried : piece.speaker,
        text,
        rawText: piece.raws.join('\n').trim(),
        ...(cue.confidence === undefined ? {} : { confidence: cue.confidence }),
        ...(piece.startsTurn ? { startsTurn: true } : {}),
      });
    }
  }
  return segments;
}
