import { expect, it } from 'vitest';
import { rateLimit } from '../../../src/core/rate-limit.js';
import { systemTimers } from '../../../src/core/timing.js';

it('allows so many in a window, which begins with the first, and none more until it is over', () => {
  let now = 5_000;
  const may = rateLimit({ ...systemTimers, now: () => now }, 3, 1_000);
  const many = () => [may(), may(), may(), may()].filter(Boolean).length;
  expect(many()).toBe(3);
  now += 999;
  expect(many()).toBe(0);
  now += 1;
  expect(many()).toBe(3);
});

it('begins anew when the clock is set back', () => {
  let now = 5_000;
  const may = rateLimit({ ...systemTimers, now: () => now }, 1, 1_000);
  expect([may(), may()]).toEqual([true, false]);
  now = 0;
  expect(may()).toBe(true);
});
