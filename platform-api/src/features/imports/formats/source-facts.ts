import { z } from 'zod';

/** An RFC 3339 time of a stranger as ISO 8601 in UTC. */
export const IsoTime = z.string().transform((text, context) => {
  const time = Date.parse(text);
  if (!Number.isNaN(time) && /^\d{4}-\d{2}-\d{2}T/.test(text)) return new Date(time).toISOString();
  context.addIssue({ code: 'custom', message: `"${text.slice(0, 40)}" is not a time such as 2026-02-17T15:00:00Z` });
  return z.NEVER;
});

/** Milliseconds from one ISO time to a later one; `undefined` where one is missing or they are the wrong way round. */
export function millisecondsBetween(
  start: string | null | undefined,
  end: string | null | undefined,
): number | undefined {
  if (start == null || end == null) return undefined;
  const ms = Date.parse(end) - Date.parse(start);
  return ms >= 0 ? ms : undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

/** Leaves out what a source says nothing about (`null`, `undefined`, an empty string). */
export function present<T extends object>(facts: T): Present<T> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as Present<T>;
}
