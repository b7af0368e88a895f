import { describe, expect, it } from 'vitest';
import type { Call, DialStackPhone } from '../../src/webrtc/index.js';
import { next } from '../support/node-phone.js';
import { startTestbed, useTestbed } from '../support/testbed.js';
import { answered, connectedPhone, newUser, ringing, talk } from './support.js';

const bed = useTestbed();

/** What the service knows of a phone's call. */
const known = (call: Call) =>
  bed.sandbox.control
    .status()
    .phones.flatMap(({ calls }) => calls)
    .find(({ id }) => id === call.id);

/** A connected phone that rings. */
async function rung(from?: { from: string; fromName: string }) {
  const { phone, user } = await connectedPhone(bed);
  const incoming = ringing(phone);
  bed.sandbox.control.ring({ user, ...from });
  return { phone, call: await incoming };
}

/** A connected phone of a user of its own, with its extension. */
async function reachable(): Promise<{ phone: DialStackPhone; extension: string }> {
  const { id, extension } = await newUser(bed);
  const { phone } = await connectedPhone(bed, { id });
  return { phone, extension: extension ?? '' };
}

/** A call between two phones. */
async function together() {
  const { phone: caller } = await connectedPhone(bed);
  const { phone: callee, extension } = await reachable();
  return talk(caller, callee, extension);
}

/** How a call ends that is placed to this number. */
async function endOf(destination: string): Promise<string> {
  const { phone } = await connectedPhone(bed);
  const [reason] = await next(await phone.call(destination), 'ended');
  return reason;
}

describe('Call', () => {
  it('Call › id', async () => {
    const { outbound, inbound } = await together();
    const { phone } = await connectedPhone(bed);
    const other = await phone.call('604');
    expect(new Set([outbound.id, inbound.id, other.id]).size).toBe(3);
    for (const call of [outbound, inbound, other]) expect(known(call)).toMatchObject({ id: call.id });
  });

  it('Call › direction', async () => {
    const { outbound, inbound } = await together();
    expect([outbound.direction, inbound.direction]).toEqual(['outbound', 'inbound']);
  });

  it('Call › state', async () => {
    const { phone } = await connectedPhone(bed);
    const call = await phone.call('600');
    const states: string[] = [call.state];
    for (const name of ['ringing', 'answered', 'held', 'ended'] as const) call.on(name, () => states.push(call.state));
    await next(call, 'answered');
    const held = next(call, 'held');
    call.hold();
    await held;
    const ended = next(call, 'ended');
    call.hangup();
    await ended;
    expect(states).toEqual(['trying', 'ringing', 'active', 'held', 'ended']);
    expect((await rung()).call.state).toBe('ringing');
  });

  it('Call › from', async () => {
    const { call } = await rung({ from: '+12125550142', fromName: 'Dora' });
    expect(call.from).toBe('+12125550142');
    const { phone } = await connectedPhone(bed);
    expect((await phone.call('600', { callerId: '+1 (415) 555-0103' })).from).toBe('+14155550103');
    expect((await phone.call('600')).from).toBe(''); // The service does not say what it shows by default.
  });

  it('Call › fromName', async () => {
    const { call } = await rung({ from: '+12125550142', fromName: 'Dora' });
    expect(call.fromName).toBe('Dora');
    const { phone } = await connectedPhone(bed);
    expect((await phone.call('600')).fromName).toBeNull();
  });

  it('Call › to', async () => {
    const { phone } = await connectedPhone(bed);
    expect((await phone.call('600')).to).toBe('600');
    const { phone: bob } = await connectedPhone(bed, bed.sandbox.users[1]);
    const incoming = ringing(bob);
    const outbound = await phone.call('102');
    expect([outbound.to, (await incoming).to]).toEqual(['102', '+14155550102']);
  });

  it('Call › isMuted', async () => {
    const { phone } = await connectedPhone(bed);
    const call = await answered(phone);
    expect(call.isMuted).toBe(false);
    call.mute();
    expect(call.isMuted).toBe(true);
    await expect.poll(() => known(call)?.muted).toBe(true);
    call.unmute();
    expect(call.isMuted).toBe(false);
    await expect.poll(() => known(call)?.muted).toBe(false);
  });

  it('Call › isHeld', async () => {
    const { phone } = await connectedPhone(bed);
    const call = await answered(phone);
    const told: boolean[] = [call.isHeld];
    for (const act of [
      () => call.hold(),
      () => call.resume(),
      () => bed.sandbox.control.hold({ call: call.id }),
      () => bed.sandbox.control.resume({ call: call.id }),
    ]) {
      const changed = next(call, call.isHeld ? 'resumed' : 'held');
      act();
      await changed;
      told.push(call.isHeld);
    }
    expect(told).toEqual([false, true, false, true, false]);
  });

  it('Call › duration', async () => {
    const { phone } = await connectedPhone(bed);
    const call = await phone.call('600');
    expect(call.duration).toBe(0);
    await next(call, 'answered');
    const since = performance.now();
    expect(call.duration).toBe(0);
    for (const seconds of [1, 2]) {
      await expect.poll(() => call.duration, { interval: 10 }).toBe(seconds);
      expect(Math.abs(performance.now() - since - seconds * 1000)).toBeLessThan(300);
    }
    const ended = next(call, 'ended');
    call.hangup();
    await ended;
    expect(call.duration).toBe(2);
  });

  it('Call › reject', async () => {
    const ends: string[] = [];
    for (const reason of [undefined, 'decline', 'busy'] as const) {
      const { phone } = await connectedPhone(bed);
      const { phone: callee, extension } = await reachable();
      const incoming = ringing(callee);
      const outbound = await phone.call(extension);
      const inbound = await incoming;
      const both = Promise.all([next(outbound, 'ended'), next(inbound, 'ended')]);
      inbound.reject(reason);
      ends.push((await both).join(' and '));
    }
    expect(ends).toEqual(['rejected and rejected', 'rejected and rejected', 'busy and rejected']);
  });

  it('Call › on', async () => {
    const { phone } = await connectedPhone(bed);
    const call = await phone.call('605');
    const told: string[] = [];
    call.on('ringing', () => told.push('ringing'));
    call.on('ended', (reason) => told.push(`ended ${reason}`));
    call.on('ended', () => told.push('ended again'));
    await next(call, 'ended');
    expect(told).toEqual(['ringing', 'ended rejected', 'ended again']);
  });

  it('Call › off', async () => {
    const { phone } = await connectedPhone(bed);
    const call = await phone.call('600');
    const told: string[] = [];
    const first = () => told.push('first held');
    call.on('held', first);
    call.on('held', () => told.push('second held'));
    call.on('resumed', () => told.push('resumed'));
    await next(call, 'answered');
    const turn = async () => {
      const held = next(call, 'held');
      call.hold();
      await held;
      const resumed = next(call, 'resumed');
      call.resume();
      await resumed;
    };
    await turn();
    call.off('held', first);
    await turn();
    call.off('held');
    await turn();
    expect(told).toEqual(['first held', 'second held', 'resumed', 'second held', 'resumed', 'resumed']);
  });
});

