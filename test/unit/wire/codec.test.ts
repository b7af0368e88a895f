import { describe, expect, it, vi } from 'vitest';
import { serverMessageTypes } from '../../../generated/v1/protocol.js';
import { decode, encode } from '../../../src/wire/codec.js';

const call_id = 'call_1';

describe('decode', () => {
  it.each<[object]>([
    [{ type: 'pong' }],
    [{ type: 'authenticated', user_id: 'user_1', account_id: 'acct_1', req_id: 'r1' }],
    [{ type: 'call.trying', call_id, req_id: null }],
    [{ type: 'call.incoming', call_id, from: '101', from_name: null, to: '102' }],
    [{ type: 'call.ended', call_id, reason: 'no-answer', duration_seconds: null }],
    [{ type: 'ice.candidate', call_id, candidate: '', sdp_mid: null, sdp_m_line_index: null }],
    [{ type: 'error', code: 'rate_limited', message: 'Too many.', retry_after_seconds: 3 }],
  ])('gives the message of %j', (frame) => {
    expect(decode(JSON.stringify(frame))).toEqual({ message: frame });
  });

  it('takes fields and error codes that a later version adds', () => {
    const later = { type: 'call.ringing', call_id, queue_position: 3, nested: { deep: [null] } };
    expect(decode(JSON.stringify(later))).toEqual({ message: later });
    const error = { type: 'error', code: 'moon_phase', message: 'Not tonight.' };
    expect(decode(JSON.stringify(error))).toEqual({ message: error });
  });

  it('does not insist on the pattern of an id', () => {
    expect(decode('{"type":"ice.done","call_id":"7"}').message).toBeDefined();
  });

  it.each(['call.parked', '', 'PONG', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'authenticate'])(
    'does not know the type “%s”',
    (type) => {
      expect(decode(JSON.stringify({ type, call_id }))).toEqual({});
    },
  );

  it.each<[string, unknown]>([
    ['text', 'hello'],
    ['nothing', ''],
    ['half a frame', '{"type":"pong"'],
    ['two frames', '{"type":"pong"}{"type":"pong"}'],
    ['null', 'null'],
    ['a number', '42'],
    ['a string', '"pong"'],
    ['an array', '["pong"]'],
    ['an array that is deep', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['an object without a type', '{"call_id":"call_1"}'],
    ['a type that is inherited', '{"__proto__":{"type":"pong"}}'],
    ['a type that is a number', '{"type":1}'],
    ['a type that is null', '{"type":null}'],
    ['a type that is an array', '{"type":["pong"]}'],
    ['an ArrayBuffer', new ArrayBuffer(8)],
    ['a Blob', new Blob(['{"type":"pong"}'])],
    ['undefined', undefined],
    ['a symbol', Symbol('frame')],
  ])('is not taken in by %s', (_, data) => {
    const decoded = decode(data);
    expect(decoded).toEqual({
      problem: expect.stringMatching(/^not a JSON object/),
    });
  });

  it.each<[string, object, string]>([
    [
      'a field that is missing',
      { type: 'call.ended', call_id, reason: 'hangup' },
      'call.ended/duration_seconds is missing',
    ],
    ['a field of the wrong type', { type: 'call.ringing', call_id: 7 }, 'call.ringing/call_id is wrong'],
    [
      'a reason that is none',
      { type: 'call.ended', call_id, reason: 'bored', duration_seconds: 1 },
      'call.ended/reason is wrong',
    ],
    [
      'a null that is none',
      { type: 'call.incoming', call_id, from: null, from_name: null, to: '1' },
      'call.incoming/from is wrong',
    ],
    ['an entry of a list', { type: 'presence.list', users: [7] }, 'presence.list/users/0 is wrong'],
  ])('names the fault of a frame with %s', (_, frame, problem) => {
    expect(decode(JSON.stringify(frame))).toMatchObject({
      problem: expect.stringContaining(problem),
      type: (frame as { type: string }).type,
    });
  });

  it('tells whose call a malformed frame is about, when that can be read', () => {
    expect(decode(JSON.stringify({ type: 'call.ended', call_id }))).toMatchObject({ callId: call_id });
  });

  it.each([7, null, ['call_1'], { toString: 1 }])('does not take %j for the id of a call', (id) => {
    expect(decode(JSON.stringify({ type: 'call.ended', call_id: id }))).not.toHaveProperty('callId');
  });

  it('does not repeat the content of a malformed frame', () => {
    const frame = { type: 'call.incoming', call_id, from: '+14155550123', from_name: 'Bob', to: { secret: 1 } };
    expect(JSON.stringify(decode(JSON.stringify(frame)))).not.toMatch(/\+1415|Bob|secret/);
  });

  it.each(
    serverMessageTypes.filter((type) => type !== 'pong' && type !== 'auth.refreshed' && type !== 'network.changed'),
  )('finds a %s without its fields malformed', (type) => {
    expect(decode(JSON.stringify({ type }))).toMatchObject({ problem: expect.any(String), type });
  });
});

it('a frame of more than 1 MiB is not even parsed', () => {
  const parse = vi.spyOn(JSON, 'parse');
  const huge = JSON.stringify({ type: 'sdp.answer', call_id, sdp: 'x'.repeat(10_000_000) });
  expect(decode(huge)).toEqual({ problem: 'too large' });
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
});

describe('encode', () => {
  it('writes one JSON object', () => {
    const frame = { type: 'call.reject', call_id, reason: 'busy' } as const;
    expect(JSON.parse(encode(frame))).toEqual(frame);
  });

  it('leaves out what is undefined', () => {
    expect(encode({ type: 'call.hangup', call_id, extra: undefined } as { type: 'call.hangup'; call_id: string })).toBe(
      '{"type":"call.hangup","call_id":"call_1"}',
    );
  });
});
