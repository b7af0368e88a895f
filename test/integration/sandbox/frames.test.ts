import { describe, expect, it } from 'vitest';
import { limits } from '../../../generated/v1/protocol.js';
import { ALICE, endsConnection, refused, useCallRig } from '../../support/call-rig.js';

const rig = useCallRig();
const { bed } = rig;

describe('ping', () => {
  it('is answered by pong, echoing req_id', async () => {
    const phone = await rig.connect(ALICE);
    phone.send({ type: 'ping', req_id: 'p1' });
    expect(await phone.next('pong')).toEqual({ type: 'pong', req_id: 'p1' });
  });

  it('without a req_id is answered by a pong without one', async () => {
    const phone = await rig.connect(ALICE);
    phone.send({ type: 'ping' });
    expect(await phone.next('pong')).toEqual({ type: 'pong' });
  });

  it('is answered in the order of the frames', async () => {
    const phone = await rig.connect(ALICE);
    const ids = Array.from({ length: 20 }, (_, n) => `p${n}`);
    for (const req_id of ids) phone.send({ type: 'ping', req_id });
    await phone.next('pong', ({ req_id }) => req_id === ids.at(-1));
    expect(phone.received.flatMap((message) => (message.type === 'pong' ? [message.req_id] : []))).toEqual(ids);
  });
});

describe('a frame that is not a JSON object with a string type', () => {
  it.each<[string, unknown]>([
    ['text', 'hello'],
    ['an empty text', ''],
    ['cut off', '{"type":"ping"'],
    ['null', 'null'],
    ['a number', '42'],
    ['a string', '"ping"'],
    ['an array', '[{"type":"ping"}]'],
    ['an object without a type', '{}'],
    ['an object with a number as its type', '{"type":7}'],
    ['an object with null as its type', '{"type":null}'],
    ['binary', Buffer.from('{"type":"ping"}')],
  ])('(%s) gets invalid_message, and the connection lives', async (_, frame) => {
    bed.tap.expectViolation(/a frame of the client/);
    const phone = await rig.connect(ALICE);
    phone.sendRaw(frame);
    await refused(phone, 'invalid_message');
    await phone.settled();
  });

  it('closes with 4400 when it is the tenth', async () => {
    bed.tap.expectViolation(/client: not JSON/);
    const phone = await rig.connect(ALICE);
    for (let n = 0; n < limits.malformedFramesMax; n++) phone.sendRaw('noise');
    await endsConnection(phone, 'invalid_message', 4400);
    const fatal = phone.received.flatMap((message) => (message.type === 'error' ? [message.fatal] : []));
    expect(fatal).toEqual([...Array.from({ length: limits.malformedFramesMax - 1 }, () => false), true]);
  });
});

describe('a type that the service does not know', () => {
  it('gets invalid_message, echoing req_id and call_id', async () => {
    bed.tap.expectViolation(/call.park: the contract does not know it/);
    const phone = await rig.connect(ALICE);
    phone.sendRaw({ type: 'call.park', req_id: 'r1', call_id: 'call_1' });
    await refused(phone, 'invalid_message', { req_id: 'r1', call_id: 'call_1' });
  });

  it.each(['constructor', '__proto__', 'toString', 'authenticated', ''])('may be %j', async (type) => {
    bed.tap.expectViolation(/a frame of the client/);
    const phone = await rig.connect(ALICE);
    phone.sendRaw(`{"type":${JSON.stringify(type)},"req_id":"r1"}`);
    await refused(phone, 'invalid_message', { req_id: 'r1' });
  });

  it('does not count as noise: more than ten of them do not close', async () => {
    bed.tap.expectViolation(/hello: the contract does not know it/);
    const phone = await rig.connect(ALICE);
    for (let n = 0; n <= limits.malformedFramesMax; n++) phone.sendRaw({ type: 'hello' });
    await phone.settled();
    expect(phone.received.filter(({ type }) => type === 'error')).toHaveLength(limits.malformedFramesMax + 1);
  });
});

