import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { EndReason } from '../../../generated/v1/messages.js';
import { closeCodeOf, type EndingErrorCode, reconnectRules } from '../../../generated/v1/protocol.js';
import type { Control } from '../../../src/sandbox/index.js';
import { DialStack } from '../../../src/server/index.js';
import { until } from '../../support/audio/until.js';
import {
  ALICE,
  answer,
  BOB,
  CAROL,
  CallRig,
  call,
  dial,
  endsAs,
  endsConnection,
  hangup,
  newReqId,
  refused,
  rings,
  settled,
  silentOffer,
  story,
  told,
} from '../../support/call-rig.js';
import { next, nodePhone } from '../../support/node-phone.js';
import { restCall } from '../../support/rest-call.js';
import { useTestbed } from '../../support/testbed.js';
import type { WirePhone } from '../../support/wire-phone.js';

// No `useCallRig`: it demands lives of calls in which frames come in order and none is lost.
const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const rig = new CallRig(bed);
const control = () => bed.sandbox.control;

afterEach(async () => {
  control().reset();
  await rig.clear();
});

const idOf = (user: number) => bed.sandbox.users[user]?.id ?? '';
const tokenOf = (user: number) => bed.sandbox.createToken(idOf(user));
const pair = async () => [await rig.connect(ALICE), await rig.connect(BOB)] as const;
const typesOf = ({ received }: WirePhone) => received.map(({ type }) => type);
const presence = async (user: number, credential?: string) =>
  restCall(bed, 'GET /v1/me/presence', { credential: credential ?? (await tokenOf(user)) });

/** For so long, the phone hears nothing, and its socket is not closed either. */
async function hearsNothing(phone: WirePhone, ms = 300): Promise<void> {
  const before = phone.received.length;
  await sleep(ms);
  expect(phone.received.slice(before)).toEqual([]);
  expect(phone.socket.readyState).toBe(phone.socket.OPEN);
}

/** Sends the ping of a request that is told from others. */
function ping(phone: WirePhone): string {
  const req_id = newReqId();
  phone.send({ type: 'ping', req_id });
  return req_id;
}

const pong = (phone: WirePhone, req_id: string) => phone.next('pong', (message) => message.req_id === req_id);

/** Watches users, and waits until it does. */
async function watch(phone: WirePhone, ...users: number[]): Promise<void> {
  phone.send({ type: 'presence.subscribe', users: users.map(idOf) });
  await phone.next('presence.list');
}

/** Opens sockets until one is not refused, as every phone does. */
async function connectOnceUp(user: number, fields: Parameters<CallRig['connect']>[1]): Promise<WirePhone> {
  let phone: WirePhone | undefined;
  await until('the service', async () => {
    phone = await rig.connect(user, fields).catch(() => undefined);
    return phone !== undefined;
  });
  return phone as WirePhone;
}

describe('drop', () => {
  it.each<['cut' | 'close', number]>([
    ['cut', 1006],
    ['close', 1000],
  ])('%s ends the connection without an error, with %i', async (how, code) => {
    const phone = await rig.connect(ALICE);
    expect(control().drop({ how })).toEqual({ phones: 1 });
    expect((await phone.closed).code).toBe(code);
    expect(typesOf(phone)).toEqual(['authenticated']);
  });

  it.each(Object.keys(reconnectRules) as EndingErrorCode[])(
    '%s ends it with that fatal error, the wait and its close code',
    async (how) => {
      const phone = await rig.connect(ALICE);
      control().drop({ how, retryAfterSeconds: 7 });
      await endsConnection(phone, how, closeCodeOf[how], { retry_after_seconds: 7 });
    },
  );

  it('names no wait unless it is told to', async () => {
    const phone = await rig.connect(ALICE);
    control().drop({ how: 'idle_timeout' });
    await endsConnection(phone, 'idle_timeout', 4408);
    expect(phone.received.at(-1)).not.toHaveProperty('retry_after_seconds');
  });

  it('is survived by an SDK phone', async () => {
    const { phone } = await nodePhone(bed, ALICE);
    await phone.connect();
    const [gone, back] = [next(phone, 'disconnected'), next(phone, 'reconnected')];
    control().drop({ how: 'cut', user: '101' });
    expect((await gone)[0]).toMatchObject({ code: 'transport_closed', fatal: false });
    await back;
    expect(phone.isConnected).toBe(true);
  });

  it('with a wait makes an SDK phone wait', async () => {
    const { phone } = await nodePhone(bed, ALICE);
    await phone.connect();
    const reconnecting = next(phone, 'reconnecting');
    control().drop({ how: 'going_away', retryAfterSeconds: 60 });
    expect((await reconnecting)[0]).toEqual({ attempt: 1, delayMs: 60_000 });
  });

  it('for good ends an SDK phone for good', async () => {
    const { phone } = await nodePhone(bed, ALICE);
    await phone.connect();
    const events: string[] = [];
    phone.on('reconnecting', () => events.push('reconnecting'));
    const [failed, gone] = [next(phone, 'error'), next(phone, 'disconnected')];
    control().drop({ how: 'session_revoked' });
    expect((await failed)[0]).toMatchObject({ code: 'session_revoked', fatal: true });
    await gone;
    expect([phone.isConnected, events]).toEqual([false, []]);
  });

  it('starts the grace time: a call is restored', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'drop' }), await rig.connect(BOB)];
    const [mine, his] = await call(alice, bob);
    control().drop({ how: 'cut', user: '101' });
    await alice.closed;
    const back = await rig.connect(ALICE, { session_id: 'drop' });
    await told({ ...mine, phone: back }, 'call.restored');
    hangup({ ...mine, phone: back });
    await endsAs(his, 'hangup');
  });
});

