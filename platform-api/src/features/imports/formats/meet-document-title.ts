/** Hours from UTC of the abbreviations that Google Docs prints. Those that mean two zones (IST) are left out. */
const ZONE_HOURS: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
};

/** Minutes from UTC of `EST`, `GMT-4` or `GMT+05:30`; `null` for what cannot be told. */
export function zoneMinutes(zone: string): number | null {
  const offset = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
  const hours = ZONE_HOURS[zone];
  return hours === undefined ? null : hours * 60;
}

const WHEN =
  /^(.{0,300}?)[ ]?(?:[-–—] |\()(\d{4})[/_-](\d{2})[/_-](\d{2}) (?:at )?(\d{1,2})[:_](\d{2}) ([A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d{2})?)?)\)?$/;

/** `<meeting> - YYYY/MM/DD HH:MM TZ - Transcript`, or `<meeting> (YYYY-MM-DD at HH:MM TZ) - Transcript`. */
export function readDocumentTitle(line: string): { title?: string; startedAt?: string } | null {
  const text = line.trim().replace(/\.(?:txt|md|docx?)$/i, '');
  const suffix = /\s[-–—] (?:Transcript|Notes by Gemini)$/.exec(text.slice(-30));
  if (!suffix || text.length > 400) return null;
  const subject = text.slice(0, text.length - suffix[0].length).trim();
  const [, title, year, month, day, hour, minute, zone] = WHEN.exec(subject) ?? [];
  if (title === undefined || zone === undefined) return subject ? { title: subject } : {};
  const utc = Date.parse(`${year}-${month}-${day}T${hour?.padStart(2, '0')}:${minute}:00Z`);
  const minutes = zoneMinutes(zone);
  const known = title.trim() ? { title: title.trim() } : {};
  return Number.isNaN(utc) || minutes === null
    ? known
    : { ...known, startedAt: new Date(utc - minutes * 60_000).toISOString() };
}
