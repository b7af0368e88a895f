import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import type { Session } from '../../../../src/webrtc/connection/session.js';
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

/** Keeps a token fresh for a session; gives what is asked for the next one. */
function keptFresh(text: string) {
  const renew = vi.fn(() => new Promise<string>(() => {}));
  const session = { isOver: false, over: new AbortController().signal };
  keeper(text, renew).keepFresh(session as unknown as Session, () => {});
  return renew;
}

/** A token ends then, and not before. */
function expectToEndAfter(seconds: number, kept: TokenKeeper): void {
  vi.setSystemTime(NOW + seconds * 1000 - 1);
  expect(kept.isOver).toBe(false);
  vi.setSystemTime(NOW + seconds * 1000);
  expect(kept.isOver).toBe(true);
}

describe('a token', () => {
  it.each([
    [7 * DAY_S, 7 * DAY_S - 300],
    [DAY_S, DAY_S - 300],
    [3600, 3300],
    [1500, 1200],
    [600, 480],
    [10, 8],
  ])('that lives %i s is renewed after %i s', async (life, after) => {
    const renew = keptFresh(token(life));
    await vi.advanceTimersByTimeAsync(after * 1000 - 1);
    expect(renew).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(renew).toHaveBeenCalledTimes(1);
  });

  it.each(['', 'opaque', 'a.b.c', `h.${btoa('{"exp":"soon"}')}.s`, `h.${btoa('null')}.s`])(
    'that says nothing of its end (%j) is never renewed',
    async (text) => {
      const renew = keptFresh(text);
      await vi.advanceTimersByTimeAsync(100 * DAY_S * 1000);
      expect(renew).not.toHaveBeenCalled();
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
    ['that the service refuses, whatever our clock says', (kept) => kept.expired(), 60],
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

describe('renew() rejects with an auth_expired that may pass', () => {
  it.each<[string, () => Promise<string>, RegExp]>([
    ['when the page fails', () => Promise.reject(new Error('backend down')), /failed/],
    [
      'when the page fails with what looks final',
      () => Promise.reject(new PhoneError('auth_failed', 'a token of another user', { fatal: true })),
      /failed/,
    ],
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
    await expect(keeper(token(60), renew).renew()).rejects.toMatchObject({
      code: 'auth_expired',
      message: expect.stringMatching(words),
      fatal: false,
      shouldRetry: true,
    });
  });

  it('after 30 s without an answer', async () => {
    const asked = keeper(token(60), () => new Promise(() => {})).renew();
    const late = expect(asked).rejects.toMatchObject({
      code: 'auth_expired',
      message: expect.stringMatching(/within 30 s/),
      fatal: false,
    });
    await vi.advanceTimersByTimeAsync(30_000);
    await late;
  });
});

describe('a question', () => {
  it('that is pending is shared by all who want its answer', async () => {
    const renew = vi.fn(async () => token(3600));
    const kept = keeper(token(-1), renew);
    const [one, other] = [kept.renew(), kept.renew()];
    await Promise.all([kept.ensureFresh(), kept.ensureFresh()]);
    expect([await one, await other, renew.mock.calls.length]).toEqual([token(3600), token(3600), 1]);
  });

  it('whose answer comes too late saves the next one', async () => {
    let give = (_: string) => {};
    const renew = vi.fn(
      () =>
        new Promise<string>((resolve) => {
          give = resolve;
        }),
    );
    const kept = keeper(token(-1), renew);
    const failed = expect(kept.ensureFresh()).rejects.toMatchObject({ code: 'auth_expired' });
    await vi.advanceTimersByTimeAsync(40_000);
    await failed;
    give(token(3600));
    await vi.advanceTimersByTimeAsync(0);
    await kept.ensureFresh();
    expect([kept.token, renew.mock.calls.length]).toEqual([token(3600), 1]);
  });

  it('is not asked by itself again for 5 s', async () => {
    const kept = keeper(token(-1), async () => token(-1));
    expect(kept.askInMs).toBe(0);
    await kept.renew();
    expect(kept.askInMs).toBe(5000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept.askInMs).toBe(0);
  });

  it('is not put off for longer by a clock that is set back', async () => {
    const kept = keeper(token(-1), async () => token(60));
    await kept.renew();
    vi.setSystemTime(NOW - 86_400_000);
    expect(kept.askInMs).toBe(5000);
  });
});

describe('a token that the service refuses as expired', () => {
  const renewing = (first = token(60)) => keeper(first, async () => token(3600));

  it('is worth a question when it was given, accepted, or got long ago', async () => {
    const kept = renewing();
    kept.expired();
    expect(kept.canRenew).toBe(true);
    await kept.ensureFresh();
    kept.accepted(kept.token);
    kept.expired();
    expect([kept.isOver, kept.canRenew]).toEqual([true, true]);
    await kept.ensureFresh();
    await vi.advanceTimersByTimeAsync(60_000); // Never seen by the service.
    kept.expired();
    expect([kept.isOver, kept.canRenew]).toEqual([true, true]);
  });

  it('is hopeless when the page gave it a moment ago, until somebody connects again and gets another', async () => {
    const kept = renewing(token(-1));
    await kept.ensureFresh();
    kept.expired();
    expect([kept.isOver, kept.canRenew]).toEqual([true, false]);
    kept.expired();
    expect(kept.canRenew).toBe(false);
    await kept.ensureFresh();
    expect([kept.isOver, kept.canRenew]).toEqual([false, true]);
  });

  it('says nothing of one that was got meanwhile', async () => {
    const kept = renewing(token(-1));
    const before = kept.token;
    await kept.ensureFresh();
    kept.expired(before);
    kept.accepted(before);
    expect([kept.isOver, kept.canRenew]).toEqual([false, true]);
  });
});

describe('the life of a token from onTokenExpiring', () => {
  const made = (iat: number | undefined, exp: number) =>
    `h.${btoa(JSON.stringify({ exp: NOW / 1000 + exp, ...(iat !== undefined && { iat: NOW / 1000 + iat }) }))}.s`;

  it.each<[string, string, number]>([
    ['counts from now where it says when it was made, on a clock that is right', made(0, 3600), 3600],
    ['on a clock that is two hours ahead', made(-7200, -3600), 3600],
    ['on a clock that is two hours behind', made(7200, 10_800), 3600],
    ['on a clock that is nearly as far ahead as it lives', made(-3599, 1), 3600],
    ['is what is left of it where it does not say', made(undefined, 3600), 3600],
    ['is ten minutes where it is over on our clock and does not say', made(undefined, -3600), 600],
    ['is not what a broken claim says', made(7200, 3600), 3600],
  ])('%s', async (_, next, seconds) => {
    const kept = keeper(token(-1), async () => next);
    await kept.ensureFresh();
    expectToEndAfter(seconds, kept);
  });

  it('is not longer than it says where the page gave it with the options, on a clock that is behind', () => {
    const [behind, minted] = [keeper(made(7200, 10_800)), keeper(made(-1800, 1800))];
    expectToEndAfter(1800, minted);
    expectToEndAfter(3600, behind);
  });
});
