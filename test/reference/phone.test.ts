import { describe, expect, it, vi } from 'vitest';
import { DialStackPhone, type PhoneEvents, type PresenceEntry } from '../../src/webrtc/index.js';
import { next } from '../support/node-phone.js';
import { useTestbed } from '../support/testbed.js';
import { adjustableClock, answered, connectedPhone, newUser, phoneOf, phonesOf, ringing, talk } from './support.js';

const bed = useTestbed();
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const ADDRESS = { street: '1 Market Street', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' };

/** What a phone says from now on, by name. */
function listenTo(phone: DialStackPhone): string[] {
  const said: string[] = [];
  const names = ['connected', 'disconnected', 'reconnecting', 'reconnected', 'network.changed', 'error'] as const;
  for (const name of names) phone.on(name, () => said.push(name));
  return said;
}

/** The frames of a type so far. */
const frames = (type: string) => bed.tap.frames.flatMap(({ message }) => (message.type === type ? [message] : []));

/** What this phone is shown of a user. */
async function seen(phone: DialStackPhone, userId: string): Promise<PresenceEntry | undefined> {
  const list = next(phone, 'presenceList');
  phone.subscribePresence([userId]);
  const [entries] = await list;
  return entries.find((entry) => entry.userId === userId);
}

/** A phone that watches a user, whose own phone is connected. */
async function watching() {
  const { phone: watcher } = await connectedPhone(bed);
  const { phone: watched, user } = await connectedPhone(bed);
  await seen(watcher, user);
  return { watcher, watched, user };
}

describe('DialStackPhone', () => {
  it('DialStackPhone › constructor', async () => {
    const { id } = await newUser(bed);
    const phone = await phoneOf(bed, { id });
    expect(phone).toBeInstanceOf(DialStackPhone);
    expect([phone.isConnected, phone.activeCalls, phonesOf(bed, id)]).toEqual([false, [], []]);
    expect(() => new DialStackPhone({} as never)).toThrow(expect.objectContaining({ code: 'auth_failed' }));
  });

  it('DialStackPhone › connect', async () => {
    const { id: user } = await newUser(bed);
    const phone = await phoneOf(bed, { id: user });
    expect(await phone.connect()).toBeUndefined();
    expect(phonesOf(bed, user)).toMatchObject([{ connected: true, calls: [] }]);
    const stranger = await phoneOf(bed, { id: user }, { token: 'not.a.token' });
    await expect(stranger.connect()).rejects.toMatchObject({ code: 'auth_failed' });
    expect(phonesOf(bed, user)).toHaveLength(1);
  });

  it('DialStackPhone › disconnect', async () => {
    const callee = await newUser(bed);
    const { phone: other } = await connectedPhone(bed, callee);
    const { phone, user } = await connectedPhone(bed);
    const calls = [await answered(phone), (await talk(phone, other, callee.extension ?? '')).outbound];
    const [there] = other.activeCalls;
    const ends = Promise.all([...calls, ...(there ? [there] : [])].map((call) => next(call, 'ended')));
    expect(phone.disconnect()).toBeUndefined();
    expect(await ends).toEqual([['hangup'], ['hangup'], ['hangup']]);
    expect([phone.isConnected, phone.activeCalls, other.activeCalls]).toEqual([false, [], []]);
    await expect.poll(() => phonesOf(bed, user)).toEqual([]);
  });

  it('DialStackPhone › isConnected', async () => {
    const { id } = await newUser(bed);
    const phone = await phoneOf(bed, { id });
    expect(phone.isConnected).toBe(false);
    const connecting = phone.connect();
    expect(phone.isConnected).toBe(false);
    await connecting;
    expect(phone.isConnected).toBe(true);
    const [lost, back] = [next(phone, 'disconnected'), next(phone, 'reconnected')];
    bed.sandbox.control.drop({ user: id, how: 'cut' });
    await lost;
    expect(phone.isConnected).toBe(false);
    await back;
    expect(phone.isConnected).toBe(true);
    phone.disconnect();
    expect(phone.isConnected).toBe(false);
  });

  it('DialStackPhone › activeCalls', async () => {
    const { phone, user } = await connectedPhone(bed);
    expect(phone.activeCalls).toEqual([]);
    const held = await answered(phone);
    const isHeld = next(held, 'held');
    const active = await answered(phone, '601');
    await isHeld;
    const rings = ringing(phone);
    bed.sandbox.control.ring({ user });
    const incoming = await rings;
    expect(phone.activeCalls.map(({ id, state }) => [id, state])).toEqual([
      [held.id, 'held'],
      [active.id, 'active'],
      [incoming.id, 'ringing'],
    ]);
    const ends = Promise.all([next(active, 'ended'), next(incoming, 'ended')]);
    active.hangup();
    incoming.reject();
    await ends;
    expect(phone.activeCalls).toEqual([held]);
  });

  it('DialStackPhone › getCall', async () => {
    const { phone, user } = await connectedPhone(bed);
    const outbound = await answered(phone);
    const rings = ringing(phone);
    const [id = ''] = bed.sandbox.control.ring({ user }).calls;
    expect(phone.getCall(outbound.id)).toBe(outbound);
    expect(await rings).toBe(phone.getCall(id));
    expect(phone.getCall('call_of_nobody')).toBeUndefined();
    const ended = next(outbound, 'ended');
    outbound.hangup();
    await ended;
    expect(phone.getCall(outbound.id)).toBeUndefined();
  });

  it('DialStackPhone › subscribePresence', async () => {
    const { watcher, watched, user } = await watching();
    const update = next(watcher, 'presenceUpdate');
    await watched.setPresence('away');
    expect((await update)[0]).toMatchObject({ userId: user, status: 'away' });
    const list = next(watcher, 'presenceList');
    watcher.subscribePresence();
    const everybody = (await list)[0].map(({ userId }) => userId);
    expect(everybody).toEqual(expect.arrayContaining([user, ...bed.sandbox.users.map(({ id }) => id)]));
  });

  it('DialStackPhone › setPresence', async () => {
    const { watcher, watched, user } = await watching();
    for (const status of ['dnd', 'away', 'available'] as const) {
      const update = next(watcher, 'presenceUpdate');
      expect(await watched.setPresence(status, `I am ${status}`)).toBeUndefined();
      expect((await update)[0]).toMatchObject({ userId: user, status, statusText: `I am ${status}` });
    }
    await watched.setPresence('available');
    expect(await seen(watcher, user)).toMatchObject({ status: 'available', statusText: null });
  });

  it('DialStackPhone › setEmergencyAddress', async () => {
    const { phone } = await connectedPhone(bed);
    const saved = await phone.setEmergencyAddress(ADDRESS);
    expect(saved).toMatchObject({ ...ADDRESS, street2: null, id: expect.stringMatching(/^emerg_/) });
    const moved = await phone.setEmergencyAddress({ ...ADDRESS, street: '2 Market Street' });
    expect(moved.street).toBe('2 Market Street');
    expect(await phone.getEmergencyAddress()).toEqual(moved);
  });

  it('DialStackPhone › getEmergencyAddress', async () => {
    const user = await newUser(bed);
    const phone = await phoneOf(bed, user);
    expect(await phone.getEmergencyAddress()).toBeNull();
    const saved = await phone.setEmergencyAddress(ADDRESS);
    expect(await (await phoneOf(bed, user)).getEmergencyAddress()).toEqual(saved);
  });

  it('DialStackPhone › on', async () => {
    const { id } = await newUser(bed);
    const phone = await phoneOf(bed, { id });
    const told: string[] = [];
    phone.on('connected', () => told.push('connected'));
    phone.on('incoming', (call) => told.push(`incoming from ${call.from}`));
    phone.on('incoming', (call) => told.push(`incoming to ${call.to}`));
    await phone.connect();
    bed.sandbox.control.ring({ user: id, from: '+12125550142' });
    const { to } = await ringing(phone);
    bed.sandbox.control.ring({ user: id, from: '+12125550143' });
    await ringing(phone);
    expect(told).toEqual([
      'connected',
      'incoming from +12125550142',
      `incoming to ${to}`,
      'incoming from +12125550143',
      `incoming to ${to}`,
    ]);
  });

  it('DialStackPhone › off', async () => {
    const { phone, user } = await connectedPhone(bed);
    const told: string[] = [];
    const first = () => told.push('first');
    phone.on('incoming', first);
    phone.on('incoming', () => told.push('second'));
    const rings = async () => {
      const incoming = ringing(phone);
      bed.sandbox.control.ring({ user });
      await incoming;
    };
    await rings();
    phone.off('incoming', first);
    await rings();
    phone.off('incoming');
    await rings();
    expect(told).toEqual(['first', 'second', 'second']);
  });
});

describe('PhoneOptions', () => {
  it('PhoneOptions › token', async () => {
    const { id: user } = await newUser(bed);
    const token = await bed.sandbox.createToken(user);
    const phone = await phoneOf(bed, { id: user }, { token });
    await phone.connect();
    expect(frames('authenticate').at(-1)).toMatchObject({ token });
    expect(frames('authenticated').at(-1)).toMatchObject({ user_id: user, account_id: bed.sandbox.accountId });
    await phone.setPresence('away'); // REST knows whose token it is as well.
    expect(await seen(phone, user)).toMatchObject({ status: 'away' });
  });

  it('PhoneOptions › onTokenExpiring', async () => {
    const { id: user } = await newUser(bed);
    const { timers, putForward } = adjustableClock();
    const fresh = await bed.sandbox.createToken(user, 86_400);
    const onTokenExpiring = vi.fn(async () => fresh);
    const token = await bed.sandbox.createToken(user, 3600);
    const { phone } = await connectedPhone(bed, { id: user }, { token, onTokenExpiring, platform: { timers } });
    const said = listenTo(phone);
    await putForward(54.5 * 60_000);
    expect(onTokenExpiring).not.toHaveBeenCalled();
    await putForward(60_000);
    expect(onTokenExpiring).toHaveBeenCalledTimes(1);
    await bed.tap.seen('server', 'auth.refreshed');
    expect(frames('auth.refresh')).toMatchObject([{ token: fresh }]);
    expect([phone.isConnected, said]).toEqual([true, []]);
  });

  it('PhoneOptions › autoReconnect', async () => {
    const drops = async (autoReconnect?: boolean) => {
      const { phone, user } = await connectedPhone(bed, {}, autoReconnect === undefined ? {} : { autoReconnect });
      const said = listenTo(phone);
      const lost = next(phone, 'disconnected');
      bed.sandbox.control.drop({ user, how: 'cut' });
      await lost;
      return { phone, said };
    };
    const [off, byDefault, on] = await Promise.all([drops(false), drops(), drops(true)]);
    await expect.poll(() => byDefault.phone.isConnected && on.phone.isConnected).toBe(true);
    const comesBack = ['disconnected', 'reconnecting', 'reconnected'];
    expect([off.said, byDefault.said, on.said]).toEqual([['disconnected'], comesBack, comesBack]);
    await off.phone.connect();
    expect(off.said).toEqual(['disconnected', 'connected']);
  });
});

it('CallOptions › callerId', async () => {
  const [, bob] = bed.sandbox.users;
  const { phone: callee } = await connectedPhone(bed, bob);
  const { phone } = await connectedPhone(bed);
  const incoming = ringing(callee);
  await phone.call('102', { callerId: '+14155550103' });
  expect((await incoming).from).toBe('+14155550103');
  // Not one of the account's.
  await expect(phone.call('102', { callerId: '+14155550199' })).rejects.toMatchObject({ code: 'call_failed' });
});

describe('EmergencyAddressRequest', () => {
  /** Saves the address with this field, and reads it back; with a value that is none, it is refused. */
  async function keeps(field: keyof typeof ADDRESS | 'street2', value: string, wrong?: string) {
    const phone = await phoneOf(bed, await newUser(bed));
    await phone.setEmergencyAddress({ ...ADDRESS, [field]: value });
    expect(await phone.getEmergencyAddress()).toMatchObject({ ...ADDRESS, [field]: value });
    if (field === 'street2') return phone;
    const { [field]: _, ...incomplete } = ADDRESS;
    bed.tap.expectViolation(/setEmergencyAddress request/);
    for (const address of [incomplete, { ...ADDRESS, [field]: wrong }]) {
      await expect(phone.setEmergencyAddress(address as typeof ADDRESS)).rejects.toMatchObject({
        code: 'invalid_message',
      });
    }
    return phone;
  }

  it('EmergencyAddressRequest › street', () => keeps('street', '350 Fifth Avenue', ''));

  it('EmergencyAddressRequest › street2', async () => {
    const phone = await keeps('street2', 'Suite 12, Floor 3');
    expect(await phone.setEmergencyAddress({ ...ADDRESS, street2: null })).toMatchObject({ street2: null });
    expect(await phone.setEmergencyAddress(ADDRESS)).toMatchObject({ street2: null });
  });

  it('EmergencyAddressRequest › city', () => keeps('city', 'Oakland', ''));

  it('EmergencyAddressRequest › state', () => keeps('state', 'NY', 'California'));

  it('EmergencyAddressRequest › zip', () => keeps('zip', '02134', ''));

  it('EmergencyAddressRequest › country', () => keeps('country', 'CA', 'USA'));
});

describe('Phone events', () => {
  it('Phone events › connected', async () => {
    const { id: user } = await newUser(bed);
    const phone = await phoneOf(bed, { id: user });
    const said = listenTo(phone);
    const connected = next(phone, 'connected').then((payload) => {
      expect(frames('authenticated').at(-1)).toMatchObject({ user_id: user });
      return { payload, isConnected: phone.isConnected };
    });
    await phone.connect();
    expect(await connected).toEqual({ payload: [], isConnected: true });
    expect(said).toEqual(['connected']);
  });

  it('Phone events › disconnected', async () => {
    const { phone, user } = await connectedPhone(bed);
    const dropped = next(phone, 'disconnected');
    const back = next(phone, 'reconnected');
    bed.sandbox.control.drop({ user, how: 'cut' });
    await dropped;
    await back;
    const left = next(phone, 'disconnected');
    phone.disconnect();
    expect(await left).toEqual([]);
  });

  it('Phone events › reconnected', async () => {
    const { phone, user } = await connectedPhone(bed);
    const said = listenTo(phone);
    const back = next(phone, 'reconnected');
    bed.sandbox.control.drop({ user, how: 'cut' });
    expect(await back).toEqual([]);
    expect(said).toEqual(['disconnected', 'reconnecting', 'reconnected']);
    expect((await answered(phone)).state).toBe('active');
  });

  it('Phone events › incoming', async () => {
    const { phone, user } = await connectedPhone(bed);
    const incoming = next(phone, 'incoming');
    const { calls } = bed.sandbox.control.ring({ user, from: '+12125550142', fromName: 'Dora' });
    const [call] = await incoming;
    expect(calls).toEqual([call.id]);
    expect(call).toMatchObject({ direction: 'inbound', state: 'ringing', from: '+12125550142', fromName: 'Dora' });
  });

  it('Phone events › presenceList', async () => {
    const { phone, user } = await connectedPhone(bed);
    const { id: offline } = await newUser(bed);
    const list = next(phone, 'presenceList');
    phone.subscribePresence([user, offline]);
    const [entries] = await list;
    expect(entries.map(({ userId, status }) => [userId, status])).toEqual([
      [user, 'available'],
      [offline, 'offline'],
    ]);
  });

  it('Phone events › presenceUpdate', async () => {
    const { watcher, watched, user } = await watching();
    const update = next(watcher, 'presenceUpdate');
    watched.disconnect();
    expect(await update).toMatchObject([{ userId: user, status: 'offline' }]);
  });

  it('Phone events › network.changed', async () => {
    const { phone, user } = await connectedPhone(bed);
    await phone.setEmergencyAddress(ADDRESS);
    const changed = next(phone, 'network.changed');
    bed.sandbox.control.moveNetwork({ user, address: '192.0.2.7' });
    expect(await changed).toEqual([]);
    // Wherever it comes from next, it is still elsewhere.
    const again = next(phone, 'network.changed');
    bed.sandbox.control.drop({ user, how: 'cut' });
    await again;
  });

  it('Phone events › error', async () => {
    const { phone, user } = await connectedPhone(bed);
    const errors: PhoneEvents['error'][] = [];
    phone.on('error', (...args) => errors.push(args));
    const ofTheProtocol = next(phone, 'error');
    phone.subscribePresence(['user_of_somebody_else']);
    await ofTheProtocol;
    const ofTheConnection = next(phone, 'disconnected');
    bed.sandbox.control.drop({ user, how: 'session_replaced' });
    await ofTheConnection;
    expect(errors).toMatchObject([
      [{ name: 'PhoneError', code: 'presence_unavailable', fatal: false }],
      [{ name: 'PhoneError', code: 'session_replaced', fatal: true }],
    ]);
  });
});

describe('PresenceEntry', () => {
  it('PresenceEntry › userId', async () => {
    const { phone } = await connectedPhone(bed);
    const [alice] = bed.sandbox.users;
    expect((await seen(phone, alice?.id ?? ''))?.userId).toMatch(/^user_[0-9a-z]{26}$/);
  });

  it('PresenceEntry › name', async () => {
    const { phone } = await connectedPhone(bed);
    const { id } = await newUser(bed, 'Erin Example');
    expect(await seen(phone, id)).toMatchObject({ name: 'Erin Example' });
  });

  it('PresenceEntry › status', async () => {
    const { phone: watcher } = await connectedPhone(bed);
    const { id } = await newUser(bed);
    const phone = await phoneOf(bed, { id });
    const statuses = [(await seen(watcher, id))?.status];
    await phone.connect();
    for (const status of ['dnd', 'away', 'available'] as const) {
      await phone.setPresence(status);
      statuses.push((await seen(watcher, id))?.status);
    }
    await answered(phone);
    statuses.push((await seen(watcher, id))?.status);
    expect(statuses).toEqual(['offline', 'dnd', 'away', 'available', 'on_call']);
  });

  it('PresenceEntry › statusText', async () => {
    const { watcher, watched, user } = await watching();
    expect(await seen(watcher, user)).toMatchObject({ statusText: null });
    await watched.setPresence('away', 'Back at two');
    expect(await seen(watcher, user)).toMatchObject({ statusText: 'Back at two' });
  });

  it('PresenceEntry › updatedAt', async () => {
    const { watcher, watched, user } = await watching();
    const before = Date.now();
    await watched.setPresence('away');
    const { updatedAt = '' } = (await seen(watcher, user)) ?? {};
    expect(updatedAt).toMatch(RFC_3339);
    expect(Date.parse(updatedAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(updatedAt)).toBeLessThanOrEqual(Date.now());
  });
});

describe('PresenceUpdate', () => {
  it('PresenceUpdate › userId', async () => {
    const { phone: watcher } = await connectedPhone(bed);
    const [first, second] = [await connectedPhone(bed), await connectedPhone(bed)];
    const list = next(watcher, 'presenceList');
    watcher.subscribePresence([first.user, second.user]);
    await list;
    const told: string[] = [];
    watcher.on('presenceUpdate', ({ userId }) => told.push(userId));
    for (const { phone } of [second, first]) {
      const update = next(watcher, 'presenceUpdate');
      await phone.setPresence('away');
      await update;
    }
    expect(told).toEqual([second.user, first.user]);
  });

  it('PresenceUpdate › status', async () => {
    const { watcher, watched } = await watching();
    const told: string[] = [];
    watcher.on('presenceUpdate', ({ status }) => told.push(status));
    for (const change of [
      () => watched.setPresence('dnd'),
      () => watched.setPresence('away'),
      () => watched.setPresence('available'),
      () => watched.call('600'),
    ]) {
      const update = next(watcher, 'presenceUpdate');
      await change();
      await update;
    }
    watched.disconnect();
    await expect.poll(() => told.at(-1)).toBe('offline');
    expect(told.slice(0, 4)).toEqual(['dnd', 'away', 'available', 'on_call']);
  });

  it('PresenceUpdate › statusText', async () => {
    const { watcher, watched } = await watching();
    const told: (string | null)[] = [];
    watcher.on('presenceUpdate', ({ statusText }) => told.push(statusText));
    for (const text of ['Back at two', undefined]) {
      const update = next(watcher, 'presenceUpdate');
      await watched.setPresence('away', text);
      await update;
    }
    expect(told).toEqual(['Back at two', null]);
  });

  it('PresenceUpdate › updatedAt', async () => {
    const { watcher, watched } = await watching();
    const before = Date.now();
    const update = next(watcher, 'presenceUpdate');
    await watched.setPresence('away');
    const [{ updatedAt }] = await update;
    expect(updatedAt).toMatch(RFC_3339);
    expect(Date.parse(updatedAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(updatedAt)).toBeLessThanOrEqual(Date.now());
  });
});
