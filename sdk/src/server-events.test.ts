import { describe, expect, it } from 'vitest';
import { serverEvents, type ServerEvent } from './server-events.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function read(chunks: readonly Uint8Array[]): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of serverEvents(streamOf(chunks))) events.push(event);
  return events;
}

const stream = (end: string) =>
  [
    ': a comment',
    '',
    'id: 1',
    'event: text',
    'data: {"delta":"Größe 🎧 ≤ 3"}',
    '',
    'data:first',
    'data: second',
    'data',
    'ignored: yes',
    'retry: 10',
    '',
    'event: lost, for it has no data',
    '',
    'event:',
    'id',
    'data:  two spaces, one of them kept',
    '',
    'id: bad\0id',
    'data: colon: in: data',
    '',
    'data: never ended',
  ].join(end);

const expected: ServerEvent[] = [
  { id: '1', type: 'text', data: '{"delta":"Größe 🎧 ≤ 3"}' },
  { id: '1', type: 'message', data: 'first\nsecond\n' },
  { id: '', type: 'message', data: ' two spaces, one of them kept' },
  { id: '', type: 'message', data: 'colon: in: data' },
];

describe('server-sent events', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('are the same for every place a body with %s may be cut', async (_name, end) => {
    const whole = bytes(stream(end));
    expect(await read([whole])).toEqual(expected);
    for (let cut = 1; cut < whole.length; cut++)
      expect(await read([whole.slice(0, cut), whole.slice(cut)])).toEqual(expected);
    expect(await read(Array.from(whole, (byte) => Uint8Array.of(byte)))).toEqual(expected);
  });

  it('are the same however a body is cut into pieces', async () => {
    const whole = bytes(stream('\r\n'));
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    for (let round = 0; round < 200; round++) {
      const chunks: Uint8Array[] = [];
      for (let at = 0; at < whole.length;) {
        const size = random(9);
        chunks.push(whole.slice(at, at + size));
        at += size;
      }
      expect(await read(chunks)).toEqual(expected);
    }
  });

  it('lets go of the connection when the reader has heard enough', async () => {
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes('data: more\n\n')),
      cancel: () => void (isCancelled = true),
    });
    for await (const event of serverEvents(endless)) if (event.data) break;
    expect(isCancelled).toBe(true);
  });
});