describe('Call events', () => {
  it('Call events › trying', async () => {
    const { phone } = await connectedPhone(bed);
    const call = await phone.call('604');
    const told = next(call, 'trying');
    const state = new Promise((resolve) => call.on('trying', () => resolve(call.state)));
    expect([await told, await state]).toEqual([[], 'trying']);
  });

  it('Call events › ringing', async () => {
    const { phone } = await connectedPhone(bed);
    const { phone: callee, extension } = await reachable();
    const incoming = ringing(callee);
    const call = await phone.call(extension);
    expect(await next(call, 'ringing')).toEqual([]);
    expect([call.state, (await incoming).state]).toEqual(['ringing', 'ringing']);
  });

  it('Call events › held', async () => {
    const { phone } = await connectedPhone(bed);
    const call = await answered(phone);
    const told: string[] = [];
    call.on('held', (by) => told.push(by));
    for (const [hold, resume] of [
      [() => call.hold(), () => call.resume()],
      [() => bed.sandbox.control.hold({ call: call.id }), () => bed.sandbox.control.resume({ call: call.id })],
    ] as const) {
      const [held, resumed] = [next(call, 'held'), next(call, 'resumed')];
      hold();
      await held;
      resume();
      await resumed;
    }
    expect(told).toEqual(['local', 'remote']);
  });

  it('Call events › resumed', async () => {
    const { outbound, inbound } = await together();
    const held = Promise.all([next(outbound, 'held'), next(inbound, 'held')]);
    outbound.hold();
    await held;
    const resumed = Promise.all([next(outbound, 'resumed'), next(inbound, 'resumed')]);
    outbound.resume();
    expect(await resumed).toEqual([[], []]);
    expect([outbound.state, inbound.state]).toEqual(['active', 'active']);
  });

  it('Call events › ended', async () => {
    const { outbound, inbound } = await together();
    const told: string[] = [];
    for (const call of [outbound, inbound]) call.on('ended', (reason) => told.push(`${call.direction} ${reason}`));
    const both = Promise.all([next(outbound, 'ended'), next(inbound, 'ended')]);
    inbound.hangup();
    await both;
    inbound.hangup(); // Over is over.
    expect(told.sort()).toEqual(['inbound hangup', 'outbound hangup']);
    expect([known(outbound), known(inbound)]).toEqual([undefined, undefined]);
  });
});

describe('Call.ended', () => {
  it('Call.ended › hangup', async () => {
    const { phone } = await connectedPhone(bed);
    const [ours, theirs] = [await answered(phone), await answered(phone)];
    const ends = Promise.all([next(ours, 'ended'), next(theirs, 'ended')]);
    ours.hangup();
    bed.sandbox.control.hangup({ call: theirs.id });
    expect(await ends).toEqual([['hangup'], ['hangup']]);
  });

  it('Call.ended › no-answer', async () => {
    const impatient = await startTestbed({ limits: { ringForMs: 200 } });
    const { id } = await newUser(impatient);
    const { phone } = await connectedPhone(impatient, { id });
    const call = await phone.call('604');
    await next(call, 'ringing');
    expect(await next(call, 'ended')).toEqual(['no-answer']);
    phone.disconnect();
    await impatient.stop();
    expect(await endOf('103')).toBe('no-answer'); // Nobody's phone is there to ring.
  });

  it('Call.ended › busy', async () => {
    expect(await endOf('603')).toBe('busy');
    const { phone, extension } = await reachable();
    await phone.setPresence('dnd');
    expect(await endOf(extension)).toBe('busy');
  });

  it('Call.ended › failed', async () => {
    expect(await Promise.all([endOf('609'), endOf('699')])).toEqual(['failed', 'failed']);
  });

  it('Call.ended › transferred', async () => {
    const { outbound, inbound } = await together();
    const ended = next(outbound, 'ended');
    outbound.transfer('601');
    expect(await ended).toEqual(['transferred']);
    expect(inbound.state).toBe('active');
  });

  it('Call.ended › rejected', async () => {
    expect(await endOf('605')).toBe('rejected');
    const { call } = await rung();
    const ended = next(call, 'ended');
    call.reject();
    expect(await ended).toEqual(['rejected']);
  });
});
