import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as server from '../../../src/server/index.js';
import { watch } from '../../support/phone-bench.js';

const { DialStack, DialStackError } = server;
type DialStack = server.DialStack;

const TIMEOUT_MS = 30_000;
const USER = `user_${'0'.repeat(26)}`;
const ACCOUNT = { dialstackAccount: 'acct_1' };

const strays: unknown[] = [];
const stray = (reason: unknown) => strays.push(reason);
/** `POST /v1/users` and so on, each with its idempotency key. */
const asked: { route: string; key: string | null }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  process.on('unhandledRejection', stray);
  asked.length = strays.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  process.off('unhandledRejection', stray);
});

const refusing =
  (status: number, headers = {}) =>
  async () =>
    Response.json({ error: 'The service says why.' }, { status, headers });

/** The fields of every answer together. */
const ANSWER = {
  ...{ id: 'user_1', user: 'user_1', account: 'acct_1', name: null, email: null, extension: '101', created_at: 'then' },
  ...{ client_secret: 'a.b.c', expires_at: 'soon', sessions_revoked_at: 'now', ice_servers: [] },
};

/** How the service is; each answer comes with what `fetch` would bring. */
const SERVICES = {
  well: async () => Response.json(ANSWER),
  'out of reach': () => Promise.reject(new TypeError('fetch failed')),
  silent: () => new Promise<Response>(() => {}),
  'not ours': async () => new Response('<html>', { status: 200 }),
  400: refusing(400),
  401: refusing(401),
  404: refusing(404),
  409: refusing(409),
  422: refusing(422),
  429: refusing(429, { 'Retry-After': '1' }),
  503: refusing(503),
} satisfies Record<string | number, () => Promise<Response>>;
type Service = keyof typeof SERVICES;

const client = (service: Service) =>
  new DialStack('sk_test_1', {
    timeoutMs: TIMEOUT_MS,
    fetch: (async (input, init) => {
      const request = new Request(input, init);
      const route = `${request.method} ${new URL(request.url).pathname}`;
      asked.push({ route, key: request.headers.get('Idempotency-Key') });
      return SERVICES[service]();
    }) as typeof fetch,
  });

/** What becomes of a request: how often it is made, and the class of the error. */
const FATES: Record<Service, string> = {
  well: '1 x, resolves',
  'out of reach': '3 x, ConnectionError',
  silent: '3 x, ConnectionError',
  'not ours': '1 x, UnexpectedResponseError',
  400: '1 x, InvalidRequestError',
  401: '1 x, AuthenticationError',
  404: '1 x, NotFoundError',
  409: '1 x, ConflictError',
  422: '1 x, InvalidRequestError',
  429: '3 x, RateLimitError',
  503: '3 x, ServiceError',
};

interface Row {
  does(dialstack: DialStack): Promise<unknown>;
  route: string;
  /** Whether it creates: then each wish has a key of its own, and its retries have the same. */
  creates: boolean;
  /** Arguments that are refused before anything is sent. */
  refused: readonly unknown[][];
}

const NO_USER = [undefined, null, 7, {}, '', 'bob', 'user_1', '../accounts', `${USER}\n`, USER.toUpperCase()];

