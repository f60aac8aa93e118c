import { cueLines } from './cue.ts';
import type { Cue } from './cue.ts';
import { cueSegments } from './cue-segments.ts';
import { isTimeLine, readTimeLine } from './cue-times.ts';
import { factsFromName } from './name-facts.ts';
import { ParseProblem } from './parse-problem.ts';
import type { ParsedCall } from './parsed-call.ts';
import { namedParticipants } from './participants.ts';
import { dropRollingLines } from './rolling-lines.ts';
import type { SourceFile } from './source-file.ts';
import type { TextFormat } from './transcript-format.ts';

const isNumber = (line: string | undefined): boolean => line !== undefined && /^\d{1,9}$/.test(line.trim());
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

const isTimeAt = (lines: readonly string[], at: number): boolean =>
  isTimeLine(lines[at] ?? '') || (isNumber(lines[at - 1]) && (lines[at] ?? '').includes('-->'));

/** Where a cue begins: its number if it has one (also with blank lines below it), else its time line. */
function startOf(lines: readonly string[], timeAt: number): number {
  let at = timeAt - 1;
  while (at > 0 && isBlank(lines[at])) at--;
  return isNumber(lines[at]) && (at === timeAt - 1 || isBlank(lines[at - 1])) ? at : timeAt;
}

/** A number that counts on, after a blank line and with words below it, is a cue that lost its time. */
function checkForLostTime(lines: readonly string[], from: number, to: number, number: number): void {
  for (let at = from; at < to; at++) {
    const isNext = isNumber(lines[at]) && Number(lines[at]) === number + 1 && isBlank(lines[at - 1]);
    if (!isNext || isBlank(lines[at + 1])) continue;
    const reason = `cue ${number + 1} has no time. Write its time as 00:00:01,000 --> 00:00:04,000 above its words.`;
    throw new ParseProblem({ code: 'unreadable_time', format: 'srt', line: at + 2, reason });
  }
}

/** Cuts at time lines, not at blank ones: exports do leave blank lines inside a cue. */
function readCues({ lines }: SourceFile): Cue[] {
  const timeLines = lines.flatMap((_line, at) => (isTimeAt(lines, at) ? [at] : []));
  checkForLostTime(lines, 0, timeLines[0] === undefined ? 0 : startOf(lines, timeLines[0]), 0);
  return timeLines.map((timeAt, index) => {
    const next = timeLines[index + 1];
    const end = next === undefined ? lines.length : startOf(lines, next);
    const start = startOf(lines, timeAt);
    if (start < timeAt) checkForLostTime(lines, timeAt + 1, end, Number(lines[start]));
    return { ...readTimeLine('srt', timeAt + 1, lines[timeAt] ?? ''), lines: cueLines(lines.slice(timeAt + 1, end)) };
  });
}

/** SubRip, with a dot or a comma before the milliseconds; the SRT of Otter, and automatic captions converted to it. */
export const srt: TextFormat = {
  name: 'srt',
  recognises: ({ lines }) =>
    lines.some((_line, at) => isTimeAt(lines, at) && (at === 0 || isNumber(lines[at - 1]) || isBlank(lines[at - 1]))),
  read(file): ParsedCall[] {
    const segments = cueSegments(dropRollingLines(readCues(file), false));
    return [
      {
        format: 'srt',
        source: 'file',
        ...factsFromName(file.name),
        participants: namedParticipants(segments),
        segments,
      },
    ];
  },
};
