import { describe, expect, it } from 'vitest';
import { linesOf, readOne, timesOf } from './fixtures/parsing.ts';

describe('Otter text', () => {
  it('reads heads with and without names, several paragraphs, and leaves keywords and the footer out', () => {
    const call = readOne(
      'SUMMARY KEYWORDS\noven, heat\n\nSPEAKERS\nAnn Lee, Bo\n\nAnn Lee  0:03  \nNote: it is hot.\nAt 10:30 too.\nCall Bo 10:30\n\nUnknown Speaker  0:10\nWhat?\n\n12:15  \nWho said so?\n\nSpeaker 2  1:03:00\nBo: did.\n\nTranscribed by https://otter.ai\n',
    );
    expect(linesOf(call)).toEqual([
      'Ann Lee: Note: it is hot. At 10:30 too. Call Bo 10:30',
      '-: What?',
      '-: Who said so?',
      'Speaker 2: Bo: did.',
    ]);
    expect(timesOf(call).map(([start]) => start)).toEqual([3000, 10_000, 735_000, 3_780_000]);
    expect(call).toMatchObject({ format: 'otter', source: 'otter' });
  });

  it('is told by its heads where the footer was cut off', () => {
    expect(readOne('Ann Lee  0:03  \nHot.\n\nBo  0:05  \nYes.\n').format).toBe('otter');
  });
});
