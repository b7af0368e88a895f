import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restAnswerMaxBytes } from '../../../generated/v1/limits.js';
import { PhoneError } from '../../../src/core/phone-error.js';
import { systemTimers } from '../../../src/core/timing.js';
import { type UserApi, userApi } from '../../../src/rest/user-api.js';
import { endlessBody } from '../../support/endless-body.js';
import { ScriptedApi, SERVERS } from '../../support/scripted-api.js';

const PRESENCE = { status: 'away', status_text: null, updated_at: '2026-03-02T09:30:00.000Z' };

let api: ScriptedApi;
let token: string;
let ask: UserApi;
beforeEach(() => {
  vi.useFakeTimers();
  api = new ScriptedApi();
  token = 'token-1';
  ask = asking();
});
afterEach(() => {
  vi.useRealTimers();
});

const asking = (baseUrl = 'https://api.example.test', fetch = api.fetch) =>
  userApi({ baseUrl, token: () => token, fetch, timers: systemTimers });

async function refusal(work: Promise<unknown>): Promise<PhoneError> {
  const error: unknown = await work.then(() => undefined).catch((cause: unknown) => cause);
  if (error instanceof PhoneError) return error;
  throw new Error(`no PhoneError but ${String(error)}`);
}

describe('what a phone asks over REST', () => {
  it('gives the body of the answer', async () => {
    await expect(ask('getIceServers')).resolves.toMatchObject({ ice_servers: SERVERS });
    expect(api.requests).toMatchObject([{ method: 'GET', url: 'https://api.example.test/v1/webrtc/ice-servers' }]);
  });

  it('goes under the base, with the query that is given', async () => {
    api.answerWith(() =>
      Response.json({
        object: 'list',
        url: '/v1/me/directory',
        next_page_url: null,
        previous_page_url: null,
        data: [],
      }),
    );
    await asking('https://api.example.test/prefix')('listDirectory', { query: { limit: 7, page: 'a&b' } });
    await ask('listDirectory', { query: {} });
    expect(api.requests.map(({ url }) => url)).toEqual([
      'https://api.example.test/prefix/v1/me/directory?limit=7&page=a%26b',
      'https://api.example.test/v1/me/directory',
    ]);
  });

  it('keeps the query where URLSearchParams has no size, as in Safari before 17', async () => {
    vi.spyOn(URLSearchParams.prototype, 'size', 'get').mockReturnValue(undefined as unknown as number);
    await ask('listDirectory', { query: { limit: 7 } }).catch(() => {});
    vi.restoreAllMocks();
    expect(api.requests.map(({ url }) => url)).toEqual(['https://api.example.test/v1/me/directory?limit=7']);
  });

  it('hands fetch an address and no Request, which another fetch may not know', async () => {
    const fetch = vi.fn(async () => Response.json(PRESENCE));
    await asking(undefined, fetch)('setPresence', { body: { status: 'away' } });
    expect(fetch).toHaveBeenCalledWith('https://api.example.test/v1/me/presence', {
      method: 'PUT',
      headers: { Authorization: 'Bearer token-1', 'Content-Type': 'application/json' },
      body: '{"status":"away"}',
      redirect: 'error',
      signal: expect.any(AbortSignal),
    });
  });

  it('is asked with the token that is in force at the time', async () => {
    await ask('getIceServers');
    token = 'token-2';
    await ask('getIceServers');
    expect(api.requests.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(api.requests.map(({ url }) => url).join()).not.toContain('token');
  });

  it('leaves no timer behind', async () => {
    await ask('getIceServers');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a refusal', () => {
  it.each<[number, string, string, boolean]>([
    [400, 'invalid_request', 'invalid_message', false],
    [401, 'token_expired', 'auth_expired', false],
    [401, 'session_revoked', 'session_revoked', false],
    [401, 'unauthorized', 'auth_failed', false],
    [401, 'something_new', 'transport_closed', true],
    [401, 'constructor', 'transport_closed', true],
    [403, 'something_new', 'transport_closed', true],
    [429, 'rate_limited', 'rate_limited', true],
    [500, 'internal_error', 'internal_error', true],
  ])('%i %s is %s', async (status, code, expected, shouldRetry) => {
    api.answerWith(() => Response.json({ error: 'No.', code }, { status }));
    expect(await refusal(ask('getPresence'))).toMatchObject({ code: expected, rawCode: code, shouldRetry });
  });

  it('says which request failed, and what the service says of it', async () => {
    api.answerWith(() => Response.json({ error: 'Too many.', code: 'rate_limited' }, { status: 429 }));
    expect((await refusal(ask('getPresence'))).message).toBe('getPresence failed: Too many.');
    api.answerWith(() => Response.json({ error: 'It has expired.', code: 'token_expired' }, { status: 401 }));
    expect((await refusal(ask('getPresence'))).message).toBe('getPresence failed: It has expired. Mint a new token.');
  });

  it('says how long to wait when the service does', async () => {
    api.answerWith(() => Response.json({ error: 'Wait.' }, { status: 429, headers: { 'Retry-After': '7' } }));
    expect(await refusal(ask('getPresence'))).toMatchObject({ retryAfterMs: 7_000 });
  });

  it('that repeats the token does not get it into the message', async () => {
    token = 'aaa.bbb.ccc';
    api.answerWith(() => Response.json({ error: `Who is aaa.bbb.ccc? aaa.bbb.ccc!` }, { status: 400 }));
    const error = await refusal(ask('getPresence'));
    expect([error.message, error.stack, JSON.stringify(error), String(error.cause)].join()).not.toContain(
      'aaa.bbb.ccc',
    );
  });
});

describe('an answer of something else than the service', () => {
  it.each<[string, BodyInit | null]>([
    ['no body', null],
    ['a page', '<html>Bad gateway</html>'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['fields of other types', '{"error":{"message":"x"},"code":7}'],
    ['suggestions that are none', '{"error":"x","suggestions":[null]}'],
  ])('that refuses with %s is said to be one', async (_, body) => {
    api.answerWith(() => new Response(body, { status: 502 }));
    expect(await refusal(ask('getPresence'))).toMatchObject({
      code: 'internal_error',
      message: expect.stringContaining('something else than the service answered with 502'),
    });
  });

  it('says nothing of the token when it is a 401', async () => {
    api.answerWith(() => new Response('<html>Log in to the hotel</html>', { status: 401 }));
    expect(await refusal(ask('getPresence'))).toMatchObject({ code: 'transport_closed', shouldRetry: true });
  });

  it.each<[string, BodyInit | null]>([
    ['nothing', null],
    ['a page', '<html>Welcome to the hotel</html>'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['a text', '"ok"'],
    ['null', 'null'],
    ['true', 'true'],
    ['JSON of another service', '{"loggedIn":false}'],
    ['the error of another service', '{"error":"No."}'],
  ])('is believed in no operation: %s', async (_, body) => {
    api.answerWith(() => new Response(body, { status: 200 }));
    const address = { street: '1 Market Street', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' };
    const asked = [
      ask('getIceServers'),
      ask('getPresence'),
      ask('setPresence', { body: { status: 'away' } }),
      ask('getEmergencyAddress'),
      ask('setEmergencyAddress', { body: address }),
      ask('listDirectory'),
    ];
    for (const error of await Promise.all(asked.map(refusal))) {
      expect(error).toMatchObject({ code: 'internal_error', message: expect.stringContaining('answered with 200') });
    }
  });

  it('without end is not read to its end', async () => {
    const endless = endlessBody();
    api.answerWith(() => new Response(endless.body));
    expect(await refusal(ask('getPresence'))).toMatchObject({ code: 'internal_error' });
    expect(endless.pulled()).toBeLessThan(2 * restAnswerMaxBytes);
    expect(api.requests[0]?.signal.aborted).toBe(true);
  });
});

describe('a service that cannot be asked', () => {
  it('is said to be out of reach, with the cause', async () => {
    const cause = new TypeError('Failed to fetch');
    api.answerWith(() => Promise.reject(cause));
    expect(await refusal(ask('getPresence'))).toMatchObject({
      code: 'transport_closed',
      message: expect.stringContaining('could not be reached'),
      cause,
    });
  });

  it.each<[string, () => Promise<Response>]>([
    ['answer', () => new Promise(() => {})],
    [
      'body',
      async () =>
        new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"ice')) })),
    ],
  ])('is left after 10 s when the %s does not come, and the request is aborted', async (_, answer) => {
    api.answerWith(answer);
    const settled = vi.fn();
    const asked = refusal(ask('getPresence'));
    void asked.then(settled);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(settled).not.toHaveBeenCalled();
    expect(api.requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toMatchObject({ code: 'transport_closed', message: expect.stringContaining('within 10 s') });
    expect(api.requests[0]?.signal.aborted).toBe(true);
  });

  it('is left at once when the signal is aborted: the request is aborted, and no timer stays', async () => {
    api.fallSilent();
    const stop = new AbortController();
    const given = new Error('given up');
    const asked = ask('getPresence', { signal: stop.signal });
    stop.abort(given);
    await expect(asked).rejects.toBe(given);
    expect([api.requests[0]?.signal.aborted, vi.getTimerCount()]).toEqual([true, 0]);
    await expect(ask('getPresence', { signal: stop.signal })).rejects.toBe(given);
    expect(api.requests).toHaveLength(1);
  });

  it('is not asked with a token that no header can carry, and the token is not said', async () => {
    token = 'secret\ntoken';
    const error = await refusal(ask('getPresence'));
    expect(error.code).toBe('auth_failed');
    expect([error.message, String(error.cause), error.stack].join()).not.toContain('secret');
    expect(api.requests).toEqual([]);
  });
});
