const CLOCK = /^(?:(\d+):)?(\d{1,3}):(\d{2}(?:\.\d+)?)$/;

/**
 * Reads a place in a call in milliseconds, as a link carries it: `#t=18:24`, `t=1:02:03`, `18:24`, or plain milliseconds.
 * Undefined for anything else: a broken link opens the call at its start.
 */
export function parseMoment(text: string | null | undefined): number | undefined {
  const value = (text ?? '').trim().replace(/^#?(?:t=)?/, '');
  const clock = CLOCK.exec(value);
  if (clock) return Math.round((Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000);
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** For the `at` attribute of a widget. */
export const momentConverter = {
  fromAttribute: parseMoment,
  toAttribute: (value: number | undefined): string | null => (value === undefined ? null : String(value)),
};
