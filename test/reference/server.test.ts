import { describe, expect, it } from 'vitest';
import { AuthenticationError, InvalidRequestError, NotFoundError } from '../../src/server/index.js';
import type { DialStackPhone } from '../../src/webrtc/index.js';
import { next } from '../support/node-phone.js';
import { startTestbed, useTestbed } from '../support/testbed.js';
import { answered, connectedPhone, newUser, phoneOf, phonesOf, serverOf } from './support.js';

const ICE_SERVERS = [
  { urls: 'stun:stun.example.com' },
  { urls: ['turn:turn.example.com'], username: 'u', credential: 'c' },
];
const DAY_MS = 86_400_000;

const bed = useTestbed({ iceServers: ICE_SERVERS });
const dialstack = () => serverOf(bed);

/** How long from now, in ms, give or take what a request takes. */
const from = (moment: string): number => Math.round((Date.parse(moment) - Date.now()) / 10_000) * 10_000;

/** The claims of a token, as anybody can read them. */
function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}

/** What GET /v1/me/presence answers to a token. */
async function presenceAs(token: string): Promise<number> {
  const response = await fetch(`${bed.apiBaseUrl}/v1/me/presence`, { headers: { Authorization: `Bearer ${token}` } });
  return response.status;
}

/** A phone that is told what ends it. */
function endOf(phone: DialStackPhone): { said: string[]; over: Promise<unknown> } {
  const said: string[] = [];
  phone.on('error', ({ code, fatal }) => said.push(`${fatal ? 'fatal ' : ''}${code}`));
  for (const name of ['disconnected', 'reconnecting', 'reconnected'] as const) phone.on(name, () => said.push(name));
  return { said, over: next(phone, 'disconnected') };
}

