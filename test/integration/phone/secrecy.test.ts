import { inspect } from 'node:util';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type OperationId, operations } from '../../../generated/v1/operations.js';
import { reconnectRules, SUBPROTOCOL } from '../../../generated/v1/protocol.js';
import { restResponses } from '../../../generated/v1/validators/closed.js';
import { startSandbox } from '../../../src/sandbox/index.js';
import { DialStack } from '../../../src/server/index.js';
import type { Call, DialStackPhone, PhoneOptions, WebSocketConstructor } from '../../../src/webrtc/index.js';
import { silentOffer } from '../../support/call-rig.js';
import { next, nodePhone } from '../../support/node-phone.js';
import { Overheard } from '../../support/overheard.js';
import { useTestbed } from '../../support/testbed.js';
import { WirePhone } from '../../support/wire-phone.js';

const overheard = new Overheard();
const bed = useTestbed({
  iceServers: [
    { urls: 'turn:192.0.2.1', username: 'u', credential: overheard.credential('turn-password-that-is-secret') },
  ],
  limits: { callCreatesPerWindow: 1000 },
});

const NOBODY = overheard.number('+1 (312) 555-0187');
const PUBLIC = overheard.number('+12125550100');
const FOREIGN = overheard.number('+14155550199');

const userId = (user = 0) => bed.sandbox.users[user]?.id ?? '';
const mint = async (user = 0, ttl?: number) => overheard.token(await bed.sandbox.createToken(userId(user), ttl));
const tampered = (token: string) => overheard.token(`${token.slice(0, -4)}AAAA`);

let logged = 0;

beforeAll(() => {
  overheard.key(bed.sandbox.apiKey);
  for (const { number } of [...bed.sandbox.users, ...bed.sandbox.otherAccount.users]) overheard.number(number);
});

afterEach(() => {
  overheard.frames(bed.tap.frames.splice(0));
  for (const line of bed.log.slice(logged)) overheard.hear("the sandbox's log", line);
  logged = bed.log.length;
  expect(overheard.count, 'what was heard').toBeGreaterThan(0);
  expect(overheard.takeLeaks()).toEqual([]);
  bed.sandbox.control.reset();
});

/** A phone whose log, errors and own looks are heard. */
async function listen(options: Partial<PhoneOptions> = {}, user = 0): Promise<DialStackPhone> {
  const token = await mint(user);
  const { phone } = await nodePhone(bed, user, { token, logger: overheard.logger, ...options });
  phone.on('error', (error) => overheard.hear('an error event', error));
  phone.on('disconnected', (error) => overheard.hear('disconnected', error));
  phone.on('reconnecting', (event) => overheard.hear('reconnecting', event));
  overheard.hear('the phone', inspect(phone, { depth: null, showHidden: true }));
  return phone;
}

async function connected(options?: Partial<PhoneOptions>, user?: number): Promise<DialStackPhone> {
  const phone = await listen(options, user);
  await phone.connect();
  return phone;
}

async function active(phone: DialStackPhone, destination = '600'): Promise<Call> {
  const call = await phone.call(destination);
  await next(call, 'answered');
  return call;
}

/** The errors that the contract has of an operation. */
const faultsOf = (id: OperationId) =>
  Object.keys(restResponses[id])
    .map(Number)
    .filter((status) => status >= 400);

