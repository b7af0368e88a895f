import { describe, expect, it } from 'vitest';
import { operations } from '../../../generated/v1/operations.js';
import { restCall } from '../../support/rest-call.js';
import { useTestbed } from '../../support/testbed.js';

const bed = useTestbed();
const token = () => bed.sandbox.createToken(bed.sandbox.users[0]?.id ?? '');

const ROUTES = [...new Set(Object.values(operations).map(({ path, credential }) => `${credential} ${path}`))].map(
  (route) => {
    const [credential = '', path = ''] = route.split(' ');
    return { credential, path: path.replace('{user}', 'user_1') };
  },
);
const ofUsers = ROUTES.filter(({ credential }) => credential === 'userToken').map(({ path }) => path);
const ofPlatforms = ROUTES.filter(({ credential }) => credential === 'apiKey').map(({ path }) => path);

describe('CORS', () => {
  const preflight = (path: string, method: string) =>
    fetch(`${bed.apiBaseUrl}${path}`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://phone.example',
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
  const listed = (headers: Headers, name: string) =>
    (headers.get(name) ?? '').split(',').map((item) => item.trim().toLowerCase());

  it.each(ofUsers)('%s may be asked by a page: the preflight allows its methods and headers', async (path) => {
    for (const { method } of Object.values(operations).filter((operation) => operation.path === path)) {
      const { status, headers } = await preflight(path, method);
      expect([200, 204]).toContain(status);
      expect(['*', 'https://phone.example']).toContain(headers.get('access-control-allow-origin'));
      expect(listed(headers, 'access-control-allow-methods')).toContain(method.toLowerCase());
      expect(listed(headers, 'access-control-allow-headers')).toEqual(
        expect.arrayContaining(['authorization', 'content-type']),
      );
      expect(headers.get('x-request-id')).toBeTruthy();
    }
  });

  it.each(ofUsers)('%s exposes X-Request-Id and Retry-After, on errors too', async (path) => {
    const { status, headers } = await restCall(bed, `GET ${path}`, { headers: { Origin: 'https://phone.example' } });
    expect(status).toBe(401);
    expect(headers.get('access-control-allow-origin')).toBeTruthy();
    expect(listed(headers, 'access-control-expose-headers')).toEqual(
      expect.arrayContaining(['x-request-id', 'retry-after']),
    );
  });

  it('a page can read the answer to a good request', async () => {
    const { status, headers } = await restCall(bed, 'GET /v1/me/presence', {
      credential: await token(),
      headers: { Origin: 'https://phone.example' },
    });
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBeTruthy();
  });

  it.each(ofPlatforms)('%s may not be asked by a page', async (path) => {
    const answers = [
      await preflight(path, 'POST'),
      await fetch(`${bed.apiBaseUrl}${path}`, {
        method: 'POST',
        headers: { Origin: 'https://phone.example', Authorization: `Bearer ${bed.sandbox.apiKey}` },
        body: path === '/v1/user_sessions' ? '{"user":"user_1"}' : '{}',
      }),
    ];
    for (const { headers } of answers) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('X-Request-Id', () => {
  it('is on every response, errors among them, and names one request only', async () => {
    bed.tap.expectViolation(/the contract does not know it/);
    const answers = [
      await restCall(bed, 'GET /v1/me/presence', { credential: await token() }),
      await restCall(bed, 'GET /v1/me/presence'),
      await restCall(bed, 'GET /v1/me/emergency-address', { credential: await token() }),
      await restCall(bed, 'GET /v1/nothing'),
      await restCall(bed, 'DELETE /v1/me/presence'),
    ];
    const ids = answers.map(({ headers }) => headers.get('x-request-id'));
    for (const id of ids) expect(id).toBeTruthy();
    expect(new Set(ids).size).toBe(answers.length);
  });
});

describe('an error', () => {
  it('has a JSON body with a sentence, a code and a type', async () => {
    const { headers, body } = await restCall(bed, 'GET /v1/me/presence');
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(body).toMatchObject({
      error: expect.stringMatching(/ .*\.$/),
      code: 'unauthorized',
      type: expect.any(String),
    });
  });

  it.each([
    'GET /',
    'GET /v1',
    'GET /v1/users/user_1',
    'POST /v1/users/a/b/revoke_sessions',
    'GET /v2/me/presence',
    'GET /v1/webrtc',
  ])('%s is 404', async (request) => {
    bed.tap.expectViolation(/the contract does not know it/);
    const { status, body } = await restCall(bed, request, { credential: await token() });
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it.each([
    'GET /v1/users',
    'DELETE /v1/me/presence',
    'POST /v1/me/presence',
    'PUT /v1/user_sessions',
    'POST /v1/webrtc/ice-servers',
  ])('%s is 405: the path is there, the method is not', async (request) => {
    bed.tap.expectViolation(/the contract does not know it/);
    const { status, body } = await restCall(bed, request, { credential: await token() });
    expect({ status, body }).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
  });

  it.each(['', '{', 'name=Dana', '{"name":"Dana"'])('a body that is not JSON (%j) is 400', async (body) => {
    bed.tap.expectViolation(/createUser request/);
    const answer = await restCall(bed, 'POST /v1/users', {
      credential: bed.sandbox.apiKey,
      headers: { 'DialStack-Account': bed.sandbox.accountId },
      body,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it.each(['[]', 'null', '"Dana"', '7'])('a body that is not an object (%s) is not acceptable', async (body) => {
    bed.tap.expectViolation(/createUser request/);
    const { status } = await restCall(bed, 'POST /v1/users', {
      credential: bed.sandbox.apiKey,
      headers: { 'DialStack-Account': bed.sandbox.accountId },
      body,
    });
    expect([400, 422]).toContain(status);
  });

  it('a body that is too large is 413', async () => {
    bed.tap.expectViolation(/createUser (request|413)/);
    const { status, body } = await restCall(bed, 'POST /v1/users', {
      credential: bed.sandbox.apiKey,
      headers: { 'DialStack-Account': bed.sandbox.accountId },
      body: { name: 'N'.repeat(200_000) },
    });
    expect({ status, body }).toMatchObject({ status: 413, body: { code: 'payload_too_large' } });
    const asked = performance.now();
    await restCall(bed, 'GET /v1/me/presence', { credential: await token() });
    expect(performance.now() - asked, 'the connection is good for the next request').toBeLessThan(2000);
  });

  it('never repeats the credential', async () => {
    const credential = `${bed.sandbox.apiKey}x`;
    const { body } = await restCall(bed, 'POST /v1/users', { credential, body: {} });
    expect(JSON.stringify(body)).not.toContain(credential);
    expect(bed.log.join('\n')).not.toContain(bed.sandbox.apiKey);
  });
});
