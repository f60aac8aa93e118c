import { describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';

/** What every clock has to be: a date of its own each time, in UTC milliseconds, that does not run backwards by itself. */
export function clockContract(name: string, clock: Clock): void {
  describe(`${name}, as a clock`, () => {
    it('gives a new date each time, so that nobody changes the time of another', () => {
      const first = clock.now();
      first.setFullYear(1970);
      expect(clock.now().getFullYear()).not.toBe(1970);
    });

    it('does not run backwards', () => {
      const times = Array.from({ length: 1000 }, () => clock.now().getTime());
      expect(times.every((time, at) => at === 0 || time >= times[at - 1])).toBe(true);
    });
  });
}
