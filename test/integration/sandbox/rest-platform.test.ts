import { describe, expect, it } from 'vitest';
import { endsConnection } from '../../support/call-rig.js';
import { type RestCall, restCall } from '../../support/rest-call.js';
import { useTestbed } from '../../support/testbed.js';
import { WirePhone } from '../../support/wire-phone.js';

const bed = useTestbed();

const alice = () => bed.sandbox.users[0]?.id ?? '';

/** A request with the API key. */
const ask = (request: string, body: unknown, { headers = {}, credential = bed.sandbox.apiKey }: RestCall = {}) =>
  restCall(bed, request, { credential, body, headers });

const createUser = (body: unknown, headers: Record<string, string> = {}) =>
  ask('POST /v1/users', body, { headers: { 'DialStack-Account': bed.sandbox.accountId, ...headers } });

describe('POST /v1/users', () => {
  it('creates a user of the account: 201', async () => {
    const { status, body } = await createUser({ name: 'Dana Example', email: 'dana@example.com', extension: '2104' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^user_[0-9a-hjkmnp-tv-z]{26}$/),
      account: bed.sandbox.accountId,
      name: 'Dana Example',
      email: 'dana@example.com',
      extension: '2104',
      created_at: expect.any(String),
    });
    expect(Math.abs(Date.now() - Date.parse(String(body.created_at)))).toBeLessThan(5000);
  });

  it('needs nothing: the service picks a free extension', async () => {
    const [one, two] = [await createUser({}), await createUser({})];
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(one.body).toMatchObject({ name: null, email: null, extension: expect.stringMatching(/^\d{2,8}$/) });
    expect(one.body.extension).not.toBe(two.body.extension);
  });

  it('is refused with 409 when the extension is taken', async () => {
    const { status, body } = await createUser({ extension: '101' });
    expect({ status, body }).toMatchObject({ status: 409, body: { code: 'conflict', param: 'extension' } });
  });

  it('is refused with 404 in an account that is not the platform’s', async () => {
    const { status, body } = await createUser({}, { 'DialStack-Account': 'acct_unknown' });
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it.each<[string, unknown]>([
    ['extension', { extension: '1' }],
    ['extension', { extension: '123456789' }],
    ['extension', { extension: '10a' }],
    ['extension', { extension: 2105 }],
    ['name', { name: 7 }],
    ['name', { name: 'N'.repeat(257) }],
    ['email', { email: 'e'.repeat(255) }],
  ])('is refused with 422, naming %s, for %j', async (param, fields) => {
    bed.tap.expectViolation(/createUser request/);
    const { status, body } = await createUser(fields);
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'invalid_request', param } });
  });
});

describe('POST /v1/user_sessions', () => {
  const mint = (body: unknown, options: RestCall = {}) => ask('POST /v1/user_sessions', body, options);

  it('mints a token that signalling and REST accept: 201', async () => {
    const { status, body } = await mint({ user: alice() });
    expect(status).toBe(201);
    expect(body).toMatchObject({ user: alice(), account: bed.sandbox.accountId });
    const token = String(body.client_secret);
    const phone = await WirePhone.open(bed);
    phone.send({ type: 'authenticate', token });
    expect(await phone.next('authenticated')).toMatchObject({ user_id: alice() });
    await phone.close();
    expect((await restCall(bed, 'GET /v1/me/presence', { credential: token })).status).toBe(200);
  });

  it.each<[number | undefined, number]>([
    [undefined, 86_400],
    [1, 1],
    [3600, 3600],
    [604_800, 604_800],
  ])('ttl_seconds %s makes a token that lives for %d s, and says so in its claims', async (ttl_seconds, seconds) => {
    const { status, body } = await mint({ user: alice(), ...(ttl_seconds && { ttl_seconds }) });
    expect(status).toBe(201);
    const expiresAt = Date.parse(String(body.expires_at));
    expect(Math.abs(expiresAt - Date.now() - seconds * 1000)).toBeLessThan(1500);
    const claims = JSON.parse(Buffer.from(String(body.client_secret).split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ sub: alice(), exp: expiresAt / 1000 });
  });

  it.each([0, -1, 604_801, 1.5, '3600', null])('ttl_seconds %j is refused with 422', async (ttl_seconds) => {
    bed.tap.expectViolation(/createUserSession request/);
    const { status, body } = await mint({ user: alice(), ttl_seconds });
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'invalid_request', param: 'ttl_seconds' } });
  });

  it('is refused with 404 for an unknown user', async () => {
    const { status, body } = await mint({ user: 'user_unknown' });
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'not_found', param: 'user' } });
  });

  it('is refused with 422 without a user', async () => {
    bed.tap.expectViolation(/createUserSession request/);
    const { status } = await mint({});
    expect(status).toBe(422);
  });

  it('works for a user that was just created', async () => {
    const { body: user } = await createUser({ name: 'Erin Example' });
    const { body } = await mint({ user: user.id });
    const phone = await WirePhone.open(bed);
    phone.send({ type: 'authenticate', token: String(body.client_secret) });
    expect(await phone.next('authenticated')).toMatchObject({ user_id: user.id });
    await phone.close();
  });

  it('a token of one second expires', async () => {
    const { body } = await mint({ user: alice(), ttl_seconds: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1050));
    const phone = await WirePhone.open(bed);
    phone.send({ type: 'authenticate', token: String(body.client_secret) });
    await endsConnection(phone, 'auth_expired', 4401);
  });
});

