import { asBuffer, decode } from '../bson/decode.ts';
import type { Doc, Value } from '../bson/value.ts';
import { fail } from '../errors.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;
/** The largest message a client may send, as `hello` says. */
const MAX_MESSAGE_BYTES = 48_000_000 + 16 * 1024;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

export interface Message {
  requestId: number;
  kind: 'msg' | 'query';
  db: string;
  command: Doc;
  /** The client does not read an answer (write concern 0). */
  isUnanswered: boolean;
}

/** Cuts a stream of chunks into whole messages. Throws when a length cannot be right. */
export class MessageReader {
  /** Joined only when a message is complete: joining at every chunk would copy a large message many times over. */
  private chunks: Buffer[] = [];
  private size = 0;
  private needed = 4;

  /** The messages that are complete after this chunk, as bytes. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.size += chunk.length;
    const messages: Buffer[] = [];
    while (this.size >= this.needed) {
      const pending = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
      const length = pending.readInt32LE(0);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) fail(22, `invalid message length ${length}`);
      const isComplete = pending.length >= length;
      if (isComplete) messages.push(pending.subarray(0, length));
      this.keep(isComplete ? pending.subarray(length) : pending);
      this.needed = isComplete ? 4 : length;
    }
    return messages;
  }

  private keep(rest: Buffer): void {
    this.chunks = rest.length > 0 ? [rest] : [];
    this.size = rest.length;
  }
}

/** Reads one message: OP_MSG, or the OP_QUERY every driver opens a connection with. */
export function readMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  const opcode = bytes.readInt32LE(12);
  if (opcode === OP_MSG) return readOpMsg(bytes, requestId);
  if (opcode === OP_QUERY) return readOpQuery(bytes, requestId);
  return fail(352, `Unsupported OP code: ${opcode}`);
}

function readOpMsg(bytes: Buffer, requestId: number): Message {
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  const end = flags & CHECKSUM_PRESENT ? bytes.length - 4 : bytes.length;
  let command: Doc | undefined;
  const sequences: [string, Value[]][] = [];
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = bytes.readUInt8(at++);
    const size = bytes.readInt32LE(at);
    if (size < 5 || at + size > end) fail(22, 'invalid section length in a message');
    const section = bytes.subarray(at, at + size);
    if (kind === 0) command = decode(section);
    else if (kind === 1) sequences.push(readSequence(section));
    else fail(22, `unknown section kind ${kind}`);
    at += size;
  }
  if (!command) return fail(22, 'a message without a body');
  for (const [name, documents] of sequences) command.set(name, documents);
  return {
    requestId,
    kind: 'msg',
    db: String(command.get('$db') ?? 'admin'),
    command,
    isUnanswered: (flags & MORE_TO_COME) !== 0,
  };
}

function readSequence(section: Buffer): [string, Value[]] {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) fail(22, 'unterminated name of a document sequence');
  const documents: Value[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const size = section.length - at >= 4 ? section.readInt32LE(at) : 0;
    if (size < 5 || at + size > section.length) fail(22, 'invalid document length in a sequence');
    documents.push(decode(section.subarray(at, at + size)));
    at += size;
  }
  return [section.toString('utf8', 4, nameEnd), documents];
}

function readOpQuery(bytes: Buffer, requestId: number): Message {
  const nameEnd = bytes.indexOf(0, HEADER_BYTES + 4);
  if (nameEnd < 0) fail(22, 'unterminated collection name');
  const [db] = bytes.toString('utf8', HEADER_BYTES + 4, nameEnd).split('.');
  const at = nameEnd + 9;
  const command = decode(bytes.subarray(at, at + bytes.readInt32LE(at)));
  const [name] = command.keys();
  // Only the handshake still comes this way.
  if (!/^(hello|ismaster)$/i.test(name ?? ''))
    fail(352, `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`);
  return { requestId, kind: 'query', db, command, isUnanswered: false };
}

/** The answer to a message, in the form it was asked in. */
export function writeReply(message: Pick<Message, 'requestId' | 'kind'>, document: Uint8Array): Buffer {
  const isMsg = message.kind === 'msg';
  const preface = isMsg ? Buffer.alloc(5) : Buffer.alloc(20);
  if (!isMsg) {
    preface.writeInt32LE(8, 0);
    preface.writeInt32LE(1, 16);
  }
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32LE(HEADER_BYTES + preface.length + document.length, 0);
  header.writeInt32LE(nextRequestId(), 4);
  header.writeInt32LE(message.requestId, 8);
  header.writeInt32LE(isMsg ? OP_MSG : OP_REPLY, 12);
  return Buffer.concat([header, preface, asBuffer(document)]);
}

let lastRequestId = 0;

function nextRequestId(): number {
  lastRequestId = (lastRequestId + 1) & 0x7fffffff;
  return lastRequestId;
}
