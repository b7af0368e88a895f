import { afterEach, expect, it, vi } from 'vitest';
import { backoff } from '../../../src/core/backoff.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  [0, 500],
  [0.5, 750],
  [1, 1000],
])('a wait has at least half of its step: with a chance of %d it is %i ms', (chance, ms) => {
  vi.spyOn(Math, 'random').mockReturnValue(chance);
  expect(backoff(1000)).toBe(ms);
});

it('a wait is never shorter than the least one, nor longer than a timer can be', () => {
  expect(backoff(1000, 7000)).toBe(7000);
  expect(backoff(1000, Infinity)).toBe(2 ** 31 - 1);
});