describe('a message that is not what the contract says', () => {
  it.each<[string, object, { req_id?: string; call_id?: string }]>([
    ['ping with a number as req_id', { type: 'ping', req_id: 7 }, {}],
    ['ping with an empty req_id', { type: 'ping', req_id: '' }, {}],
    ['auth.refresh without a token', { type: 'auth.refresh', req_id: 'r1' }, { req_id: 'r1' }],
    ['call.create without sdp', { type: 'call.create', req_id: 'r1', destination: '102' }, { req_id: 'r1' }],
    ['call.create without a destination', { type: 'call.create', req_id: 'r1', sdp: 'v=0' }, { req_id: 'r1' }],
    ['call.hangup without call_id', { type: 'call.hangup' }, {}],
    ['call.hold with a number as call_id', { type: 'call.hold', call_id: 7 }, {}],
    [
      'call.reject for another reason',
      { type: 'call.reject', call_id: 'call_1', reason: 'rude' },
      { call_id: 'call_1' },
    ],
    [
      'call.transfer without a destination',
      { type: 'call.transfer', req_id: 'r1', call_id: 'call_1' },
      { req_id: 'r1', call_id: 'call_1' },
    ],
    [
      'a consult without a destination',
      { type: 'call.transfer.attended', req_id: 'r1', call_id: 'call_1', step: 'consult', sdp: 'v=0' },
      { req_id: 'r1', call_id: 'call_1' },
    ],
    [
      'a consult without sdp',
      { type: 'call.transfer.attended', req_id: 'r1', call_id: 'call_1', step: 'consult', destination: '103' },
      { req_id: 'r1', call_id: 'call_1' },
    ],
    [
      'an unknown step of an attended transfer',
      { type: 'call.transfer.attended', req_id: 'r1', call_id: 'call_1', step: 'cancel' },
      { req_id: 'r1', call_id: 'call_1' },
    ],
    ['sdp.offer without sdp', { type: 'sdp.offer', call_id: 'call_1' }, { call_id: 'call_1' }],
    [
      'ice.candidate without sdp_mid',
      { type: 'ice.candidate', call_id: 'call_1', candidate: 'candidate:1', sdp_m_line_index: 0 },
      { call_id: 'call_1' },
    ],
    ['presence.subscribe to nobody', { type: 'presence.subscribe', req_id: 'r1', users: [] }, { req_id: 'r1' }],
    [
      'presence.subscribe to 101 users',
      { type: 'presence.subscribe', req_id: 'r1', users: Array.from({ length: 101 }, (_, n) => `user_${n}`) },
      { req_id: 'r1' },
    ],
  ])('(%s) gets invalid_message, echoing what ids it has', async (_, frame, ids) => {
    bed.tap.expectViolation(/a frame of the client/);
    const phone = await rig.connect(ALICE);
    phone.sendRaw(frame);
    await refused(phone, 'invalid_message', ids);
    await phone.settled();
  });
});

describe('the size of a frame', () => {
  const offerOf = (bytes: number) => {
    const frame = (sdp: string) => JSON.stringify({ type: 'call.create', req_id: 'r1', destination: '600', sdp });
    // Two bytes each: the limit counts bytes, not characters.
    const room = bytes - Buffer.byteLength(frame(''));
    return frame('é'.repeat(Math.floor(room / 2)) + 'e'.repeat(room % 2));
  };

  it('may be 64 KiB', async () => {
    const phone = await rig.connect(ALICE);
    const frame = offerOf(limits.clientFrameMaxBytes);
    expect(Buffer.byteLength(frame)).toBe(65536);
    phone.sendRaw(frame);
    await refused(phone, 'invalid_message', { req_id: 'r1' });
    await phone.settled();
  });

  it('may not be a byte more: the connection is closed with 1009', async () => {
    const phone = await rig.connect(ALICE);
    phone.sendRaw(offerOf(limits.clientFrameMaxBytes + 1));
    expect((await phone.closed).code).toBe(1009);
  });
});
