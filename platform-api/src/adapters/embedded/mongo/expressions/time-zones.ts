import { fail } from '../errors.ts';

/** A moment as a clock on the wall shows it. `month` is 1 to 12, `weekday` 0 for Sunday. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  weekday: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timezone: string): Intl.DateTimeFormat {
  let known = formatters.get(timezone);
  if (!known) {
    try {
      known = new Intl.DateTimeFormat('en-US', {
        timeZone: timezone,
        calendar: 'gregory',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      return fail(40485, `unrecognized time zone identifier: "${timezone}"`);
    }
    formatters.set(timezone, known);
  }
  return known;
}

/** How far a zone is ahead of UTC at a moment, in milliseconds. A zone is an Olson name or `+hh:mm`. */
export function offsetAt(date: Date, timezone: string): number {
  if (timezone === 'UTC' || timezone === 'GMT' || timezone === 'Z') return 0;
  const fixed = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(timezone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
  const parts = new Map(
    formatter(timezone)
      .formatToParts(date)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
  return wall - Math.floor(date.getTime() / 1000) * 1000;
}

export function toLocal(date: Date, timezone: string): LocalTime {
  const wall = new Date(date.getTime() + offsetAt(date, timezone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
    weekday: wall.getUTCDay(),
  };
}

/** The moment a wall clock shows a time, given as if it were UTC. Asked twice, since the offset depends on the answer. */
export function toUtc(wall: number, timezone: string): Date {
  const guess = wall - offsetAt(new Date(wall), timezone);
  return new Date(wall - offsetAt(new Date(guess), timezone));
}
