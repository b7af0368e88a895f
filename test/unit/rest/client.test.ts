import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemTimers } from '../../../src/core/timing.js';
import { Rest } from '../../../src/rest/client.js';
import { RestError } from '../../../src/rest/rest-error.js';
import { ScriptedApi, SERVERS } from '../../support/scripted-api.js';

let api: ScriptedApi;
let credential: string;
beforeEach(() => {
  vi.useFakeTimers();
  api = new ScriptedApi();
  credential = 'token-1';
});
afterEach(() => {
  vi.useRealTimers();
});

const rest = (options: Partial<ConstructorParameters<typeof Rest>[0]> = {}) =>
  new Rest({
    baseUrl: 'https://api.example.test',
    credential: () => credential,
    fetch: api.fetch,
    timers: systemTimers,
    timeoutMs: 10_000,
    ...options,
  });

const iceServers = (client = rest()) =>
  client.run('getIceServers', (operations, init) => operations.GET('/v1/webrtc/ice-servers', init));

/** The error that a run rejects with. */
async function refusal(run: Promise<unknown>): Promise<RestError> {
  const error: unknown = await run.then(() => undefined).catch((cause: unknown) => cause);
  if (error instanceof RestError) return error;
  throw new Error(`no RestError but ${String(error)}`);
}

describe('a REST operation', () => {
  it('gives the body of the answer', async () => {
    await expect(iceServers()).resolves.toMatchObject({ ice_servers: SERVERS });
  });

  it.each(['https://api.example.test', 'https://api.example.test/', 'https://api.example.test/prefix'])(
    'asks under the base %s',
    async (baseUrl) => {
      await iceServers(rest({ baseUrl }));
      expect(api.requests).toMatchObject([
        { method: 'GET', url: `${baseUrl.replace(/\/$/, '')}/v1/webrtc/ice-servers` },
      ]);
    },
  );

  it('sends the credential in the header, the one that is in force at the time', async () => {
    const client = rest();
    await iceServers(client);
    credential = 'token-2';
    await iceServers(client);
    expect(api.requests.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(api.requests.map(({ url }) => url).join()).not.toContain('token');
  });

  it('leaves no timer behind', async () => {
    await iceServers();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    [401, { error: 'The token has expired.', code: 'token_expired' }],
    [429, { error: 'Too many.', code: 'rate_limited' }],
    [500, { error: 'We failed.', code: 'internal_error' }],
  ] as const)('rejects a %i with what its body says', async (status, body) => {
    api.answer(status, body);
    const error = await refusal(iceServers());
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'RestError',
      status,
      code: body.code,
      message: body.error,
      requestId: 'req_1',
    });
  });

  it.each<[string, BodyInit | null]>([
    ['no body', null],
    ['a page', '<html>Bad gateway</html>'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['fields of other types', '{"error":{"message":"x"},"code":7}'],
  ])('rejects an error with %s', async (_, body) => {
    api.answerWith(() => new Response(body, { status: 502 }));
    const error = await refusal(iceServers());
    expect(error).toMatchObject({ status: 502, message: 'The service answered 502.' });
    expect([error.code, error.requestId]).toEqual([undefined, undefined]);
  });

  it('rejects a success that has no body', async () => {
    api.answerWith(() => new Response(null, { status: 204 }));
    expect(await refusal(iceServers())).toMatchObject({ status: 204 });
  });

  it('rejects a success that is not JSON', async () => {
    api.answerWith(() => new Response('<html>Welcome to the hotel</html>', { status: 200 }));
    expect(await refusal(iceServers())).toMatchObject({
      status: 200,
      message: expect.stringContaining('200 with text/plain'),
    });
  });

  it('rejects when the service cannot be reached, with the cause', async () => {
    const cause = new TypeError('Failed to fetch');
    api.answerWith(() => Promise.reject(cause));
    expect(await refusal(iceServers())).toMatchObject({
      message: 'The service could not be reached.',
      status: undefined,
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
  ])('rejects after its time when the %s does not come, and aborts the request', async (_, answer) => {
    api.answerWith(answer);
    const settled = vi.fn();
    const run = refusal(iceServers());
    void run.then(settled);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(settled).not.toHaveBeenCalled();
    expect(api.requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await run).message).toBe('The service did not answer within 10 s.');
    expect(api.requests[0]?.signal.aborted).toBe(true);
  });

  it('never says the credential, not even when it cannot be sent', async () => {
    credential = 'secret\ntoken';
    const error = await refusal(iceServers());
    expect([error.message, String(error.cause), error.stack].join()).not.toContain('secret');
  });
});

describe('a RestError', () => {
  it('has undefined for what it does not know', () => {
    const { status, code, requestId, cause } = new RestError('It failed.');
    expect([status, code, requestId, cause]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

it.each([200, 400])(
  'a service that repeats the credential in the headers of a %i does not get it into the error',
  async (status) => {
    credential = 'sk_test_0123456789abcdef';
    const headers = { 'Content-Type': `text/${credential}`, 'X-Request-Id': `req ${credential}` };
    api.answerWith(() => new Response('{"error":"No."}', { status, headers }));
    const error = await refusal(iceServers());
    expect([error.message, error.stack, JSON.stringify(error)].join()).not.toContain(credential);
  },
);
