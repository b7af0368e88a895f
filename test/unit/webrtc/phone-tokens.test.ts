import { describe, expect, it, vi } from 'vitest';
import type { PhoneError, PhoneOptions } from '../../../src/webrtc/index.js';
import { callEvents, usePhoneBench, watch } from '../../support/phone-bench.js';
import { restored } from '../../support/restored.js';
import { SERVERS } from '../../support/scripted-api.js';
import { AUTHENTICATED } from '../../support/scripted-service.js';

const bench = usePhoneBench();

const HOUR_MS = 3_600_000;
const jwt = (seconds: number, claims: object = {}) =>
  `e30.${btoa(JSON.stringify({ sub: 'u', exp: Math.floor(Date.now() / 1000) + seconds, ...claims }))}.x`;

/** A service that takes tokens that are not over, whatever the phone thinks of the time. */
function takesTokens(now = () => Date.now()): void {
  bench.service.on('authenticate', ({ req_id = '', token }, socket) => {
    const { exp } = JSON.parse(atob(token.split('.')[1] ?? ''));
    if (exp * 1000 > now()) return socket.say({ ...AUTHENTICATED, req_id, reconnected: true });
    socket.say({ type: 'error', code: 'auth_expired', message: 'Expired.', fatal: true, req_id });
    socket.close(4401);
  });
}

/** A connected phone, and what it tells from then on. */
async function connected(options: Partial<PhoneOptions>) {
  takesTokens();
  const phone = await bench.connected({ autoReconnect: true, token: jwt(3600), ...options });
  const errors: PhoneError[] = [];
  const told: string[] = [];
  phone.on('error', (error) => errors.push(error));
  phone.on('disconnected', (error) => told.push(`disconnected ${error?.code}`));
  phone.on('reconnected', () => told.push('reconnected'));
  return { phone, errors, told };
}

/** The machine sleeps: no timer runs, and the socket is gone when it wakes. */
function sleep(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
  bench.socket.close(1006);
}

describe('a laptop that sleeps longer than its token lives comes back', () => {
  it.each<[string, (asked: number) => Promise<string>]>([
    ['whose page rejects at first', async (asked) => (asked < 6 ? Promise.reject(new Error('no network')) : jwt(3600))],
    [
      'whose page throws at first',
      (asked) => {
        if (asked < 6) throw new Error('no network');
        return Promise.resolve(jwt(3600));
      },
    ],
    ['whose page gives nothing at first', async (asked) => (asked < 6 ? '' : jwt(3600))],
    ['whose page is late at first', (asked) => (asked < 3 ? new Promise(() => {}) : Promise.resolve(jwt(3600)))],
  ])('%s: each is told once, and none is fatal', async (_, renew) => {
    let asked = 0;
    const { phone, errors, told } = await connected({ onTokenExpiring: () => renew(++asked) });
    sleep(9 * HOUR_MS);
    await bench.pass(200_000);
    expect([phone.isConnected, told]).toEqual([true, ['disconnected transport_closed', 'reconnected']]);
    expect(errors.map(({ code, fatal, shouldRetry }) => [code, fatal, shouldRetry])).toEqual([
      ['auth_expired', false, true],
    ]);
    phone.disconnect();
  });

  it('again and again, also when the token that it got was never seen by the service', async () => {
    const onTokenExpiring = vi.fn(async () => jwt(3600));
    const { phone, told } = await connected({ onTokenExpiring });
    const { WebSocket } = bench.service.platform;
    void WebSocket;
    bench.service.on('authenticate', (_, socket) => socket.close(1006));
    sleep(9 * HOUR_MS);
    await bench.pass(5_000); // A token is there, and the network is gone again.
    vi.setSystemTime(Date.now() + 9 * HOUR_MS);
    takesTokens();
    await bench.pass(60_000);
    expect([phone.isConnected, told.at(-1), onTokenExpiring.mock.calls.length]).toEqual([true, 'reconnected', 2]);
    phone.disconnect();
  });
});