describe('user', () => {
  it.each<[string, () => string]>([
    ['an id', () => idOf(ALICE)],
    ['an extension', () => '101'],
    ['a number', () => '+14155550101'],
  ])('is %s: all phones of that user are meant, and nobody else', async (_, user) => {
    const phones = [await rig.connect(ALICE), await rig.connect(ALICE)];
    const others = [await rig.connect(BOB), await rig.connect(CAROL)];
    expect(control().drop({ how: 'close', user: user() })).toEqual({ phones: 2 });
    await Promise.all(phones.map(({ closed }) => closed));
    await settled(...others);
  });

  it('may be of the other account, by id or number; an extension is one of the first account', async () => {
    const olga = bed.sandbox.otherAccount.users[0];
    const phone = await rig.connect(ALICE);
    const others = await Promise.all([0, 1].map(() => connectAs(olga?.id ?? '')));
    control().freeze({ user: olga?.number ?? '' });
    const asked = others.map(ping);
    await phone.settled();
    await Promise.all(others.map((other) => hearsNothing(other)));
    control().thaw({ user: olga?.id ?? '' });
    await Promise.all(others.map((other, at) => pong(other, asked[at] ?? '')));
    control().drop({ how: 'close', user: olga?.extension ?? '' });
    await phone.closed;
    await settled(...others);
  });

  it('left out is everybody', async () => {
    const [alice, bob] = await pair();
    expect(control().drop({ how: 'cut' })).toEqual({ phones: 2 });
    await Promise.all([alice.closed, bob.closed]);
  });

  async function connectAs(id: string): Promise<WirePhone> {
    const phone = await rig.open();
    phone.send({ type: 'authenticate', session_id: newReqId(), token: await bed.sandbox.createToken(id) });
    await phone.next('authenticated');
    return phone;
  }
});

describe('freeze', () => {
  it('lets nothing through; what either side said arrives after thaw', async () => {
    const [alice, bob] = await pair();
    await watch(alice, CAROL);
    await watch(bob, ALICE);
    expect(control().freeze({ user: '101' })).toEqual({ phones: 1 });
    const asked = ping(alice);
    const dialled = newReqId();
    alice.send({ type: 'call.create', req_id: dialled, destination: '604', sdp: silentOffer() });
    await rig.connect(CAROL); // Alice watches her, and would be told.
    await hearsNothing(alice);
    await bob.settled();
    expect(typesOf(bob), 'Alice made no call').not.toContain('presence.update');
    expect(control().thaw({ user: '101' })).toEqual({ phones: 1 });
    await alice.next('presence.update', ({ user_id }) => user_id === idOf(CAROL));
    await pong(alice, asked);
    await alice.next('call.trying', ({ req_id }) => req_id === dialled);
    await bob.next('presence.update', ({ status }) => status === 'on_call');
  });

  it('is not noticed by the service: a frozen phone is still called, and rings once it thaws', async () => {
    const [alice, bob] = await pair();
    control().freeze({ user: '102' });
    const outbound = await dial(alice, '102');
    await told(outbound, 'call.ringing');
    await hearsNothing(bob, 100);
    control().thaw({ user: '102' });
    await answer(await rings(bob));
    await told(outbound, 'call.answered');
  });

  it('ends when another connection takes the session over, which gets the calls', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'frozen' }), await rig.connect(BOB)];
    const [mine] = await call(alice, bob);
    control().freeze({ user: '101' });
    const back = await rig.connect(ALICE, { session_id: 'frozen' });
    await told({ ...mine, phone: back }, 'call.restored');
    await alice.closed;
    expect(typesOf(alice)).not.toContain('error');
    await back.settled();
  });

  it('does not keep a phone from being dropped', async () => {
    const [alice, bob] = await pair();
    control().freeze({});
    control().drop({ how: 'cut', user: '101' });
    control().drop({ how: 'close', user: '102' });
    await Promise.all([alice.closed, bob.closed]);
  });
});

describe('refuse', () => {
  it('refuses the next socket with 503; the one after that opens', async () => {
    control().refuse({});
    await expect(rig.open()).rejects.toThrow(/503/);
    await rig.connect(ALICE);
  });

  it('as often as it is told, and leaves open sockets alone', async () => {
    const phone = await rig.connect(BOB);
    control().refuse({ times: 2 });
    await expect(rig.open()).rejects.toThrow(/503/);
    await expect(rig.open()).rejects.toThrow(/503/);
    await rig.connect(ALICE);
    await phone.settled();
  });

  it('counts no socket that would be refused anyhow', async () => {
    control().refuse({});
    await expect(rig.open(['something.else'])).rejects.toThrow(/400/);
    await expect(rig.open()).rejects.toThrow(/503/);
  });

  it('is outlasted by an SDK phone', async () => {
    const { phone } = await nodePhone(bed, ALICE);
    await phone.connect();
    const attempts: number[] = [];
    phone.on('reconnecting', ({ attempt }) => attempts.push(attempt));
    const back = next(phone, 'reconnected');
    control().refuse({ times: 1 });
    control().drop({ how: 'cut' });
    await back;
    expect(attempts).toEqual([1, 2]);
  });
});

