import { describe, expect, it } from 'vitest';
import { restCall } from '../../support/rest-call.js';
import { useTestbed } from '../../support/testbed.js';
import { WirePhone } from '../../support/wire-phone.js';

const ICE_SERVERS = [
  { urls: ['stun:stun.example.com:3478'] },
  { urls: 'turn:turn.example.com:3478', username: 'user', credential: 'secret' },
];

const bed = useTestbed({ iceServers: ICE_SERVERS });

const tokenOf = (user: number) => bed.sandbox.createToken(bed.sandbox.users[user]?.id ?? '');
const ask = async (request: string, body?: unknown, user = 0) =>
  restCall(bed, request, { credential: await tokenOf(user), ...(body !== undefined && { body }) });

describe('GET /v1/webrtc/ice-servers', () => {
  it('gives the servers, and until when they are good: 200', async () => {
    const { status, body } = await ask('GET /v1/webrtc/ice-servers');
    expect(status).toBe(200);
    expect(body.ice_servers).toEqual(ICE_SERVERS);
    expect(Date.parse(String(body.expires_at))).toBeGreaterThan(Date.now() + 60_000);
  });
});

describe('/v1/me/presence', () => {
  it('is available, without a text, until the user says otherwise', async () => {
    const { status, body } = await ask('GET /v1/me/presence', undefined, 2);
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'available', status_text: null, updated_at: expect.any(String) });
  });

  it.each(['available', 'dnd', 'away'])('PUT sets %s, and GET gives it back', async (status) => {
    const set = await ask('PUT /v1/me/presence', { status, status_text: 'Back at two' });
    expect([set.status, set.body]).toEqual([
      200,
      { status, status_text: 'Back at two', updated_at: expect.any(String) },
    ]);
    expect((await ask('GET /v1/me/presence')).body).toEqual(set.body);
  });

  it.each<[string, object]>([
    ['absent', {}],
    ['null', { status_text: null }],
  ])('a text that is %s clears the text', async (_, text) => {
    await ask('PUT /v1/me/presence', { status: 'away', status_text: 'Lunch' });
    expect((await ask('PUT /v1/me/presence', { status: 'away', ...text })).body).toMatchObject({ status_text: null });
  });

  it('the text may have 140 characters', async () => {
    const status_text = 'x'.repeat(140);
    const { status, body } = await ask('PUT /v1/me/presence', { status: 'away', status_text });
    expect({ status, body }).toMatchObject({ status: 200, body: { status_text } });
  });

  it.each<[string, object]>([
    ['status_text', { status: 'away', status_text: 'x'.repeat(141) }],
    ['status', { status: 'on_call' }],
    ['status', { status: 'offline' }],
    ['status', { status: 'busy' }],
    ['status', { status: 7 }],
  ])('is refused with 422, naming %s, for %j; the presence stays', async (param, body) => {
    const before = (await ask('GET /v1/me/presence')).body;
    bed.tap.expectViolation(/setPresence request/);
    const refused = await ask('PUT /v1/me/presence', body);
    expect({ status: refused.status, body: refused.body }).toMatchObject({
      status: 422,
      body: { code: 'invalid_request', param },
    });
    expect((await ask('GET /v1/me/presence')).body).toEqual(before);
  });

  it('is the user’s own', async () => {
    await ask('PUT /v1/me/presence', { status: 'dnd' }, 0);
    expect((await ask('GET /v1/me/presence', undefined, 1)).body).toMatchObject({ status: 'available' });
    await ask('PUT /v1/me/presence', { status: 'available' }, 0);
  });
});

