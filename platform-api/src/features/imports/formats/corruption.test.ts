import { describe, expect, it } from 'vitest';
import { inventedTurns, seeded } from './fixtures/invented-call.ts';
import { speakerlessWriters, speakerWriters } from './fixtures/transcript-writers.ts';
import { ParseProblem, parseTranscript } from './index.ts';

/** Parses and returns what went wrong other than a `ParseProblem`. */
function surpriseIn(bytes: Uint8Array): unknown {
  try {
    parseTranscript({ name: 'call', bytes });
    return null;
  } catch (error) {
    return error instanceof ParseProblem ? null : error;
  }
}

const writers = Object.entries({ ...speakerWriters, ...speakerlessWriters });

describe.each(writers)('a damaged %s file', (_format, write) => {
  const whole = new TextEncoder().encode(write(inventedTurns(11).slice(0, 6)));

  it('is read or refused with a ParseProblem wherever it is cut', () => {
    const random = seeded(42);
    for (let round = 0; round < 250; round++) {
      const cut = Math.floor(random() * whole.length);
      expect(surpriseIn(whole.subarray(0, cut)), `cut at ${cut}`).toBeNull();
    }
  });

  it('is read or refused with a ParseProblem wherever bytes are flipped', () => {
    const random = seeded(43);
    for (let round = 0; round < 250; round++) {
      const damaged = Uint8Array.from(whole);
      for (let flips = 0; flips < 1 + (round % 4); flips++)
        damaged[Math.floor(random() * whole.length)] = Math.floor(random() * 256);
      expect(surpriseIn(damaged), `round ${round}`).toBeNull();
    }
  });
});

describe('a cut JSON or XML file', () => {
  it.each(writers.filter(([, write]) => /^[{<]/.test(write(inventedTurns(1)))))(
    '%s is refused, never half-read',
    (_format, write) => {
      const text = write(inventedTurns(11));
      const random = seeded(44);
      for (let round = 0; round < 50; round++) {
        const cut = 1 + Math.floor(random() * (text.length - 1));
        expect(() => parseTranscript({ name: 'call', bytes: new TextEncoder().encode(text.slice(0, cut)) })).toThrow(
          ParseProblem,
        );
      }
    },
  );
});
