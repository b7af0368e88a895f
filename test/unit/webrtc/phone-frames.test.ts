import { describe, expect, it, vi } from 'vitest';
import type { ServerMessage } from '../../../generated/v1/messages.js';
import { callEvents, phoneEvents, usePhoneBench } from '../../support/phone-bench.js';

const bench = usePhoneBench();

const sent = () => bench.socket.types.slice(1);

describe('a frame that breaks the contract', () => {
  it.each<[string, unknown, string]>([
    ['is not JSON', 'half a fra', 'error invalid_message'],
    ['is no object', '[]', 'error invalid_message'],
    ['has no type', { call_id: 'call_1' }, 'error invalid_message'],
    ['has a type that is no string', { type: 7 }, 'error invalid_message'],
    ['lacks a field', { type: 'call.incoming', call_id: 'call_9', from: '101' }, 'error invalid_message call_9'],
    [
      'has a field of another type',
      { type: 'sdp.answer', call_id: 'call_1', sdp: null },
      'error invalid_message call_1',
    ],
    ['ends a call that nobody knows', { type: 'call.ended', call_id: 'call_9' }, 'error invalid_message call_9'],
  ])('because it %s is told once and changes nothing', async (_, frame, line) => {
    const { phone, call } = await bench.active('call_1');
    const [told, events] = [phoneEvents(phone), callEvents(call)];
    expect(() => bench.socket.sayBroken(frame)).not.toThrow();
    await bench.pass(20);
    expect(told).toEqual([line]);
    expect([call.state, events, phone.isConnected]).toEqual(['active', [], true]);
    expect(bench.log.at(-1)).toMatch(/^The service sent a frame that breaks the contract: /);
  });

  it.each([
    ['without a reason', {}],
    ['with a reason of a later version', { reason: 'parked', duration_seconds: 3 }],
    ['with a duration that is none', { reason: 'hangup', duration_seconds: 'long' }],
  ])('and ends a call %s ends it all the same: the microphone must not stay on', async (_, fields) => {
    const { phone, call } = await bench.active('call_1');
    const [told, events] = [phoneEvents(phone), callEvents(call)];
    bench.socket.sayBroken({ type: 'call.ended', call_id: 'call_1', ...fields });
    expect([told, events]).toEqual([['error invalid_message call_1'], ['ended failed']]);
    expect([phone.activeCalls, bench.media.open]).toEqual([[], { connections: 0, microphones: 0 }]);
  });

  it('does not answer a request', async () => {
    const phone = await bench.connected();
    const told = phoneEvents(phone);
    bench.service.on('call.create', ({ req_id = '' }, socket) => {
      socket.sayBroken({ type: 'call.trying', req_id });
      socket.say({ type: 'call.trying', call_id: 'call_1', req_id });
    });
    const call = await bench.settle(phone.call('101'));
    expect(call.id).toBe('call_1');
    expect(told).toEqual(['error invalid_message']);
  });

  it('does not throw into the socket when a listener does', async () => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
    const phone = await bench.connected();
    phone.on('error', () => {
      throw new Error('a mistake of the application');
    });
    expect(() => bench.socket.sayBroken('half a fra')).not.toThrow();
    expect(shown).toHaveBeenCalledTimes(1);
  });
});

describe('a frame of a later version', () => {
  it.each([
    { type: 'call.parked', call_id: 'call_1' },
    { type: 'constructor' },
    { type: '__proto__', call_id: 'call_1' },
  ])('%j is ignored', async (frame) => {
    const { phone, call } = await bench.active('call_1');
    const [told, events] = [phoneEvents(phone), callEvents(call)];
    bench.socket.sayBroken(frame);
    await bench.pass(20);
    expect([told, events, call.state, phone.isConnected]).toEqual([[], [], 'active', true]);
  });

  it('with a field that is new is taken as it is known', async () => {
    const { call } = await bench.trying('call_1');
    const events = callEvents(call);
    bench.socket.sayBroken({ type: 'call.ringing', call_id: 'call_1', queue_position: 3 });
    expect(events).toEqual(['ringing']);
  });
});

describe('an error of the service', () => {
  it.each([
    [
      { code: 'call_failed', call_id: 'call_1' },
      { code: 'call_failed', callId: 'call_1' },
    ],
    [{ code: 'invalid_message' }, { code: 'invalid_message', callId: undefined }],
    [
      { code: 'rate_limited', call_id: null },
      { code: 'rate_limited', callId: undefined },
    ],
    [
      { code: 'moon_phase', call_id: 'call_1' },
      { code: 'internal_error', rawCode: 'moon_phase', callId: 'call_1' },
    ],
    [{ code: 'call_failed', req_id: 'nobody asked' }, { code: 'call_failed' }],
  ])('%j that answers nothing is told as %j; the phone and the call go on', async (fields, expected) => {
    const { phone, call } = await bench.active('call_1');
    const errors: unknown[] = [];
    phone.on('error', (error) => errors.push(error));
    bench.socket.say({ type: 'error', message: 'No.', ...fields });
    await bench.pass(20);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ ...expected, message: 'No.', fatal: false });
    expect([call.state, phone.isConnected]).toEqual(['active', true]);
  });

  it('that knows no such call ends it here, too', async () => {
    const { phone, call } = await bench.active('call_1');
    const codes: string[] = [];
    phone.on('error', ({ code }) => codes.push(code));
    bench.socket.say({ type: 'error', code: 'call_not_found', message: 'No.', call_id: 'call_1' });
    await bench.pass(20);
    expect([codes, call.state, phone.activeCalls]).toEqual([['call_not_found'], 'ended', []]);
  });

  it('about a call that is over is nobody’s concern', async () => {
    const { phone } = await bench.active('call_1');
    const codes: string[] = [];
    phone.on('error', ({ code }) => codes.push(code));
    bench.socket.say({ type: 'error', code: 'invalid_message', message: 'No.', call_id: 'call_of_before' });
    await bench.pass(20);
    expect(codes).toEqual([]);
  });
});

