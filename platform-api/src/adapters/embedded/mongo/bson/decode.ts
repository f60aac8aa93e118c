import { Binary, BSONRegExp, Code, Decimal128, Double, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { fail, unsupported } from '../errors.ts';
import { isInt32, type Doc, type Value } from './value.ts';

/** MongoDB's own limit on nesting; deeper input would only exhaust the stack. */
const MAX_DEPTH = 180;

/** A view of the same bytes with Buffer's readers. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads one whole document. Throws 22 InvalidBSON when the bytes are not one. */
export function decode(bytes: Uint8Array): Doc {
  return translate(() => new Reader(asBuffer(bytes)).document(0));
}

/** Reads only the named top-level fields and skips the rest: several times cheaper for scans of large documents. */
export function decodeFields(bytes: Uint8Array, wanted: ReadonlySet<string>): Doc {
  return new Reader(asBuffer(bytes)).fields(wanted);
}

function translate<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) fail(22, 'invalid BSON: a length points outside the document');
    throw error;
  }
}

class Reader {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  document(depth: number): Doc {
    const end = this.enter(depth);
    const doc: Doc = new Map();
    for (let type = this.byte(); type !== 0; type = this.byte()) doc.set(this.cstring(), this.value(type, depth));
    this.leave(end);
    return doc;
  }

  fields(wanted: ReadonlySet<string>): Doc {
    const doc: Doc = new Map();
    this.enter(0);
    for (let type = this.byte(); type !== 0 && doc.size < wanted.size; type = this.byte()) {
      const name = this.cstring();
      if (wanted.has(name)) doc.set(name, this.value(type, 0));
      else this.skip(type);
    }
    return doc;
  }

  private array(depth: number): Value[] {
    const end = this.enter(depth);
    const values: Value[] = [];
    for (let type = this.byte(); type !== 0; type = this.byte()) {
      this.skipCstring();
      values.push(this.value(type, depth));
    }
    this.leave(end);
    return values;
  }

  private enter(depth: number): number {
    if (depth > MAX_DEPTH) fail(15, `document exceeds the maximum nesting depth of ${MAX_DEPTH}`);
    const end = this.at + this.bytes.readInt32LE(this.at);
    if (end > this.bytes.length || end < this.at + 5) fail(22, 'invalid BSON: wrong document length');
    this.at += 4;
    return end;
  }

  private leave(end: number): void {
    if (this.at !== end) fail(22, 'invalid BSON: document length and content differ');
  }

  private byte(): number {
    return this.bytes.readUInt8(this.at++);
  }

  private skipCstring(): void {
    const end = this.bytes.indexOf(0, this.at);
    if (end < 0) fail(22, 'invalid BSON: unterminated name');
    this.at = end + 1;
  }

  private cstring(): string {
    const start = this.at;
    this.skipCstring();
    return this.bytes.toString('utf8', start, this.at - 1);
  }

  private string(): string {
    const length = this.length(1);
    const text = this.bytes.toString('utf8', this.at, this.at + length - 1);
    this.at += length;
    return text;
  }

  /** A length prefix, checked against what is left. */
  private length(least: number): number {
    const length = this.bytes.readInt32LE(this.at);
    this.at += 4;
    if (length < least || this.at + length > this.bytes.length) fail(22, 'invalid BSON: wrong length');
    return length;
  }

  private take(size: number): Buffer {
    if (this.at + size > this.bytes.length) fail(22, 'invalid BSON: value is cut off');
    this.at += size;
    // A copy: a slice would keep the whole message or page alive.
    return Buffer.from(this.bytes.subarray(this.at - size, this.at));
  }

  private value(type: number, depth: number): Value {
    switch (type) {
      case 0x01: {
        const number = this.bytes.readDoubleLE(this.at);
        this.at += 8;
        return isInt32(number) ? new Double(number) : number;
      }
      case 0x02:
        return this.string();
      case 0x03:
        return this.document(depth + 1);
      case 0x04:
        return this.array(depth + 1);
      case 0x05: {
        const length = this.length(0);
        const subtype = this.byte();
        return new Binary(this.take(length), subtype);
      }
      case 0x07:
        return new ObjectId(this.take(12));
      case 0x08:
        return this.byte() !== 0;
      case 0x09:
        return this.date();
      case 0x0a:
        return null;
      case 0x0b: {
        const pattern = this.cstring();
        return new BSONRegExp(pattern, this.cstring());
      }
      case 0x0d:
        return new Code(this.string());
      case 0x10: {
        const number = this.bytes.readInt32LE(this.at);
        this.at += 4;
        return number;
      }
      case 0x11:
        return new Timestamp(BigInt.asUintN(64, this.int64()));
      case 0x12:
        return this.int64();
      case 0x13:
        return new Decimal128(this.take(16));
      case 0xff:
        return new MinKey();
      case 0x7f:
        return new MaxKey();
      default:
        return unsupported(`BSON type 0x${type.toString(16)} (undefined, DBPointer, symbol and code with scope)`);
    }
  }

  private date(): Date {
    const date = new Date(Number(this.int64()));
    return Number.isNaN(date.getTime()) ? unsupported('a date more than 275,000 years away') : date;
  }

  private int64(): bigint {
    const number = this.bytes.readBigInt64LE(this.at);
    this.at += 8;
    return number;
  }

  private skip(type: number): void {
    const fixed = fixedSizes[type];
    if (fixed !== undefined) this.at += fixed;
    else if (type === 0x03 || type === 0x04) this.at += this.bytes.readInt32LE(this.at);
    else if (type === 0x02 || type === 0x0d) this.at += 4 + this.bytes.readInt32LE(this.at);
    else if (type === 0x05) this.at += 5 + this.bytes.readInt32LE(this.at);
    else {
      this.skipCstring();
      this.skipCstring();
    }
  }
}

const fixedSizes: Readonly<Record<number, number>> = {
  0x01: 8,
  0x07: 12,
  0x08: 1,
  0x09: 8,
  0x0a: 0,
  0x10: 4,
  0x11: 8,
  0x12: 8,
  0x13: 16,
  0xff: 0,
  0x7f: 0,
};