describe('expireTokens', () => {
  it('ends connections at once, and makes the tokens so far useless; new ones work', async () => {
    const [token, bobsToken] = [await tokenOf(ALICE), await tokenOf(BOB)];
    const [alice, bob] = await pair();
    expect(control().expireTokens({ user: '101' })).toEqual({ phones: 1 });
    await endsConnection(alice, 'auth_expired', 4401);
    const again = await rig.open();
    again.send({ type: 'authenticate', token });
    await endsConnection(again, 'auth_expired', 4401);
    expect(await presence(ALICE, token)).toMatchObject({ status: 401, body: { code: 'token_expired' } });
    await rig.connect(ALICE);
    expect((await presence(ALICE)).status).toBe(200);
    await bob.settled();
    expect((await presence(BOB, bobsToken)).status).toBe(200);
  });

  it('needs no phone that is connected', async () => {
    const token = await tokenOf(CAROL);
    expect(control().expireTokens({ user: '103' })).toEqual({ phones: 0 });
    expect((await presence(CAROL, token)).status).toBe(401);
  });

  it('is over for an SDK phone that has no onTokenExpiring', async () => {
    const { phone } = await nodePhone(bed, ALICE);
    await phone.connect();
    const error = next(phone, 'error');
    control().expireTokens({ user: '101' });
    expect((await error)[0]).toMatchObject({ code: 'auth_expired', fatal: true });
    expect(phone.isConnected).toBe(false);
  });

  it('is survived by one that has', async () => {
    const { phone } = await nodePhone(bed, ALICE, { onTokenExpiring: () => tokenOf(ALICE) });
    await phone.connect();
    const back = next(phone, 'reconnected');
    control().expireTokens({ user: '101' });
    await back;
    expect(await phone.getPresence()).toMatchObject({ status: 'available' });
  });
});

describe('revokeTokens', () => {
  it('is learnt when the phone next dials; a new token works', async () => {
    const token = await tokenOf(ALICE);
    const [alice, bob] = await pair();
    control().revokeTokens({ user: '101' });
    await settled(alice, bob);
    alice.send({ type: 'call.create', destination: '600', sdp: silentOffer() });
    await endsConnection(alice, 'session_revoked', 4403);
    expect(await presence(ALICE, token)).toMatchObject({ status: 401, body: { code: 'session_revoked' } });
    await endsAs(await dial(await rig.connect(ALICE), '603'), 'busy');
  });

  it('is learnt when the phone is next called, which reaches nobody', async () => {
    const alice = await rig.connect(ALICE);
    control().revokeTokens({ user: '101' });
    expect(() => control().ring({ user: '101' })).toThrow(/no-answer/);
    await endsConnection(alice, 'session_revoked', 4403);
  });
});

