import type { DueDate } from './action-items.ts';

const units = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const teens = [
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
];
const ordinals = [
  ...units,
  ...teens,
  'nineteenth',
  'twentieth',
  ...units.slice(0, 9).map((unit) => `twenty[ -]${unit}`),
];
const days = [...ordinals, 'thirtieth', 'thirty[ -]first'].map((pattern) => new RegExp(`^${pattern}$`, 'i'));
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'];
const allMonths = [...months, 'november', 'december'];

// "the second" is a date only with a month or after a word of time: "on the second", "by the second of March".
const spoken = new RegExp(
  `\\b((?:by|before|until|on|till|no later than) )the (twenty[ -][a-z]+|thirty[ -]first|[a-z]+(?:th|st|nd|rd))(?: of (${allMonths.join('|')}))?\\b(?! [a-z]+(?:s|ly)\\b)`,
  'i',
);

/** A day said in words, "by the nineteenth" or "on the eighth of January": the next such day after the call started. */
export function spokenDay(clause: string, startedAt: Date | undefined): DueDate | null {
  const match = spoken.exec(clause);
  const day = days.findIndex((pattern) => pattern.test(match?.[2] ?? '')) + 1;
  if (!match || day === 0) return null;
  const month = match[3] === undefined ? -1 : allMonths.indexOf(match[3].toLowerCase());
  return { text: match[0], date: startedAt ? nextDay(startedAt, day, month) : null };
}

function nextDay(from: Date, day: number, month: number): string {
  const today = Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate());
  for (let ahead = 0; ahead <= 24; ahead++) {
    const date = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + ahead, day));
    const isMonth = month < 0 || date.getUTCMonth() === month;
    if (date.getUTCDate() === day && isMonth && date.getTime() >= today) return date.toISOString().slice(0, 10);
  }
  return new Date(today).toISOString().slice(0, 10);
}
