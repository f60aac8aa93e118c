import { randomBytes } from 'node:crypto';

// Crockford's base 32, lower case: no letter is mistaken for a digit when somebody reads an id aloud.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** `<prefix>_` and 26 characters: 10 of time (so ids of one kind sort by age), 16 of randomness (80 bits), as in ULID. */
export function newId(prefix: string, now = Date.now()): string {
  let time = '';
  for (let rest = now, place = 0; place < 10; place++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
  const random = Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join('');
  return `${prefix}_${time}${random}`;
}
