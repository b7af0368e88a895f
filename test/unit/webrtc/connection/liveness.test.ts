import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemTimers } from '../../../../src/core/timing.js';
import { watchLiveness } from '../../../../src/webrtc/connection/liveness.js';
import type { Session } from '../../../../src/webrtc/connection/session.js';
import { ManualSession } from '../../../support/manual-session.js';

let session: ManualSession & { heardAt: number };
let asked: number;
let lost: boolean;
/** Whether the service answers. */
let answers: boolean;
let check: () => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  lost = false;
  answers = true;
  session = Object.assign(new ManualSession(), {
    heardAt: Date.now(),
    lose: () => {
      lost = true;
      session.end();
    },
    request: () => {
      asked++;
      return new Promise<void>((resolve, reject) => {
        const settle = () => {
          if (!answers) return reject(new Error('late'));
          session.heardAt = Date.now();
          resolve();
        };
        setTimeout(settle, answers ? 50 : 2000);
      });
    },
  });
  check = watchLiveness(session as unknown as Session, systemTimers);
});
afterEach(() => {
  session.end();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Keeps the service talking for so long. */
async function talk(ms: number): Promise<void> {
  for (let at = 0; at < ms; at += 1000) {
    session.heardAt = Date.now();
    await pass(1000);
  }
}

it('asks nothing of a service that talks', async () => {
  await talk(120_000);
  expect([asked, lost]).toEqual([0, false]);
});

it('asks a silent service every twenty seconds or so, and is content with its answers', async () => {
  await pass(110_000);
  expect(asked).toBe(5);
  expect(lost).toBe(false);
});

it('finds a socket that died in silence within 24 s', async () => {
  answers = false;
  await pass(21_900);
  expect(lost).toBe(false);
  await pass(2_100);
  expect([asked, lost]).toEqual([1, true]);
});

it('asks at once after a sleep, and finds a dead socket within 4 s of the wake', async () => {
  await talk(10_000);
  answers = false;
  vi.setSystemTime(Date.now() + 3_600_000);
  await pass(4_000);
  expect([asked, lost]).toEqual([1, true]);
});

it('asks at once when it is told to, once', async () => {
  answers = false;
  void check();
  void check();
  await pass(2_000);
  expect([asked, lost]).toEqual([1, true]);
});

it('takes whatever else came meanwhile for an answer', async () => {
  answers = false;
  void check();
  await pass(1_000);
  session.heardAt = Date.now();
  await pass(1_000);
  expect(lost).toBe(false);
});

it('asks again when it slept through the answer', async () => {
  answers = false;
  void check();
  vi.setSystemTime(Date.now() + 3_600_000);
  await pass(2_000);
  answers = true;
  await pass(2_000);
  expect([asked, lost]).toEqual([2, false]);
});

it('asks nothing and leaves no timer once its session is over', async () => {
  session.end();
  await pass(60_000);
  expect([asked, vi.getTimerCount()]).toEqual([0, 0]);
});

it('finds a dead socket also in a tab that is hidden so long that its timers fire once a minute', async () => {
  // Chromium aligns the timers of a page that is hidden for five minutes to once a minute.
  const timers = {
    ...systemTimers,
    setTimeout: (f: () => void, ms: number) =>
      setTimeout(f, Math.ceil((Date.now() + ms) / 60_000) * 60_000 - Date.now()),
  };
  let lost = false;
  let asked = 0;
  const session = Object.assign(new ManualSession(), {
    heardAt: Date.now(),
    lose: () => {
      lost = true;
    },
    request: (_t: string, _b: object, _a: unknown, ms: number) => {
      asked++;
      return new Promise((_, reject) => timers.setTimeout(() => reject(new Error('late')), ms));
    },
  });
  watchLiveness(session as unknown as Session, timers);
  await pass(3_600_000);
  session.end();
  expect([lost, asked > 0]).toEqual([true, true]);
});

it('finds a dead socket although the clock was set back by an hour', async () => {
  let lost = false;
  const session = Object.assign(new ManualSession(), {
    heardAt: Date.now(),
    lose: () => {
      lost = true;
    },
    request: () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 2000)),
  });
  watchLiveness(session as unknown as Session, systemTimers);
  await pass(5_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  await pass(60_000);
  session.end();
  expect(lost).toBe(true);
});
