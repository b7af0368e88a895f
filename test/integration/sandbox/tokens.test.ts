import { connect } from 'node:net';
import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ClientMessage } from '../../../generated/v1/messages.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.js';
import {
  ALICE,
  BOB,
  CAROL,
  call,
  dial,
  endsAs,
  endsConnection,
  refused,
  rings,
  settled,
  silentAnswer,
  silentOffer,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import { restCall } from '../../support/rest-call.js';

const rig = useCallRig();
const { bed } = rig;

const idOf = (user: number) => bed.sandbox.users[user]?.id ?? '';
const tokenOf = (user: number, ttlSeconds?: number) => bed.sandbox.createToken(idOf(user), ttlSeconds);
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;
const revoke = (user: number) =>
  restCall(bed, `POST /v1/users/${idOf(user)}/revoke_sessions`, { credential: bed.sandbox.apiKey, body: {} });

/** A token that has just expired. */
async function expiredToken(): Promise<string> {
  const token = await tokenOf(ALICE, 1);
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  await new Promise((resolve) => setTimeout(resolve, exp * 1000 - Date.now() + 5));
  return token;
}

const forged = (claims: Record<string, unknown>, subject: string) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setExpirationTime(inAnHour())
    .sign(Buffer.alloc(32, 7));

/** The parts of a good token, to be put together wrongly. */
async function parts(user: number): Promise<[string, string, string]> {
  const [head = '', claims = '', signature = ''] = (await tokenOf(user)).split('.');
  return [head, claims, signature];
}

async function withOtherSubject(): Promise<string> {
  const [head, claims, signature] = await parts(ALICE);
  const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), sub: idOf(BOB) };
  return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

async function ofAnotherSandbox(): Promise<string> {
  const other: Sandbox = await startSandbox();
  const token = await other.createToken(other.users[0]?.id ?? '');
  await other.stop();
  return token;
}

describe.each<[string, () => Promise<string> | string]>([
  ['garbage', () => 'garbage'],
  ['three parts of garbage', () => 'a.b.c'],
  ['not signed (alg none)', () => new UnsecuredJWT({}).setSubject(idOf(ALICE)).setExpirationTime(inAnHour()).encode()],
  ['without its signature', async () => `${(await parts(ALICE)).slice(0, 2).join('.')}.`],
  ["of Alice, with Bob's subject", withOtherSubject],
  ['signed with another key', () => forged({ minted_ms: Date.now() }, idOf(ALICE))],
  ['of an unknown user', () => forged({}, 'user_unknown')],
  ['of another service', ofAnotherSandbox],
  ['the API key', () => bed.sandbox.apiKey],
])('a token that is %s', (_, make) => {
  it('ends the connection with 4401 auth_failed', async () => {
    const phone = await rig.open();
    phone.send({ type: 'authenticate', req_id: 'r1', token: await make() });
    await endsConnection(phone, 'auth_failed', 4401, { req_id: 'r1' });
  });

  it('is refused by REST with 401', async () => {
    const { status, body } = await restCall(bed, 'GET /v1/me/presence', { credential: await make() });
    expect({ status, body }).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
  });
});

describe('a token that has expired', () => {
  let expired = '';
  beforeAll(async () => {
    expired = await expiredToken();
  });

  it('ends the connection with 4401 auth_expired', async () => {
    const phone = await rig.open();
    phone.send({ type: 'authenticate', token: expired });
    await endsConnection(phone, 'auth_expired', 4401);
  });

  it('is refused by REST with 401', async () => {
    const { status, body } = await restCall(bed, 'GET /v1/me/presence', { credential: expired });
    expect({ status, body }).toMatchObject({ status: 401, body: { code: 'token_expired' } });
  });

  it('is refused by auth.refresh with an auth_expired that is not fatal', async () => {
    const phone = await rig.connect(ALICE);
    phone.send({ type: 'auth.refresh', req_id: 'r1', token: expired });
    await refused(phone, 'auth_expired', { req_id: 'r1' });
    await phone.settled();
  });
});

