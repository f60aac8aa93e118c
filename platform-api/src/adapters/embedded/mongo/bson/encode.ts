import type { Binary, BSONRegExp, Code, Decimal128, Double, ObjectId, Timestamp } from 'bson';
import { fail } from '../errors.ts';
import { isInt32, typeOf, type Doc, type TypeName, type Value } from './value.ts';

/** The largest document MongoDB stores. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

let scratch = Buffer.allocUnsafe(64 * 1024);
let at = 0;

/** The BSON bytes of a document, in a buffer of their own. Missing values are left out. */
export function encode(doc: Doc): Buffer {
  at = 0;
  writeDocument(doc);
  return Buffer.from(scratch.subarray(0, at));
}

/** Bytes of a document about to be stored. Throws 10334 over 16 MiB. */
export function encodeStored(doc: Doc): Buffer {
  const bytes = encode(doc);
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    fail(10334, `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`);
  }
  return bytes;
}

function reserve(size: number): void {
  if (at + size <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, at + size));
  scratch.copy(larger, 0, 0, at);
  scratch = larger;
}

function writeDocument(doc: Doc): void {
  const start = open();
  for (const [name, value] of doc) if (value !== undefined) writeElement(name, value);
  close(start);
}

function writeArray(values: readonly Value[]): void {
  const start = open();
  values.forEach((value, index) => {
    writeElement(String(index), value ?? null);
  });
  close(start);
}

function open(): number {
  reserve(5);
  at += 4;
  return at - 4;
}

function close(start: number): void {
  reserve(1);
  scratch[at++] = 0;
  scratch.writeInt32LE(at - start, start);
}

function writeCstring(text: string): void {
  if (text.includes('\0')) fail(2, `a field name or pattern must not contain a null byte: ${JSON.stringify(text)}`);
  reserve(text.length * 3 + 1);
  at += scratch.write(text, at, 'utf8');
  scratch[at++] = 0;
}

function writeString(text: string): void {
  reserve(text.length * 3 + 5);
  const length = scratch.write(text, at + 4, 'utf8');
  scratch.writeInt32LE(length + 1, at);
  at += 4 + length;
  scratch[at++] = 0;
}

function writeBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  scratch.set(bytes, at);
  at += bytes.length;
}

function writeInt64(value: bigint): void {
  reserve(8);
  at = scratch.writeBigInt64LE(value, at);
}

function writeDouble(value: number): void {
  reserve(8);
  at = scratch.writeDoubleLE(value, at);
}

const tags: Readonly<Record<TypeName, number>> = {
  double: 0x01,
  string: 0x02,
  object: 0x03,
  array: 0x04,
  binData: 0x05,
  objectId: 0x07,
  bool: 0x08,
  date: 0x09,
  null: 0x0a,
  missing: 0x0a,
  regex: 0x0b,
  javascript: 0x0d,
  int: 0x10,
  timestamp: 0x11,
  long: 0x12,
  decimal: 0x13,
  minKey: 0xff,
  maxKey: 0x7f,
};

function writeElement(name: string, value: Value): void {
  const type = typeOf(value);
  reserve(1);
  scratch[at++] = tags[type];
  writeCstring(name);
  writers[type](value);
}

const nothing = (): void => undefined;

const writers: Readonly<Record<TypeName, (value: Value) => void>> = {
  double: (value) => {
    writeDouble(typeof value === 'number' ? value : (value as Double).value);
  },
  string: (value) => {
    writeString(value as string);
  },
  object: (value) => {
    writeDocument(value as Doc);
  },
  array: (value) => {
    writeArray(value as Value[]);
  },
  binData: (value) => {
    const binary = value as Binary;
    const bytes = binary.buffer.subarray(0, binary.position);
    reserve(5);
    at = scratch.writeInt32LE(bytes.length, at);
    scratch[at++] = binary.sub_type;
    writeBytes(bytes);
  },
  objectId: (value) => {
    writeBytes((value as ObjectId).id);
  },
  bool: (value) => {
    reserve(1);
    scratch[at++] = value === true ? 1 : 0;
  },
  date: (value) => {
    const time = (value as Date).getTime();
    if (Number.isNaN(time)) fail(2, 'a date outside the range of this engine cannot be stored');
    writeInt64(BigInt(time));
  },
  null: nothing,
  missing: nothing,
  regex: (value) => {
    const regex = value as BSONRegExp;
    writeCstring(regex.pattern);
    writeCstring(regex.options);
  },
  javascript: (value) => {
    writeString(String((value as Code).code));
  },
  int: (value) => {
    const number = value as number;
    if (!isInt32(number)) fail(1, 'not an int32');
    reserve(4);
    at = scratch.writeInt32LE(number, at);
  },
  timestamp: (value) => {
    const timestamp = value as Timestamp;
    reserve(8);
    at = scratch.writeInt32LE(timestamp.low, at);
    at = scratch.writeInt32LE(timestamp.high, at);
  },
  long: (value) => {
    writeInt64(value as bigint);
  },
  decimal: (value) => {
    writeBytes((value as Decimal128).bytes);
  },
  minKey: nothing,
  maxKey: nothing,
};