describe('moveNetwork', () => {
  const ELSEWHERE = '203.0.113.7';
  const setAddress = async (user: number) =>
    restCall(bed, 'POST /v1/me/emergency-address', {
      credential: await tokenOf(user),
      body: { street: '1 Market Street', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' },
    });

  beforeAll(() => setAddress(BOB));

  it('is told to phones whose emergency address is bound to another network, now and at the next connection', async () => {
    const bob = await rig.connect(BOB);
    expect(control().moveNetwork({ user: '102', address: ELSEWHERE })).toEqual({ phones: 1 });
    await bob.next('network.changed');
    const second = await rig.connect(BOB);
    await second.next('network.changed');
    expect(control().status().phones).toContainEqual(
      expect.objectContaining({ user: idOf(BOB), network: ELSEWHERE, connected: true }),
    );
  });

  it('is over when they are back', async () => {
    control().moveNetwork({ user: '102', address: ELSEWHERE });
    expect(control().moveNetwork({ user: '102' })).toEqual({ phones: 0 });
    const bob = await rig.connect(BOB);
    control().moveNetwork({ user: '102', address: ELSEWHERE });
    await bob.next('network.changed');
    control().moveNetwork({ user: '102' });
    const third = await rig.connect(BOB);
    await settled(bob, third);
    expect([typesOf(bob), typesOf(third)].flat().filter((type) => type === 'network.changed')).toHaveLength(1);
  });

  it('is nobody else’s concern, nor that of a phone without an emergency address', async () => {
    const [alice, bob] = await pair();
    control().moveNetwork({ user: '101', address: ELSEWHERE });
    await settled(alice, bob, await rig.connect(ALICE));
    expect([...typesOf(alice), ...typesOf(bob)]).not.toContain('network.changed');
  });

  it('binds an address that is set elsewhere to elsewhere', async () => {
    control().moveNetwork({ user: '103', address: ELSEWHERE });
    await setAddress(CAROL);
    const carol = await rig.connect(CAROL);
    control().moveNetwork({ user: '103', address: ELSEWHERE });
    await carol.settled();
    expect(typesOf(carol)).not.toContain('network.changed');
    control().moveNetwork({ user: '103' });
    await carol.next('network.changed');
  });

  it('is the event of an SDK phone', async () => {
    const { phone } = await nodePhone(bed, BOB);
    await phone.connect();
    const changed = next(phone, 'network.changed');
    control().moveNetwork({ user: '102', address: ELSEWHERE });
    await changed;
  });
});

describe('the reply to a message', () => {
  it('is late, and what was asked is done at once: the called phone rings before the caller has call.trying', async () => {
    const [alice, bob] = await pair();
    control().delayReply({ to: 'call.create', ms: 1000 });
    const [req_id, asked] = [newReqId(), performance.now()];
    alice.send({ type: 'call.create', req_id, destination: '102', sdp: silentOffer() });
    await rings(bob);
    await alice.settled();
    expect(typesOf(alice)).not.toContain('call.trying');
    await alice.next('call.trying', (trying) => trying.req_id === req_id);
    expect(performance.now() - asked).toBeGreaterThan(990);
  });

  it('is lost, and what was asked is done: the watch is in force', async () => {
    const [alice, bob] = await pair();
    control().loseReply({ to: 'presence.subscribe', user: '101' });
    alice.send({ type: 'presence.subscribe', req_id: newReqId(), users: [idOf(BOB)] });
    await alice.settled();
    expect(typesOf(alice)).not.toContain('presence.list');
    await bob.close();
    await alice.next('presence.update', ({ status }) => status === 'offline');
  });

  it('is an error, and nothing is done: nobody rings', async () => {
    const [alice, bob] = await pair();
    control().failReply({ to: 'call.create', code: 'reachability_unavailable', retryAfterSeconds: 3 });
    const req_id = newReqId();
    alice.send({ type: 'call.create', req_id, destination: '102', sdp: silentOffer() });
    expect(await refused(alice, 'reachability_unavailable', { req_id })).toMatchObject({ retry_after_seconds: 3 });
    await settled(alice, bob);
    expect([...typesOf(alice), ...typesOf(bob)].filter((type) => type.startsWith('call.'))).toEqual([]);
  });

  it('is internal_error when no code is given', async () => {
    const phone = await rig.connect(ALICE);
    control().failReply({ to: 'ping' });
    const req_id = ping(phone);
    await refused(phone, 'internal_error', { req_id });
    await phone.settled();
  });

  it('that fails rejects the call() of an SDK phone with that code', async () => {
    const { phone } = await nodePhone(bed, ALICE);
    await phone.connect();
    control().failReply({ to: 'call.create', code: 'rate_limited', retryAfterSeconds: 2 });
    await expect(phone.call('600')).rejects.toMatchObject({ code: 'rate_limited', retryAfterMs: 2000, fatal: false });
    expect(phone.activeCalls).toEqual([]);
  });

  it('that is late is overtaken by later replies, one of them each time', async () => {
    const phone = await rig.connect(ALICE);
    control().delayReply({ to: 'ping', ms: 300, times: 2 });
    const asked = [ping(phone), ping(phone), ping(phone)];
    await Promise.all(asked.map((req_id) => pong(phone, req_id)));
    const order = phone.received.flatMap((message) => (message.type === 'pong' ? [message.req_id] : []));
    expect(order).toEqual([asked[2], asked[0], asked[1]]);
  });

  it('befalls the next so many, of that user alone', async () => {
    const [alice, bob] = await pair();
    control().failReply({ to: 'ping', user: '+14155550101', times: 2 });
    await bob.settled();
    for (const req_id of [ping(alice), ping(alice)]) await refused(alice, 'internal_error', { req_id });
    await settled(alice, bob);
  });

  it('befalls authenticate of that user alone', async () => {
    control().failReply({ to: 'authenticate', user: '102', code: 'internal_error' });
    await rig.connect(ALICE);
    const bob = await rig.open();
    const authenticate = { type: 'authenticate', req_id: 'r1', token: await tokenOf(BOB) } as const;
    bob.send(authenticate);
    await refused(bob, 'internal_error', { req_id: 'r1' });
    bob.send(authenticate);
    await bob.next('authenticated');
  });

  it('without a req_id cannot be told from other frames: the next that has one is befallen', async () => {
    const phone = await rig.connect(ALICE);
    control().loseReply({ to: 'ping' });
    phone.send({ type: 'ping' });
    await phone.next('pong');
    const lost = ping(phone);
    await phone.settled();
    expect(phone.received).not.toContainEqual(expect.objectContaining({ req_id: lost }));
  });

  it('to authenticate that is lost lets an SDK phone wait, and its connect() be given up', async () => {
    const { phone } = await nodePhone(bed, ALICE);
    control().loseReply({ to: 'authenticate', user: '101' });
    const stop = new AbortController();
    const connecting = phone.connect({ signal: stop.signal });
    await bed.tap.seen('client', 'authenticate');
    await until('the session', () =>
      control()
        .status()
        .phones.some(({ connected }) => connected),
    );
    stop.abort(new Error('enough'));
    await expect(connecting).rejects.toThrow('enough');
  });
});

describe('the reply to a REST operation', () => {
  it('is refused with a status of the contract, and Retry-After', async () => {
    control().failReply({ to: 'getIceServers', status: 429, retryAfterSeconds: 3 });
    const { status, headers, body } = await restCall(bed, 'GET /v1/webrtc/ice-servers', {
      credential: await tokenOf(ALICE),
    });
    expect({ status, body }).toMatchObject({ status: 429, body: { code: 'rate_limited', type: 'rate_limit_error' } });
    expect(headers.get('retry-after')).toBe('3');
  });

  it('429 has a Retry-After even when none was given, and 500 is what is meant without a status', async () => {
    const credential = await tokenOf(ALICE);
    control().failReply({ to: 'getIceServers', status: 429 });
    const limited = await restCall(bed, 'GET /v1/webrtc/ice-servers', { credential });
    expect(limited.headers.get('retry-after')).toBe('1');
    control().failReply({ to: 'getIceServers' });
    const failed = await restCall(bed, 'GET /v1/webrtc/ice-servers', { credential });
    expect(failed).toMatchObject({ status: 500, body: { code: 'internal_error' } });
    expect((await restCall(bed, 'GET /v1/webrtc/ice-servers', { credential })).status).toBe(200);
  });

  it('is what connect() of an SDK phone rejects with, for that user alone', async () => {
    const [{ phone: alice }, { phone: bob }] = [await nodePhone(bed, ALICE), await nodePhone(bed, BOB)];
    control().failReply({ to: 'getIceServers', status: 429, retryAfterSeconds: 3, user: '101' });
    await bob.connect();
    await expect(alice.connect()).rejects.toMatchObject({ code: 'ice_fetch_failed', retryAfterMs: 3000 });
    await alice.connect();
  });

  it('is late: what was asked is done, but the answer takes its time', async () => {
    control().delayReply({ to: 'setPresence', ms: 600 });
    const { phone: alice } = await nodePhone(bed, ALICE);
    const bob = await rig.connect(BOB);
    await alice.connect();
    await watch(bob, ALICE);
    const asked = performance.now();
    let isDone = false;
    const done = alice.setPresence('away').then(() => {
      isDone = true;
    });
    await bob.next('presence.update', ({ status }) => status === 'away');
    expect(isDone).toBe(false);
    await done;
    expect(performance.now() - asked).toBeGreaterThan(590);
    await alice.setPresence('available');
  });

  it('is lost: whoever waits gives up, but others see what was set', async () => {
    const [alice, bob] = await pair();
    await watch(bob, ALICE);
    control().loseReply({ to: 'setPresence', user: '101' });
    const stop = new AbortController();
    const asked = fetch(`${bed.apiBaseUrl}/v1/me/presence`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${await tokenOf(ALICE)}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ status: 'away' }),
      signal: stop.signal,
    });
    await bob.next('presence.update', ({ status }) => status === 'away');
    stop.abort();
    await expect(asked).rejects.toThrow(/abort/);
    const { body } = await presence(ALICE);
    expect(body).toMatchObject({ status: 'away' });
    await restCall(bed, 'PUT /v1/me/presence', { credential: await tokenOf(ALICE), body: { status: 'available' } });
    await alice.settled();
  });

  it('is lost, and the server SDK asks again with its idempotency key: there is one user', async () => {
    const keys: (string | null)[] = [];
    const counting = (url: string, init: RequestInit) => {
      keys.push(new Headers(init.headers).get('Idempotency-Key'));
      return fetch(url, init);
    };
    const dialstack = new DialStack(bed.sandbox.apiKey, {
      apiBaseUrl: bed.apiBaseUrl,
      timeoutMs: 3000,
      fetch: counting as typeof fetch,
    });
    control().loseReply({ to: 'createUser' });
    const user = await dialstack.users.create({ name: 'Once Only' }, { dialstackAccount: bed.sandbox.accountId });
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    const { body } = await restCall(bed, 'GET /v1/me/directory?limit=100', { credential: await tokenOf(ALICE) });
    expect((body.data as object[]).filter((one) => Object.values(one).includes('Once Only'))).toEqual([
      { user: user.id, display_name: 'Once Only' },
    ]);
  });
});