describe('auth.refresh', () => {
  it('is answered by auth.refreshed, echoing req_id', async () => {
    const phone = await rig.connect(ALICE);
    phone.send({ type: 'auth.refresh', req_id: 'r1', token: await tokenOf(ALICE) });
    expect(await phone.next('auth.refreshed')).toEqual({ type: 'auth.refreshed', req_id: 'r1' });
  });

  it.each<[string, () => Promise<string> | string]>([
    ['garbage', () => 'garbage'],
    ["another user's", () => tokenOf(BOB)],
    ['forged', () => forged({}, idOf(ALICE))],
  ])('refuses a token that is %s with an auth_failed that is not fatal', async (_, make) => {
    const phone = await rig.connect(ALICE);
    phone.send({ type: 'auth.refresh', req_id: 'r1', token: await make() });
    await refused(phone, 'auth_failed', { req_id: 'r1' });
    await phone.settled();
  });

  it('refuses a token that was revoked', async () => {
    const old = await tokenOf(ALICE);
    await revoke(ALICE);
    const phone = await rig.connect(ALICE);
    phone.send({ type: 'auth.refresh', req_id: 'r1', token: old });
    await refused(phone, 'auth_failed', { req_id: 'r1' });
  });

  it('swaps the expiry, too: a refreshed phone outlives its first token; one that only pings does not, nor one whose refresh was refused', async () => {
    const token = await tokenOf(ALICE, 3);
    const open = async () => {
      const phone = await rig.open();
      phone.send({ type: 'authenticate', token });
      await phone.next('authenticated');
      return phone;
    };
    const [refreshed, pinging, refusedOne] = [await open(), await open(), await open()];
    refreshed.send({ type: 'auth.refresh', token: await tokenOf(ALICE) });
    refusedOne.send({ type: 'auth.refresh', req_id: 'r1', token: await tokenOf(BOB) });
    await refused(refusedOne, 'auth_failed', { req_id: 'r1' });
    const beat = setInterval(() => pinging.send({ type: 'ping' }), 100);
    await endsConnection(refusedOne, 'auth_expired', 4401);
    clearInterval(beat);
    await endsConnection(pinging, 'auth_expired', 4401);
    await refreshed.settled();
  });
});

