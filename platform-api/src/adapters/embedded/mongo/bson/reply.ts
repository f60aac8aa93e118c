import { encode } from './encode.ts';
import { isDoc, type Doc, type Value } from './value.ts';

/** Turns plain objects, as answers are written in code, into a document. Undefined fields are left out. */
export function toDoc(object: Readonly<Record<string, unknown>>): Doc {
  const doc: Doc = new Map();
  for (const [name, value] of Object.entries(object)) if (value !== undefined) doc.set(name, toValue(value));
  return doc;
}

function toValue(value: unknown): Value {
  if (Array.isArray(value)) return value.map(toValue);
  if (value instanceof Map) return isDoc(value as Value) ? (value as Doc) : null;
  if (isPlainObject(value)) return toDoc(value);
  return value as Value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

export function encodeReply(reply: Readonly<Record<string, unknown>>): Buffer {
  return encode(toDoc(reply));
}

const empty = Buffer.of(5, 0, 0, 0, 0);

/** `{ cursor: { <field>: [...], id, ns }, ok: 1 }` with stored documents copied in as they are. */
export function encodeCursorReply(
  field: 'firstBatch' | 'nextBatch',
  documents: readonly Buffer[],
  id: bigint,
  ns: string,
): Buffer {
  const parts: Buffer[] = [];
  documents.forEach((bytes, index) => parts.push(Buffer.from(`\x03${index}\0`, 'latin1'), bytes));
  const array = container(parts);
  const rest = encode(
    new Map<string, Value>([
      ['id', id],
      ['ns', ns],
    ]),
  );
  const cursor = container([Buffer.from(`\x04${field}\0`, 'latin1'), array, rest.subarray(4, -1)]);
  const ok = encode(new Map([['ok', 1]]));
  return container([Buffer.from('\x03cursor\0', 'latin1'), cursor, ok.subarray(4, -1)]);
}

/** A document around elements that are bytes already. */
function container(elements: readonly Buffer[]): Buffer {
  const size = elements.reduce((sum, element) => sum + element.length, empty.length);
  const bytes = Buffer.allocUnsafe(size);
  let at = bytes.writeInt32LE(size, 0);
  for (const element of elements) at += element.copy(bytes, at);
  bytes[at] = 0;
  return bytes;
}