describe('nothing secret is said of', () => {
  it.each<[string, () => Promise<string>]>([
    [
      'has expired',
      async () => {
        const token = await mint(0, 1);
        await new Promise((resolve) => setTimeout(resolve, 1100));
        return token;
      },
    ],
    ['was tampered with', async () => tampered(await mint())],
    [
      'is of another service',
      async () => {
        const other = await startSandbox();
        const token = overheard.token(await other.createToken(other.users[0]?.id ?? ''));
        await other.stop();
        return token;
      },
    ],
    ['is an API key', async () => bed.sandbox.apiKey],
    ['no header can carry', async () => overheard.token(`${await mint()}\u2028ü`)],
    [
      'was revoked',
      async () => {
        const token = await mint(2);
        bed.sandbox.control.revokeTokens({ user: '103' });
        return token;
      },
    ],
  ])('a token that %s, neither over REST nor over the socket', async (_, make) => {
    const token = await make();
    for (const options of [{}, { iceServers: [] }]) {
      const phone = await listen({ token, ...options });
      await overheard.refusal('connect()', phone.connect());
      await overheard.refusal('getPresence()', phone.getPresence());
      await overheard.refusal('call()', phone.call(NOBODY));
    }
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a good one', () => mint(0, 3600)],
    ['one that was tampered with', async () => tampered(await mint())],
    ["another user's", () => mint(1)],
    ['no string', async () => ({ token: await mint() })],
    ['nothing but its own error', () => Promise.reject(new Error('the backend is down'))],
  ])('a refresh that brings %s', async (_, onTokenExpiring) => {
    const phone = await connected({
      token: await mint(0, 2),
      onTokenExpiring: onTokenExpiring as () => Promise<string>,
    });
    await Promise.race([next(phone, 'error'), bed.tap.seen('server', 'auth.refreshed')]);
    // The old token ends meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 800));
    overheard.hear('the phone', inspect(phone, { depth: null, showHidden: true }));
  });

  it('calls to good and bad numbers', async () => {
    const phone = await connected();
    for (const to of ['+0 312 555 0177', '3125550166x', '+31255501554444444', 'tel:+13125550144']) {
      await overheard.refusal('call()', phone.call(overheard.number(to)));
      await overheard.refusal('call() with a callerId', phone.call('600', { callerId: to }));
    }
    expect(await overheard.refusal('call()', phone.call('600', { callerId: FOREIGN }))).toMatchObject({
      code: 'call_failed',
    });
    expect(await overheard.refusal('call()', phone.call(PUBLIC))).toMatchObject({ code: 'emergency_address_required' });
    await phone.setEmergencyAddress({ street: '1 Main St', city: 'Town', state: 'CA', zip: '94000', country: 'US' });
    (await active(phone, PUBLIC)).hangup();
    for (const to of [NOBODY, '102', '603', '605']) await next(await phone.call(to), 'ended');
  });

  it('transfers', async () => {
    const phone = await connected();
    const call = await active(phone);
    await overheard.refusal('transfer()', () => call.transfer(overheard.number('+0 312 555 0133')));
    const failed = next(phone, 'error');
    call.transfer(NOBODY);
    await failed;
    await overheard.refusal('attendedTransfer()', call.attendedTransfer(overheard.number('312-555-0122x')));
    bed.sandbox.control.failReply({ to: 'call.transfer.attended', code: 'call_failed' });
    await overheard.refusal('attendedTransfer()', call.attendedTransfer(NOBODY));
    const consultation = await call.attendedTransfer('601');
    await overheard.refusal('completeTransfer()', () => consultation.completeTransfer());
    await next(consultation, 'answered');
    call.completeTransfer();
    await next(call, 'ended');
    await overheard.refusal('transfer()', () => call.transfer(PUBLIC));
  });

  it('a call that comes, and one that the service will not have', async () => {
    const phone = await connected();
    const incoming = next(phone, 'incoming');
    bed.sandbox.control.ring({ user: '101', from: NOBODY.replace(/[ \-()]/g, '') });
    const [call] = await incoming;
    call.answer();
    await next(call, 'answered');
    await overheard.refusal('sendDtmf()', () => call.sendDtmf(PUBLIC));
    for (const code of ['call_failed', 'rate_limited', 'internal_error', 'invalid_message'] as const) {
      bed.sandbox.control.failReply({ to: 'call.create', code });
      await overheard.refusal('call()', phone.call(PUBLIC));
    }
  });

  it.each(['auth_failed', 'auth_expired', 'internal_error'] as const)(
    'an authentication that is refused with %s',
    async (code) => {
      bed.sandbox.control.failReply({ to: 'authenticate', code, times: 2 });
      const phone = await listen();
      expect(await overheard.refusal('connect()', phone.connect())).toMatchObject({ code });
    },
  );

  it('an authentication with a token that was revoked', async () => {
    const phone = await listen();
    bed.sandbox.control.revokeTokens({ user: '101' });
    expect(await overheard.refusal('connect()', phone.connect())).toMatchObject({ code: 'session_revoked' });
  });

  const OF_PHONE: Partial<Record<OperationId, (phone: DialStackPhone) => Promise<unknown>>> = {
    getIceServers: (phone) => phone.connect(),
    getPresence: (phone) => phone.getPresence(),
    setPresence: (phone) => phone.setPresence('dnd'),
    getEmergencyAddress: (phone) =>
      phone.getEmergencyAddress().then((address) => Promise.reject(new Error(`no error, but ${address}`))),
    setEmergencyAddress: (phone) =>
      phone.setEmergencyAddress({ street: '1 Main St', city: 'Town', state: 'CA', zip: '94000', country: 'US' }),
    listDirectory: (phone) => phone.listDirectory(),
  };
  it.each(Object.entries(OF_PHONE))('a %s of the phone that fails with any status', async (to, run) => {
    const phone = await listen();
    for (const status of faultsOf(to as OperationId)) {
      bed.sandbox.control.failReply({ to: to as OperationId, status });
      await overheard.refusal(`${to} ${status}`, run(phone));
    }
  });

  const USER = { user: `user_${'0'.repeat(26)}` };
  const OF_SERVER: Partial<Record<OperationId, (server: DialStack) => Promise<unknown>>> = {
    createUserSession: (server) => server.userSessions.create(USER),
    createUser: (server) => server.users.create({ extension: '4711' }, { dialstackAccount: bed.sandbox.accountId }),
    revokeUserSessions: (server) => server.users.revokeSessions(USER.user),
    getIceServers: async (server) => server.webrtc.iceServers({ token: await mint() }),
  };
  it.each(Object.entries(OF_SERVER))('a %s of a server that fails with any status', async (to, run) => {
    const options = { apiBaseUrl: bed.apiBaseUrl, maxRetries: 0 };
    const server = new DialStack(bed.sandbox.apiKey, options);
    overheard.hear('the server SDK', inspect(server, { depth: null, showHidden: true }));
    for (const status of faultsOf(to as OperationId)) {
      bed.sandbox.control.failReply({ to: to as OperationId, status });
      await overheard.refusal(`${to} ${status}`, run(server));
    }
    const wrong = new DialStack(overheard.key('sk_test_that-nobody-has'), options);
    if (to !== 'getIceServers') await overheard.refusal('a wrong key', run(wrong));
    const away = new DialStack(bed.sandbox.apiKey, { ...options, apiBaseUrl: 'http://127.0.0.1:9' });
    await overheard.refusal('nobody there', run(away));
    const lost = { ...options, fetch: () => Promise.reject(new TypeError('fetch failed')) };
    await overheard.refusal('no network', run(new DialStack(bed.sandbox.apiKey, lost)));
  });

  it('values that the server SDK refuses by itself', async () => {
    const server = new DialStack(bed.sandbox.apiKey, { apiBaseUrl: bed.apiBaseUrl });
    const token = await mint();
    await overheard.refusal('a token for a user', server.userSessions.create({ user: token }));
    await overheard.refusal('a number for a user', server.users.revokeSessions(PUBLIC));
    await overheard.refusal(
      'a number for an extension',
      server.users.create({ extension: NOBODY }, { dialstackAccount: 'acct' }),
    );
    await overheard.refusal(
      'a key for an account',
      server.users.create({}, { dialstackAccount: `${bed.sandbox.apiKey}\n` }),
    );
    await overheard.refusal('a token that no header can carry', server.webrtc.iceServers({ token: `${token}\n` }));
    await overheard.refusal('a token for a key', () => new DialStack(token));
    await overheard.refusal('a key with a space', () => new DialStack(`${bed.sandbox.apiKey} `));
  });

  it('frames of a service that are malformed', async () => {
    let say: (frame: unknown) => void = () => {};
    class Socket extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols);
        say = (frame) =>
          this.emit('message', Buffer.from(typeof frame === 'string' ? frame : JSON.stringify(frame)), false);
      }
    }
    const platform = { WebSocket: Socket as unknown as WebSocketConstructor };
    const phone = await connected({ platform });
    const { id: call_id } = await active(phone);
    const token = await mint();
    const sdp = overheard.description(silentOffer());
    const from = NOBODY.replace(/[ \-()]/g, '');
    const before = overheard.count;
    say(JSON.stringify({ type: 'sdp.answer', call_id, sdp }).slice(0, -3));
    say([token, sdp, from]);
    say({ type: { token, sdp, from } });
    say({ type: token });
    say({ type: 'sdp.answer', call_id, sdp: [sdp] });
    say({ type: 'sdp.answer', call_id, sdp: { [token]: sdp } });
    say({ type: 'call.incoming', call_id, from: Number(from), from_name: from, to: from });
    say({ type: 'call.incoming', call_id, from, from_name: [from], to: from });
    say({
      type: 'call.restored',
      call_id,
      state: from,
      direction: token,
      from,
      from_name: null,
      to: from,
      answered_at: from,
    });
    say({ type: 'ice.candidate', call_id, candidate: sdp, sdp_mid: 5, sdp_m_line_index: token });
    say({ type: 'error', code: 5, message: token, context: { users: [{ [from]: token }] } });
    say({ type: 'presence.update', user_id: [token], status: from, updated_at: from });
    say({ type: 'sdp.answer', call_id, sdp: `v=0\r\n${sdp}` });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(overheard.count - before).toBeGreaterThan(10);
  });

  it('frames and requests of a client that are malformed', async () => {
    const phone = await WirePhone.open(bed.sandbox);
    const token = await mint();
    phone.send({ type: 'authenticate', token });
    await phone.next('authenticated');
    const sdp = overheard.description(silentOffer());
    for (const frame of [
      `{"type":"auth.refresh","token":"${token}`,
      { token, sdp },
      [token],
      { type: 'auth.refresh', token: [token] },
      { type: 'auth.refresh', token: tampered(token) },
      { type: 'authenticate', token },
      { type: 'call.create', destination: PUBLIC, sdp: [sdp] },
      { type: 'call.create', destination: [PUBLIC], sdp },
      { type: 'call.create', destination: NOBODY, sdp, caller_id: Number(FOREIGN) },
      { type: 'call.create', destination: '600', sdp: sdp.replace('a=fingerprint', 'a=fingerpaint') },
      { type: 'call.create', destination: '600', sdp: sdp.replace('m=audio', 'm=audible') },
      { type: 'call.create', destination: '600', sdp, caller_id: FOREIGN, remark: token },
      { type: 'sdp.answer', call_id: 'call_1', sdp },
      { type: 'call.hangup', call_id: 'call_1', number: PUBLIC },
    ]) {
      phone.sendRaw(frame);
    }
    await phone.settled();
    await phone.close();
    await overheard.refusal('a token for a subprotocol', WirePhone.open(bed.sandbox, [token, 'bearer']));
    await overheard.refusal(
      'a token beside an old version',
      WirePhone.open(bed.sandbox, ['dialstack.webrtc.v0', token]),
    );
    const tooSoon = await WirePhone.open(bed.sandbox, [SUBPROTOCOL]);
    tooSoon.sendRaw(token);
    await tooSoon.closed;
    for (const { method, path } of Object.values(operations)) {
      const url = `${bed.sandbox.apiBaseUrl}${path.replace(/\{\w+\}/, 'user_1')}?token=${token}&number=${encodeURIComponent(PUBLIC)}`;
      for (const credential of [token, bed.sandbox.apiKey, tampered(token)]) {
        const body = method === 'GET' ? {} : { body: `{"user":"${token}",` };
        await fetch(url, { method, headers: { Authorization: `Bearer ${credential}` }, ...body });
      }
    }
  });

  it.each(['cut', 'close', ...Object.keys(reconnectRules)] as const)('a connection that ends: %s', async (how) => {
    const phone = await connected({ onTokenExpiring: () => mint() });
    await active(phone);
    bed.sandbox.control.drop({ user: '101', how: how as 'cut' });
    await next(phone, 'disconnected');
    await overheard.refusal('call()', phone.call(PUBLIC));
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
});

it('what is secret would be found', async () => {
  const token = await mint();
  const sdp = overheard.description(silentOffer());
  const fault = new Error('outer', { cause: Object.assign(new Error('inner'), { request: { token } }) });
  overheard.hear('an error', fault);
  overheard.hear('a log', `calling ${PUBLIC}`);
  overheard.hear('an object', { sdp });
  overheard.hear('a hidden property', Object.defineProperty(new Error('hidden'), 'key', { value: bed.sandbox.apiKey }));
  const leaks = overheard.takeLeaks();
  for (const what of ['a token', 'a number', 'a line of SDP', 'an API key']) {
    expect(leaks).toContainEqual(expect.stringContaining(`${what} (`));
  }
  overheard.hear('a log', 'nothing');
});