describe('a frame', () => {
  it('is late, and those after it overtake it', async () => {
    const phone = await rig.connect(ALICE);
    control().delayFrame({ type: 'call.ringing', ms: 1000 });
    const end = await dial(phone, '600');
    await told(end, 'call.ringing');
    expect(story(end)).toEqual(['trying', 'answered', 'ringing']);
  });

  it('never comes', async () => {
    const phone = await rig.connect(ALICE);
    control().loseFrame({ type: 'call.ringing' });
    const [lacking, whole] = [await dial(phone, '600'), await dial(phone, '600')];
    await told(lacking, 'call.answered');
    await told(whole, 'call.answered');
    expect([story(lacking), story(whole)]).toEqual([
      ['trying', 'answered'],
      ['trying', 'ringing', 'answered'],
    ]);
  });

  it('is lost so many times, to one user', async () => {
    const [alice, bob] = await pair();
    control().loseFrame({ type: 'pong', user: '102', times: 2 });
    await alice.settled();
    const asked = [ping(bob), ping(bob), ping(bob)];
    await pong(bob, asked[2] ?? '');
    expect(typesOf(bob)).toEqual(['authenticated', 'pong']);
  });

  it('may be one that authenticate brings: a call that is not restored ends on an SDK phone', async () => {
    const { phone } = await nodePhone(bed, ALICE);
    await phone.connect();
    const incoming = next(phone, 'incoming');
    control().ring({ user: '101' });
    const [ringing] = await incoming;
    const ended = new Promise((resolve) => ringing.once('ended', resolve));
    control().loseFrame({ type: 'call.restored', user: '101' });
    control().drop({ how: 'cut', user: '101' });
    await next(phone, 'reconnected');
    await ended;
    expect(phone.activeCalls).toEqual([]);
  });
});

