import { describe, expect, it } from 'vitest';
import { Stopwatch } from '../../../src/core/stopwatch.js';

function stopwatch() {
  let now = 1_700_000_000_000;
  const timers = { setTimeout: () => {}, clearTimeout: () => {}, now: () => now };
  const pass = (ms: number) => {
    now += ms;
  };
  return { watch: new Stopwatch(timers), pass };
}

describe('the stopwatch', () => {
  it('says 0 before its start', () => {
    const { watch, pass } = stopwatch();
    pass(60_000);
    expect(watch.seconds).toBe(0);
  });

  it.each([
    [0, 0],
    [999, 0],
    [1_000, 1],
    [59_999, 59],
    [3_600_000, 3_600],
  ])('counts whole seconds: %i ms are %i s', (ms, seconds) => {
    const { watch, pass } = stopwatch();
    watch.start();
    pass(ms);
    expect(watch.seconds).toBe(seconds);
  });

  it('goes on from its first start', () => {
    const { watch, pass } = stopwatch();
    watch.start();
    pass(5_000);
    watch.start();
    pass(5_000);
    expect(watch.seconds).toBe(10);
  });

  it('stands still once it is stopped', () => {
    const { watch, pass } = stopwatch();
    watch.start();
    pass(5_000);
    watch.stop();
    pass(5_000);
    expect(watch.seconds).toBe(5);
  });

  it.each([0, 7, 86_400])('says what its stop says: %i', (seconds) => {
    const { watch, pass } = stopwatch();
    watch.start();
    pass(5_000);
    watch.stop(seconds);
    expect(watch.seconds).toBe(seconds);
  });

  it('keeps its own count when its stop says null', () => {
    const { watch, pass } = stopwatch();
    watch.start();
    pass(5_000);
    watch.stop(null);
    expect(watch.seconds).toBe(5);
  });

  it('never says less than 0, whatever its stop says', () => {
    const { watch } = stopwatch();
    watch.start();
    watch.stop(-5);
    expect(watch.seconds).toBe(0);
  });

  it('says 0 when it is stopped before its start', () => {
    const { watch, pass } = stopwatch();
    watch.stop(null);
    pass(5_000);
    watch.start();
    pass(5_000);
    expect(watch.seconds).toBe(0);
  });

  it('never counts below 0 when the clock is set back', () => {
    const { watch, pass } = stopwatch();
    watch.start();
    pass(-60_000);
    expect(watch.seconds).toBe(0);
  });
});
