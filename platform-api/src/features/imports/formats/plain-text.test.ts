import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

describe('plain text', () => {
  it.each([
    ['[time] Name: words', '[00:00:05] Ann Lee: It is hot.\nand dry.\n[00:00:09] Bo: At 10:30: yes.'],
    ['(time) Name: words', '(0:05) Ann Lee: It is hot. and dry.\n(0:09) Bo: At 10:30: yes.'],
    ['time Name: words', '00:00:05 Ann Lee: It is hot. and dry.\n00:00:09 Bo: At 10:30: yes.'],
    ['time - Name: words', '0:05 - Ann Lee: It is hot. and dry.\n0:09 - Bo: At 10:30: yes.'],
    ['Name (time): words', 'Ann Lee (0:05): It is hot.\nand dry.\nBo (0:09): At 10:30: yes.'],
    ['time Name above the words', '00:05 Ann Lee\nIt is hot.\nand dry.\n\n00:09 Bo\nAt 10:30: yes.'],
    ['Name (time) above the words', 'Ann Lee (00:05)\nIt is hot. and dry.\n\nBo (00:09):\nAt 10:30: yes.'],
  ])('reads %s', (_shape, text) => {
    const call = readOne(text);
    expect(linesOf(call)).toEqual(['Ann Lee: It is hot. and dry.', 'Bo: At 10:30: yes.']);
    expect(timesOf(call).map(([start]) => start)).toEqual([5000, 9000]);
    expect(call.format).toBe('plain_text');
  });

  it('reads names without times, and ranges without names', () => {
    expect(linesOf(readOne('Minutes of Tuesday\n\nAnn: Hot.\nBo: Yes.\nVery.\nAnn: Good.'))).toEqual([
      'Ann: Hot.',
      'Bo: Yes. Very.',
      'Ann: Good.',
    ]);
    const ranges = readOne('[00:00:00.000 --> 00:00:06.200]   Hot.\n[00:00:06.200 --> 00:00:07.000]   Yes.');
    expect(timesOf(ranges)).toEqual([
      [0, 6200],
      [6200, 7000],
    ]);
  });

  it('refuses a broken or reversed time with its line, and text that is no transcript', () => {
    expect(problemOf('[00:00:05] Ann: Hot.\n[00:0x:09] Bo: Yes.')).toMatchObject({ code: 'unreadable_time', line: 2 });
    expect(problemOf('[00:09 - 00:05] Hot.')).toMatchObject({ code: 'time_order', line: 1 });
    expect(problemOf(`${'Some words of a report.\n'.repeat(20)}10:30 tea\nand bread`)).toMatchObject({
      code: 'unknown_format',
    });
    expect(problemOf('Dear all,\nplease come at 10:30.\nNote: bring bread.')).toMatchObject({ code: 'unknown_format' });
  });
});
