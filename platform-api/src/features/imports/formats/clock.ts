const CLOCK = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{2})(?:[.,](\d{1,9}))?$/;

/**
 * `H:MM:SS`, `M:SS` and either with a fraction after a dot or a comma, in milliseconds; `null` for anything else.
 * Without hours the minutes may run past 59, as in "75:30".
 */
export function parseClock(text: string): number | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds, fraction] = match;
  if (Number(seconds) > 59 || (hours !== undefined && (Number(minutes) > 59 || minutes?.length !== 2))) return null;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return whole * 1000 + (fraction ? Math.round(Number(`0.${fraction}`) * 1000) : 0);
}

/** `HH:MM:SS`, with milliseconds only where there are some. */
export function formatClock(ms: number): string {
  const pad = (value: number, width = 2) => String(Math.floor(value)).padStart(width, '0');
  const rest = ms % 1000;
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}${rest ? `.${pad(rest, 3)}` : ''}`;
}