describe('POST /v1/users/{user}/revoke_sessions', () => {
  it('tells the moment that cuts: 200', async () => {
    const before = Date.now();
    const { status, body } = await ask(`POST /v1/users/${alice()}/revoke_sessions`, {});
    expect(status).toBe(200);
    expect(body).toEqual({ user: alice(), sessions_revoked_at: expect.stringMatching(/\.\d{3}Z$/) });
    expect(Date.parse(String(body.sessions_revoked_at))).toBeGreaterThanOrEqual(before);
  });

  it('is refused with 404 for an unknown user', async () => {
    const { status, body } = await ask('POST /v1/users/user_unknown/revoke_sessions', {});
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

describe('Idempotency-Key', () => {
  const key = (name: string) => ({ 'Idempotency-Key': name });
  const directory = async (): Promise<unknown[]> => {
    const credential = await bed.sandbox.createToken(alice());
    return (await restCall(bed, 'GET /v1/me/directory?limit=100', { credential })).body.data as unknown[];
  };

  it('the same key with the same request gets the first response again, and nothing is created twice', async () => {
    const first = await createUser({ name: 'Frank Example' }, key('k1'));
    const again = await createUser({ name: 'Frank Example' }, key('k1'));
    expect([again.status, again.body]).toEqual([201, first.body]);
    const fresh = await createUser({ name: 'Frank Example' }, key('k2'));
    expect(fresh.body.id).not.toBe(first.body.id);
  });

  it.each([
    ['is empty', ''],
    ['has 256 characters', 'k'.repeat(256)],
  ])('a key that %s is refused with 400, and nothing is created', async (_, name) => {
    const before = (await directory()).length;
    const { status, body } = await createUser({ name: 'Nobody' }, key(name));
    expect({ status, body }).toMatchObject({
      status: 400,
      body: {
        code: 'invalid_request',
        error: expect.stringMatching(/idempotency-key must NOT have (more|fewer) than/),
      },
    });
    expect(await directory()).toHaveLength(before);
  });

  it('a key may have 255 characters', async () => {
    expect((await createUser({}, key('k'.repeat(255)))).status).toBe(201);
  });

  it('two requests at the same time with the same key create one', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => createUser({ name: 'Grace' }, key('k3'))));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('the same key with another body is refused with 409', async () => {
    await createUser({ name: 'Heidi' }, key('k4'));
    const { status, body } = await createUser({ name: 'Ivan' }, key('k4'));
    expect({ status, body }).toMatchObject({ status: 409, body: { code: 'idempotency_mismatch' } });
  });

  it('the same key for another operation is refused with 409', async () => {
    await createUser({}, key('k5'));
    const { status } = await ask(`POST /v1/users/${alice()}/revoke_sessions`, {}, { headers: key('k5') });
    expect(status).toBe(409);
  });

  it('the same key for another account is refused with 409', async () => {
    await createUser({ name: 'Judy' }, key('k6'));
    const { status } = await createUser({ name: 'Judy' }, { ...key('k6'), 'DialStack-Account': 'acct_unknown' });
    expect(status).toBe(409);
  });

  it('gives the same token and the same moment of a revocation again', async () => {
    const mint = () => ask('POST /v1/user_sessions', { user: alice() }, { headers: key('k7') });
    const revoke = () => ask(`POST /v1/users/${alice()}/revoke_sessions`, {}, { headers: key('k8') });
    expect((await mint()).body).toEqual((await mint()).body);
    expect((await revoke()).body).toEqual((await revoke()).body);
  });

  it('a request that was refused may be sent again, corrected', async () => {
    const refused = await createUser({ name: 'Kim', extension: '101' }, key('k9'));
    expect(refused.status).toBe(409);
    const corrected = await createUser({ name: 'Kim', extension: '2199' }, key('k9'));
    expect(corrected.status).toBe(201);
  });

  it('without one each request creates', async () => {
    const [one, two] = [await createUser({ name: 'Leo' }), await createUser({ name: 'Leo' })];
    expect(one.body.id).not.toBe(two.body.id);
  });
});

describe('the API key', () => {
  const requests = () =>
    [
      ['POST /v1/users', {}],
      ['POST /v1/user_sessions', { user: alice() }],
      [`POST /v1/users/${alice()}/revoke_sessions`, {}],
    ] as const;

  it.each<[string, (key: string) => string | undefined | Promise<string>]>([
    ['missing', () => undefined],
    ['unknown', () => 'sk_test_unknown'],
    ['cut off', (key) => key.slice(0, -1)],
    ['a user token', () => bed.sandbox.createToken(alice())],
  ])('that is %s is refused with 401, everywhere', async (_, make) => {
    for (const [request, body] of requests()) {
      const credential = await make(bed.sandbox.apiKey);
      const headers = { 'DialStack-Account': bed.sandbox.accountId };
      const answer = await restCall(bed, request, { ...(credential !== undefined && { credential }), body, headers });
      expect({ status: answer.status, body: answer.body }).toMatchObject({
        status: 401,
        body: { code: 'unauthorized' },
      });
    }
  });
});