describe('ring', () => {
  it('is an incoming call of a stranger; who answers hears a tone of 1000 Hz', async () => {
    const bob = await rig.connect(BOB);
    const { calls } = control().ring({ user: '102' });
    const inbound = await rings(bob);
    expect(calls).toEqual([inbound.callId]);
    expect(inbound.incoming).toMatchObject({ from: '+12125550199', from_name: 'Sandbox Caller', to: '+14155550102' });
    const { media } = await rig.answerAudibly(inbound, 620);
    await media.hears(1000);
    hangup(inbound);
    await endsAs(inbound, 'hangup');
  });

  it('shows who calls as it is told, and may have another service speak', async () => {
    const bob = await rig.connect(BOB);
    control().ring({ user: '102', from: '+13125550142', fromName: 'Aunt May', service: '600' });
    const inbound = await rings(bob);
    expect(inbound.incoming).toMatchObject({ from: '+13125550142', from_name: 'Aunt May' });
    const { media } = await rig.answerAudibly(inbound, 620);
    await media.hears(620);
  });

  it('rings every phone of the user; the others end when one has it', async () => {
    const phones = [await rig.connect(BOB), await rig.connect(BOB)] as const;
    const carol = await rig.connect(CAROL);
    const { calls } = control().ring({ user: '102' });
    const [first, second] = [await rings(phones[0]), await rings(phones[1])];
    expect(new Set(calls)).toEqual(new Set([first.callId, second.callId]));
    await answer(first);
    await endsAs(second, 'hangup', { answered_elsewhere: true });
    await carol.settled();
    expect(typesOf(carol)).not.toContain('call.incoming');
  });

  it('is the incoming event of an SDK phone; hangup then is a caller that gave up', async () => {
    const { phone } = await nodePhone(bed, BOB);
    await phone.connect();
    const incoming = next(phone, 'incoming');
    const { calls } = control().ring({ user: '102', from: '+13125550142', fromName: 'Aunt May' });
    const [ringing] = await incoming;
    expect(ringing).toMatchObject({ id: calls[0], from: '+13125550142', fromName: 'Aunt May', direction: 'inbound' });
    const ended = new Promise((resolve) => ringing.once('ended', resolve));
    control().hangup({ call: ringing.id });
    expect(await ended).toBe('hangup');
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['nobody is connected', async () => {}, /The phones of 103 do not ring: no-answer\./],
    [
      'the user does not want calls',
      async () => {
        await rig.connect(CAROL);
        await restCall(bed, 'PUT /v1/me/presence', { credential: await tokenOf(CAROL), body: { status: 'dnd' } });
      },
      /The phones of 103 do not ring: busy\./,
    ],
  ])('is refused in words when %s', async (_, prepare, words) => {
    onTestFinished(async () => {
      await restCall(bed, 'PUT /v1/me/presence', { credential: await tokenOf(CAROL), body: { status: 'available' } });
    });
    await prepare();
    expect(() => control().ring({ user: '103' })).toThrow(
      expect.objectContaining({ name: 'ControlError', status: 409, message: expect.stringMatching(words) }),
    );
  });
});

describe('answer', () => {
  it('lets somebody answer where nobody would, and be heard', async () => {
    const outbound = await rig.dialAudibly(await rig.connect(ALICE), '604', 620);
    await told(outbound, 'call.ringing');
    control().answer({ call: outbound.callId });
    await Promise.all([rig.hasAnswer(outbound), told(outbound, 'call.answered')]);
    await outbound.media.hears(620); // 600, the echo
    expect(story(outbound)).toEqual(['trying', 'ringing', 'answered']);
  });

  it('ends the ringing of the user who was called, and another service may speak', async () => {
    const [alice, bob] = await pair();
    const outbound = await rig.dialAudibly(alice, '102', 620);
    const inbound = await rings(bob);
    control().answer({ call: outbound.callId, service: '601' });
    await endsAs(inbound, 'hangup');
    await Promise.all([rig.hasAnswer(outbound), told(outbound, 'call.answered')]);
    await outbound.media.hears(1000);
    await settled(alice, bob);
    expect(story(outbound)).toEqual(['trying', 'ringing', 'answered']);
  });
});

describe('hangup', () => {
  it.each<EndReason>(['hangup', 'no-answer', 'busy', 'failed', 'transferred', 'rejected'])(
    'ends a call that is up with %s',
    async (reason) => {
      const outbound = await dial(await rig.connect(ALICE), '600');
      await told(outbound, 'call.answered');
      control().hangup({ call: outbound.callId, reason });
      await endsAs(outbound, reason, { duration_seconds: expect.any(Number) });
    },
  );

  it('ends a call that rings, and the ringing', async () => {
    const [alice, bob] = await pair();
    const outbound = await dial(alice, '102');
    const inbound = await rings(bob);
    control().hangup({ call: outbound.callId, reason: 'busy' });
    await endsAs(outbound, 'busy', { duration_seconds: null });
    await endsAs(inbound, 'hangup');
  });

  it('between two phones ends both ends', async () => {
    const [mine, his] = await call(...(await pair()));
    control().hangup({ call: mine.callId });
    await endsAs(mine, 'hangup');
    await endsAs(his, 'hangup');
  });
});

it('hold and resume are the far side’s', async () => {
  const outbound = await dial(await rig.connect(ALICE), '600');
  await told(outbound, 'call.answered');
  control().hold({ call: outbound.callId });
  expect(await told(outbound, 'call.held')).toMatchObject({ held_by: 'remote' });
  control().resume({ call: outbound.callId });
  await told(outbound, 'call.resumed');
  expect(story(outbound)).toEqual(['trying', 'ringing', 'answered', 'held remote', 'resumed']);
});

