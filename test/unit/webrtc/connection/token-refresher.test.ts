import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import type { Session } from '../../../../src/webrtc/connection/session.js';
import { TokenKeeper } from '../../../../src/webrtc/connection/token-keeper.js';
import { ManualSession } from '../../../support/manual-session.js';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const jwt = (exp: number, iat?: number) => `e30.${btoa(JSON.stringify({ sub: 'u', exp, iat }))}.x`;

const real = () => Date.now() / 1000;

/** A session that answers `auth.refresh` so, until it ends. */
const sessionThat = (request: () => Promise<unknown> = async () => ({})) =>
  Object.assign(new ManualSession(), { request }) as unknown as ManualSession & Session;

/** How often the page is asked in this time by a session that takes every token. */
async function questionsIn(ms: number, first: string, mint: () => string): Promise<number> {
  const onTokenExpiring = vi.fn(async () => mint());
  const keeper = new TokenKeeper(systemTimers, first, onTokenExpiring);
  const session = sessionThat();
  keeper.keepFresh(session, () => {});
  await pass(ms);
  session.end();
  expect(vi.getTimerCount()).toBe(0);
  return onTokenExpiring.mock.calls.length;
}

describe('the page is not asked in a storm', () => {
  it.each<[string, number, (skew: number) => string]>([
    ['two hours ahead', -7200, (skew) => jwt(real() + skew + 3600, real() + skew)],
    ['two hours ahead, and tokens do not say when they were made', -7200, (skew) => jwt(real() + skew + 3600)],
    ['nearly as far ahead as a token lives', -3599, (skew) => jwt(real() + skew + 3600, real() + skew)],
    ['two hours behind', 7200, (skew) => jwt(real() + skew + 3600, real() + skew)],
    ['two hours behind, and tokens do not say when they were made', 7200, (skew) => jwt(real() + skew + 3600)],
  ])('by a clock that is %s: an hour of such tokens costs at most eight questions', async (_, skew, mint) => {
    const asked = await questionsIn(3_600_000, mint(skew), () => mint(skew));
    expect(asked).toBeLessThanOrEqual(8);
  });

  it('by a clock that is nearly as far ahead as a token lives, where tokens do not say when they were made', async () => {
    const mint = () => jwt(real() + 1);
    expect(await questionsIn(60_000, mint(), mint)).toBeLessThanOrEqual(13);
  });

  it.each([
    ['live for a second', () => jwt(real() + 1, real())],
    ['are the same all the time', () => jwt(1, 0)],
    ['have expired', () => jwt(real() - 100)],
  ])('by tokens that %s', async (_, mint) => {
    expect(await questionsIn(60_000, mint(), mint)).toBeLessThanOrEqual(13);
  });

  it('by a clock that jumps hours back and forth', async () => {
    let asked = 0;
    const keeper = new TokenKeeper(systemTimers, jwt(real() + 3600, real()), async () => {
      asked++;
      return jwt(real() + 3600, real());
    });
    const session = sessionThat();
    keeper.keepFresh(session, () => {});
    for (let hour = 0; hour < 24; hour++) {
      vi.setSystemTime(Date.now() + (hour % 2 ? -7 : 5) * 3_600_000);
      await pass(3_600_000);
    }
    session.end();
    expect(asked).toBeLessThan(60);
  });
});

it('short tokens are swapped again and again without a gap, down to those of 7 s', async () => {
  const mint = () => jwt(real() + 7, real());
  const keeper = new TokenKeeper(systemTimers, mint(), async () => mint());
  const session = sessionThat();
  keeper.keepFresh(session, () => {});
  for (let second = 0; second < 300; second++) {
    await pass(1000);
    expect(keeper.isOver, `after ${second} s`).toBe(false);
  }
  session.end();
});

it('a token that the service does not take leaves the one before in force', async () => {
  const first = jwt(real() + 3600, real());
  const keeper = new TokenKeeper(systemTimers, first, async () => jwt(real() + 7200, real()));
  keeper.accepted(first);
  const told: PhoneError[] = [];
  const refused = new PhoneError('auth_failed', 'a token of another user');
  const session = sessionThat(() => Promise.reject(refused));
  keeper.keepFresh(session, (error) => told.push(error));
  await pass(3_300_000);
  expect([keeper.token, told]).toEqual([first, [refused]]);
  session.end();
});

it('a token that comes when the phone has another one already does not replace it', async () => {
  const first = jwt(real() + 1000, real());
  const later = jwt(real() + 7200, real());
  let give = (_: string) => {};
  const keeper = new TokenKeeper(
    systemTimers,
    first,
    () =>
      new Promise((resolve) => {
        give = resolve;
      }),
  );
  const session = sessionThat(() => Promise.reject(new Error('over')));
  keeper.keepFresh(session, () => {});
  await pass(801_000);
  session.end();
  keeper.take(later);
  give(jwt(real() + 60, real()));
  await pass(10);
  expect(keeper.token).toBe(later);
});

it('whoever hears that a try failed may leave: the page is not asked again', async () => {
  const keeper = new TokenKeeper(systemTimers, jwt(real() + 3600, real()), () => Promise.reject(new Error('down')));
  const session = sessionThat();
  keeper.keepFresh(session, () => session.end());
  await pass(3_300_000);
  expect([session.isOver, vi.getTimerCount()]).toEqual([true, 0]);
});
