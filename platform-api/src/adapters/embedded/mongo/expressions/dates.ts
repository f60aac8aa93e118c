import type { ObjectId, Timestamp } from 'bson';
import { toInteger, typeOf, type Doc, type Value } from '../bson/value.ts';
import { fail, unsupported } from '../errors.ts';
import { offsetAt, toLocal, toUtc, type LocalTime } from './time-zones.ts';
import type { Compile, Expression, Operator, Scope } from './expression.ts';
import { isNullish, namedOperands } from './operands.ts';
import { isDoc } from '../bson/value.ts';

/** The operand as a date; undefined for null and missing. */
function dateOperand(value: Value, name: string): Date | undefined {
  if (isNullish(value)) return undefined;
  if (value instanceof Date) return value;
  if (typeOf(value) === 'objectId') return (value as ObjectId).getTimestamp();
  if (typeOf(value) === 'timestamp') return new Date((value as Timestamp).high * 1000);
  return fail(16006, `can't convert from BSON type ${typeOf(value)} to Date (${name})`);
}

function zoneOperand(fields: Doc | undefined, compile: Compile): (scope: Scope) => string | undefined {
  const zone: Expression | undefined = fields?.has('timezone') ? compile(fields.get('timezone')) : undefined;
  return (scope) => {
    if (!zone) return 'UTC';
    const value = zone(scope);
    if (isNullish(value)) return undefined;
    return typeof value === 'string'
      ? value
      : fail(40517, `timezone must evaluate to a string, found ${typeOf(value)}`);
  };
}

/** `{ $year: date }` or `{ $year: { date, timezone } }`. */
function part(read: (local: LocalTime) => number): Operator {
  return (operand, compile, name) => {
    const fields =
      isDoc(operand) && operand.has('date') ? namedOperands(operand, name, ['date'], ['timezone']) : undefined;
    const source = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
    const date = compile(fields ? fields.get('date') : source);
    const zone = zoneOperand(fields, compile);
    return (scope) => {
      const value = dateOperand(date(scope), name);
      const timezone = zone(scope);
      return value && timezone !== undefined ? read(toLocal(value, timezone)) : null;
    };
  };
}

/** Thursday decides which year an ISO week belongs to. */
function isoWeek(local: LocalTime): { week: number; year: number } {
  const thursday = new Date(Date.UTC(local.year, local.month - 1, local.day + 4 - isoDayOfWeek(local)));
  const year = thursday.getUTCFullYear();
  return { week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1, year };
}

function isoDayOfWeek(local: LocalTime): number {
  return local.weekday === 0 ? 7 : local.weekday;
}

const DAY_MS = 86_400_000;

