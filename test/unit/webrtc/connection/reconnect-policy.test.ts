import { describe, expect, it, vi } from 'vitest';
import { PhoneError, type PhoneErrorCode } from '../../../../src/core/phone-error.js';
import { reconnectDelay } from '../../../../src/webrtc/connection/reconnect-policy.js';

const idle = { canRenew: false, inCall: false };
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

  it('a retry_after beyond what a timer can wait is not taken for none', () => {
    const longest = 2 ** 31 - 1;
    for (const retryAfterMs of [longest + 1, 1e15, Number.POSITIVE_INFINITY]) {
      expect(range(new PhoneError('going_away', 'restart', { fatal: true, retryAfterMs }), 1)).toEqual([
        longest,
        longest,
      ]);
    }
  });

  it('the service’s retry_after is the least wait', () => {
    const error = new PhoneError('going_away', 'restart', { fatal: true, retryAfterMs: 7000 });
    expect(range(error, 1)).toEqual([7000, 7000]);
    expect(range(error, 5)).toEqual([8000, 16_000]);
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

  it('auth_expired comes back where a fresh token can be had', () => {
    expect(reconnectDelay(fatal('auth_expired'), 1, { ...idle, canRenew: true })).toBeLessThanOrEqual(1000);
    expect(reconnectDelay(fatal('auth_expired'), 2, { ...idle, canRenew: true })).toBeUndefined();
  });
});
