import { describe, expect, it } from 'vitest';
import type { CallRestored } from '../../../generated/v1/messages.js';
import {
  ALICE,
  answer,
  BOB,
  call,
  dial,
  type End,
  endsAs,
  hangup,
  hold,
  resume,
  rings,
  settled,
  silentAnswer,
  silentOffer,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import type { WirePhone } from '../../support/wire-phone.js';

const ALICE_NUMBER = '+14155550101';
const BOB_NUMBER = '+14155550102';

const rig = useCallRig();

/** Cuts a phone off and connects it again; gives its end of the call and what it is told of it. */
async function restored({ phone, callId }: End, user: number, meanwhile: () => Promise<void> = async () => {}) {
  await rig.drop(phone, user);
  await meanwhile();
  const end = { phone: await rig.connect(user, { session_id: 'desk' }), callId };
  return { end, told: await told(end, 'call.restored') };
}

const phones = async (): Promise<[WirePhone, WirePhone]> => [
  await rig.connect(ALICE, { session_id: 'desk' }),
  await rig.connect(BOB),
];

const typesAbout = ({ phone, callId }: End) =>
  phone.received.flatMap((message) => ('call_id' in message && message.call_id === callId ? [message.type] : []));

describe('call.restored tells', () => {
  it('of an outbound call that rings', async () => {
    const [alice, bob] = await phones();
    const outbound = await dial(alice, '102');
    await told(outbound, 'call.ringing');
    const inbound = await rings(bob);
    const { end, told: message } = await restored(outbound, ALICE);
    expect(message).toMatchObject<Partial<CallRestored>>({
      state: 'ringing',
      direction: 'outbound',
      from: ALICE_NUMBER,
      from_name: 'Alice Example',
      to: BOB_NUMBER,
      answered_at: null,
    });
    expect(message.duration_seconds ?? null).toBeNull();
    await answer(inbound);
    await told(end, 'call.answered');
    await told(end, 'sdp.answer');
    expect(typesAbout(end), 'the offer was the phone’s').not.toContain('sdp.offer');
  });

  it('of an outbound call that does not ring yet', async () => {
    const [alice] = await phones();
    const { told: message } = await restored(await dial(alice, '606'), ALICE);
    expect(message).toMatchObject({ state: 'ringing', direction: 'outbound', answered_at: null });
  });

  it('of an inbound call that rings; a fresh offer follows, and the call can be answered', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB, { session_id: 'desk' })];
    const outbound = await dial(alice, '102');
    const inbound = await rings(bob);
    const first = await told(inbound, 'sdp.offer');
    const { end, told: message } = await restored(inbound, BOB);
    expect(message).toMatchObject<Partial<CallRestored>>({
      state: 'ringing',
      direction: 'inbound',
      from: ALICE_NUMBER,
      from_name: 'Alice Example',
      to: BOB_NUMBER,
      answered_at: null,
    });
    const fresh = await told(end, 'sdp.offer');
    const credentials = (sdp: string) => /^a=ice-ufrag:.*$/m.exec(sdp)?.[0];
    expect(credentials(fresh.sdp)).toBeDefined();
    expect(credentials(fresh.sdp)).not.toBe(credentials(first.sdp));
    end.phone.send({ type: 'call.answer', call_id: end.callId });
    end.phone.send({ type: 'sdp.answer', call_id: end.callId, sdp: silentAnswer() });
    await told(end, 'call.answered');
    await told(outbound, 'call.answered');
  });

  it('of an inbound call that was accepted, but whose sdp.answer was lost: it rings again and can be answered', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB, { session_id: 'desk' })];
    const outbound = await dial(alice, '102');
    const inbound = await rings(bob);
    await told(inbound, 'sdp.offer');
    bob.send({ type: 'call.answer', call_id: inbound.callId });
    await bob.settled();
    const { end, told: message } = await restored(inbound, BOB);
    expect(message).toMatchObject({ state: 'ringing', direction: 'inbound', answered_at: null });
    await answer(end);
    await told(outbound, 'call.answered');
  });

  it('of a call that is up, since when, and for how long', async () => {
    const [alice, bob] = await phones();
    const outbound = await dial(alice, '102');
    await answer(await rings(bob));
    const { answered_at } = await told(outbound, 'call.answered');
    const { told: message } = await restored(outbound, ALICE);
    expect(message).toMatchObject<Partial<CallRestored>>({
      state: 'active',
      direction: 'outbound',
      answered_at: answered_at ?? null,
      duration_seconds: expect.any(Number),
      muted: false,
    });
    expect(message.held_by ?? null).toBeNull();
  });

  it.each<['local' | 'remote', number]>([
    ['local', 0],
    ['remote', 1],
  ])('of a call that is held: held_by %s', async (held_by, holder) => {
    const ends = await call(...(await phones()));
    const held = ends[holder] ?? ends[0];
    hold(held);
    await told(held, 'call.held');
    const { told: message } = await restored(ends[0], ALICE);
    expect(message).toMatchObject({ state: 'held', held_by });
  });

  it('of a call that was held during the drop', async () => {
    const [mine, his] = await call(...(await phones()));
    const { told: message } = await restored(mine, ALICE, async () => {
      hold(his);
      await told(his, 'call.held');
    });
    expect(message).toMatchObject({ state: 'held', held_by: 'remote' });
  });

  it('of a call that was resumed during the drop', async () => {
    const [mine, his] = await call(...(await phones()));
    hold(his);
    await told(mine, 'call.held');
    const { told: message } = await restored(mine, ALICE, async () => {
      resume(his);
      await told(his, 'call.resumed');
    });
    expect(message).toMatchObject({ state: 'active' });
  });

  it('of a microphone that is off', async () => {
    const [mine] = await call(...(await phones()));
    mine.phone.send({ type: 'call.mute', call_id: mine.callId });
    await mine.phone.settled();
    const first = await restored(mine, ALICE);
    expect(first.told).toMatchObject({ muted: true });
    first.end.phone.send({ type: 'call.unmute', call_id: mine.callId });
    await first.end.phone.settled();
    const second = await restored(first.end, ALICE);
    expect(second.told).toMatchObject({ muted: false });
  });
});