describe('an answer in the service’s place does not end a phone that is coming back', () => {
  const page = (status: number) => () => new Response('<html>Log in to the hotel</html>', { status });
  it.each<[string, () => Response]>([
    ['a 401 with a page', page(401)],
    ['a 403 with a page', page(403)],
    ['a 511 with a page', page(511)],
    ['a 200 with a page', page(200)],
    ['a 302', () => new Response(null, { status: 302, headers: { Location: '/login' } })],
    ['a 401 with JSON of a gateway', () => Response.json({ message: 'Unauthorized' }, { status: 401 })],
    ['a 401 with a code of nobody', () => Response.json({ error: 'No.', code: 'forbidden' }, { status: 401 })],
  ])('%s', async (_, answer) => {
    takesTokens();
    bench.api.answerIce(SERVERS, Date.now() + HOUR_MS);
    const phone = bench.fetchingPhone({ autoReconnect: true, token: jwt(86_400) });
    await bench.settle(phone.connect());
    const errors: PhoneError[] = [];
    phone.on('error', (error) => errors.push(error));
    bench.api.answerWith(answer);
    sleep(2 * HOUR_MS);
    await bench.pass(300_000);
    expect(errors.map(({ code, fatal }) => [code, fatal])).toEqual([['ice_fetch_failed', false]]);
    bench.api.answerIce(SERVERS);
    await bench.pass(30_000);
    expect(phone.isConnected).toBe(true);
    phone.disconnect();
  });

  it.each([
    ['unauthorized', 'auth_failed'],
    ['session_revoked', 'session_revoked'],
    ['token_expired', 'auth_expired'],
  ])('but the service’s own %s does, with one fatal error', async (code, expected) => {
    takesTokens();
    bench.api.answerIce(SERVERS, Date.now() + HOUR_MS);
    const phone = bench.fetchingPhone({ autoReconnect: true, token: jwt(86_400) });
    await bench.settle(phone.connect());
    const errors: PhoneError[] = [];
    phone.on('error', (error) => errors.push(error));
    bench.api.answer(401, { error: 'No.', code });
    sleep(2 * HOUR_MS);
    await bench.pass(300_000);
    expect(errors.map((error) => [error.code, error.fatal])).toEqual([[expected, true]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('nor is a first connect() retried: it rejects, and says that the same may succeed later', async () => {
    bench.api.answerWith(page(401));
    expect(await bench.refusal(bench.fetchingPhone().connect())).toMatchObject({
      code: 'ice_fetch_failed',
      fatal: false,
      shouldRetry: true,
    });
    await bench.pass(60_000);
    expect(bench.api.requests).toHaveLength(1);
  });
});

describe('a first connect() with a token that has expired', () => {
  it('rejects when the page could not be asked, and says that the same may succeed later', async () => {
    const phone = bench.phone({ token: jwt(-1), onTokenExpiring: () => Promise.reject(new Error('offline')) });
    expect(await bench.refusal(phone.connect())).toMatchObject({
      code: 'auth_expired',
      fatal: false,
      shouldRetry: true,
      cause: { message: 'offline' },
    });
  });

  it('rejects for good when the service refuses the fresh one too, and asks anew at the next connect()', async () => {
    takesTokens();
    const onTokenExpiring = vi.fn(async () => jwt(-1));
    const phone = bench.phone({ token: jwt(-1), onTokenExpiring });
    expect(await bench.refusal(phone.connect())).toMatchObject({
      code: 'auth_expired',
      fatal: true,
      shouldRetry: false,
    });
    expect(onTokenExpiring).toHaveBeenCalledTimes(1);
    onTokenExpiring.mockImplementation(async () => jwt(3600));
    await bench.settle(phone.connect());
    expect(onTokenExpiring).toHaveBeenCalledTimes(2);
  });
});

describe('only the service’s refusal of a fresh token is final', () => {
  it.each<[string, () => string]>([
    ['expired', () => jwt(-1)],
    ['the same', () => 'e30.eyJleHAiOjF9.x'],
  ])('where the page gives one that is %s', async (_, mint) => {
    const onTokenExpiring = vi.fn(async () => mint());
    const { phone, errors, told } = await connected({ token: jwt(3600), onTokenExpiring });
    sleep(9 * HOUR_MS);
    await bench.pass(300_000);
    expect(errors.map(({ code, fatal }) => [code, fatal])).toEqual([['auth_expired', true]]);
    expect([phone.isConnected, told]).toEqual([false, ['disconnected transport_closed']]);
    expect(onTokenExpiring).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('where it is of nobody: auth_failed', async () => {
    const { phone, errors } = await connected({ onTokenExpiring: async () => jwt(3600) });
    bench.service.on('authenticate', ({ req_id = '' }, socket) => {
      socket.say({ type: 'error', code: 'auth_failed', message: 'No.', fatal: true, req_id });
      socket.close(4401);
    });
    sleep(9 * HOUR_MS);
    await bench.pass(300_000);
    expect([errors.map(({ code, fatal }) => [code, fatal]), phone.isConnected]).toEqual([
      [['auth_failed', true]],
      false,
    ]);
  });
});

describe('a token whose life is short, on any clock', () => {
  it.each([
    ['of a second', 1],
    ['of five', 5],
  ])('%s costs at most 13 questions a minute, connected or coming back', async (_, seconds) => {
    const asked: number[] = [];
    const mint = () => {
      asked.push(Date.now());
      return jwt(seconds, { iat: Math.floor(Date.now() / 1000) });
    };
    const { phone } = await connected({ token: jwt(seconds), onTokenExpiring: async () => mint() });
    bench.service.on('auth.refresh', ({ req_id = '' }, socket) => socket.say({ type: 'auth.refreshed', req_id }));
    for (let second = 0; second < 300; second++) {
      const { socket } = bench;
      if (socket.closedWith === undefined && second % 2 === 0) {
        socket.say({ type: 'error', code: 'auth_expired', message: 'Expired.', fatal: true });
        socket.close(4401);
      }
      await bench.pass(1000);
    }
    phone.disconnect();
    const most = Math.max(...asked.map((at) => asked.filter((other) => other >= at && other < at + 60_000).length));
    expect(most).toBeLessThanOrEqual(13);
  });

  it.each([-5, -2, 2, 5])('a clock that is %i hours off does not keep a phone from its service', async (hours) => {
    const offset = hours * HOUR_MS;
    const real = () => Date.now() - offset;
    const mint = () => {
      const iat = Math.floor(real() / 1000);
      return `e30.${btoa(JSON.stringify({ sub: 'u', iat, exp: iat + 3600 }))}.x`;
    };
    takesTokens(real);
    const onTokenExpiring = vi.fn(async () => mint());
    const phone = await bench.connected({ autoReconnect: true, token: mint(), onTokenExpiring });
    bench.service.on('auth.refresh', ({ req_id = '' }, socket) => socket.say({ type: 'auth.refreshed', req_id }));
    await bench.pass(HOUR_MS);
    bench.socket.close(1006);
    await bench.pass(5_000);
    expect(phone.isConnected).toBe(true);
    expect(onTokenExpiring.mock.calls.length).toBeLessThanOrEqual(3);
    phone.disconnect();
  });
});

it('calls outlive a drop in which the page could not be asked for a token at once', async () => {
  let asked = 0;
  takesTokens();
  const { phone, call } = await bench.active('call_1', {
    autoReconnect: true,
    token: jwt(3600),
    onTokenExpiring: async () => (++asked < 3 ? Promise.reject(new Error('no network yet')) : jwt(3600)),
  });
  const events = callEvents(call);
  bench.service.on('authenticate', ({ req_id = '' }, socket) =>
    socket.say({ ...AUTHENTICATED, req_id, reconnected: true }, restored()),
  );
  sleep(2 * HOUR_MS);
  const back = watch(new Promise<void>((resolve) => phone.on('reconnected', resolve)));
  await bench.pass(25_000);
  expect([back.state, call.state, events]).toEqual(['resolved', 'active', []]);
  phone.disconnect();
});