describe('userSessions.create', () => {
  it('userSessions.create › user', async () => {
    const { id, account } = await newUser(bed);
    const session = await dialstack().userSessions.create({ user: id });
    expect(session).toMatchObject({ user: id, account });
    expect(claimsOf(session.client_secret)).toMatchObject({ sub: id });
    const nobody = dialstack().userSessions.create({} as never);
    await expect(nobody).rejects.toBeInstanceOf(InvalidRequestError);
  });

  it('userSessions.create › ttl_seconds', async () => {
    const { id: user } = await newUser(bed);
    const { expires_at } = await dialstack().userSessions.create({ user, ttl_seconds: 3600 });
    expect(from(expires_at)).toBe(3_600_000);
  });

  it('userSessions.create › ttl_seconds by default', async () => {
    const { id: user } = await newUser(bed);
    expect(from((await dialstack().userSessions.create({ user })).expires_at)).toBe(DAY_MS);
  });

  it('userSessions.create › ttl_seconds at most', async () => {
    const { id: user } = await newUser(bed);
    const longest = await dialstack().userSessions.create({ user, ttl_seconds: 604_800 });
    expect(from(longest.expires_at)).toBe(7 * DAY_MS);
    const longer = { user, ttl_seconds: 604_801 };
    await expect(dialstack().userSessions.create(longer)).rejects.toBeInstanceOf(InvalidRequestError);
    // The service would not have it either.
    bed.tap.expectViolation(/createUserSession request/);
    const response = await fetch(`${bed.apiBaseUrl}/v1/user_sessions`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${bed.sandbox.apiKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(longer),
    });
    expect(response.status).toBe(422);
  });

  it('userSessions.create › client_secret', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret, expires_at } = await dialstack().userSessions.create({ user });
    expect(client_secret).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(claimsOf(client_secret)).toMatchObject({ sub: user, exp: Date.parse(expires_at) / 1000 });
  });

  it('userSessions.create › client_secret on signalling', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret: token } = await dialstack().userSessions.create({ user });
    const { phone } = await connectedPhone(bed, { id: user }, { token });
    expect((await answered(phone)).state).toBe('active');
    expect(phonesOf(bed, user)).toMatchObject([{ connected: true }]);
  });

  it('userSessions.create › client_secret on /v1/me', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret: token } = await dialstack().userSessions.create({ user });
    expect([await presenceAs(token), await presenceAs(bed.sandbox.apiKey)]).toEqual([200, 401]);
    const phone = await phoneOf(bed, { id: user }, { token });
    await phone.setPresence('away');
    expect(await phone.getPresence()).toMatchObject({ status: 'away' });
    expect(await phone.getEmergencyAddress()).toBeNull();
  });

  it('userSessions.create › expires_at', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret, expires_at } = await dialstack().userSessions.create({ user, ttl_seconds: 60 });
    expect(new Date(expires_at).toISOString()).toBe(expires_at);
    expect(Date.parse(expires_at)).toBe(Number(claimsOf(client_secret).exp) * 1000);
  });

  it('userSessions.create › a user that is not provisioned', async () => {
    const unknown = dialstack().userSessions.create({ user: `user_${'0'.repeat(26)}` });
    await expect(unknown).rejects.toBeInstanceOf(NotFoundError);
    const { id: user } = await dialstack().users.create({}, { dialstackAccount: bed.sandbox.accountId });
    expect((await dialstack().userSessions.create({ user })).user).toBe(user);
  });

  it('userSessions.create › a user of another platform', async () => {
    const { id: account, users } = bed.sandbox.otherAccount;
    const user = users[0]?.id ?? '';
    expect(await dialstack().userSessions.create({ user })).toMatchObject({ user, account }); // It is ours as well.
    const theirs = await startTestbed();
    const { id: stranger } = await newUser(theirs);
    await theirs.stop();
    await expect(dialstack().userSessions.create({ user: stranger })).rejects.toBeInstanceOf(NotFoundError);
  });

  it('userSessions.create › a session is extended', async () => {
    const { id: user } = await newUser(bed);
    const { userSessions } = dialstack();
    const first = await userSessions.create({ user, ttl_seconds: 60 });
    const second = await userSessions.create({ user, ttl_seconds: 3600 });
    expect(Date.parse(second.expires_at) - Date.parse(first.expires_at)).toBeGreaterThan(3_500_000);
    expect(await Promise.all([first, second].map((one) => presenceAs(one.client_secret)))).toEqual([200, 200]);
    expect(Object.keys(userSessions)).toEqual(['create']); // There is nothing to refresh one with.
  });

  it('userSessions.create › the end of a token', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret: token, expires_at } = await dialstack().userSessions.create({ user, ttl_seconds: 2 });
    const { phone } = await connectedPhone(bed, { id: user }, { token });
    const { said, over } = endOf(phone);
    expect(await presenceAs(token)).toBe(200);
    await over;
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expires_at) - 50);
    expect(said).toEqual(['fatal auth_expired', 'disconnected']);
    await expect.poll(() => presenceAs(token)).toBe(401);
    await expect((await phoneOf(bed, { id: user }, { token })).connect()).rejects.toMatchObject({
      code: 'auth_expired',
    });
  });
});