function dayOfYear(local: LocalTime): number {
  return Math.round((Date.UTC(local.year, local.month - 1, local.day) - Date.UTC(local.year, 0, 1)) / DAY_MS) + 1;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const formats: Readonly<Record<string, (local: LocalTime, offsetMinutes: number) => string>> = {
  Y: (local) => pad(local.year, 4),
  m: (local) => pad(local.month, 2),
  d: (local) => pad(local.day, 2),
  H: (local) => pad(local.hour, 2),
  M: (local) => pad(local.minute, 2),
  S: (local) => pad(local.second, 2),
  L: (local) => pad(local.millisecond, 3),
  j: (local) => pad(dayOfYear(local), 3),
  u: (local) => String(isoDayOfWeek(local)),
  w: (local) => String(local.weekday + 1),
  V: (local) => pad(isoWeek(local).week, 2),
  G: (local) => pad(isoWeek(local).year, 4),
  U: (local) => pad(Math.floor((dayOfYear(local) + 6 - local.weekday) / 7), 2),
  z: (_local, offset) =>
    `${offset < 0 ? '-' : '+'}${pad(Math.trunc(Math.abs(offset) / 60), 2)}${pad(Math.abs(offset) % 60, 2)}`,
  Z: (_local, offset) => String(offset),
  '%': () => '%',
};

function formatDate(date: Date, timezone: string, format: string): string {
  const local = toLocal(date, timezone);
  const offset = offsetAt(date, timezone) / 60_000;
  return format.replace(/%(.?)/g, (_all, letter: string) => {
    if (!Object.hasOwn(formats, letter)) fail(18536, `Invalid format character '%${letter}' in format string`);
    return formats[letter](local, offset);
  });
}

const units = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
type Unit = (typeof units)[number];

function unitOperand(value: Value, name: string): Unit {
  return (
    units.find((unit) => unit === value) ??
    fail(5439013, `${name} parameter 'unit' value cannot be recognized as a time unit: ${String(value)}`)
  );
}

/** The start of the bin a date is in; bins are counted from 2000-01-01, weeks from the first start of one. */
function truncate(date: Date, unit: Unit, size: number, timezone: string, startOfWeek: string): Date {
  const local = toLocal(date, timezone);
  if (unit === 'year' || unit === 'quarter' || unit === 'month') {
    const months = { year: 12, quarter: 3, month: 1 }[unit] * size;
    const since = (local.year - 2000) * 12 + local.month - 1;
    const start = Math.floor(since / months) * months;
    return toUtc(Date.UTC(2000, start, 1), timezone);
  }
  const wall = Date.UTC(
    local.year,
    local.month - 1,
    local.day,
    local.hour,
    local.minute,
    local.second,
    local.millisecond,
  );
  const length =
    { week: 7 * DAY_MS, day: DAY_MS, hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 }[unit] * size;
  // Hours and less do not follow the clock changes of a zone.
  if (unit !== 'week' && unit !== 'day') {
    const reference = toUtc(Date.UTC(2000, 0, 1), timezone).getTime();
    return new Date(reference + Math.floor((date.getTime() - reference) / length) * length);
  }
  const origin = Date.UTC(2000, 0, 1) + (unit === 'week' ? daysToWeekStart(startOfWeek) * DAY_MS : 0);
  return toUtc(origin + Math.floor((wall - origin) / length) * length, timezone);
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 2000-01-01 was a Saturday. */
function daysToWeekStart(day: string): number {
  const name = day.toLowerCase();
  const at = weekdays.findIndex((weekday) => weekday === name || weekday.slice(0, 3) === name);
  return at < 0 ? fail(5439015, `unknown startOfWeek: ${day}`) : (at + 1) % 7;
}

function addUnits(date: Date, unit: Unit, amount: number, timezone: string): Date {
  const months = { year: 12, quarter: 3, month: 1 }[unit as 'year'] as number | undefined;
  const days = { week: 7, day: 1 }[unit as 'week'] as number | undefined;
  const local = toLocal(date, timezone);
  const time = [local.hour, local.minute, local.second, local.millisecond] as const;
  if (months !== undefined) {
    const lastDay = new Date(Date.UTC(local.year, local.month + months * amount, 0)).getUTCDate();
    return toUtc(
      Date.UTC(local.year, local.month - 1 + months * amount, Math.min(local.day, lastDay), ...time),
      timezone,
    );
  }
  if (days !== undefined)
    return toUtc(Date.UTC(local.year, local.month - 1, local.day + days * amount, ...time), timezone);
  const length = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 }[unit as 'hour'];
  return new Date(date.getTime() + length * amount);
}

function shifting(sign: 1 | -1): Operator {
  return (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['startDate', 'unit', 'amount'], ['timezone']);
    const [start, unit, amount] = ['startDate', 'unit', 'amount'].map((field) => compile(fields.get(field)));
    const zone = zoneOperand(fields, compile);
    return (scope) => {
      const date = dateOperand(start(scope), name);
      const [unitValue, amountValue, timezone] = [unit(scope), amount(scope), zone(scope)];
      if (!date || isNullish(unitValue) || isNullish(amountValue) || timezone === undefined) return null;
      const count = toInteger(amountValue) ?? fail(5166405, `${name} expects integer amount of time units`);
      return addUnits(date, unitOperand(unitValue, name), sign * count, timezone);
    };
  };
}