describe('/v1/me/emergency-address', () => {
  const ADDRESS = {
    street: '1 Market Street',
    street2: 'Floor 3',
    city: 'San Francisco',
    state: 'CA',
    zip: '94105',
    country: 'US',
  };

  it('GET is 404 until one is set', async () => {
    const { status, body } = await ask('GET /v1/me/emergency-address', undefined, 2);
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('POST creates it, and GET gives it back; it is the user’s own', async () => {
    const set = await ask('POST /v1/me/emergency-address', ADDRESS);
    expect(set.status).toBe(200);
    expect(set.body).toEqual({
      ...ADDRESS,
      id: expect.stringMatching(/^emerg_[0-9a-hjkmnp-tv-z]{26}$/),
      validated_at: expect.any(String),
    });
    expect((await ask('GET /v1/me/emergency-address')).body).toEqual(set.body);
    expect((await ask('GET /v1/me/emergency-address', undefined, 2)).status).toBe(404);
  });

  it('POST replaces it; without street2 that is null', async () => {
    await ask('POST /v1/me/emergency-address', ADDRESS);
    const { street2: _, ...plain } = { ...ADDRESS, street: '2 Market Street' };
    const { status, body } = await ask('POST /v1/me/emergency-address', plain);
    expect({ status, body }).toMatchObject({ status: 200, body: { ...plain, street2: null } });
    expect((await ask('GET /v1/me/emergency-address')).body).toEqual(body);
  });

  it('is refused with 422 and suggestions when it matches no civic address; the old one stays', async () => {
    const { body: before } = await ask('POST /v1/me/emergency-address', ADDRESS);
    const { status, body } = await ask('POST /v1/me/emergency-address', { ...ADDRESS, street: 'Nowhere Lane' });
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { code: 'address_not_found', suggestions: [{ city: 'San Francisco', state: 'CA', country: 'US' }] },
    });
    expect((await ask('GET /v1/me/emergency-address')).body).toEqual(before);
  });

  it('a suggestion is an address that is accepted', async () => {
    const { body } = await ask('POST /v1/me/emergency-address', { ...ADDRESS, street: 'Nowhere Lane' });
    const [suggestion] = body.suggestions as object[];
    expect((await ask('POST /v1/me/emergency-address', suggestion)).status).toBe(200);
  });

  it.each<[string | undefined, Record<string, unknown>]>([
    ['state', { state: 'California' }],
    ['state', { state: 'ca' }],
    ['country', { country: 'USA' }],
    ['street', { street: '' }],
    ['zip', { zip: 94105 }],
    [undefined, { city: undefined }],
  ])('is refused with 422, naming %s, for %j', async (param, wrong) => {
    bed.tap.expectViolation(/setEmergencyAddress request/);
    const { status, body } = await ask('POST /v1/me/emergency-address', { ...ADDRESS, ...wrong });
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'invalid_request', ...(param && { param }) } });
  });
});