describe('users.revokeSessions', () => {
  it('users.revokeSessions › sessions_revoked_at', async () => {
    const { id: user } = await newUser(bed);
    const { sessions_revoked_at } = await dialstack().users.revokeSessions(user);
    expect(new Date(sessions_revoked_at).toISOString()).toBe(sessions_revoked_at);
    expect(from(sessions_revoked_at)).toBeCloseTo(0);
  });

  it('users.revokeSessions › every session at once', async () => {
    const { id: user } = await newUser(bed);
    const { id: other } = await newUser(bed);
    const mint = async (of: string) => (await dialstack().userSessions.create({ user: of })).client_secret;
    const tokens = [await mint(user), await mint(user), await mint(other)];
    await dialstack().users.revokeSessions(user);
    expect(await Promise.all(tokens.map(presenceAs))).toEqual([401, 401, 200]);
  });

  it('users.revokeSessions › on REST routes', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret: token } = await dialstack().userSessions.create({ user });
    expect(await presenceAs(token)).toBe(200);
    await dialstack().users.revokeSessions(user);
    expect(await presenceAs(token)).toBe(401);
    await expect(dialstack().webrtc.iceServers({ token })).rejects.toMatchObject({ code: 'session_revoked' });
    const phone = await phoneOf(bed, { id: user }, { token });
    await expect(phone.setPresence('away')).rejects.toMatchObject({ code: 'session_revoked' });
  });

  it('users.revokeSessions › at connection time', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret: token } = await dialstack().userSessions.create({ user });
    await dialstack().users.revokeSessions(user);
    // With ICE servers of its own it asks nobody but the signalling service.
    for (const options of [{ token }, { token, iceServers: [] }]) {
      const phone = await phoneOf(bed, { id: user }, options);
      await expect(phone.connect()).rejects.toMatchObject({ code: 'session_revoked' });
      expect(phone.isConnected).toBe(false);
    }
  });

  it('users.revokeSessions › of a phone that places a call', async () => {
    const { phone, user } = await connectedPhone(bed);
    const { said, over } = endOf(phone);
    await dialstack().users.revokeSessions(user);
    expect([phone.isConnected, said]).toEqual([true, []]);
    await expect(phone.call('600')).rejects.toMatchObject({ code: 'session_revoked' });
    await over;
    expect(said).toEqual(['fatal session_revoked', 'disconnected']);
  });

  it('users.revokeSessions › of a phone that receives a call', async () => {
    const { id: user, extension } = await newUser(bed);
    const { phone } = await connectedPhone(bed, { id: user });
    const { said, over } = endOf(phone);
    phone.on('incoming', () => said.push('incoming'));
    await dialstack().users.revokeSessions(user);
    const { phone: caller } = await connectedPhone(bed);
    expect([phone.isConnected, said]).toEqual([true, []]);
    const ended = next(await caller.call(extension ?? ''), 'ended');
    await over;
    expect(said).toEqual(['fatal session_revoked', 'disconnected']);
    expect(await ended).toEqual(['no-answer']);
  });

  it('users.revokeSessions › no reconnect', async () => {
    const { phone, user } = await connectedPhone(bed, {}, { autoReconnect: true });
    const { said, over } = endOf(phone);
    await dialstack().users.revokeSessions(user);
    await expect(phone.call('600')).rejects.toMatchObject({ code: 'session_revoked' });
    await over;
    // A phone that dropped later is back; this one has not even said that it will try.
    const { phone: other, user: another } = await connectedPhone(bed);
    const back = next(other, 'reconnected');
    bed.sandbox.control.drop({ user: another, how: 'cut' });
    await back;
    expect([phone.isConnected, said]).toEqual([false, ['fatal session_revoked', 'disconnected']]);
  });

  it('users.revokeSessions › a new session afterwards', async () => {
    const { id: user } = await newUser(bed);
    await dialstack().users.revokeSessions(user);
    const { client_secret: token } = await dialstack().userSessions.create({ user });
    expect(await presenceAs(token)).toBe(200);
    const { phone } = await connectedPhone(bed, { id: user }, { token });
    expect((await answered(phone)).state).toBe('active');
  });
});

describe('webrtc.iceServers', () => {
  it('webrtc.iceServers › token', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret: token } = await dialstack().userSessions.create({ user });
    expect(await dialstack().webrtc.iceServers({ token })).toBeTruthy();
    for (const wrong of ['not.a.token', bed.sandbox.apiKey]) {
      await expect(dialstack().webrtc.iceServers({ token: wrong })).rejects.toBeInstanceOf(AuthenticationError);
    }
  });

  it('webrtc.iceServers › ice_servers', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret: token } = await dialstack().userSessions.create({ user });
    const { ice_servers } = await dialstack().webrtc.iceServers({ token });
    expect(ice_servers).toEqual(ICE_SERVERS);
    // They are what the phone's option takes.
    const { phone } = await connectedPhone(bed, { id: user }, { token, iceServers: ice_servers });
    expect(phone.isConnected).toBe(true);
  });

  it('webrtc.iceServers › expires_at', async () => {
    const { id: user } = await newUser(bed);
    const { client_secret: token } = await dialstack().userSessions.create({ user });
    const { expires_at } = await dialstack().webrtc.iceServers({ token });
    expect(new Date(expires_at).toISOString()).toBe(expires_at);
    expect(from(expires_at)).toBeGreaterThan(0);
  });
});
