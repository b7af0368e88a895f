import { expect, it } from 'vitest';
import { RateWindow } from '../../../src/sandbox/rate-window.js';

function windowOf(max: number, windowMs: number) {
  const clock = { now: 1000 };
  const window = new RateWindow(max, windowMs, () => clock.now);
  return { clock, take: () => window.take() };
}

it('lets so many through, and then says in how many ms the next one may come', () => {
  const { clock, take } = windowOf(2, 100);
  expect([take(), take(), take()]).toEqual([0, 0, 100]);
  clock.now += 30;
  expect(take()).toBe(70);
});

it('slides: each one makes room when it is as old as the window is long', () => {
  const { clock, take } = windowOf(2, 100);
  take();
  clock.now += 60;
  take();
  clock.now += 40;
  expect([take(), take()]).toEqual([0, 60]);
});

it('does not count what it refuses', () => {
  const { clock, take } = windowOf(1, 100);
  take();
  for (let n = 0; n < 50; n++) {
    clock.now += 2;
    const wait = take();
    expect(wait).toBe(n < 49 ? 100 - 2 * (n + 1) : 0);
  }
});
