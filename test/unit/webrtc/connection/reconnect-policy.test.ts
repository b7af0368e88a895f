import { describe, expect, it, vi } from 'vitest';
import { PhoneError, type PhoneErrorCode } from '../../../../src/core/phone-error.js';
import { reconnectDelay } from '../../../../src/webrtc/connection/reconnect-policy.js';

const idle = { canRenew: false, inCall: false, leastMs: 0 };
const fatal = (code: PhoneErrorCode) => new PhoneError(code, 'over', { fatal: true });
const lost = new PhoneError('transport_closed', 'lost');

/** The wait with the least and with the most jitter. */
function range(error: PhoneError, attempt: number, circumstances = idle): (number | undefined)[] {
  const random = vi.spyOn(Math, 'random');
  const waits = [0, 1].map((share) => {
    random.mockReturnValue(share);
    return reconnectDelay(error, attempt, circumstances);
  });
  random.mockRestore();
  return waits;
}

describe('after a drop', () => {
  it.each([
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [4, 8000],
    [5, 16_000],
    [6, 30_000],
    [60, 30_000],
  ])('attempt %i waits at most %i ms, and at least half of that', (attempt, ms) => {
    expect(range(lost, attempt)).toEqual([ms / 2, ms]);
  });

  it('no step exceeds 4 s while a call lives', () => {
    expect(range(lost, 6, { ...idle, inCall: true })).toEqual([2000, 4000]);
  });

  it('a least wait beyond what a timer can wait is not taken for none', () => {
    const longest = 2 ** 31 - 1;
    for (const leastMs of [longest + 1, 1e15, Infinity]) {
      expect(range(fatal('going_away'), 1, { ...idle, leastMs })).toEqual([longest, longest]);
    }
  });

  it('the least wait is kept, whatever the step is', () => {
    expect(range(fatal('going_away'), 1, { ...idle, leastMs: 7000 })).toEqual([7000, 7000]);
    expect(range(fatal('going_away'), 5, { ...idle, leastMs: 7000 })).toEqual([8000, 16_000]);
  });
});

describe('after an end that the service gave a reason for,', () => {
  it.each<[PhoneErrorCode, boolean]>([
    ['auth_failed', false],
    ['session_revoked', false],
    ['session_replaced', false],
    ['invalid_message', false],
    ['auth_expired', false],
    ['session_limit', true],
    ['idle_timeout', true],
    ['slow_consumer', true],
    ['going_away', true],
  ])('%s: comes back by itself: %s', (code, comesBack) => {
    expect(reconnectDelay(fatal(code), 1, idle) !== undefined).toBe(comesBack);
  });

  it.each([1, 2, 60])('auth_expired comes back where a fresh token can be had, at attempt %i too', (attempt) => {
    expect(reconnectDelay(fatal('auth_expired'), attempt, { ...idle, canRenew: true })).toBeLessThanOrEqual(30_000);
  });

  it.each<PhoneErrorCode>(['auth_expired', 'auth_failed', 'ice_fetch_failed', 'transport_closed', 'internal_error'])(
    '%s that is not the service’s refusal is tried again, for as long as it takes',
    (code) => {
      expect(reconnectDelay(new PhoneError(code, 'could not ask'), 1000, idle)).toBeLessThanOrEqual(30_000);
    },
  );
});