describe('revoking the sessions of a user', () => {
  it('ends a new connection with an older token: 4403 session_revoked', async () => {
    const token = await tokenOf(BOB);
    await revoke(BOB);
    const phone = await rig.open();
    phone.send({ type: 'authenticate', req_id: 'r1', token });
    await endsConnection(phone, 'session_revoked', 4403, { req_id: 'r1' });
  });

  it('reaches a connected phone when it places a call, not before', async () => {
    const phone = await rig.connect(BOB);
    await revoke(BOB);
    await phone.settled();
    phone.send({ type: 'call.create', req_id: 'r1', destination: '600', sdp: silentOffer() });
    await endsConnection(phone, 'session_revoked', 4403);
    expect(phone.received.map(({ type }) => type)).not.toContain('call.trying');
  });

  it('reaches a connected phone when it is called, and that phone does not ring', async () => {
    const [alice, revokedPhone] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await revoke(BOB);
    const current = await rig.connect(BOB);
    const outbound = await dial(alice, '102');
    await endsConnection(revokedPhone, 'session_revoked', 4403);
    const inbound = await rings(current);
    current.send({ type: 'call.reject', call_id: inbound.callId });
    await endsAs(outbound, 'rejected');
    expect(revokedPhone.received.map(({ type }) => type)).not.toContain('call.incoming');
  });

  /** A call that is up, of a phone whose sessions were revoked since; and another one that rings there. */
  async function revokedInACall() {
    const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
    const [mine, other] = await call(bob, alice, '101');
    await dial(carol, '102');
    const ringing = await rings(bob);
    await told(ringing, 'sdp.offer');
    await revoke(BOB);
    return { alice, bob, carol, mine, other, ringing };
  }

  type Revoked = Awaited<ReturnType<typeof revokedInACall>>;

  it.each<[string, (revoked: Revoked) => ClientMessage]>([
    ['a call', () => ({ type: 'call.create', destination: '103', sdp: silentOffer() })],
    ['a transfer', ({ mine }) => ({ type: 'call.transfer', call_id: mine.callId, destination: '103' })],
    [
      'a transfer to the public network',
      ({ mine }) => ({ type: 'call.transfer', call_id: mine.callId, destination: '+12125550101' }),
    ],
    [
      'a consultation',
      ({ mine }) => ({
        type: 'call.transfer.attended',
        call_id: mine.callId,
        step: 'consult',
        destination: '103',
        sdp: silentOffer(),
      }),
    ],
    [
      'the completion of a transfer',
      ({ mine }) => ({ type: 'call.transfer.attended', call_id: mine.callId, step: 'complete' }),
    ],
    ['to answer a further call', ({ ringing }) => ({ type: 'call.answer', call_id: ringing.callId })],
    [
      'an answer for a call that is not up',
      ({ ringing }) => ({ type: 'sdp.answer', call_id: ringing.callId, sdp: silentAnswer() }),
    ],
    ['to watch presence', () => ({ type: 'presence.subscribe' })],
  ])('reaches a connected phone when it asks for %s, and nothing comes of that', async (_, ask) => {
    const revoked = await revokedInACall();
    const { alice, bob, carol, mine, other, ringing } = revoked;
    const before = [carol.received.length, story(other).length];
    bob.send(ask(revoked));
    await endsConnection(bob, 'session_revoked', 4403);
    await settled(alice, carol);
    expect([carol.received.filter(({ type }) => type !== 'pong').length, story(other).length]).toEqual(before);
    expect(story(mine)).toEqual(['trying', 'ringing', 'answered']);
    expect(story(ringing)).toEqual(['incoming']);
  });

  it('leaves a call that is up, and the commands on it; a call that rings can be declined', async () => {
    const { bob, mine, other, ringing } = await revokedInACall();
    const { callId } = mine;
    for (const type of ['call.mute', 'call.unmute', 'call.hold', 'call.resume', 'ice.done'] as const)
      bob.send({ type, call_id: callId });
    await told(mine, 'call.resumed');
    bob.send({ type: 'sdp.offer', call_id: callId, sdp: silentOffer() });
    await told(mine, 'sdp.answer');
    bob.send({ type: 'call.reject', call_id: ringing.callId });
    await endsAs(ringing, 'rejected');
    bob.send({ type: 'ice.done', call_id: ringing.callId });
    bob.send({ type: 'call.hangup', call_id: callId });
    await endsAs(other, 'hangup');
    await settled(bob);
  });

  it('ends what a phone is told of presence, until its token is refreshed', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    bob.send({ type: 'presence.subscribe', users: [idOf(ALICE)] });
    await bob.next('presence.list');
    await revoke(BOB);
    const busy = await dial(alice, '604');
    await settled(alice, bob);
    expect(bob.received.map(({ type }) => type)).not.toContain('presence.update');
    bob.send({ type: 'auth.refresh', token: await tokenOf(BOB) });
    await bob.next('auth.refreshed');
    alice.send({ type: 'call.hangup', call_id: busy.callId });
    await bob.next('presence.update', ({ status }) => status === 'available');
  });

  it('leaves the caller with no-answer when no other phone is connected', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await revoke(BOB);
    await endsAs(await dial(alice, '102'), 'no-answer', { duration_seconds: null });
    await endsConnection(bob, 'session_revoked', 4403);
  });

  it('leaves a phone alone whose token was refreshed since', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await revoke(BOB);
    bob.send({ type: 'auth.refresh', token: await tokenOf(BOB) });
    await bob.next('auth.refreshed');
    await dial(alice, '102');
    await rings(bob);
  });

  it('leaves other users alone', async () => {
    const token = await tokenOf(ALICE);
    await revoke(BOB);
    const { status } = await restCall(bed, 'GET /v1/me/presence', { credential: token });
    expect(status).toBe(200);
  });

  it('cuts by the millisecond: a token minted in the one before is refused, one minted in the one after is not', async () => {
    const mint = { path: '/v1/user_sessions', body: { user: idOf(BOB) } };
    const revocation = { path: `/v1/users/${idOf(BOB)}/revoke_sessions`, body: {} };
    const ask = async (credential: unknown) =>
      (await restCall(bed, 'GET /v1/me/presence', { credential: String(credential) })).status;
    for (let round = 0; round < 40; round++) {
      const [before, revoked, after] = await atOnce([mint, revocation, mint]);
      expect([await ask(before?.client_secret), await ask(after?.client_secret)]).toEqual([401, 200]);
      expect(revoked?.sessions_revoked_at).toMatch(/\.\d{3}Z$/);
    }
  });
});

/** Sends requests so close together that they are handled in one millisecond: past the tap, which would part them. */
async function atOnce(requests: readonly { path: string; body: object }[]): Promise<Record<string, unknown>[]> {
  const { hostname, port } = new URL(bed.sandbox.apiBaseUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  const texts = requests.map(({ path, body }) => {
    const json = JSON.stringify(body);
    return `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${bed.sandbox.apiKey}\r\nContent-Length: ${json.length}\r\n\r\n${json}`;
  });
  socket.write(texts.join(''));
  let received = '';
  for await (const data of socket) {
    received += String(data);
    const bodies = received.match(/^\{.*\}\r?$/gm) ?? [];
    if (bodies.length === requests.length) return bodies.map((body) => JSON.parse(body));
  }
  throw new Error(`the connection was closed: ${received}`);
}
