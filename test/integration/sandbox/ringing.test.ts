import { describe, expect, it } from 'vitest';
import type { RejectReason } from '../../../generated/v1/messages.js';
import {
  ALICE,
  answer,
  BOB,
  CAROL,
  dial,
  type End,
  endsAs,
  endsConnection,
  hangup,
  refused,
  rings,
  settled,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import { restCall } from '../../support/rest-call.js';

const rig = useCallRig();
const { bed } = rig;

/** Alice calls Bob, who has so many phones. */
async function ringing(phones: number): Promise<{ outbound: End; inbound: [End, ...End[]] }> {
  const alice = await rig.connect(ALICE);
  const bobs = await Promise.all(Array.from({ length: phones }, () => rig.connect(BOB)));
  const outbound = await dial(alice, '102');
  const [first, ...others] = await Promise.all(bobs.map(rings));
  if (!first) throw new Error('one phone at least');
  return { outbound, inbound: [first, ...others] };
}

const reject = ({ phone, callId }: End, reason?: RejectReason) =>
  phone.send({ type: 'call.reject', call_id: callId, ...(reason && { reason }) });

describe('several phones of the called user', () => {
  it('all ring, each with a call_id of its own', async () => {
    const { outbound, inbound } = await ringing(3);
    expect(new Set([outbound, ...inbound].map(({ callId }) => callId)).size).toBe(4);
    expect(story(outbound), 'the caller is told once').toEqual(['trying', 'ringing']);
  });

  it('the first call.answer wins; the others end with hangup and answered_elsewhere', async () => {
    const { outbound, inbound } = await ringing(3);
    const [winner, ...losers] = inbound;
    await answer(winner);
    await told(outbound, 'call.answered');
    for (const loser of losers) {
      await endsAs(loser, 'hangup', { answered_elsewhere: true, duration_seconds: null });
    }
    await settled(winner.phone);
    expect(story(winner)).toEqual(['incoming', 'answered']);
  });

  it('two answers at the same time: one wins, the other phone ends answered_elsewhere', async () => {
    const { outbound, inbound } = await ringing(2);
    await Promise.all(inbound.map((end) => told(end, 'sdp.offer')));
    for (const { phone, callId } of inbound) phone.send({ type: 'call.answer', call_id: callId });
    const loser = await Promise.race(inbound.map(async (end) => ({ end, ended: await told(end, 'call.ended') })));
    expect(loser.ended).toMatchObject({ reason: 'hangup', answered_elsewhere: true });
    await refused(loser.end.phone, 'call_not_found', { call_id: loser.end.callId });
    const winner = inbound.find((end) => end !== loser.end);
    expect(winner && story(winner)).toEqual(['incoming']);
    hangup(outbound);
    await endsAs(outbound, 'hangup');
  });

  it('do not end the call when one rejects: only when the last one has', async () => {
    const { outbound, inbound } = await ringing(2);
    const [first, last = first] = inbound;
    reject(first, 'busy');
    await endsAs(first, 'rejected', { duration_seconds: null });
    await settled(outbound.phone, last.phone);
    expect(story(outbound)).toEqual(['trying', 'ringing']);
    expect(story(last)).toEqual(['incoming']);
    reject(last, 'decline');
    await endsAs(last, 'rejected');
    await endsAs(outbound, 'rejected');
  });

  it('may still answer after another has rejected', async () => {
    const { outbound, inbound } = await ringing(2);
    const [first, last = first] = inbound;
    reject(first);
    await endsAs(first, 'rejected');
    await answer(last);
    await told(outbound, 'call.answered');
  });
});

describe('call.reject', () => {
  it.each<[RejectReason | undefined, 'busy' | 'rejected']>([
    ['busy', 'busy'],
    ['decline', 'rejected'],
    [undefined, 'rejected'],
  ])('%s ends the caller’s call with %s, and the own one with rejected', async (reason, forCaller) => {
    const { outbound, inbound } = await ringing(1);
    reject(inbound[0], reason);
    await endsAs(inbound[0], 'rejected', { duration_seconds: null });
    await endsAs(outbound, forCaller, { duration_seconds: null });
  });

  it('is what call.hangup means on an inbound call that rings', async () => {
    const { outbound, inbound } = await ringing(1);
    hangup(inbound[0]);
    await endsAs(inbound[0], 'rejected');
    await endsAs(outbound, 'rejected');
  });
});

describe('nobody answers', () => {
  it('when the caller gives up: hangup everywhere, and nobody answered elsewhere', async () => {
    const { outbound, inbound } = await ringing(2);
    hangup(outbound);
    await endsAs(outbound, 'hangup', { duration_seconds: null });
    for (const end of inbound) {
      const ended = await told(end, 'call.ended');
      expect(ended).toMatchObject({ reason: 'hangup', duration_seconds: null });
      expect(ended.answered_elsewhere ?? false).toBe(false);
    }
  });

  it('after it has stopped: a late answer finds no call', async () => {
    const { outbound, inbound } = await ringing(1);
    const [{ phone, callId }] = inbound;
    hangup(outbound);
    await endsAs(inbound[0], 'hangup');
    phone.send({ type: 'call.answer', call_id: callId });
    await refused(phone, 'call_not_found', { call_id: callId });
  });
});

describe('do not disturb', () => {
  const setStatus = async (status: string) =>
    restCall(bed, 'PUT /v1/me/presence', {
      credential: await bed.sandbox.createToken(bed.sandbox.users[BOB]?.id ?? ''),
      body: { status },
    });

  it('callers end with busy, and no phone rings', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await setStatus('dnd');
    const outbound = await dial(alice, '102');
    await endsAs(outbound, 'busy', { duration_seconds: null });
    await settled(bob);
    expect(bob.received.map(({ type }) => type)).not.toContain('call.incoming');
    expect(story(outbound)).toEqual(['trying', 'ended busy']);
    await setStatus('available');
  });

  it('does not keep the user from calling', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await setStatus('dnd');
    await dial(bob, '101');
    await rings(alice);
    await setStatus('available');
  });

  it('is not what away means', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await setStatus('away');
    await dial(alice, '102');
    await rings(bob);
    await setStatus('available');
  });
});