export const dateOperators: Readonly<Record<string, Operator>> = {
  $year: part((local) => local.year),
  $month: part((local) => local.month),
  $dayOfMonth: part((local) => local.day),
  $hour: part((local) => local.hour),
  $minute: part((local) => local.minute),
  $second: part((local) => local.second),
  $millisecond: part((local) => local.millisecond),
  $dayOfWeek: part((local) => local.weekday + 1),
  $dayOfYear: part(dayOfYear),
  $isoDayOfWeek: part(isoDayOfWeek),
  $isoWeek: part((local) => isoWeek(local).week),
  $isoWeekYear: part((local) => isoWeek(local).year),
  $week: part((local) => Math.floor((dayOfYear(local) + 6 - local.weekday) / 7)),
  $dateToString: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['date'], ['format', 'timezone', 'onNull']);
    const date = compile(fields.get('date'));
    const zone = zoneOperand(fields, compile);
    const format = fields.has('format') ? compile(fields.get('format')) : undefined;
    const onNull = fields.has('onNull') ? compile(fields.get('onNull')) : undefined;
    return (scope) => {
      const value = dateOperand(date(scope), name);
      const timezone = zone(scope);
      if (!value || timezone === undefined) return onNull ? onNull(scope) : null;
      const pattern = format?.(scope) ?? (timezone === 'UTC' ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L');
      return typeof pattern === 'string'
        ? formatDate(value, timezone, pattern)
        : fail(18533, '$dateToString requires that format be a string');
    };
  },
  $dateTrunc: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['date', 'unit'], ['binSize', 'timezone', 'startOfWeek']);
    const [date, unit, size, week] = ['date', 'unit', 'binSize', 'startOfWeek'].map((field) =>
      compile(fields.get(field) ?? null),
    );
    const zone = zoneOperand(fields, compile);
    return (scope) => {
      const value = dateOperand(date(scope), name);
      const [unitValue, timezone] = [unit(scope), zone(scope)];
      if (!value || isNullish(unitValue) || timezone === undefined) return null;
      const bins = isNullish(size(scope)) ? 1 : toInteger(size(scope));
      if (bins === undefined || bins < 1) return fail(5439017, `${name} requires 'binSize' to be a positive integer`);
      return truncate(value, unitOperand(unitValue, name), bins, timezone, String(week(scope) ?? 'sunday'));
    };
  },
  $dateAdd: shifting(1),
  $dateSubtract: shifting(-1),
  $dateDiff: (operand, compile, name) => {
    const fields = namedOperands(operand, name, ['startDate', 'endDate', 'unit'], ['timezone', 'startOfWeek']);
    if (fields.has('startOfWeek')) unsupported('startOfWeek in $dateDiff');
    const [start, end, unit] = ['startDate', 'endDate', 'unit'].map((field) => compile(fields.get(field)));
    const zone = zoneOperand(fields, compile);
    return (scope) => {
      const [from, to] = [dateOperand(start(scope), name), dateOperand(end(scope), name)];
      const [unitValue, timezone] = [unit(scope), zone(scope)];
      if (!from || !to || isNullish(unitValue) || timezone === undefined) return null;
      return BigInt(boundariesBetween(from, to, unitOperand(unitValue, name), timezone));
    };
  },
};

/** How many starts of a unit lie between two dates. */
function boundariesBetween(from: Date, to: Date, unit: Unit, timezone: string): number {
  const [a, b] = [toLocal(from, timezone), toLocal(to, timezone)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (unit === 'year') return b.year - a.year;
  if (unit === 'quarter') return (b.year - a.year) * 4 + Math.floor((b.month - 1) / 3) - Math.floor((a.month - 1) / 3);
  if (unit === 'month') return months;
  if (unit === 'millisecond') return to.getTime() - from.getTime();
  const day = (local: LocalTime): number => Math.round(Date.UTC(local.year, local.month - 1, local.day) / DAY_MS);
  if (unit === 'day') return day(b) - day(a);
  if (unit === 'week') return Math.floor((day(b) + 4) / 7) - Math.floor((day(a) + 4) / 7);
  const length = { hour: 3_600_000, minute: 60_000, second: 1000 }[unit];
  const index = (date: Date): number => Math.floor((date.getTime() + (offsetAt(date, timezone) % length)) / length);
  return index(to) - index(from);
}