const TABLE: { [R in keyof DialStack]: { [M in keyof DialStack[R]]: Row } } = {
  userSessions: {
    create: {
      does: (dialstack) => dialstack.userSessions.create({ user: USER, ttl_seconds: 60 }),
      route: 'POST /v1/user_sessions',
      creates: true,
      refused: [
        ...[undefined, null, 7, 'user', []].map((params) => [params]),
        ...NO_USER.map((user) => [{ user }]),
        ...[0, -1, 604_801, 1.5, Number.NaN, '60', null, {}].map((ttl_seconds) => [{ user: USER, ttl_seconds }]),
      ],
    },
  },
  users: {
    create: {
      does: (dialstack) => dialstack.users.create({ name: 'Dana' }, ACCOUNT),
      route: 'POST /v1/users',
      creates: true,
      refused: [
        ...[undefined, null, 7, 'Dana', []].map((params) => [params, ACCOUNT]),
        ...[{ name: 7 }, { email: {} }, { extension: 101 }, { extension: '1' }].map((params) => [params, ACCOUNT]),
        ...[undefined, null, 7, 'acct_1', {}].map((options) => [{ name: 'Dana' }, options]),
        ...[undefined, null, 7, {}, '', ' ', 'acct_1\n', 'acct 1', 'acct_é'].map((dialstackAccount) => [
          { name: 'Dana' },
          { dialstackAccount },
        ]),
      ],
    },
    revokeSessions: {
      does: (dialstack) => dialstack.users.revokeSessions(USER),
      route: `POST /v1/users/${USER}/revoke_sessions`,
      creates: true,
      refused: NO_USER.map((user) => [user]),
    },
  },
  webrtc: {
    iceServers: {
      does: (dialstack) => dialstack.webrtc.iceServers({ token: 'token' }),
      route: 'GET /v1/webrtc/ice-servers',
      creates: false,
      refused: [
        ...[undefined, null, 7, 'token', {}].map((params) => [params]),
        ...[undefined, null, 7, {}, ''].map((token) => [{ token }]),
      ],
    },
  },
};

const rows = Object.entries(TABLE).flatMap(([resource, methods]) =>
  Object.entries(methods as Record<string, Row>).map(([method, row]): [string, Row] => [`${resource}.${method}`, row]),
);
const services = Object.keys(FATES) as unknown as Service[];

/** What a method does, and what becomes of its promise within the time that a call may take. */
async function fate(act: () => unknown): Promise<string> {
  const before = asked.length;
  const promise = act();
  expect(promise).toBeInstanceOf(Promise);
  const watched = watch(promise as Promise<unknown>);
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  const count = asked.length - before;
  const times = count > 0 ? `${count} x, ` : '';
  if (watched.state !== 'rejected') return `${times}${watched.state === 'resolved' ? 'resolves' : 'pending'}`;
  const { error } = watched;
  if (!(error instanceof DialStackError)) return `${times}raw ${error}`;
  expect(error.message).toMatch(/^\S.+[.]$/s);
  expect(error.message).not.toMatch(/\bundefined\b|\bNaN\b|TypeError|\[object|sk_test_1/);
  return `${times}${error.name}`;
}

/** Calls `users.create` and its like past their types. */
function past(dialstack: DialStack, name: string, args: readonly unknown[]): unknown {
  const [resource = '', method = ''] = name.split('.');
  return (Reflect.get(Reflect.get(dialstack, resource), method) as (...args: unknown[]) => unknown)(...args);
}

it('the table has a row for every public method', () => {
  const dialstack = client('well');
  const inside = Object.entries(dialstack).flatMap(([resource, methods]) =>
    Object.keys(methods).map((method) => `${resource}.${method}`),
  );
  const own = Object.getOwnPropertyNames(DialStack.prototype).filter((name) => name !== 'constructor');
  expect(rows.map(([name]) => name).sort()).toEqual([...inside, ...own].sort());
});

describe.each(rows)('dialstack.%s', (name, { does, route, creates, refused }) => {
  it.each(services.map((service) => [service, FATES[service]]))(
    'while the service is %s: %s',
    async (service, cell) => {
      const dialstack = client(service as Service);
      expect([await fate(() => does(dialstack)), asked.map((request) => request.route)]).toEqual([
        cell,
        asked.map(() => route),
      ]);
      const keys = new Set(asked.splice(0).map(({ key }) => key));
      expect(await fate(() => does(dialstack)), 'the second time').toBe(cell);
      for (const { key } of asked) keys.add(key);
      expect([keys.size, keys.has(null)]).toEqual(creates ? [2, false] : [1, true]);
      await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
      expect(strays).toEqual([]);
    },
  );

  it.each(refused.map((args) => [args]))('refuses %j before anything is sent', async (args) => {
    const seen = await fate(() => past(client('well'), name, args));
    expect([seen, asked]).toEqual(['InvalidRequestError', []]);
  });
});

it('a token that no header can carry is refused before anything is sent', async () => {
  const seen = await fate(() => client('well').webrtc.iceServers({ token: 'a\nb' }));
  expect([seen, asked]).toEqual(['AuthenticationError', []]);
});
