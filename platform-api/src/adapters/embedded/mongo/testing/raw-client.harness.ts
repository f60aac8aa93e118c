import { connect } from 'node:net';
import { deserialize, serialize } from 'bson';
import { MessageReader } from '../wire/framing.ts';

/** A client without a driver: it sends exactly what it is told, one command at a time. */
export interface RawClient {
  send(command: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Bytes as they are. Resolves with the next answer, or undefined when the server hangs up instead. */
  sendBytes(bytes: Buffer): Promise<Record<string, unknown> | undefined>;
  close(): void;
}

export function opMsg(command: Record<string, unknown>, flags = 0): Buffer {
  const body = serialize(command);
  const header = Buffer.alloc(21);
  header.writeInt32LE(header.length + body.length, 0);
  header.writeInt32LE(1, 4);
  header.writeInt32LE(2013, 12);
  header.writeUInt32LE(flags, 16);
  return Buffer.concat([header, body]);
}

export async function connectRaw(url: string): Promise<RawClient> {
  const path = decodeURIComponent(new RegExp('^mongodb://([^/]+)/').exec(url)?.[1] ?? '');
  const socket = connect(path);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const reader = new MessageReader();
  const waiting: ((reply: Record<string, unknown> | undefined) => void)[] = [];
  socket.on('data', (chunk: Buffer) => {
    for (const message of reader.push(chunk)) waiting.shift()?.(deserialize(message.subarray(21)));
  });
  socket.on('close', () => {
    for (const resolve of waiting.splice(0)) resolve(undefined);
  });
  socket.on('error', () => undefined);
  const sendBytes = (bytes: Buffer): Promise<Record<string, unknown> | undefined> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      socket.write(bytes);
    });
  return {
    sendBytes,
    send: async (command) => {
      const reply = await sendBytes(opMsg(command));
      if (!reply) throw new Error('the server hung up');
      return reply;
    },
    close: () => socket.destroy(),
  };
}