it('comes right after authenticated, before anything else about the call', async () => {
  const [mine] = await call(...(await phones()));
  const { end } = await restored(mine, ALICE);
  expect(end.phone.received.slice(0, 2).map(({ type }) => type)).toEqual(['authenticated', 'call.restored']);
});

it('an answer that came during the drop is delivered: restored as active, then sdp.answer, once', async () => {
  const [alice, bob] = await phones();
  const outbound = await dial(alice, '102');
  const inbound = await rings(bob);
  const { end, told: message } = await restored(outbound, ALICE, () => answer(inbound));
  expect(message).toMatchObject({ state: 'active', answered_at: expect.any(String) });
  await told(end, 'sdp.answer');
  await settled(end.phone, bob);
  expect(typesAbout(end)).toEqual(['call.restored', 'sdp.answer']);
});

it('an answer that was delivered is not delivered again', async () => {
  const [alice, bob] = await phones();
  const outbound = await dial(alice, '102');
  await answer(await rings(bob));
  await told(outbound, 'sdp.answer');
  const { end } = await restored(outbound, ALICE);
  await end.phone.settled();
  expect(typesAbout(end)).toEqual(['call.restored']);
});

it('a phone that dropped while it rang is not called again in its grace time, but may still answer', async () => {
  const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB, { session_id: 'desk' })];
  const outbound = await dial(alice, '102');
  const inbound = await rings(bob);
  await rig.drop(bob, BOB);
  await endsAs(await dial(alice, '102'), 'no-answer');
  const end = { phone: await rig.connect(BOB, { session_id: 'desk' }), callId: inbound.callId };
  expect(await told(end, 'call.restored')).toMatchObject({ state: 'ringing' });
  await answer(end);
  await told(outbound, 'call.answered');
});

describe('a page that was reloaded offers anew', () => {
  it('for a call that is up, and gets an answer of a new leg', async () => {
    const [alice, bob] = await phones();
    const outbound = await dial(alice, '102');
    await answer(await rings(bob));
    const before = await told(outbound, 'sdp.answer');
    const { end } = await restored(outbound, ALICE);
    end.phone.send({ type: 'sdp.offer', call_id: end.callId, sdp: silentOffer('CD') });
    const after = await told(end, 'sdp.answer');
    const fingerprint = (sdp: string) => /^a=ice-ufrag:.*$/m.exec(sdp)?.[0];
    expect(fingerprint(after.sdp)).not.toBe(fingerprint(before.sdp));
    hangup(end);
    await endsAs(end, 'hangup');
  });

  it('for an inbound call that is up, too', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB, { session_id: 'desk' })];
    const [, his] = await call(alice, bob);
    const { end } = await restored(his, BOB);
    end.phone.send({ type: 'sdp.offer', call_id: end.callId, sdp: silentOffer('CD') });
    await told(end, 'sdp.answer');
  });

  it('for an outbound call that rings, and gets exactly one answer to that offer', async () => {
    const [alice, bob] = await phones();
    const outbound = await dial(alice, '102');
    const inbound = await rings(bob);
    const { end } = await restored(outbound, ALICE);
    end.phone.send({ type: 'sdp.offer', call_id: end.callId, sdp: silentOffer('CD') });
    await end.phone.settled();
    await answer(inbound);
    await told(end, 'call.answered');
    await told(end, 'sdp.answer');
    hold(end);
    await told(end, 'call.held');
    expect(typesAbout(end).filter((type) => type === 'sdp.answer')).toHaveLength(1);
  });
});
