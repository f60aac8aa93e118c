import { describe, expect, it } from 'vitest';
import { opMsg } from '../testing/raw-client.harness.ts';
import { MessageReader, readMessage } from './framing.ts';

describe('messages on the wire', () => {
  const messages = [
    opMsg({ ping: 1, $db: 'a' }),
    opMsg({ insert: 'c', text: 'x'.repeat(5000), $db: 'b' }),
    opMsg({ find: 'c', $db: 'c' }),
  ];

  it.each([1, 3, 7, 64, 4096, 100_000])('are whole again when they come in chunks of %i bytes', (size) => {
    const stream = Buffer.concat(messages);
    const reader = new MessageReader();
    const found: Buffer[] = [];
    for (let at = 0; at < stream.length; at += size) found.push(...reader.push(stream.subarray(at, at + size)));
    expect(found.map((bytes) => readMessage(bytes).db)).toEqual(['a', 'b', 'c']);
  });

  it('may bring documents in a section of their own', () => {
    const body = opMsg({ insert: 'c', $db: 'd' });
    const document = opMsg({ _id: 1 }).subarray(21);
    const section = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from('documents\0'), document, document]);
    section.writeInt32LE(section.length - 1, 1);
    const whole = Buffer.concat([body, section]);
    whole.writeInt32LE(whole.length, 0);
    expect(readMessage(whole).command.get('documents')).toEqual([new Map([['_id', 1]]), new Map([['_id', 1]])]);
  });

  it('are refused when their length cannot be right', () => {
    expect(() => new MessageReader().push(Buffer.alloc(16, 0xff))).toThrow(/invalid message length/);
    expect(() => new MessageReader().push(Buffer.from([4, 0, 0, 0]))).toThrow(/invalid message length/);
  });
});
