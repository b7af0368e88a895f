import { describe, expect, it, vi } from 'vitest';
import {
  AuthenticationError,
  ConflictError,
  ConnectionError,
  DialStack,
  type DialStackError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  ServiceError,
} from '../../../src/server/index.js';
import { useTestbed } from '../../support/testbed.js';

const bed = useTestbed();
const client = (options = {}) => new DialStack(bed.sandbox.apiKey, { apiBaseUrl: bed.apiBaseUrl, ...options });
const UNKNOWN = `user_${'0'.repeat(26)}`;

describe('the server SDK', () => {
  it('userSessions.create mints a token that works', async () => {
    const user = bed.sandbox.users[0]?.id ?? '';
    const { client_secret, expires_at } = await client().userSessions.create({ user, ttl_seconds: 3600 });
    expect(Math.abs(Date.parse(expires_at) - Date.now() - 3_600_000)).toBeLessThan(5000);
    const { ice_servers } = await client().webrtc.iceServers({ token: client_secret });
    expect(ice_servers).toEqual([]);
  });

  it('users.revokeSessions makes it worthless', async () => {
    const user = bed.sandbox.users[1]?.id ?? '';
    const { client_secret: token } = await client().userSessions.create({ user });
    const { sessions_revoked_at } = await client().users.revokeSessions(user);
    expect(Date.parse(sessions_revoked_at)).toBeGreaterThan(0);
    await expect(client().webrtc.iceServers({ token })).rejects.toMatchObject({
      name: 'AuthenticationError',
      status: 401,
      code: 'session_revoked',
    });
  });

  it('users.create creates a user in an account, once', async () => {
    const options = { dialstackAccount: bed.sandbox.accountId };
    const user = await client().users.create({ name: 'Dana Example', extension: '177' }, options);
    expect(user).toMatchObject({ name: 'Dana Example', extension: '177', account: bed.sandbox.accountId });
    await expect(client().users.create({ extension: '177' }, options)).rejects.toBeInstanceOf(ConflictError);
  });

  it('names an error by what it is, with the request’s id', async () => {
    const error: DialStackError = await client()
      .userSessions.create({ user: UNKNOWN })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({
      status: 404,
      code: 'not_found',
      param: 'user',
      requestId: expect.stringMatching(/^req_/),
      cause: expect.anything(),
    });
  });

  it('refuses a wrong key with AuthenticationError', async () => {
    const wrong = new DialStack('sk_test_wrong', { apiBaseUrl: bed.apiBaseUrl });
    await expect(wrong.userSessions.create({ user: UNKNOWN })).rejects.toBeInstanceOf(AuthenticationError);
  });
});

describe('a mistake that can be seen is refused before anything is sent:', () => {
  const never = vi.fn(() => Promise.reject(new Error('nothing may be sent')));
  it.each<[string, (dialstack: DialStack) => Promise<unknown>, RegExp]>([
    [
      'a ttl above seven days',
      (dialstack) => dialstack.userSessions.create({ user: UNKNOWN, ttl_seconds: 604_801 }),
      /ttl_seconds must be <= 604800/,
    ],
    [
      'a ttl of nothing',
      (dialstack) => dialstack.userSessions.create({ user: UNKNOWN, ttl_seconds: 0 }),
      /ttl_seconds must be >= 1/,
    ],
    ['a user id that is none', (dialstack) => dialstack.userSessions.create({ user: 'bob' }), /not a user id/],
    ['a user id with a path in it', (dialstack) => dialstack.users.revokeSessions('../accounts'), /not a user id/],
    ['an empty token', (dialstack) => dialstack.webrtc.iceServers({ token: '' }), /token/],
  ])('%s', async (_, act, words) => {
    await expect(act(client({ fetch: never }))).rejects.toSatisfy(
      (error) => error instanceof InvalidRequestError && words.test(error.message),
    );
    expect(never).not.toHaveBeenCalled();
  });

  it.each(['', 'pk_test_1', 'sk_test_', undefined as unknown as string])('the key %j', (key) => {
    expect(() => new DialStack(key)).toThrow(InvalidRequestError);
  });
});

