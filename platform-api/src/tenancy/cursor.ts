import { InvalidInput } from '../errors.ts';

type Key = string | number | Date;

/** Where a page ended: the sort key of its last row, and that row's id for rows with the same key. */
export interface Position {
  key: Key;
  id: string;
}

export type KeyKind = 'string' | 'number' | 'date';

function isKey(value: unknown, kind: KeyKind): value is Key {
  if (value instanceof Date) return kind === 'date' && !Number.isNaN(value.getTime());
  return typeof value === kind;
}

/** Opaque to callers. Carries nothing but the place, so a forged one can only skip rows of the caller's own list. */
export function encodeCursor({ key, id }: Position): string {
  const [kind, value] = key instanceof Date ? ['d', key.getTime()] : ['v', key];
  return Buffer.from(JSON.stringify([kind, value, id])).toString('base64url');
}

/** `kind` is what the list is sorted by: a cursor of another list is refused instead of compared. */
export function decodeCursor(cursor: string, kind: KeyKind): Position {
  try {
    const [mark, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const key = mark === 'd' && typeof value === 'number' ? new Date(value) : mark === 'v' ? value : undefined;
    if (isKey(key, kind) && typeof id === 'string') return { key, id };
  } catch {
    // Not ours: answered below like any other cursor that isn't.
  }
  throw new InvalidInput(
    'bad_cursor',
    'This cursor is not one of ours. Ask for the first page again, without a cursor.',
  );
}
