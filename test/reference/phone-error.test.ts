import { describe, expect, it } from 'vitest';
import { type DialStackPhone, PhoneError } from '../../src/webrtc/index.js';
import { next } from '../support/node-phone.js';
import { useTestbed } from '../support/testbed.js';
import { answered, connectedPhone, newUser, phoneOf, phonesOf, serverOf } from './support.js';

const bed = useTestbed();
const ADDRESS = { street: '1 Market Street', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' };

/** What a promise rejects with, which must be a PhoneError. */
async function errorOf(work: Promise<unknown>): Promise<PhoneError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PhoneError);
  return error as PhoneError;
}

async function nextError(phone: DialStackPhone): Promise<PhoneError> {
  const [error] = await next(phone, 'error');
  return error;
}

/** A call that the service has forgotten, and the phone has not: its end was lost on the way. */
async function forgottenCall() {
  const { phone, user } = await connectedPhone(bed);
  const call = await answered(phone);
  bed.sandbox.control.loseFrame({ type: 'call.ended', user });
  bed.sandbox.control.hangup({ call: call.id });
  return { phone, call };
}

describe('PhoneError', () => {
  it('PhoneError › code', async () => {
    const { phone } = await connectedPhone(bed);
    const refused = await errorOf(phone.call('600', { callerId: '+14155550199' }));
    expect(bed.tap.frames.at(-1)?.message).toMatchObject({ type: 'error', code: refused.code });
    const reported = nextError(phone);
    phone.subscribePresence(['user_of_somebody_else']);
    const { code } = await reported;
    expect(bed.tap.frames.at(-1)?.message).toMatchObject({ type: 'error', code });
    expect([refused.code, code]).toEqual(['call_failed', 'presence_unavailable']);
  });

  it('PhoneError › message', async () => {
    const { phone } = await connectedPhone(bed);
    const { message } = await errorOf(phone.call('600', { callerId: '+14155550199' }));
    expect(bed.tap.frames.at(-1)?.message).toMatchObject({ type: 'error', message });
    expect(message).toMatch(/caller_id/);
  });

  it('PhoneError › callId', async () => {
    const { phone, call } = await forgottenCall();
    const reported = nextError(phone);
    call.hold();
    expect((await reported).callId).toBe(call.id);
    expect((await errorOf(phone.call('600', { callerId: '+14155550199' }))).callId).toBeUndefined();
  });

  it('PhoneError › fatal', async () => {
    const { phone, user } = await connectedPhone(bed);
    expect((await errorOf(phone.call('600', { callerId: '+14155550199' }))).fatal).toBe(false);
    expect(phone.isConnected).toBe(true);
    const reported = nextError(phone);
    bed.sandbox.control.drop({ user, how: 'auth_expired' });
    expect((await reported).fatal).toBe(true);
    expect(phone.isConnected).toBe(false);
  });
});

describe('PhoneError.code', () => {
  it('PhoneError.code › auth_failed', async () => {
    const { id } = await newUser(bed);
    const token = (await bed.sandbox.createToken(id)).replace(/.{6}$/, 'forged');
    // The API refuses it, and so does signalling, for a phone that does not need the API.
    for (const options of [{ token }, { token, iceServers: [] }]) {
      const error = await errorOf((await phoneOf(bed, { id }, options)).connect());
      expect(error.code).toBe('auth_failed');
    }
  });

  it('PhoneError.code › auth_expired', async () => {
    const { phone, user } = await connectedPhone(bed);
    const [reported, disconnected] = [nextError(phone), next(phone, 'disconnected')];
    bed.sandbox.control.expireTokens({ user });
    expect(await reported).toMatchObject({ code: 'auth_expired', fatal: true });
    await disconnected;
    expect(await errorOf(phone.connect())).toMatchObject({ code: 'auth_expired' });
  });

  it('PhoneError.code › invalid_message', async () => {
    const { phone } = await connectedPhone(bed);
    expect((await errorOf(phone.call('bob'))).code).toBe('invalid_message');
    // What only the service can tell: no house number, no civic address.
    const unknown = phone.setEmergencyAddress({ ...ADDRESS, street: 'Market Street' });
    expect((await errorOf(unknown)).code).toBe('invalid_message');
    const call = await answered(phone);
    expect(() => call.answer()).toThrow(expect.objectContaining({ code: 'invalid_message', callId: call.id }));
  });

  it('PhoneError.code › call_failed', async () => {
    const { phone } = await connectedPhone(bed);
    expect(await errorOf(phone.call('600', { callerId: '+14155550199' }))).toMatchObject({ code: 'call_failed' });
    const call = await answered(phone);
    const reported = nextError(phone);
    call.transfer('699');
    expect(await reported).toMatchObject({ code: 'call_failed', callId: call.id, fatal: false });
    expect(call.state).toBe('active');
  });

  it('PhoneError.code › call_not_found', async () => {
    const { phone, call } = await forgottenCall();
    const [reported, ended] = [nextError(phone), next(call, 'ended')];
    call.hold();
    expect(await reported).toMatchObject({ code: 'call_not_found', callId: call.id, fatal: false });
    await ended;
    expect(phone.activeCalls).toEqual([]);
  });

  it('PhoneError.code › emergency_address_required', async () => {
    const { phone } = await connectedPhone(bed);
    const error = await errorOf(phone.call('+12125550100'));
    expect(error).toMatchObject({ code: 'emergency_address_required', fatal: false });
    await phone.setEmergencyAddress(ADDRESS);
    expect((await answered(phone, '+12125550100')).state).toBe('active');
  });

  it('PhoneError.code › session_limit', async () => {
    const { id } = await newUser(bed);
    const phones: DialStackPhone[] = [];
    for (let n = 0; n < 5; n++) phones.push((await connectedPhone(bed, { id })).phone);
    const sixth = await phoneOf(bed, { id });
    expect(await errorOf(sixth.connect())).toMatchObject({ code: 'session_limit', fatal: true });
    phones[0]?.disconnect();
    await expect.poll(() => phonesOf(bed, id)).toHaveLength(4);
    await sixth.connect();
    expect(sixth.isConnected).toBe(true);
  });

  it('PhoneError.code › session_revoked', async () => {
    const { phone, user } = await connectedPhone(bed);
    await serverOf(bed).users.revokeSessions(user);
    const reported = nextError(phone);
    expect((await errorOf(phone.call('600'))).code).toBe('session_revoked');
    expect(await reported).toMatchObject({ code: 'session_revoked', fatal: true });
  });

  it('PhoneError.code › rate_limited', async () => {
    const { phone } = await connectedPhone(bed);
    for (let n = 0; n < 10; n++) await phone.call('603');
    const error = await errorOf(phone.call('603'));
    expect(error).toMatchObject({ code: 'rate_limited', fatal: false });
    expect(error.retryAfterMs).toBeLessThanOrEqual(10_000);
  });

  it('PhoneError.code › internal_error', async () => {
    const { phone, user } = await connectedPhone(bed);
    bed.sandbox.control.failReply({ to: 'call.create', user, code: 'internal_error' });
    expect(await errorOf(phone.call('600'))).toMatchObject({ code: 'internal_error', fatal: false });
    expect((await answered(phone)).state).toBe('active');
  });
});