it('a far side that is a phone is told, too', async () => {
  const [mine, his] = await call(...(await pair()));
  control().hold({ call: mine.callId });
  expect(await told(mine, 'call.held')).toMatchObject({ held_by: 'remote' });
  expect(await told(his, 'call.held')).toMatchObject({ held_by: 'local' });
});

describe('restart', () => {
  it('says going_away, answers nobody, and then has the calls', async () => {
    const [alice, bob] = [
      await rig.connect(ALICE, { session_id: 'restart-a' }),
      await rig.connect(BOB, { session_id: 'restart-b' }),
    ];
    const [mine, his] = await call(alice, bob);
    const token = await tokenOf(ALICE);
    const down = performance.now();
    expect(control().restart({ downMs: 1500 })).toEqual({ phones: 2 });
    for (const phone of [alice, bob]) await endsConnection(phone, 'going_away', 1001, { retry_after_seconds: 2 });
    await expect(rig.open()).rejects.toThrow();
    await expect(presence(ALICE, token)).rejects.toThrow();
    const back = await connectOnceUp(ALICE, { session_id: 'restart-a' });
    expect(performance.now() - down).toBeGreaterThan(1490);
    expect(back.received[0]).toMatchObject({ type: 'authenticated', reconnected: true });
    expect(await told({ ...mine, phone: back }, 'call.restored')).toMatchObject({ state: 'active' });
    const bobBack = await rig.connect(BOB, { session_id: 'restart-b' });
    await told({ ...his, phone: bobBack }, 'call.restored');
    expect((await presence(ALICE, token)).status).toBe(200);
    hangup({ ...mine, phone: back });
    await endsAs({ ...his, phone: bobBack }, 'hangup');
  });

  it('without keepCalls has none, and ends none in words', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'restart-c' }), await rig.connect(BOB)];
    await call(alice, bob);
    control().restart({ downMs: 100, keepCalls: false });
    await Promise.all([endsConnection(alice, 'going_away', 1001), endsConnection(bob, 'going_away', 1001)]);
    expect(typesOf(alice)).not.toContain('call.ended');
    const back = await connectOnceUp(ALICE, { session_id: 'restart-c' });
    await back.settled();
    expect(back.received[0]).not.toHaveProperty('reconnected', true);
    expect(typesOf(back)).not.toContain('call.restored');
    expect(
      control()
        .status()
        .phones.flatMap(({ calls }) => calls),
    ).toEqual([]);
  });

  it('is survived by an SDK phone', async () => {
    const { phone } = await nodePhone(bed, ALICE);
    await phone.connect();
    const [gone, back] = [next(phone, 'disconnected'), next(phone, 'reconnected')];
    control().restart({ downMs: 300 });
    expect((await gone)[0]).toMatchObject({ code: 'going_away', retryAfterMs: 1000 });
    await back;
  });

  it('ends with reset', async () => {
    control().restart({ downMs: 60_000 });
    await expect(rig.open()).rejects.toThrow();
    control().reset();
    await rig.connect(ALICE);
  });
});

it('reset: whatever was asked for does not happen any more', async () => {
  await restCall(bed, 'POST /v1/me/emergency-address', {
    credential: await tokenOf(BOB),
    body: { street: '1 Market Street', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' },
  });
  const alice = await rig.connect(ALICE);
  control().freeze({});
  const asked = ping(alice);
  control().refuse({ times: 5 });
  control().loseReply({ to: 'ping', times: 5 });
  control().loseFrame({ type: 'pong', times: 5 });
  control().failReply({ to: 'getPresence', times: 5 });
  control().moveNetwork({ user: '102', address: '203.0.113.7' }); // no phone of whom is connected
  control().reset();
  await pong(alice, asked);
  await alice.settled();
  expect((await presence(ALICE)).status).toBe(200);
  const bob = await rig.connect(BOB);
  await bob.settled();
  expect(typesOf(bob)).toEqual(['authenticated', 'pong']);
});

describe('status', () => {
  // A sandbox that no other test has left phones to, in their grace time.
  const bed = useTestbed();
  const rig = new CallRig(bed);
  const control = () => bed.sandbox.control;
  const idOf = (user: number) => bed.sandbox.users[user]?.id ?? '';
  afterEach(() => rig.clear());

  it('tells who is connected, from where, and what calls there are', async () => {
    const [alice] = [await rig.connect(ALICE), await rig.connect(BOB)];
    const outbound = await dial(alice, '102');
    await told(outbound, 'call.ringing');
    alice.send({ type: 'call.mute', call_id: outbound.callId });
    await alice.settled();
    const common = { from: '+14155550101', to: '+14155550102', state: 'ringing', digits: '' };
    expect(control().status().phones).toEqual([
      {
        user: idOf(ALICE),
        extension: '101',
        connected: true,
        network: '127.0.0.1',
        calls: [{ ...common, id: outbound.callId, direction: 'outbound', muted: true }],
      },
      {
        user: idOf(BOB),
        extension: '102',
        connected: true,
        network: '127.0.0.1',
        calls: [{ ...common, id: expect.stringMatching(/^call_/), direction: 'inbound', muted: false }],
      },
    ]);
  });

  it('tells the digits that a phone dialled during a call', async () => {
    const outbound = await rig.dialAudibly(await rig.connect(ALICE), '601');
    await rig.hasAnswer(outbound);
    outbound.media.press('42#');
    const digits = () => control().status().phones[0]?.calls[0]?.digits;
    await expect.poll(digits).toBe('42#');
  });

  it('keeps a phone that dropped in its grace time, and forgets one without calls', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'status' }), await rig.connect(BOB)];
    const outbound = await dial(alice, '604');
    control().drop({ how: 'cut' });
    await Promise.all([alice.closed, bob.closed]);
    const phones = () => control().status().phones;
    await expect.poll(phones).toMatchObject([{ user: idOf(ALICE), connected: false, calls: [{ state: 'ringing' }] }]);
    const back = await rig.connect(ALICE, { session_id: 'status' });
    await told({ ...outbound, phone: back }, 'call.restored');
    expect(phones()).toMatchObject([{ connected: true }]);
  });
});

