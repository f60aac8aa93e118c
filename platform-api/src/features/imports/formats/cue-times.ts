import { formatClock, parseClock } from './clock.ts';
import { ParseProblem } from './parse-problem.ts';

export interface CueTimes {
  startMs: number;
  endMs: number;
}

/** Shows a stranger's text in a sentence without letting it run on. */
export const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}...` : text}"`;

export function unreadableTime(format: string, line: number | undefined, text: string, expected: string): ParseProblem {
  const reason = `the time ${quoted(text.trim())} cannot be read. Write it as ${expected}.`;
  return new ParseProblem({ code: 'unreadable_time', format, ...(line === undefined ? {} : { line }), reason });
}

/** Refuses a range that ends before it starts: one of the two is wrong, and nobody can say which. */
export function checkOrder(format: string, line: number | undefined, startMs: number, endMs: number, where = ''): void {
  if (endMs >= startMs) return;
  const reason = `${where}the end time ${formatClock(endMs)} lies before the start ${formatClock(startMs)}. Correct one of the two and import the file again.`;
  throw new ParseProblem({ code: 'time_order', format, ...(line === undefined ? {} : { line }), reason });
}

/** True for a line that is meant to time a cue, readable or not: an arrow with a clock on either side. */
export const isTimeLine = (line: string): boolean =>
  /^[^[(]*\d:\d/.test(line.slice(0, 60)) &&
  (line.includes('-->') || /^\s*\d{1,4}:[\d:.,]{2,16}\s{0,9}[-=–—>]{1,4}\s{0,9}\d{1,4}:\d/.test(line));

/** Reads `start --> end` with whatever settings follow. */
export function readTimeLine(format: string, line: number, text: string): CueTimes {
  const [left = '', right = ''] = text.split('-->');
  const startMs = parseClock(left.trim());
  const endMs = parseClock(right.trim().split(/\s/, 1)[0] ?? '');
  if (startMs === null || endMs === null) {
    throw unreadableTime(format, line, text, '00:00:01.000 --> 00:00:04.000 (hours, minutes, seconds, milliseconds)');
  }
  checkOrder(format, line, startMs, endMs);
  return { startMs, endMs };
}
