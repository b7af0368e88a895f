import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemTimers } from '../../../../src/core/timing.js';
import type { Session } from '../../../../src/webrtc/connection/session.js';
import { TokenKeeper } from '../../../../src/webrtc/connection/token-keeper.js';
import { TokenRefresher } from '../../../../src/webrtc/connection/token-refresher.js';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const jwt = (exp: number, iat: number) => `e30.${btoa(JSON.stringify({ sub: 'u', exp, iat }))}.x`;

it('a clock that is ahead by more than a token lives asks the page for no token a second', async () => {
  let asked = 0;
  const real = () => Date.now() / 1000 - 7200; // Our clock is two hours ahead.
  const mint = () => jwt(real() + 3600, real());
  const keeper = new TokenKeeper(systemTimers, mint(), async () => {
    asked++;
    return mint();
  });
  const refresher = new TokenRefresher(keeper, systemTimers, () => {});
  refresher.start({ isOver: false, request: async () => ({}) } as unknown as Session);
  await pass(60_000);
  refresher.stop();
  expect(asked).toBeLessThan(5);
});