describe('what cannot be done is a ControlError that says why:', () => {
  it.each<[string, 400 | 404 | 409, (control: Control) => unknown, RegExp]>([
    ['an unknown user', 404, (c) => c.drop({ user: '999', how: 'cut' }), /no user 999\. Use an id, an extension/],
    ['an unknown user of a fault', 404, (c) => c.loseReply({ to: 'ping', user: 'Alice' }), /no user Alice/],
    ['an empty user', 400, (c) => c.expireTokens({ user: '' }), /expireTokens: user must be/],
    ['nobody who is connected', 409, (c) => c.freeze({ user: '103' }), /No phone of 103 is connected/],
    ['nobody at all', 409, (c) => c.drop({ how: 'close' }), /No phone is connected/],
    ['an unknown call', 404, (c) => c.hangup({ call: 'call_1' }), /There is no call call_1/],
    ['an unknown call to answer', 404, (c) => c.answer({ call: 'call_1' }), /There is no call call_1/],
    [
      'a negative time',
      400,
      (c) => c.delayReply({ to: 'ping', ms: -1 }),
      /ms must be a whole number from 0 to 600000, not -1/,
    ],
    ['too long a time', 400, (c) => c.delayFrame({ type: 'pong', ms: 600_001 }), /ms must be a whole number/],
    ['no number', 400, (c) => c.restart({ downMs: Number.NaN }), /downMs must be a whole number.*not NaN/],
    ['never', 400, (c) => c.refuse({ times: 0 }), /times must be a whole number from 1 to/],
    ['half a time', 400, (c) => c.loseFrame({ type: 'pong', times: 1.5 }), /times must be a whole number from 1 to/],
    ['a wait of nothing', 400, (c) => c.drop({ how: 'going_away', retryAfterSeconds: 0 }), /retryAfterSeconds must be/],
    ['half a second', 400, (c) => c.failReply({ to: 'ping', retryAfterSeconds: 0.5 }), /retryAfterSeconds must be/],
    [
      'a success',
      400,
      (c) => c.failReply({ to: 'getPresence', status: 200 }),
      /status must be a whole number from 400/,
    ],
    [
      'a status of none',
      400,
      (c) => c.failReply({ to: 'getPresence', status: 418 }),
      /status must be one of 401, 429, 500, because getPresence has no answer 418/,
    ],
    ['what has no reply', 400, (c) => c.loseReply({ to: 'call.mute' as 'ping' }), /to must be one of authenticate/],
    ['what is no frame', 400, (c) => c.loseFrame({ type: 'ping' as 'pong' }), /type must be one of sdp\.offer/],
    [
      'a user of what the API key asks for',
      400,
      (c) => c.loseReply({ to: 'createUser', user: '101' }),
      /createUser is called with the API key.*Leave user out/,
    ],
  ])('%s', (_, status, act, words) => {
    expect(() => act(control())).toThrow(
      expect.objectContaining({ name: 'ControlError', status, message: expect.stringMatching(words) }),
    );
  });

  it.each<[string, 400 | 409, (call: string) => unknown, RegExp]>([
    ['to answer what is answered', 409, (id) => control().answer({ call: id }), /is not waiting for an answer/],
    [
      'a service that is none',
      400,
      () => control().ring({ user: '101', service: '700' as '600' }),
      /service must be one of 600, 601/,
    ],
    [
      'a service that is busy',
      400,
      () => control().ring({ user: '101', service: '603' as '600' }),
      /service must be one of 600, 601/,
    ],
    ['too long a number', 400, () => control().ring({ user: '101', from: '1'.repeat(33) }), /from must be a number/],
    [
      'too long a name',
      400,
      () => control().ring({ user: '101', fromName: 'x'.repeat(257) }),
      /fromName must be a name/,
    ],
  ])('%s', async (_, status, act, words) => {
    const end = await dial(await rig.connect(ALICE), '600');
    await told(end, 'call.answered');
    expect(() => act(end.callId)).toThrow(
      expect.objectContaining({ name: 'ControlError', status, message: expect.stringMatching(words) }),
    );
    await end.phone.settled();
    expect(typesOf(end.phone)).not.toContain('call.incoming');
  });

  it('to hold a call that is not answered, or one whose caller is a phone', async () => {
    const [alice, bob] = await pair();
    const outbound = await dial(alice, '102');
    const inbound = await rings(bob);
    expect(() => control().hold({ call: outbound.callId })).toThrow(/is not answered yet/);
    expect(() => control().hangup({ call: inbound.callId })).toThrow(/Use the id of the caller's call/);
    await settled(alice, bob);
    expect(story(inbound)).toEqual(['incoming']);
  });
});
