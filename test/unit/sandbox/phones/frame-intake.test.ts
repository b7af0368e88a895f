import { afterEach, describe, expect, it, vi } from 'vitest';
import { FrameIntake, type FrameIntakePort } from '../../../../src/sandbox/phones/frame-intake.js';
import { RateWindow } from '../../../../src/sandbox/rate-window.js';

const WINDOW_MS = 1000;

function intakeOf(max: number, port: Partial<FrameIntakePort> = {}) {
  const taken: string[] = [];
  const full: boolean[] = [];
  const faults: unknown[] = [];
  const intake = new FrameIntake({
    log: { info: () => {}, warn: () => {} },
    window: new RateWindow(max, WINDOW_MS),
    onFrame: (data) => void taken.push(String(data)),
    onFull: (isFull) => void full.push(isFull),
    onFault: (error) => void faults.push(error),
    ...port,
  });
  const receive = (...frames: string[]) => {
    for (const frame of frames) intake.receive(Buffer.from(frame), false);
  };
  return { intake, taken, full, faults, receive };
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n));
/** Lets everything happen that needs no time. */
const settle = () => vi.advanceTimersByTimeAsync(0);

afterEach(() => {
  vi.useRealTimers();
});

describe('frames', () => {
  it('are taken one after the other, and one that fails is reported and keeps none of the others back', async () => {
    const order: string[] = [];
    const { intake, faults, receive } = intakeOf(100, {
      onFrame: async (data) => {
        order.push(`begin ${data}`);
        await Promise.resolve();
        if (String(data) === 'b') throw new Error('a slip');
        order.push(`end ${data}`);
      },
    });
    receive('a', 'b', 'c');
    await new Promise<void>((resolve) => intake.after(resolve));
    expect(order).toEqual(['begin a', 'end a', 'begin b', 'begin c', 'end c']);
    expect(faults).toEqual([new Error('a slip')]);
  });

  it('beyond what the window allows wait: none is lost, their order is kept, and the socket is not read meanwhile', async () => {
    vi.useFakeTimers();
    const { taken, full, receive } = intakeOf(3);
    receive(...numbers(8));
    await settle();
    expect([taken, full]).toEqual([numbers(3), [true]]);
    await vi.advanceTimersByTimeAsync(WINDOW_MS + 1);
    expect([taken, full]).toEqual([numbers(6), [true]]);
    await vi.advanceTimersByTimeAsync(WINDOW_MS + 1);
    expect([taken, full]).toEqual([numbers(8), [true, false]]);
  });

  it('count in every window that they share', async () => {
    vi.useFakeTimers();
    const shared = new RateWindow(3, WINDOW_MS);
    const [one, other] = [intakeOf(2), intakeOf(2)];
    one.intake.share(shared);
    other.intake.share(shared);
    one.receive('a', 'b');
    other.receive('c', 'd');
    await settle();
    expect([one.taken.length + other.taken.length, [...one.full, ...other.full]]).toEqual([3, [true]]);
    await vi.advanceTimersByTimeAsync(WINDOW_MS + 1);
    expect([one.taken, other.taken]).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('stop the reading as well while one of them takes long', async () => {
    let finish = () => {};
    const { full, receive } = intakeOf(100, {
      onFrame: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    receive(...numbers(34));
    expect(full).toEqual([true]);
    for (let n = 0; n < 34; n++) {
      await new Promise(setImmediate);
      finish();
    }
    await expect.poll(() => full).toEqual([true, false]);
  });
});

describe('closing', () => {
  it('forgets the frames that wait, reads on so that the close comes through, and does at once what was to come after', async () => {
    vi.useFakeTimers();
    const { intake, taken, full, receive } = intakeOf(1);
    const after = vi.fn();
    receive('a', 'b', 'c');
    intake.after(after);
    await settle();
    intake.close();
    receive('d');
    await settle();
    expect([taken, full, after.mock.calls.length]).toEqual([['a'], [true, false], 1]);
  });
});
