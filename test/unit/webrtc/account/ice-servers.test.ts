import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import { userApi } from '../../../../src/rest/user-api.js';
import { IceServers } from '../../../../src/webrtc/account/ice-servers.js';
import { ScriptedApi, SERVERS } from '../../../support/scripted-api.js';

let api: ScriptedApi;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T10:00:00Z') });
  api = new ScriptedApi();
});
afterEach(() => {
  vi.useRealTimers();
});

function iceServers(given?: RTCIceServer[]): IceServers {
  const ask = userApi({
    baseUrl: 'https://api.example.test',
    token: () => 'secret-token',
    fetch: api.fetch,
    timers: systemTimers,
  });
  return new IceServers(ask, systemTimers, given);
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function refusal(work: Promise<unknown>): Promise<PhoneError> {
  const error: unknown = await work.then(() => undefined).catch((cause: unknown) => cause);
  if (error instanceof PhoneError) return error;
  throw new Error(`no PhoneError but ${String(error)}`);
}

describe('the ICE servers', () => {
  it('are fetched when none are given', async () => {
    const ice = iceServers();
    expect(ice.current).toEqual([]);
    await expect(ice.get()).resolves.toEqual(SERVERS);
    expect(ice.current).toEqual(SERVERS);
    expect(api.requests).toMatchObject([{ method: 'GET', url: 'https://api.example.test/v1/webrtc/ice-servers' }]);
  });

  it.each<[string, RTCIceServer[]]>([
    ['a list', [{ urls: 'stun:stun.example.org' }]],
    ['an empty list', []],
  ])('are never fetched when %s is given', async (_, given) => {
    const ice = iceServers(given);
    await expect(ice.get()).resolves.toBe(given);
    await vi.advanceTimersByTimeAsync(10 * 86_400_000);
    await expect(ice.get()).resolves.toBe(given);
    expect(ice.current).toBe(given);
    expect(api.requests).toEqual([]);
  });

  it('are not fetched again before they expire, and are once they have', async () => {
    api.answerIce(SERVERS, Date.now() + 600_000);
    const ice = iceServers();
    await ice.get();
    await vi.advanceTimersByTimeAsync(599_999);
    await ice.get();
    expect(api.requests).toHaveLength(1);
    const others = [{ urls: 'stun:other.example.test' }];
    api.answerIce(others, Date.now() + 600_000);
    await vi.advanceTimersByTimeAsync(1);
    await expect(ice.get()).resolves.toEqual(others);
    expect(api.requests).toHaveLength(2);
  });

  it('that have expired are given to no call', async () => {
    api.answerIce(SERVERS, Date.now() + 600_000);
    const ice = iceServers();
    await ice.get();
    expect(ice.current).toEqual(SERVERS);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ice.current).toEqual([]);
  });

  it('are kept fresh while they are wanted: a minute before they expire', async () => {
    api.answerIce(SERVERS, Date.now() + 600_000);
    const ice = iceServers();
    await ice.get();
    ice.keepFresh();
    await vi.advanceTimersByTimeAsync(539_999);
    expect(api.requests).toHaveLength(1);
    const others = [{ urls: 'stun:other.example.test' }];
    api.answerIce(others, Date.now() + 600_000);
    await vi.advanceTimersByTimeAsync(1);
    expect(ice.current).toEqual(others);
    ice.stop();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([api.requests.length, vi.getTimerCount()]).toEqual([2, 0]);
  });

  it('may be an empty list of the service', async () => {
    api.answerIce([]);
    await expect(iceServers().get()).resolves.toEqual([]);
  });

  it('are asked for again after a failure', async () => {
    const ice = iceServers();
    api.answer(500, { error: 'We failed.' });
    await refusal(ice.get());
    api.answerIce(SERVERS);
    await expect(ice.get()).resolves.toEqual(SERVERS);
  });

  it.each([
    ['token_expired', 'auth_expired'],
    ['session_revoked', 'session_revoked'],
    ['unauthorized', 'auth_failed'],
  ])('refused with 401 %s are the token’s fault: %s', async (code, expected) => {
    api.answerWith(() => Response.json({ error: 'No.', ...(code && { code }) }, { status: 401 }));
    expect(await refusal(iceServers().get())).toMatchObject({
      code: expected,
      fatal: false,
      callId: undefined,
      message: expect.stringMatching(/^getIceServers failed: No\. Mint a new token\.$/),
    });
  });

  it.each<[string, () => Response]>([
    ['a 401 with a page', () => new Response('<html>Log in to the hotel</html>', { status: 401 })],
    ['a 401 with a body of another service', () => Response.json({ message: 'Unauthorized' }, { status: 401 })],
    ['a 401 without a code', () => Response.json({ error: 'No.' }, { status: 401 })],
    ['a 401 with a code of nobody', () => Response.json({ error: 'No.', code: 'something_new' }, { status: 401 })],
    ['a 403', () => Response.json({ error: 'No.', code: 'forbidden' }, { status: 403 })],
    ['a 511', () => new Response('<html>Log in</html>', { status: 511 })],
    ['a 302 that is not followed', () => new Response(null, { status: 302, headers: { Location: '/login' } })],
    ['a 200 with a page', () => new Response('<html>Welcome</html>')],
    ['a 200 with JSON of another service', () => Response.json({ loggedIn: false })],
  ])('could not be asked for when something else answers in the service’s place: %s', async (_, answer) => {
    api.answerWith(answer);
    expect(await refusal(iceServers().get())).toMatchObject({ code: 'ice_fetch_failed', shouldRetry: true });
  });

  it('are not waited for any longer than they are wanted, and the request is aborted', async () => {
    api.fallSilent();
    const stop = new AbortController();
    const got = iceServers().get(stop.signal);
    const given = new Error('given up');
    stop.abort(given);
    await expect(got).rejects.toBe(given);
    expect(api.requests.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(vi.getTimerCount()).toBe(0);
    await expect(iceServers().get(stop.signal)).rejects.toBe(given);
    expect(api.requests).toHaveLength(1);
  });

  it('are not fetched anew any longer once they are no longer kept fresh', async () => {
    api.answerIce(SERVERS, Date.now() + 600_000);
    const ice = iceServers();
    await ice.get();
    ice.keepFresh();
    api.fallSilent();
    await pass(540_000);
    ice.stop();
    await pass(0);
    expect(api.requests.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['500', () => Response.json({ error: 'We failed.' }, { status: 500 })],
    ['429', () => Response.json({ error: 'Too many.' }, { status: 429 })],
    ['403 of a proxy', () => new Response('<html>', { status: 403 })],
    ['404', () => new Response(null, { status: 404 })],
    ['a network error', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a page instead of JSON', () => new Response('<html>Welcome to the hotel</html>')],
    ['an empty answer', () => new Response(null, { status: 204 })],
    ['null', () => Response.json(null)],
    ['a string', () => Response.json('servers')],
    ['a list', () => Response.json(SERVERS)],
    ['no servers', () => Response.json({ expires_at: '2026-03-02T10:30:00Z' })],
    ['no expiry', () => Response.json({ ice_servers: SERVERS })],
    ['an expiry that is no time', () => Response.json({ ice_servers: SERVERS, expires_at: 'soon' })],
  ])('that fail with %s are ice_fetch_failed', async (_, answer) => {
    api.answerWith(answer);
    const error = await refusal(iceServers().get());
    expect(error).toMatchObject({
      code: 'ice_fetch_failed',
      fatal: false,
      message: expect.stringMatching(/^(getIceServers failed: |The ICE servers have no valid expiry)/),
    });
    expect(`${error.message}${String(error.cause)}`).not.toContain('secret');
  });

  it('fail after 10 s without an answer', async () => {
    api.fallSilent();
    const settled = vi.fn();
    const error = refusal(iceServers().get());
    void error.then(settled);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toMatchObject({ code: 'ice_fetch_failed', message: expect.stringContaining('within 10 s') });
  });
});

it('a refresh that fails is tried again before a call needs them', async () => {
  api.answerIce(SERVERS, Date.now() + 600_000);
  const ice = iceServers();
  await ice.get();
  ice.keepFresh();
  api.answer(500, { error: 'No.' });
  await pass(540_000);
  api.answerIce(SERVERS, Date.now() + 3_600_000);
  await pass(600_000); // Ten minutes of a service that answers again.
  expect(ice.current).toEqual(SERVERS);
  ice.stop();
});

it('stop() while they are being fetched stops it', async () => {
  api.answerIce(SERVERS, Date.now() + 600_000);
  const ice = iceServers();
  await ice.get();
  ice.keepFresh();
  let answer: (r: Response) => void = () => {};
  api.answerWith(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  await pass(540_000);
  ice.stop();
  answer(Response.json({ ice_servers: SERVERS, expires_at: new Date(Date.now() + 600_000).toISOString() }));
  await pass(100);
  expect(vi.getTimerCount()).toBe(0);
});
