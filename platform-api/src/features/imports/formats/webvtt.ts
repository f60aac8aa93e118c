import { cleanText } from './clean-text.ts';
import { cueLines } from './cue.ts';
import type { Cue, CueLine } from './cue.ts';
import { cueSegments } from './cue-segments.ts';
import { isTimeLine, readTimeLine } from './cue-times.ts';
import { factsFromName } from './name-facts.ts';
import { ParseProblem } from './parse-problem.ts';
import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import { dropRollingLines } from './rolling-lines.ts';
import type { SourceFile } from './source-file.ts';
import { textBlocks } from './text-blocks.ts';
import type { TextBlock } from './text-blocks.ts';
import type { TextFormat } from './transcript-format.ts';

/** `<v Name>`, `<v.loud Name>`: what follows is said by Name, until the next one or the end of the cue. */
const VOICE = /<v(?:\.[^\s<>]{1,60})?\s([^<>]{1,200})>/g;
const WORD_TIME = /<\d{1,4}:[\d:.]{2,14}><c/;
const TEAMS_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}\/\d+-\d+$/i;

function payloadLines(payload: readonly string[]): CueLine[] {
  const text = payload.join('\n').replace(/<\/v>/g, '');
  const [before = '', ...voiced] = text.split(VOICE);
  const spoken = voiced.flatMap((name, at) =>
    at % 2 === 0 ? cueLines((voiced[at + 1] ?? '').split('\n'), cleanText(name)) : [],
  );
  return [...cueLines(before.split('\n')), ...spoken];
}

interface VttCue extends Cue {
  id: string | null;
}

function readCue({ line, lines }: TextBlock, timeAt: number): VttCue {
  const times = readTimeLine('webvtt', line + timeAt, lines[timeAt] ?? '');
  return {
    ...times,
    id: timeAt > 0 ? (lines[timeAt - 1] ?? '').trim() : null,
    lines: payloadLines(lines.slice(timeAt + 1)),
  };
}

/**
 * A numbered block without a time lost its time line; a lone number is an identifier with a blank line below it; any
 * other text is the rest of a cue with a blank line in it.
 */
function strayText({ line, lines }: TextBlock, cues: VttCue[]): void {
  const words = lines.filter((text) => !isBlank(text));
  const isNumbered = /^\d+$/.test((words[0] ?? '').trim());
  if (isNumbered && words.length > 1) {
    const reason = 'this cue has no time. Write its time as 00:00:01.000 --> 00:00:04.000 above its words.';
    throw new ParseProblem({ code: 'unreadable_time', format: 'webvtt', line: line + 1, reason });
  }
  const last = cues.at(-1);
  if (!isNumbered) for (const more of payloadLines(lines)) last?.lines.push(more);
}

const isTimed = (line: string): boolean => line.includes('-->') || isTimeLine(line);

const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';

/** A time line begins a cue, with the identifier above it, also where the line before them is not quite blank. */
function cutAtTimes(block: TextBlock): TextBlock[] {
  const hasIdentifier = (at: number) => !isBlank(block.lines[at - 1]) && isBlank(block.lines[at - 2]);
  const starts = block.lines.flatMap((line, at) => (isTimed(line) ? [hasIdentifier(at) ? at - 1 : at] : []));
  const cuts = starts[0] === 0 ? starts : [0, ...starts];
  return cuts.map((start, at) => ({ line: block.line + start, lines: block.lines.slice(start, cuts[at + 1]) }));
}

function readCues(file: SourceFile): VttCue[] {
  const cues: VttCue[] = [];
  const [header, ...blocks] = textBlocks(file);
  // A cue may follow the header without the blank line that belongs between them.
  const early = header?.lines.findIndex(isTimed) ?? -1;
  const first = header && early > 0 ? [{ line: header.line + early, lines: header.lines.slice(early) }] : [];
  const written = [...first, ...blocks].filter(
    ({ lines: [start = ''] }) => !/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(start),
  );
  for (const block of written.flatMap(cutAtTimes)) {
    const timeAt = block.lines.slice(0, 2).findIndex(isTimed);
    if (timeAt >= 0) cues.push(readCue(block, timeAt));
    else strayText(block, cues);
  }
  return cues;
}

function flavour(file: SourceFile, cues: readonly VttCue[], hasNames: boolean): { format: string; source: string } {
  if (cues.some(({ id }) => id !== null && TEAMS_ID.test(id))) return { format: 'teams_vtt', source: 'teams' };
  if (WORD_TIME.test(file.text)) return { format: 'youtube_vtt', source: 'youtube' };
  const hasVoices = cues.some(({ lines }) => lines.some(({ speaker }) => speaker !== undefined));
  const isNumbered = cues.length > 0 && cues.every(({ id }) => id !== null && /^\d+$/.test(id));
  if (factsFromName(file.name).source === 'zoom' || (isNumbered && hasNames && !hasVoices))
    return { format: 'zoom_vtt', source: 'zoom' };
  return { format: 'webvtt', source: 'file' };
}

/** WebVTT as the W3C describes it, with what Zoom, Teams and YouTube put into it. */
export const webVtt: TextFormat = {
  name: 'webvtt',
  recognises: ({ text }) => /^\s*WEBVTT(?:\s|$)/.test(text.slice(0, 200)),
  read(file): ParsedCall[] {
    const cues = readCues(file);
    const segments = cueSegments(dropRollingLines(cues, WORD_TIME.test(file.text)));
    const participants = namedParticipants(segments);
    const language = /^Language:\s*([\w-]{2,20})/m.exec(file.text.slice(0, 1000))?.[1];
    return [
      {
        ...flavour(file, cues, participants.length > 0),
        ...factsFromName(file.name),
        ...(language === undefined ? {} : { language }),
        participants,
        segments,
      },
    ];
  },
};
