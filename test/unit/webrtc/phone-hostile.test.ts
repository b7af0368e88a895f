import { describe, expect, it } from 'vitest';
import * as limits from '../../../generated/v1/limits.js';
import { remoteSdp } from '../../support/fake-media.js';
import { callEvents, phoneEvents, TOKEN, usePhoneBench } from '../../support/phone-bench.js';

// What a service, or who speaks in its place, may not do to a phone.

const bench = usePhoneBench();

describe('a service that says too much', () => {
  it('rings no more calls than a phone may have, and the rest are refused', async () => {
    const phone = await bench.connected();
    for (let count = 0; count < limits.callsPerPhone + 20; count++) bench.ring(`call_${count}`);
    await bench.pass(20);
    expect(phone.activeCalls).toHaveLength(limits.callsPerPhone);
    expect(bench.media.open.connections).toBe(limits.callsPerPhone);
    expect(bench.socket.types.filter((type) => type === 'call.reject')).toHaveLength(20);
  });

  it('restores calls that no page had, and not one peer connection is made', async () => {
    const phone = await bench.connected();
    for (let count = 0; count < 400; count++) {
      bench.socket.say({
        type: 'call.restored',
        call_id: `call_${count}`,
        state: 'active',
        direction: 'inbound',
        from: '101',
        from_name: null,
        to: '102',
        answered_at: null,
      });
    }
    await bench.pass(20);
    expect([phone.activeCalls, bench.media.open]).toEqual([[], { connections: 0, microphones: 0 }]);
  });

  it.each(['before', 'after'])('has no more candidates than a description may have looked at, %s it', async (when) => {
    const { call } = await (when === 'before' ? bench.trying('call_1') : bench.active('call_1'));
    let added = 0;
    bench.media.connection.addIceCandidate = async () => {
      added++;
    };
    for (let count = 0; count < 1_000; count++) {
      bench.socket.say({
        type: 'ice.candidate',
        call_id: 'call_1',
        candidate: `candidate:1 1 udp 1 10.0.0.1 ${count + 1} typ host`,
        sdp_mid: '0',
        sdp_m_line_index: 0,
      });
    }
    if (when === 'before') bench.socket.say({ type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() });
    await bench.pass(50);
    expect(added).toBe(limits.candidatesPerDescription);
    expect(call.state).not.toBe('ended');
  });

  it('has no more descriptions of a call taken than fit into their window', async () => {
    const { call } = await bench.active('call_1');
    const events = callEvents(call);
    for (let count = 0; count < 500; count++) {
      bench.socket.say({ type: 'sdp.offer', call_id: 'call_1', sdp: remoteSdp(`user${count}`) });
    }
    await bench.pass(2_000);
    const answers = () => bench.socket.types.filter((type) => type === 'sdp.answer').length;
    expect(answers()).toBeLessThanOrEqual(limits.descriptionsPerWindow);
    expect([call.state, events]).toEqual(['active', []]);
    const before = answers();
    await bench.pass(limits.descriptionWindowMs);
    bench.socket.say({ type: 'sdp.offer', call_id: 'call_1', sdp: remoteSdp('later') });
    await bench.pass(500);
    expect(answers()).toBe(before + 1);
  });
});

describe('a service that repeats the token', () => {
  it('does not get it into an error, a name or a log', async () => {
    const phone = await bench.connected();
    const told: unknown[] = [];
    phone.on('error', (error) => told.push(error.message, error.rawCode, error.callId, error.stack));
    phone.on('incoming', (call) => told.push(call.id, call.from, call.fromName));
    bench.socket.say({ type: 'error', code: `no_${TOKEN}`, message: `Who sent ${TOKEN}? ${TOKEN}!` });
    bench.socket.say({ type: 'call.incoming', call_id: 'call_1', from: '101', from_name: TOKEN, to: '102' });
    await bench.pass(20);
    expect(told.join()).not.toContain(TOKEN);
    expect(told.join()).toContain('Who sent …? …!');
  });

  it('does not get the token that was swapped in either, nor the one before', async () => {
    const next = 'eyJhbGciOiJIUzI1NiJ9.another-secret.signature';
    const phone = await bench.connected();
    const told: string[] = [];
    phone.on('error', (error) => told.push(error.message));
    const refused = bench.phone({ token: next }).connect();
    bench.service.on('authenticate', ({ req_id }, socket) =>
      socket.say({
        type: 'error',
        code: 'auth_failed',
        message: `Not ${next}.`,
        fatal: true,
        ...(req_id && { req_id }),
      }),
    );
    expect((await bench.refusal(refused)).message).toBe('Not ….');
    expect(told.join()).not.toContain('secret');
  });
});

it('a text of the service cannot move a cursor or hide in an error', async () => {
  const phone = await bench.connected();
  const told: string[] = [];
  phone.on('error', (error) => told.push(error.message));
  bench.socket.say({
    type: 'error',
    code: 'internal_error',
    message: '\u001b]52;c;aGk=\u0007\r\u202eno\u2028',
    call_id: null,
  });
  await bench.pass(20);
  expect(told).toEqual(['\\u{1b}]52;c;aGk=\\u{7}\\u{d}\\u{202e}no\\u{2028}']);
});

describe('a service that lets a phone in and drops it', () => {
  it('is dialled ever more rarely, until a connection has lasted', async () => {
    const phone = await bench.connected({ autoReconnect: true });
    const events = phoneEvents(phone);
    const waits: number[] = [];
    phone.on('reconnecting', ({ attempt, delayMs }) => attempt === 1 && waits.push(delayMs));
    const drop = async () => {
      bench.socket.close(1006);
      await bench.pass(100);
      while (!phone.isConnected) await bench.pass(100);
    };
    for (let count = 0; count < 8; count++) await drop();
    const steps = [...limits.reconnectStepsMs, 30_000, 30_000];
    for (const [index, step] of steps.entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(step / 2);
      expect(waits[index]).toBeLessThanOrEqual(step);
    }
    expect(events.filter((event) => event.startsWith('error'))).toEqual([]);
    await bench.pass(limits.steadyAfterMs);
    await drop();
    expect(waits.at(-1)).toBeLessThanOrEqual(limits.reconnectStepsMs[0]);
  });
});