it('a user’s other phones ring when the user calls the own extension', async () => {
  const [desk, mobile] = [await rig.connect(ALICE), await rig.connect(ALICE)];
  const outbound = await dial(desk, '101');
  await answer(await rings(mobile));
  await told(outbound, 'call.answered');
  await settled(desk);
  expect(desk.received.map(({ type }) => type)).not.toContain('call.incoming');
});

it('a phone that was replaced does not ring', async () => {
  const [alice, older] = [await rig.connect(ALICE), await rig.connect(BOB, { session_id: 'desk' })];
  const newer = await rig.connect(BOB, { session_id: 'desk' });
  await endsConnection(older, 'session_replaced', 4409);
  await dial(alice, '102');
  await rings(newer);
  expect(older.received.map(({ type }) => type)).not.toContain('call.incoming');
});

it('a caller without a number or a name is shown by extension', async () => {
  const { body: user } = await restCall(bed, 'POST /v1/users', {
    credential: bed.sandbox.apiKey,
    headers: { 'DialStack-Account': bed.sandbox.accountId },
    body: { extension: '2044' },
  });
  const [carol, unnamed] = [await rig.connect(CAROL), await rig.open()];
  unnamed.send({ type: 'authenticate', token: await bed.sandbox.createToken(String(user.id)) });
  await unnamed.next('authenticated');
  await dial(unnamed, '103');
  expect((await rings(carol)).incoming).toMatchObject({ from: '2044', from_name: null, to: '+14155550103' });
  await dial(carol, '2044');
  expect((await rings(unnamed)).incoming).toMatchObject({ from: '+14155550103', to: '2044' });
});
