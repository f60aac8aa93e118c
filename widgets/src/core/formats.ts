const DAY = 86_400_000;

/** Numbers, dates and times as the widgets write them. */
export class Formats {
  readonly locale: string;
  readonly timeZone: string | undefined;
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #numbers = new Map<string, Intl.NumberFormat>();

  constructor(locale: string, timeZone?: string) {
    this.locale = supported(locale);
    this.timeZone = timeZone;
  }

  /** "1,284". A minus sign is U+2212. */
  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    const key = JSON.stringify(options);
    const format = this.#numbers.get(key) ?? new Intl.NumberFormat(this.locale, options);
    this.#numbers.set(key, format);
    return format.format(value).replace('-', '−');
  }

  /** "51 %" from .51, with the space between number and unit that the locale asks for. */
  percent(share: number): string {
    return this.number(share, { style: 'percent' });
  }

  /** "114.30 USD" */
  money(amount: number, currency: string): string {
    return this.number(amount, { style: 'currency', currency, currencyDisplay: 'code' });
  }

  /** A place in a recording: "18:24", from one hour "1:02:03". Seconds in. */
  timecode(seconds: number): string {
    const whole = Math.max(0, Math.floor(seconds));
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
  }

  /** A length of time: "51 h 06 min", "37 min", "40 s". Seconds in. */
  duration(seconds: number): string {
    const minutes = Math.round(seconds / 60);
    if (seconds < 59.5) return `${this.number(Math.max(0, Math.round(seconds)))} s`;
    if (minutes < 60) return `${this.number(minutes)} min`;
    return `${this.number(Math.floor(minutes / 60))} h ${pad(minutes % 60)} min`;
  }

  /** "14:30" */
  time(when: DateLike): string {
    return this.#date({ hour: '2-digit', minute: '2-digit' }, when);
  }

  /** "23 Nov", with the year when it isn't this one. */
  date(when: DateLike, now: DateLike = Date.now()): string {
    const year = this.#date({ year: 'numeric' }, when) === this.#date({ year: 'numeric' }, now);
    return this.#date({ day: 'numeric', month: 'short', ...(year ? {} : { year: 'numeric' }) }, when);
  }

  /** "Monday 23 November 2026", for titles and heads of records. */
  fullDate(when: DateLike): string {
    return this.#date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, when);
  }

  /** "Monday 23 November 2026, 14:30" */
  fullDateTime(when: DateLike): string {
    return `${this.fullDate(when)}, ${this.time(when)}`;
  }

  /** "Today", the weekday within 7 days, then {@link date}. */
  day(when: DateLike, now: DateLike = Date.now()): string {
    const days = this.daysBetween(when, now);
    if (days === 0) return this.today;
    return days > 0 && days < 7 ? this.#date({ weekday: 'long' }, when) : this.date(when, now);
  }

  /** "Today" in the reader's language. */
  get today(): string {
    const word = new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }).format(0, 'day');
    return word.charAt(0).toLocaleUpperCase(this.locale) + word.slice(1);
  }

  /** Formats with any other set of fields; a `timeZone` among them wins over the reader's. */
  dateWith(fields: Intl.DateTimeFormatOptions, when: DateLike): string {
    return this.#date(fields, when);
  }

  /** Calendar days from `when` to `now` in the reader's time zone. */
  daysBetween(when: DateLike, now: DateLike): number {
    return Math.round((this.#midnight(now) - this.#midnight(when)) / DAY);
  }

  /** The calendar day in the reader's time zone, for grouping: "2026-11-23". */
  dayKey(when: DateLike): string {
    return new Date(this.#midnight(when)).toISOString().slice(0, 10);
  }

  #midnight(when: DateLike): number {
    const format = this.#format({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
    return Date.parse(format.format(new Date(when)));
  }

  #date(fields: Intl.DateTimeFormatOptions, when: DateLike): string {
    return this.#format(fields, this.locale).format(new Date(when));
  }

  #format(fields: Intl.DateTimeFormatOptions, locale: string): Intl.DateTimeFormat {
    const key = locale + JSON.stringify(fields);
    const zone = this.timeZone === undefined ? {} : { timeZone: this.timeZone };
    const format = this.#dates.get(key) ?? new Intl.DateTimeFormat(locale, { ...zone, ...fields });
    this.#dates.set(key, format);
    return format;
  }
}

/** A moment as the API or the browser writes it. */
export type DateLike = string | number | Date;

const pad = (value: number) => String(value).padStart(2, '0');

/** A locale the host mistyped must not take the page down. */
function supported(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
