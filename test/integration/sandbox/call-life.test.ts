import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  ALICE,
  answer,
  BOB,
  CAROL,
  call,
  dial,
  type End,
  endsAs,
  hangup,
  newReqId,
  refused,
  rings,
  settled,
  silentAnswer,
  silentOffer,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';

const rig = useCallRig();
const pair = async () => [await rig.connect(ALICE), await rig.connect(BOB)] as const;
const typesAbout = ({ phone, callId }: End) =>
  phone.received.flatMap((message) => ('call_id' in message && message.call_id === callId ? [message.type] : []));

describe('an outbound call', () => {
  it('goes call.create, call.trying, call.ringing, sdp.answer and call.answered, call.ended', async () => {
    const [alice, bob] = await pair();
    const outbound = await dial(alice, '102');
    await answer(await rings(bob));
    await Promise.all([told(outbound, 'call.answered'), told(outbound, 'sdp.answer')]);
    hangup(outbound);
    await endsAs(outbound, 'hangup');
    await settled(alice, bob);
    expect(story(outbound)).toEqual(['trying', 'ringing', 'answered', 'ended hangup']);
    expect(typesAbout(outbound).filter((type) => !type.startsWith('call.'))).toEqual(['sdp.answer']);
  });

  it('call.trying echoes the req_id of call.create', async () => {
    const alice = await rig.connect(ALICE);
    alice.send({ type: 'call.create', req_id: 'r1', destination: '600', sdp: silentOffer() });
    expect(await alice.next('call.trying')).toEqual({
      type: 'call.trying',
      req_id: 'r1',
      call_id: expect.stringMatching(/^call_[0-9a-hjkmnp-tv-z]{26}$/),
    });
  });

  it('rings before the callee does anything', async () => {
    const [alice, bob] = await pair();
    const outbound = await dial(alice, '102');
    await told(outbound, 'call.ringing');
    await rings(bob);
  });
});

describe('an inbound call', () => {
  it('goes call.incoming, sdp.offer, call.answer and sdp.answer, call.answered, call.ended', async () => {
    const [alice, bob] = await pair();
    await dial(alice, '102');
    const inbound = await rings(bob);
    await answer(inbound);
    hangup(inbound);
    await endsAs(inbound, 'hangup');
    await settled(bob, alice);
    expect(typesAbout(inbound)).toEqual(['call.incoming', 'sdp.offer', 'call.answered', 'call.ended']);
  });

  it('shows the caller’s number and name, and the called number', async () => {
    const [alice, bob] = await pair();
    const outbound = await dial(alice, '102');
    const { incoming } = await rings(bob);
    expect(incoming).toEqual({
      type: 'call.incoming',
      call_id: expect.not.stringMatching(outbound.callId),
      from: '+14155550101',
      from_name: 'Alice Example',
      to: '+14155550102',
    });
  });

  it('is answered only with the sdp.answer: call.answer alone connects nobody', async () => {
    const [alice, bob] = await pair();
    const outbound = await dial(alice, '102');
    const inbound = await rings(bob);
    await told(inbound, 'sdp.offer');
    bob.send({ type: 'call.answer', call_id: inbound.callId });
    await settled(bob, alice);
    expect(story(outbound)).toEqual(['trying', 'ringing']);
    bob.send({ type: 'sdp.answer', call_id: inbound.callId, sdp: silentAnswer() });
    await told(outbound, 'call.answered');
  });

  it('refuses a description that no audio can come of, and still takes a good one', async () => {
    const [alice, bob] = await pair();
    const outbound = await dial(alice, '102');
    const inbound = await rings(bob);
    bob.send({ type: 'call.answer', call_id: inbound.callId });
    bob.send({ type: 'sdp.answer', call_id: inbound.callId, sdp: 'v=0' });
    await refused(bob, 'invalid_message', { call_id: inbound.callId });
    bob.send({ type: 'sdp.answer', call_id: inbound.callId, sdp: silentAnswer() });
    await told(inbound, 'call.answered');
    await told(outbound, 'call.answered');
  });

  it('that is accepted, but hung up before the sdp.answer, ends for both', async () => {
    const [alice, bob] = await pair();
    const outbound = await dial(alice, '102');
    const inbound = await rings(bob);
    bob.send({ type: 'call.answer', call_id: inbound.callId });
    hangup(inbound);
    await told(inbound, 'call.ended');
    await told(outbound, 'call.ended');
  });
});

describe('the end of a call', () => {
  it.each<[string, number]>([
    ['the caller', 0],
    ['the callee', 1],
  ])('comes to both as hangup when %s hangs up', async (_, who) => {
    const ends = await call(...(await pair()));
    hangup(ends[who] ?? ends[0]);
    for (const end of ends) await endsAs(end, 'hangup', { duration_seconds: expect.any(Number) });
  });

  it('comes once: a second hang-up finds no call', async () => {
    const [mine, his] = await call(...(await pair()));
    hangup(mine);
    hangup(mine);
    await endsAs(mine, 'hangup');
    await refused(mine.phone, 'call_not_found', { call_id: mine.callId });
    await endsAs(his, 'hangup');
    await settled(mine.phone, his.phone);
    expect(story(mine).filter((line) => line.startsWith('ended'))).toHaveLength(1);
  });

  it('comes once when both hang up at the same time', async () => {
    const [mine, his] = await call(...(await pair()));
    hangup(mine);
    hangup(his);
    await endsAs(mine, 'hangup');
    await endsAs(his, 'hangup');
    await settled(mine.phone, his.phone);
    for (const end of [mine, his]) expect(story(end).filter((line) => line.startsWith('ended'))).toHaveLength(1);
  });

  it('tells the seconds since the answer, hold included, not the time of ringing', async () => {
    const [alice, bob] = await pair();
    const outbound = await dial(alice, '102');
    const inbound = await rings(bob);
    await sleep(1000);
    await answer(inbound);
    await told(outbound, 'call.answered');
    alice.send({ type: 'call.hold', call_id: outbound.callId });
    await sleep(1050);
    hangup(outbound);
    await endsAs(outbound, 'hangup', { duration_seconds: 1 });
    await endsAs(inbound, 'hangup', { duration_seconds: 1 });
  });
});

