import { expect, it } from 'vitest';
import { clockContract } from '../../ports/clock.contract.ts';
import { systemClock } from './clock.ts';

clockContract('the system clock', systemClock);

it('tells the time of this machine', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
});
