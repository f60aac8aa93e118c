import { z } from 'zod';

/** Ids are opaque to callers: `<prefix>_<26 characters>`. */
export const Id = z
  .string()
  .min(3)
  .max(64)
  .regex(/^[A-Za-z0-9_:.-]+$/, 'An id has letters, digits, "_", "-", ":" and "." only.');

export const Timestamp = z.iso.datetime({ offset: true }).describe('ISO 8601 with offset or Z.');

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows per page, 200 at most.'),
  cursor: z.string().max(500).optional().describe('`nextCursor` of the page before.'),
});

/** One page of a list. `nextCursor` is null on the last page. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A query parameter that may be given once, several times, or separated by commas. */
export const listOf = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) => (Array.isArray(value) ? value : value.split(',')).map((part) => part.trim()).filter(Boolean))
    .pipe(z.array(item).max(100));

export const Flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const Nothing = z.null();
