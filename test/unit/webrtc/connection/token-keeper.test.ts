import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemTimers } from '../../../../src/core/timing.js';
import { TokenKeeper } from '../../../../src/webrtc/connection/token-keeper.js';

const NOW = Date.parse('2026-03-02T09:30:00Z');
const DAY_S = 86_400;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A token that ends so many seconds from now. */
const token = (seconds: number) =>
  `h.${btoa(JSON.stringify({ sub: 'user_1', exp: NOW / 1000 + seconds })).replace(/=+$/, '')}.s`;
const keeper = (text: string, renew?: () => Promise<string>) => new TokenKeeper(systemTimers, text, renew);

describe('a token', () => {
  it.each([
    [7 * DAY_S, 7 * DAY_S - 300],
    [DAY_S, DAY_S - 300],
    [3600, 3300],
    [1500, 1200],
    [600, 480],
    [10, 8],
  ])('that lives %i s is renewed after %i s', (life, after) => {
    expect(keeper(token(life)).renewAt - NOW).toBe(after * 1000);
  });

  it.each(['', 'opaque', 'a.b.c', `h.${btoa('{"exp":"soon"}')}.s`, `h.${btoa('null')}.s`])(
    'that says nothing of its end (%j) is never renewed',
    (text) => {
      expect(keeper(text).renewAt).toBe(Number.POSITIVE_INFINITY);
    },
  );
});

describe('ensureFresh()', () => {
  it('keeps a token that is good', async () => {
    const renew = vi.fn(async () => 'next');
    const kept = keeper(token(60), renew);
    await kept.ensureFresh();
    expect([kept.token, renew.mock.calls.length]).toEqual([token(60), 0]);
  });

  it.each<[string, (kept: TokenKeeper) => void, number]>([
    ['that has expired', () => {}, -1],
    ['that the service refuses, whatever our clock says', (kept) => kept.refuse(), 60],
  ])('replaces a token %s, once', async (_, before, seconds) => {
    const renew = vi.fn(async () => token(3600));
    const kept = keeper(token(seconds), renew);
    before(kept);
    await kept.ensureFresh();
    await kept.ensureFresh();
    expect([kept.token, renew.mock.calls.length]).toEqual([token(3600), 1]);
  });

  it('leaves an expired token to the service where there is no other', async () => {
    await keeper(token(-1)).ensureFresh();
  });
});

describe('next() rejects with auth_expired', () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    ['when the page fails', () => Promise.reject(new Error('backend down')), /failed/],
    [
      'when the page throws',
      () => {
        throw new Error('bug');
      },
      /failed/,
    ],
    ['when it gives nothing', async () => '', /gave no token/],
    ['when it gives what is no token', async () => 7 as unknown as string, /gave no token/],
  ])('%s', async (_, renew, words) => {
    await expect(keeper(token(60), renew).next()).rejects.toMatchObject({
      code: 'auth_expired',
      message: expect.stringMatching(words),
      fatal: false,
    });
  });

  it('after 30 s without an answer', async () => {
    const asked = keeper(token(60), () => new Promise(() => {})).next();
    const late = expect(asked).rejects.toMatchObject({
      code: 'auth_expired',
      message: expect.stringMatching(/within 30 s/),
    });
    await vi.advanceTimersByTimeAsync(30_000);
    await late;
  });
});
