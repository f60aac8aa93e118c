import { describe, expect, it } from 'vitest';
import { inventedTurns } from './fixtures/invented-call.ts';
import { speakerlessWriters, speakerWriters } from './fixtures/transcript-writers.ts';
import { joinTurns, parseTranscript } from './index.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const seeds = Array.from({ length: 25 }, (_, at) => at + 1);

describe.each(Object.entries(speakerWriters))('a call written as %s', (format, write) => {
  it('comes back with the same turns and speakers', () => {
    for (const seed of seeds) {
      const turns = inventedTurns(seed);
      const [call, ...more] = parseTranscript({ name: 'call', bytes: bytesOf(write(turns)) });
      expect(more).toEqual([]);
      expect(call?.format).toBe(format);
      const read = joinTurns(call?.segments ?? []).map(({ speaker, text }) => ({ speaker, text }));
      expect(read, `seed ${seed}`).toEqual(turns.map(({ speaker, text }) => ({ speaker, text })));
    }
  });

  it('reads the same from Windows line ends and from UTF-16', () => {
    const text = write(inventedTurns(3));
    const plain = parseTranscript({ name: 'call', bytes: bytesOf(text) });
    const windows = text.replace(/\n/g, '\r\n');
    expect(parseTranscript({ name: 'call', bytes: bytesOf(`\uFEFF${windows}`) })).toEqual(plain);
    expect(parseTranscript({ name: 'call', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') })).toEqual(plain);
  });
});

describe.each(Object.entries(speakerlessWriters))('a call written as %s', (format, write) => {
  it('comes back with the same words and nobody named', () => {
    for (const seed of seeds) {
      const turns = inventedTurns(seed);
      const [call] = parseTranscript({ name: 'call', bytes: bytesOf(write(turns)) });
      expect(call?.format).toBe(format);
      expect(
        call?.segments.map(({ text }) => text),
        `seed ${seed}`,
      ).toEqual(turns.map(({ text }) => text));
      expect(call?.segments.map(({ startMs }) => startMs)).toEqual(turns.map(({ startMs }) => startMs));
      expect(call?.segments.every(({ speaker }) => speaker === null)).toBe(true);
    }
  });
});