it('call.answered tells both the same moment, give or take the way', async () => {
  const [alice, bob] = await pair();
  const before = Date.now();
  const outbound = await dial(alice, '102');
  const inbound = await rings(bob);
  await told(inbound, 'sdp.offer');
  bob.send({ type: 'call.answer', call_id: inbound.callId });
  bob.send({ type: 'sdp.answer', call_id: inbound.callId, sdp: silentAnswer() });
  const moments = [await told(outbound, 'call.answered'), await told(inbound, 'call.answered')].map(({ answered_at }) =>
    Date.parse(answered_at ?? ''),
  );
  for (const moment of moments) {
    expect(moment).toBeGreaterThanOrEqual(before);
    expect(moment).toBeLessThanOrEqual(Date.now());
  }
  expect(Math.abs((moments[0] ?? 0) - (moments[1] ?? 0))).toBeLessThan(100);
});

describe('one phone', () => {
  it('may have several calls: another one neither ends nor holds the first', async () => {
    const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
    const [one] = await call(alice, bob);
    const [two] = await call(alice, carol, '103');
    const [, three] = await call(bob, alice, '101');
    await settled(alice, bob, carol);
    expect(story(one)).toEqual(['trying', 'ringing', 'answered']);
    expect(story(two)).toEqual(['trying', 'ringing', 'answered']);
    expect(story(three)).toEqual(['incoming', 'answered']);
    hangup(two);
    await endsAs(two, 'hangup');
    await settled(alice);
    expect(story(one)).toEqual(['trying', 'ringing', 'answered']);
  });

  it('cannot touch a call of another phone, not even one of the same user', async () => {
    const [alice, bob] = await pair();
    const [mine, his] = await call(alice, bob);
    const second = await rig.connect(ALICE);
    for (const [phone, { callId }] of [
      [second, mine],
      [bob, mine],
      [alice, his],
    ] as const) {
      hangup({ phone, callId });
      await refused(phone, 'call_not_found', { call_id: callId });
    }
    await settled(alice, bob);
    expect(story(mine)).toEqual(['trying', 'ringing', 'answered']);
  });
});

describe('candidates', () => {
  const candidate = (call_id: string) =>
    ({
      type: 'ice.candidate',
      call_id,
      candidate: 'candidate:1 1 udp 2130706431 127.0.0.1 50000 typ host',
      sdp_mid: '0',
      sdp_m_line_index: 0,
    }) as const;

  it('of an unknown call are ignored in silence', async () => {
    const alice = await rig.connect(ALICE);
    alice.send(candidate('call_unknown'));
    alice.send({ type: 'ice.done', call_id: 'call_unknown' });
    await settled(alice);
    expect(alice.received.map(({ type }) => type)).not.toContain('error');
  });

  it('of a call that is over are ignored in silence', async () => {
    const [mine] = await call(...(await pair()));
    hangup(mine);
    await endsAs(mine, 'hangup');
    mine.phone.send(candidate(mine.callId));
    mine.phone.send({ type: 'ice.done', call_id: mine.callId });
    await settled(mine.phone);
    expect(mine.phone.received.map(({ type }) => type)).not.toContain('error');
  });

  it.each([
    '',
    'garbage',
    'candidate:1 1 tcp 1 10.0.0.1 9 typ host tcptype active',
    'candidate:1 1 udp 1 a.local 9 typ host',
  ])('that are of no use (%j) do the call no harm', async (text) => {
    const [mine, his] = await call(...(await pair()));
    mine.phone.send({ ...candidate(mine.callId), candidate: text, sdp_mid: null, sdp_m_line_index: null });
    await settled(mine.phone, his.phone);
    expect(mine.phone.received.map(({ type }) => type)).not.toContain('error');
    expect(story(mine)).toEqual(['trying', 'ringing', 'answered']);
  });
});

describe('a description that no audio can come of', () => {
  it.each<[string, string]>([
    ['text', 'hello'],
    ['an empty session', 'v=0\r\n'],
    ['video only', silentOffer().replace('m=audio', 'm=video')],
    ['without a fingerprint', silentOffer().replace(/^a=fingerprint.*\r\n/m, '')],
    ['without ICE credentials', silentOffer().replace(/^a=ice-.*\r\n/gm, '')],
    ['without Opus', silentOffer().replace('opus/48000/2', 'G722/8000')],
  ])('(%s) is refused: no call comes of it', async (_, sdp) => {
    const alice = await rig.connect(ALICE);
    const req_id = newReqId();
    alice.send({ type: 'call.create', req_id, destination: '600', sdp });
    await refused(alice, 'invalid_message', { req_id });
    await settled(alice);
    expect(alice.received.map(({ type }) => type)).not.toContain('call.trying');
  });

  it('does not end a call that is up when it is offered anew', async () => {
    const [mine, his] = await call(...(await pair()));
    mine.phone.send({ type: 'sdp.offer', call_id: mine.callId, sdp: 'v=0' });
    await refused(mine.phone, 'invalid_message', { call_id: mine.callId });
    await settled(mine.phone, his.phone);
    expect(story(mine)).toEqual(['trying', 'ringing', 'answered']);
  });
});
