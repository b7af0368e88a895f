import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pacer } from '../../../../src/sandbox/media/pacer.js';

describe('Pacer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('calls every player each 20 ms', () => {
    const pacer = new Pacer();
    const [first, second] = [vi.fn(), vi.fn()];
    pacer.add(first);
    vi.advanceTimersByTime(100);
    pacer.add(second);
    vi.advanceTimersByTime(100);
    expect(first).toHaveBeenCalledTimes(10);
    expect(second).toHaveBeenCalledTimes(5);
  });

  it('makes up for a timer that fires late, so that it does not drift', () => {
    const pacer = new Pacer();
    const player = vi.fn();
    pacer.add(player);
    vi.setSystemTime(Date.now());
    for (let n = 0; n < 10; n++) vi.advanceTimersByTime(33);
    expect(player).toHaveBeenCalledTimes(16);
  });

  it('does not make up for a long stall', () => {
    const pacer = new Pacer();
    const player = vi.fn();
    const clock = vi.spyOn(performance, 'now');
    clock.mockReturnValue(0);
    pacer.add(player);
    clock.mockReturnValue(60_000);
    vi.advanceTimersByTime(20);
    expect(player).toHaveBeenCalledTimes(1);
    clock.mockReturnValue(60_100);
    vi.advanceTimersByTime(20);
    expect(player).toHaveBeenCalledTimes(6);
    clock.mockRestore();
  });

  it('stops its timer with the last player, and a player stopped by another is not called', () => {
    const pacer = new Pacer();
    const second = vi.fn();
    const stops = [pacer.add(() => stops[1]?.()), pacer.add(second)];
    vi.advanceTimersByTime(20);
    expect(second).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(1);
    stops[0]?.();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stays stopped when the last player stops itself', () => {
    const pacer = new Pacer();
    const stop = pacer.add(() => stop());
    vi.advanceTimersByTime(20);
    expect(vi.getTimerCount()).toBe(0);
  });
});