const call_id = 'call_unknown';
const entry = { user_id: 'user_1', name: 'Alice', status: 'available', updated_at: '2026-03-02T10:00:00Z' } as const;

describe('a frame about nobody’s call or request', () => {
  it.each<[ServerMessage, string[], string[]]>([
    [{ type: 'authenticated', user_id: 'user_1', account_id: 'acct_1' }, [], []],
    [{ type: 'auth.refreshed' }, [], []],
    [{ type: 'pong' }, [], []],
    [{ type: 'call.trying', call_id }, [], ['call.hangup']],
    [{ type: 'call.ringing', call_id }, [], []],
    [{ type: 'call.answered', call_id }, [], []],
    [{ type: 'call.held', call_id, held_by: 'local' }, [], []],
    [{ type: 'call.resumed', call_id }, [], []],
    [{ type: 'call.ended', call_id, reason: 'hangup', duration_seconds: null }, [], []],
    [{ type: 'sdp.offer', call_id, sdp: 'v=0' }, [], []],
    [{ type: 'sdp.answer', call_id, sdp: 'v=0' }, [], []],
    [{ type: 'sdp.pranswer', call_id, sdp: 'v=0' }, [], []],
    [{ type: 'ice.candidate', call_id, candidate: '', sdp_mid: null, sdp_m_line_index: null }, [], []],
    [{ type: 'ice.done', call_id }, [], []],
    [{ type: 'presence.update', ...entry }, [], []],
    [{ type: 'presence.list', users: [entry] }, [], []],
  ])('%j tells %j and is answered with %j', async (frame, lines, answers) => {
    const phone = await bench.connected();
    const told = phoneEvents(phone);
    expect(() => bench.socket.say(frame)).not.toThrow();
    await bench.pass(20);
    expect(told).toEqual(lines);
    expect(sent()).toEqual(answers);
    expect([phone.activeCalls, phone.isConnected]).toEqual([[], true]);
  });

  it('that came before authenticated tells nothing', async () => {
    bench.service.on('authenticate', (_, socket) => {
      socket.say(
        { type: 'call.trying', call_id },
        { type: 'call.incoming', call_id, from: '101', from_name: null, to: '102' },
      );
    });
    const phone = bench.phone();
    const told = phoneEvents(phone);
    await bench.refusal(phone.connect(), 11_000);
    expect(told).toEqual([]);
    expect([phone.activeCalls, bench.media.connections]).toEqual([[], []]);
  });
});

describe('the log', () => {
  it('names what came, and no number, name or description', async () => {
    const { call } = await bench.ringing('call_1');
    call.answer();
    await bench.pass(20);
    bench.socket.sayBroken({ type: 'call.incoming', call_id: 'call_2', from: '+14155550123', from_name: 'Bob', to: 7 });
    expect(bench.log).toContain('received call.incoming');
    expect(bench.log.join('\n')).not.toMatch(/\+1415|Bob|v=0|candidate:/);
  });
});

describe('a flood of frames', () => {
  it.each<[string, (n: number) => unknown, times: number, told: number]>([
    ['that are no JSON', () => 'half a fra', 100_000, 1],
    ['that break the contract in one way', () => ({ type: 'call.held', call_id: 'call_1' }), 10_000, 1],
    ['of one error', () => ({ type: 'error', code: 'internal_error', message: 'Again.' }), 10_000, 1],
    ['of errors that all differ', (n) => ({ type: 'error', code: 'internal_error', message: `No. ${n}` }), 10_000, 10],
    ['of calls that nobody knows', (n) => ({ type: 'call.ringing', call_id: `call_${n}` }), 100_000, 0],
    ['of types that nobody knows', (n) => ({ type: `news.${n}` }), 100_000, 0],
  ])(
    '%s tells each kind once, ten of them at most, and the phone goes on',
    async (_, frame, times, most) => {
      const { phone, call } = await bench.active('call_1');
      const told = phoneEvents(phone);
      for (let n = 0; n < times; n++) bench.socket.flood(frame(n));
      await bench.pass(20);
      expect(told.length).toBe(most);
      bench.log.splice(0);
      expect([call.state, phone.isConnected, phone.activeCalls.length]).toEqual(['active', true, 1]);
      bench.acceptCalls('call_2');
      expect((await bench.settle(phone.call('101'))).id).toBe('call_2');
    },
    20_000,
  );
});
