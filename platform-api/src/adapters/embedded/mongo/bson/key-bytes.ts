import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { unsupported } from '../errors.ts';
import { isPlainNumber, numeric, typeOf, type Doc, type TypeName, type Value } from './value.ts';

/**
 * Bytes whose plain order is BSON's order: `memcmp` then does what `compare` does, so SQLite can keep an index.
 * The code is prefix-free: the keys of a compound index are the parts one after another, and "starts with" is a range.
 */
const tags: Readonly<Record<TypeName, number>> = {
  minKey: 0x05,
  null: 0x10,
  missing: 0x10,
  int: 0x20,
  double: 0x20,
  long: 0x20,
  decimal: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binData: 0x60,
  objectId: 0x70,
  bool: 0x80,
  date: 0x90,
  timestamp: 0xa0,
  regex: 0xb0,
  javascript: 0xc0,
  maxKey: 0xf0,
};

/** The first byte of every key of that type; `tag + 1` is above all of them. */
export function tagOf(value: Value): number {
  return tags[typeOf(value)];
}

/** The key of an empty array in a multikey index: below null, as MongoDB sorts it. */
export const EMPTY_ARRAY_KEY = Buffer.of(0x08);

/** Order-preserving bytes of one value. Throws 238 for Decimal128, which has no such form here. */
export function keyBytes(value: Value): Buffer {
  const out = new Bytes();
  out.value(value);
  return out.take();
}

/** Every byte flipped: the same key in a descending part of an index. */
export function inverted(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => 255 - byte));
}

/** The least key above all keys that start with `prefix`; undefined when there is none. */
export function after(prefix: Uint8Array): Buffer | undefined {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 255) length--;
  if (length === 0) return undefined;
  const next = Buffer.from(prefix.subarray(0, length));
  next[length - 1] += 1;
  return next;
}

/** The 8 bytes numbers are ordered by; NaN is least and negative zero is zero. */
function doubleBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if (bytes[0] < 0x80) bytes[0] |= 0x80;
  else for (let i = 0; i < 8; i++) bytes[i] = 255 - bytes[i];
  return bytes;
}

/** The largest double not above an int64. */
function doubleBelow(value: bigint): number {
  const double = Number(value);
  if (BigInt(double) <= value) return double;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, double);
  view.setBigInt64(0, view.getBigInt64(0) + (double > 0 ? -1n : 1n));
  return view.getFloat64(0);
}

class Bytes {
  private bytes = Buffer.allocUnsafe(64);
  private at = 0;

  take(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.at));
  }

  value(value: Value): void {
    this.byte(tagOf(value));
    this.payload(value);
  }

  private payload(value: Value): void {
    if (isPlainNumber(value)) {
      this.number(numeric(value));
      return;
    }
    switch (typeOf(value)) {
      case 'decimal':
        return unsupported('Decimal128 in an index or an _id');
      case 'string':
        this.text(value as string);
        return;
      case 'object':
        this.document(value as Doc);
        return;
      case 'array':
        for (const element of value as Value[]) this.value(element);
        this.byte(0);
        return;
      case 'binData':
        this.binary(value as Binary);
        return;
      case 'objectId':
        this.append((value as ObjectId).id);
        return;
      case 'bool':
        this.byte(value === true ? 1 : 0);
        return;
      case 'date':
        this.int64(BigInt((value as Date).getTime()) ^ (1n << 63n));
        return;
      case 'timestamp':
        this.int64((BigInt((value as Timestamp).high >>> 0) << 32n) | BigInt((value as Timestamp).low >>> 0));
        return;
      case 'regex':
        this.text((value as BSONRegExp).pattern);
        this.text((value as BSONRegExp).options);
        return;
      case 'javascript':
        this.text(String((value as Code).code));
        return;
      default:
    }
  }

  /** A double, then what a 64-bit integer has above it: int64 keeps all its digits, yet equals its double. */
  private number(value: number | bigint): void {
    const double = typeof value === 'bigint' ? doubleBelow(value) : value;
    this.append(doubleBytes(double));
    const excess = typeof value === 'bigint' ? Number(value - BigInt(double)) : 0;
    if (excess === 0) this.byte(0);
    else this.append(Buffer.of(1, excess >> 8, excess & 255));
  }

  private document(doc: Doc): void {
    for (const [name, value] of doc) {
      this.byte(tagOf(value));
      this.text(name);
      this.payload(value);
    }
    this.byte(0);
  }

  private text(text: string): void {
    const utf8 = Buffer.from(text, 'utf8');
    for (let start = 0; start <= utf8.length;) {
      const zero = utf8.indexOf(0, start);
      const end = zero < 0 ? utf8.length : zero;
      this.append(utf8.subarray(start, end));
      this.byte(0);
      this.byte(zero < 0 ? 0 : 255);
      start = end + 1;
    }
  }

  private binary(binary: Binary): void {
    const header = Buffer.alloc(5);
    header.writeUInt32BE(binary.position);
    header[4] = binary.sub_type;
    this.append(header);
    this.append(binary.buffer.subarray(0, binary.position));
  }

  private int64(value: bigint): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
    this.append(bytes);
  }

  private byte(byte: number): void {
    this.append(Buffer.of(byte));
  }

  private append(bytes: Uint8Array): void {
    if (this.at + bytes.length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + bytes.length));
      this.bytes.copy(larger, 0, 0, this.at);
      this.bytes = larger;
    }
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }
}
