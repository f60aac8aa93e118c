import { parseClock } from './clock.ts';
import { cueLines } from './cue.ts';
import type { Cue } from './cue.ts';
import { cueSegments } from './cue-segments.ts';
import { checkOrder, unreadableTime } from './cue-times.ts';
import { factsFromName } from './name-facts.ts';
import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import { textBlocks } from './text-blocks.ts';
import type { TextBlock } from './text-blocks.ts';
import type { TextFormat } from './transcript-format.ts';

const TIME_LINE = /^\d{1,3}:\d{2}:\d{2}\.\d{1,3},\d{1,3}:\d{2}:\d{2}\.\d{1,3}\s*$/;
/** Meant as a time line: clocks and a comma, and nothing that a sentence has. */
const TIME_ATTEMPT = /^\s*[\d:.]{0,20}\d:[\d:.]{1,20}\s?[,;]\s?\S{0,20}\s*$|^\S{1,20},\d{1,3}:\d{2}:\d{2}\.\d{1,3}\s*$/;

function readTimes(line: number, text: string): { startMs: number; endMs: number } {
  const [start = '', end = ''] = text.trim().split(',');
  const startMs = parseClock(start);
  const endMs = parseClock(end);
  if (!TIME_LINE.test(text) || startMs === null || endMs === null)
    throw unreadableTime('sbv', line, text, '0:00:01.000,0:00:04.000');
  checkOrder('sbv', line, startMs, endMs);
  return { startMs, endMs };
}

function addBlock(cues: Cue[], { line, lines: [first = '', ...rest] }: TextBlock): void {
  if (TIME_LINE.test(first) || TIME_ATTEMPT.test(first))
    cues.push({ ...readTimes(line, first), lines: cueLines(rest) });
  else for (const more of cueLines([first, ...rest])) cues.at(-1)?.lines.push(more);
}

/** SubViewer as YouTube writes it: `0:00:01.000,0:00:04.000` above the words. */
export const sbv: TextFormat = {
  name: 'sbv',
  recognises: ({ lines }) => lines.some((line) => TIME_LINE.test(line)),
  read(file): ParsedCall[] {
    const cues: Cue[] = [];
    for (const block of textBlocks(file, (line) => line.trim() === '')) addBlock(cues, block);
    const segments = cueSegments(cues);
    return [
      {
        format: 'sbv',
        source: 'file',
        ...factsFromName(file.name),
        participants: namedParticipants(segments),
        segments,
      },
    ];
  },
};