describe('GET /v1/me/directory', () => {
  interface Page {
    readonly next_page_url: string | null;
    readonly previous_page_url: string | null;
    readonly data: readonly { user: string; display_name: string }[];
  }
  const page = async (path: string) => (await ask(`GET ${path}`)).body as unknown as Page;
  const addUsers = async (count: number) => {
    for (let n = 0; n < count; n++) {
      await restCall(bed, 'POST /v1/users', {
        credential: bed.sandbox.apiKey,
        headers: { 'DialStack-Account': bed.sandbox.accountId },
        body: { name: `Extra ${n}` },
      });
    }
  };

  it('is a list of the account’s users, the asking one among them', async () => {
    const { status, body } = await ask('GET /v1/me/directory');
    expect(status).toBe(200);
    expect(body).toMatchObject({ object: 'list', url: '/v1/me/directory', previous_page_url: null });
    expect(body.data).toEqual(
      expect.arrayContaining(bed.sandbox.users.map(({ id, name }) => ({ user: id, display_name: name }))),
    );
  });

  it('holds 10 users a page when no limit is given', async () => {
    await addUsers(9);
    const first = await page('/v1/me/directory');
    expect(first.data).toHaveLength(10);
    expect(first.next_page_url).toMatch(/^\/v1\/me\/directory\?/);
  });

  it('can be walked forth and back: each user once, in pages of the limit, and the same pages back', async () => {
    const all = (await page('/v1/me/directory?limit=100')).data;
    const forth: Page[] = [];
    for (let next: string | null = '/v1/me/directory?limit=5'; next; next = forth.at(-1)?.next_page_url ?? null) {
      expect(next).toMatch(/^\//);
      forth.push(await page(next));
    }
    expect(forth.flatMap(({ data }) => data)).toEqual(all);
    expect(forth.slice(0, -1).every(({ data }) => data.length === 5)).toBe(true);
    const back: Page[] = forth.slice(-1);
    for (let url = back[0]?.previous_page_url; url; url = back[0]?.previous_page_url) back.unshift(await page(url));
    expect(back.map(({ data }) => data)).toEqual(forth.map(({ data }) => data));
  });

  it('takes limits from 1 to 100', async () => {
    expect((await page('/v1/me/directory?limit=1')).data).toHaveLength(1);
    expect((await ask('GET /v1/me/directory?limit=100')).status).toBe(200);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1.5',
    'limit=ten',
    'limit=',
    'page=',
    'page=garbage',
    'page=b2Zmc2V0Oi0x',
  ])('refuses %s with 400', async (query) => {
    const { status, body } = await ask(`GET /v1/me/directory?${query}`);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('shows a user without a name by extension', async () => {
    const { body: user } = await restCall(bed, 'POST /v1/users', {
      credential: bed.sandbox.apiKey,
      headers: { 'DialStack-Account': bed.sandbox.accountId },
      body: { extension: '2777' },
    });
    const { data } = await page('/v1/me/directory?limit=100');
    expect(data).toContainEqual({ user: user.id, display_name: '2777' });
  });
});

describe('a user token', () => {
  const REQUESTS = [
    'GET /v1/webrtc/ice-servers',
    'GET /v1/me/presence',
    'PUT /v1/me/presence',
    'GET /v1/me/emergency-address',
    'POST /v1/me/emergency-address',
    'GET /v1/me/directory',
  ];
  const BODIES: Readonly<Record<string, unknown>> = {
    'PUT /v1/me/presence': { status: 'away' },
    'POST /v1/me/emergency-address': {
      street: '1 Market Street',
      city: 'San Francisco',
      state: 'CA',
      zip: '94105',
      country: 'US',
    },
  };

  describe.each(REQUESTS)('of %s', (request) => {
    it.each<[string, () => Promise<string | undefined>, string]>([
      ['missing', async () => undefined, 'unauthorized'],
      ['garbage', async () => 'garbage', 'unauthorized'],
      ['an API key', async () => bed.sandbox.apiKey, 'unauthorized'],
      ['revoked', revokedToken, 'session_revoked'],
    ])('that is %s is refused with 401', async (_, make, code) => {
      const credential = await make();
      const body = BODIES[request];
      const answer = await restCall(bed, request, {
        ...(credential !== undefined && { credential }),
        ...(body !== undefined && { body }),
      });
      expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 401, body: { code } });
    });
  });

  async function revokedToken(): Promise<string> {
    const token = await tokenOf(1);
    await restCall(bed, `POST /v1/users/${bed.sandbox.users[1]?.id}/revoke_sessions`, {
      credential: bed.sandbox.apiKey,
      body: {},
    });
    return token;
  }
});

it('PUT /v1/me/presence reaches those who watch, with its text', async () => {
  const bob = await WirePhone.connect(bed, 1);
  const alice = await WirePhone.connect(bed, 0);
  alice.send({ type: 'presence.subscribe' });
  await alice.next('presence.list');
  await ask('PUT /v1/me/presence', { status: 'dnd', status_text: 'Focus' }, 1);
  expect(await alice.next('presence.update')).toMatchObject({ status: 'dnd', status_text: 'Focus' });
  await ask('PUT /v1/me/presence', { status: 'available' }, 1);
  await alice.close();
  await bob.close();
});
