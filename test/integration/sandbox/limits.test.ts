import { describe, expect, it } from 'vitest';
import type { End } from '../../support/call-rig.js';
import {
  ALICE,
  BOB,
  CAROL,
  call,
  dial,
  endsAs,
  hangup,
  newReqId,
  refused,
  rings,
  settled,
  silentAnswer,
  silentOffer,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import type { WirePhone } from '../../support/wire-phone.js';

const CALLS = 3;
const DESCRIPTIONS = 4;
const rig = useCallRig({
  limits: { callsPerPhone: CALLS, descriptionsPerWindow: DESCRIPTIONS, descriptionWindowMs: 60_000 },
});

/** Gives the phone as many calls as it may have. */
async function fill(phone: WirePhone, calls = CALLS): Promise<End[]> {
  const ends: End[] = [];
  for (let n = 0; n < calls; n++) ends.push(await dial(phone, '604'));
  return ends;
}

async function isRefused(phone: WirePhone): Promise<void> {
  const req_id = newReqId();
  phone.send({ type: 'call.create', req_id, destination: '604', sdp: silentOffer() });
  await refused(phone, 'call_failed', { req_id });
}

describe('a phone that has as many calls as it may', () => {
  it('makes no further one until one of them is over, and keeps those that it has', async () => {
    const alice = await rig.connect(ALICE);
    const [first] = (await fill(alice)) as [End];
    await isRefused(alice);
    hangup(first);
    await endsAs(first, 'hangup');
    await dial(alice, '604');
    await isRefused(alice);
  });

  it('makes no consultation call, and the call that it is about stays as it was', async () => {
    const alice = await rig.connect(ALICE);
    const end = await dial(alice, '600');
    await told(end, 'call.answered');
    await fill(alice, CALLS - 1);
    alice.send({
      type: 'call.transfer.attended',
      req_id: 'r1',
      call_id: end.callId,
      step: 'consult',
      destination: '600',
      sdp: silentOffer(),
    });
    await refused(alice, 'call_failed', { req_id: 'r1', call_id: end.callId });
    await settled(alice);
    expect(alice.received.map(({ type }) => type)).not.toContain('call.held');
  });

  it('is busy for those who call it, and for those who are transferred to it', async () => {
    const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
    await fill(bob);
    await endsAs(await dial(alice, '102'), 'busy');
    const end = await dial(carol, '600');
    await told(end, 'call.answered');
    carol.send({ type: 'call.transfer', req_id: 'r1', call_id: end.callId, destination: '102' });
    expect((await refused(carol, 'call_failed', { req_id: 'r1', call_id: end.callId })).message).toMatch(/busy/);
    expect(bob.received.map(({ type }) => type)).not.toContain('call.incoming');
  });

  it('leaves the call to another phone of its user that has room', async () => {
    const [alice, full, free] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(BOB)];
    await fill(full);
    await dial(alice, '102');
    await rings(free);
    expect(full.received.map(({ type }) => type)).not.toContain('call.incoming');
  });

  it('has the calls that ring counted, too', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    for (let n = 0; n < CALLS; n++) await dial(alice, '102');
    for (let n = 0; n < CALLS; n++) await rings(bob);
    await isRefused(bob);
  });

  it('has no more of them after a restore', async () => {
    const alice = await rig.connect(ALICE, { session_id: 'desk' });
    await fill(alice);
    await rig.drop(alice, ALICE);
    const back = await rig.connect(ALICE, { session_id: 'desk' });
    for (let n = 0; n < CALLS; n++) await back.next('call.restored');
    await isRefused(back);
  });
});

describe('descriptions of one call', () => {
  const isTooOften = async ({ phone, callId }: End) => {
    const { retry_after_seconds } = await refused(phone, 'rate_limited', { call_id: callId });
    expect(retry_after_seconds).toBeGreaterThan(0);
  };

  it('may come so often, the first one included; one more is rate_limited, and another call goes on', async () => {
    const alice = await rig.connect(ALICE);
    const [end, other] = [await dial(alice, '600'), await dial(alice, '600')];
    await told(end, 'call.answered');
    await told(other, 'call.answered');
    await told(end, 'sdp.answer');
    const offer = (one: End) => alice.send({ type: 'sdp.offer', call_id: one.callId, sdp: silentOffer() });
    for (let n = 1; n < DESCRIPTIONS; n++) {
      offer(end);
      await told(end, 'sdp.answer');
    }
    offer(end);
    await isTooOften(end);
    offer(other);
    await told(other, 'sdp.answer');
    await settled(alice);
    expect(alice.received.map(({ type }) => type)).not.toContain('call.ended');
  });

  it('are answers as well as offers', async () => {
    const [, end] = await call(await rig.connect(ALICE), await rig.connect(BOB));
    const { phone, callId } = end;
    for (let n = 1; n < DESCRIPTIONS; n++) {
      phone.send({ type: 'sdp.answer', call_id: callId, sdp: silentAnswer() });
      await refused(phone, 'invalid_message', { call_id: callId });
    }
    phone.send({ type: 'sdp.answer', call_id: callId, sdp: silentAnswer() });
    await isTooOften(end);
  });
});
