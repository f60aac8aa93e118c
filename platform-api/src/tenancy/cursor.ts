import { InvalidInput } from '../errors.ts';

type Key = string | number | Date;

/** Where a page ended: the sort key of its last row, and that row's id for rows with the same key. */
export interface Position {
  key: Key;
  id: string;
}

/** Opaque to callers. Carries nothing but the place, so a forged one can only skip rows of the caller's own list. */
export function encodeCursor({ key, id }: Position): string {
  const [kind, value] = key instanceof Date ? ['d', key.getTime()] : ['v', key];
  return Buffer.from(JSON.stringify([kind, value, id])).toString('base64url');
}

export function decodeCursor(cursor: string): Position {
  try {
    const [kind, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const isKey =
      kind === 'd' ? typeof value === 'number' : kind === 'v' && ['string', 'number'].includes(typeof value);
    if (isKey && typeof id === 'string') return { key: kind === 'd' ? new Date(value as number) : (value as Key), id };
  } catch {
    // Not ours: answered below like any other cursor that isn't.
  }
  throw new InvalidInput(
    'bad_cursor',
    'This cursor is not one of ours. Ask for the first page again, without a cursor.',
  );
}
