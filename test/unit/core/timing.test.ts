import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTask, systemTimers, type Timers, withDeadline } from '../../../src/core/timing.js';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const late = () => new Error('late');

describe('the system’s timers', () => {
  it('run what they are given after its time', () => {
    const ring = vi.fn();
    systemTimers.setTimeout(ring, 100);
    vi.advanceTimersByTime(99);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('do not run what was cleared', () => {
    const ring = vi.fn();
    systemTimers.clearTimeout(systemTimers.setTimeout(ring, 100));
    vi.advanceTimersByTime(1_000);
    expect(ring).not.toHaveBeenCalled();
  });

  it('clear what was never set', () => {
    expect(() => systemTimers.clearTimeout(undefined)).not.toThrow();
  });

  it('tell the milliseconds since the epoch', () => {
    vi.advanceTimersByTime(234);
    expect(systemTimers.now()).toBe(1_234);
  });
});

describe('a deadline', () => {
  it('gives the value that comes in time, and leaves no timer', async () => {
    const work = new Promise<string>((resolve) => setTimeout(() => resolve('done'), 99));
    const outcome = withDeadline(systemTimers, 100, work, late);
    await vi.advanceTimersByTimeAsync(99);
    await expect(outcome).resolves.toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives the error that comes in time, and leaves no timer', async () => {
    const fault = new Error('refused');
    await expect(withDeadline(systemTimers, 100, Promise.reject(fault), late)).rejects.toBe(fault);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rejects when its time is over, not before', async () => {
    const settled = vi.fn();
    const outcome = withDeadline(systemTimers, 100, new Promise(() => {}), late);
    outcome.catch(settled);
    await vi.advanceTimersByTimeAsync(99);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await expect(outcome).rejects.toThrow('late');
  });

  it('hands on the value that comes too late', async () => {
    const onLate = vi.fn();
    const work = new Promise<string>((resolve) => setTimeout(() => resolve('track'), 150));
    const outcome = withDeadline(systemTimers, 100, work, late, onLate);
    outcome.catch(() => {});
    await vi.advanceTimersByTimeAsync(149);
    expect(onLate).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(onLate.mock.calls).toEqual([['track']]);
    await expect(outcome).rejects.toThrow('late');
  });

  it('says nothing of an error that comes too late', async () => {
    const onLate = vi.fn();
    const work = new Promise<string>((_, reject) => setTimeout(() => reject(new Error('refused')), 150));
    const outcome = withDeadline(systemTimers, 100, work, late, onLate);
    outcome.catch(() => {});
    await vi.advanceTimersByTimeAsync(200);
    expect(onLate).not.toHaveBeenCalled();
    await expect(outcome).rejects.toThrow('late');
  });

  it('waits by the timers that it is given', async () => {
    const set: number[] = [];
    let ring = () => {};
    const timers: Timers = {
      setTimeout: (callback, ms) => {
        set.push(ms);
        ring = callback;
      },
      clearTimeout: () => {},
      now: () => 0,
    };
    const outcome = withDeadline(timers, 100, new Promise(() => {}), late);
    outcome.catch(() => {});
    expect(set).toEqual([100]);
    ring();
    await expect(outcome).rejects.toThrow('late');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the next task', () => {
  it('comes after the continuation of a promise, through any number of async wrappers, and needs no timer', async () => {
    const order: string[] = [];
    const source = Promise.resolve();
    const wrapped = async (depth: number): Promise<void> => {
      if (depth === 0) await source;
      else await wrapped(depth - 1);
    };
    void wrapped(1_000).then(() => order.push('continuation'));
    await nextTask().then(() => order.push('after'));
    expect(order).toEqual(['continuation', 'after']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