describe('what may pass is tried again', () => {
  const answers = (...statuses: number[]) => {
    const keys: (string | null)[] = [];
    const fetch = vi.fn(async (_: string, init: RequestInit) => {
      keys.push(new Headers(init.headers).get('Idempotency-Key'));
      const status = statuses.shift() ?? 500;
      if (status === 0) throw new TypeError('fetch failed');
      const body =
        status === 201
          ? { user: UNKNOWN, account: 'acct_1', client_secret: 't', expires_at: '2026-01-01T00:00:00Z' }
          : { error: 'no' };
      return new Response(JSON.stringify(body), { status, headers: status === 429 ? { 'Retry-After': '1' } : {} });
    });
    return { fetch: fetch as unknown as typeof globalThis.fetch, keys };
  };

  it.each([[503], [0], [500]])('after %i, with the same idempotency key', async (status) => {
    const { fetch, keys } = answers(status, 201);
    await client({ fetch }).userSessions.create({ user: UNKNOWN });
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/\S{8,}/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('after 429, no sooner than Retry-After says', async () => {
    const { fetch } = answers(429, 201);
    const before = performance.now();
    await client({ fetch }).userSessions.create({ user: UNKNOWN });
    expect(performance.now() - before).toBeGreaterThanOrEqual(990);
  });

  it.each<[number[], number, new (message: string) => DialStackError]>([
    [[500, 500, 500], 3, ServiceError],
    [[0, 0, 0], 3, ConnectionError],
    [[404], 1, NotFoundError],
    [[422], 1, InvalidRequestError],
  ])('%j ends after %i tries', async (statuses, tries, Class) => {
    const { fetch, keys } = answers(...statuses);
    await expect(client({ fetch }).userSessions.create({ user: UNKNOWN })).rejects.toBeInstanceOf(Class);
    expect(keys).toHaveLength(tries);
  });

  it('but not beyond the deadline', async () => {
    const { fetch, keys } = answers(429, 201);
    await expect(client({ fetch, timeoutMs: 500 }).userSessions.create({ user: UNKNOWN })).rejects.toBeInstanceOf(
      RateLimitError,
    );
    expect(keys).toHaveLength(1);
  });

  it('and a service that never answers ends it in time', async () => {
    const silent = (() => new Promise(() => {})) as unknown as typeof fetch;
    await expect(
      client({ fetch: silent, timeoutMs: 100 }).userSessions.create({ user: UNKNOWN }),
    ).rejects.toBeInstanceOf(ConnectionError);
  });
});

it('never says the key', async () => {
  const { inspect } = await import('node:util');
  const dialstack = client({ fetch: () => Promise.reject(new TypeError('fetch failed')), maxRetries: 0 });
  const error = await dialstack.userSessions.create({ user: UNKNOWN }).catch((thrown: unknown) => thrown);
  expect(inspect([dialstack, error], { depth: 10, showHidden: true })).not.toContain(bed.sandbox.apiKey.slice(8));
});

it('refuses to be in a browser, with the reason', () => {
  vi.stubGlobal('document', {});
  vi.stubGlobal('process', { ...process, versions: {} });
  expect(() => client()).toThrow(/must not be in a browser/);
  expect(() => client({ dangerouslyAllowBrowser: true })).not.toThrow();
  vi.unstubAllGlobals();
});

it('calls a custom fetch with a URL as text and plain values, as the fetch of undici and node-fetch need it', async () => {
  const calls: unknown[][] = [];
  const dialstack = client({
    fetch: (...args: Parameters<typeof fetch>) => {
      calls.push(args);
      return fetch(...args);
    },
  });
  await dialstack.userSessions.create({ user: bed.sandbox.users[0]?.id ?? '' });
  const [[url, init] = []] = calls;
  expect(url).toMatch(/^http:.*\/v1\/user_sessions$/);
  expect(init).toMatchObject({ method: 'POST', redirect: 'error', body: expect.any(String) });
  const { headers } = init as RequestInit;
  expect(Object.getPrototypeOf(headers)).toBe(Object.prototype);
  expect(headers).toMatchObject({ authorization: /^Bearer sk_test_/, 'content-type': 'application/json' });
});

it.each([
  new TypeError("Cannot read properties of undefined (reading 'x')"),
  new ReferenceError('agent is not defined'),
  new RangeError('Maximum call stack size exceeded'),
])('tells a bug in a custom fetch from a network fault, and does not retry: %s', async (bug) => {
  const broken = vi.fn(() => Promise.reject(bug));
  const failure = client({ fetch: broken }).userSessions.create({ user: UNKNOWN });
  await expect(failure).rejects.toMatchObject({
    name: 'InvalidRequestError',
    message: `Your fetch function has a bug: ${bug}`,
  });
  expect(broken).toHaveBeenCalledOnce();
});

it('never takes a fault of the platform’s own fetch for a bug of the user, whatever its words are', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('error sending request for url')));
  const failure = client({ maxRetries: 0 }).userSessions.create({ user: UNKNOWN });
  await expect(failure).rejects.toMatchObject({ name: 'ConnectionError' });
  vi.unstubAllGlobals();
});

it('keeps the message and the code of an error in JSON', async () => {
  const error = await client()
    .userSessions.create({ user: UNKNOWN })
    .catch((thrown: unknown) => thrown);
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({
    name: 'NotFoundError',
    message: (error as Error).message,
    status: 404,
  });
});
