/** A stretch of time in UTC: `from` belongs to it, `to` does not; null where it is open. */
export interface Period {
  from: Date | null;
  to: Date | null;
  /** The words that named it, as offsets into the question. */
  start: number;
  end: number;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const month = `(?<month>${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)`;
const year = '(?<year>20\\d\\d)';
const unit = '(?<unit>day|week|month|quarter|year)';
const count = '(?<count>\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const COUNTS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

type Read = (groups: Record<string, string | undefined>, now: Date) => [Date | null, Date | null];

const forms: { pattern: RegExp; read: Read }[] = [
  { pattern: form(`since ${month}(?: ${year})?`), read: (g, now) => [monthOf(g, now)[0], null] },
  { pattern: form(`since q(?<quarter>[1-4])(?: ${year})?`), read: (g, now) => [quarterOf(g, now)[0], null] },
  { pattern: form(`since ${year}`), read: (g) => [utc(Number(g.year), 0), null] },
  {
    pattern: form(`since (?:the )?(?:start|beginning) of (?:the|this) ${unit}`),
    read: (g, now) => [floor(now, unitOf(g)), null],
  },
  { pattern: form(`since last ${unit}`), read: (g, now) => [step(floor(now, unitOf(g)), unitOf(g), -1), null] },
  { pattern: form('since yesterday'), read: (_g, now) => [step(floor(now, 'day'), 'day', -1), null] },
  {
    pattern: form(
      `(?:in |during |from |for |across |of )?(?:all )?(?:my |our |the )?q(?<quarter>[1-4])(?: (?:of )?${year})?`,
    ),
    read: quarterOf,
  },
  {
    pattern: form(`(?:in |over |during |from |for )?(?:the )?(?:last|past|previous) ${count} ${unit}s?`),
    read: (g, now) => [step(floor(now, 'day'), unitOf(g), -countOf(g.count)), step(floor(now, 'day'), 'day', 1)],
  },
  {
    pattern: form(`(?:in |during |from |over )?(?:the )?(?<which>this|current|last|previous|past) ${unit}`),
    read: whichOf,
  },
  { pattern: form(`before ${month}(?: ${year})?`), read: (g, now) => [null, monthOf(g, now)[0]] },
  { pattern: form(`(?:in|during|from|for|of) (?:last )?${month}(?: (?:of )?${year})?`), read: monthOf },
  { pattern: form(`${month} ${year}`), read: monthOf },
  {
    pattern: form(`(?:in|during|from|for|of) ${year}`),
    read: (g) => [utc(Number(g.year), 0), utc(Number(g.year) + 1, 0)],
  },
  { pattern: form('(?<day>today|yesterday)'), read: (g, now) => dayOf(g.day === 'today' ? 0 : -1, now) },
];

/** The period a question names, reckoned from `now`: "Q4", "last quarter", "since October", "in 2026". */
export function periodOf(question: string, now: Date): Period | null {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(question);
    if (!match) continue;
    const [from, to] = read(match.groups ?? {}, now);
    return { from, to, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function form(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu');
}

const utc = (fullYear: number, monthIndex: number, date = 1): Date => new Date(Date.UTC(fullYear, monthIndex, date));

/** A month or quarter without a year is the latest that has begun. */
function quarterOf(groups: Record<string, string | undefined>, now: Date): [Date, Date] {
  const first = (Number(groups.quarter) - 1) * 3;
  const named = groups.year === undefined ? undefined : Number(groups.year);
  const at = named ?? (utc(now.getUTCFullYear(), first) > now ? now.getUTCFullYear() - 1 : now.getUTCFullYear());
  return [utc(at, first), utc(at, first + 3)];
}

function monthOf(groups: Record<string, string | undefined>, now: Date): [Date, Date] {
  const index = MONTHS.findIndex((name) => name.startsWith((groups.month ?? '').slice(0, 3).toLowerCase()));
  const named = groups.year === undefined ? undefined : Number(groups.year);
  const at = named ?? (utc(now.getUTCFullYear(), index) > now ? now.getUTCFullYear() - 1 : now.getUTCFullYear());
  return [utc(at, index), utc(at, index + 1)];
}

function whichOf(groups: Record<string, string | undefined>, now: Date): [Date, Date] {
  const size = unitOf(groups);
  const current = floor(now, size);
  return /^(?:this|current)$/i.test(groups.which ?? '')
    ? [current, step(current, size, 1)]
    : [step(current, size, -1), current];
}

function dayOf(offset: number, now: Date): [Date, Date] {
  const from = step(floor(now, 'day'), 'day', offset);
  return [from, step(from, 'day', 1)];
}

/** Weeks start on Monday. */
function floor(at: Date, size: Unit): Date {
  const [y, m, d] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  if (size === 'year') return utc(y, 0);
  if (size === 'quarter') return utc(y, m - (m % 3));
  if (size === 'month') return utc(y, m);
  return utc(y, m, size === 'week' ? d - ((at.getUTCDay() + 6) % 7) : d);
}

function step(at: Date, size: Unit, by: number): Date {
  const [y, m, d] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  if (size === 'day' || size === 'week') return utc(y, m, d + by * (size === 'week' ? 7 : 1));
  const months = by * { month: 1, quarter: 3, year: 12 }[size];
  const lastDay = utc(y, m + months + 1, 0).getUTCDate();
  return utc(y, m + months, Math.min(d, lastDay));
}

function countOf(words: string | undefined): number {
  const spelled = COUNTS.indexOf((words ?? '').toLowerCase());
  return spelled >= 0 ? spelled : Number(words);
}

function unitOf(groups: Record<string, string | undefined>): Unit {
  return (groups.unit ?? 'month').toLowerCase() as Unit;
}
