import { describe, expect, it } from 'vitest';
import { linesOf, problemOf, readOne, timesOf } from './fixtures/parsing.ts';

describe('SBV', () => {
  it('reads times, names behind turn marks, and leaves sounds to nobody', () => {
    const call = readOne(
      '0:00:00.500,0:00:04.100\n>> ANN: Hi, I bake\nand sell.\n\n0:00:04.100,0:00:06.000\n>> BO: Bread.\n\n1:00:07.000,1:00:08.000\n[Music]\n',
    );
    expect(linesOf(call)).toEqual(['ANN: Hi, I bake and sell.', 'BO: Bread.', '-: [Music]']);
    expect(timesOf(call)[2]).toEqual([3_607_000, 3_608_000]);
    expect(call.format).toBe('sbv');
  });

  it('names the line of a time that cannot be read or runs backwards', () => {
    expect(problemOf('0:00:00.500,0:00:04.100\nhi\n\n0:00:x4.000,0:00:06.000\nho')).toMatchObject({
      code: 'unreadable_time',
      format: 'sbv',
      line: 4,
    });
    expect(problemOf('0:00:05.500,0:00:04.100\nhi\n')).toMatchObject({ code: 'time_order', line: 1 });
  });
});
