import { afterEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../src/sandbox/media/sdp.js';
import { ALICE, type AudibleEnd, BOB, endsAs, settled, told, useCallRig } from '../../support/call-rig.js';

const WITHIN_MS = 700;
const rig = useCallRig();
const control = () => rig.bed.sandbox.control;

/** Alice says 620 Hz to Bob, who says 940. */
async function talking() {
  const [alice, bob] = [
    await rig.connect(ALICE, { session_id: 'desk' }),
    await rig.connect(BOB, { session_id: 'desk' }),
  ];
  return rig.talk(alice, 620, bob, 940);
}

const ufragOf = (sdp: string) => /^a=ice-ufrag:(.*)$/m.exec(sdp)?.[1]?.trim();
/** What the service told a phone of its media so far. */
const described = ({ phone, callId }: AudibleEnd) =>
  phone.received.flatMap((message) =>
    (message.type === 'sdp.offer' || message.type === 'sdp.answer') && message.call_id === callId ? [message.sdp] : [],
  );

const SIDES = [
  ['the caller', 0],
  ['the callee', 1],
] as const;

describe('the service restarts ICE in a call that is up:', () => {
  it.each(SIDES)('%s answers on the same connection, and audio goes both ways over the new path', async (_, side) => {
    const ends = await talking();
    const [mine, other] = [ends[side], ends[1 - side] as AudibleEnd];
    control().reoffer({ call: mine.callId, how: 'restart' });
    const again = await rig.answerReoffer(mine, 1150);
    expect(again.media, 'the same connection').toBe(mine.media);
    const [before, after] = described(mine).slice(-2) as [string, string];
    expect(fingerprintOf(after)).toBe(fingerprintOf(before));
    expect(ufragOf(after)).not.toBe(ufragOf(before));
    other.media.speak(1500);
    await Promise.all([again.media.hears(1500), other.media.hears(1150)]);
  });

  it('three times in a row, and by the phone after that', async () => {
    const [mine, his] = await talking();
    for (const hz of [1150, 1300, 1700]) {
      control().reoffer({ call: mine.callId, how: 'restart' });
      await rig.answerReoffer(mine, hz);
      await his.media.hears(hz);
    }
    mine.phone.send({ type: 'sdp.offer', call_id: mine.callId, sdp: await mine.media.offer({ iceRestart: true }) });
    await rig.hasAnswer(mine);
    mine.media.speak(620);
    await Promise.all([mine.media.hears(940), his.media.hears(620)]);
  });
});

describe('the media of the service moves in a call that is up:', () => {
  it.each(SIDES)('%s sees another fingerprint, and audio goes both ways on a new connection', async (_, side) => {
    const ends = await talking();
    const [mine, other] = [ends[side], ends[1 - side] as AudibleEnd];
    control().reoffer({ call: mine.callId, how: 'move' });
    const again = await rig.answerReoffer(mine, 1150);
    expect(again.media, 'a new connection').not.toBe(mine.media);
    const [before, after] = described(mine).slice(-2) as [string, string];
    expect(fingerprintOf(after)).not.toBe(fingerprintOf(before));
    other.media.speak(1500);
    await Promise.all([again.media.hears(1500), other.media.hears(1150)]);
  });

  it('twice, to a different endpoint each time, and it restarts ICE there', async () => {
    const [mine, his] = await talking();
    control().reoffer({ call: mine.callId, how: 'move' });
    const second = await rig.answerReoffer(mine, 1150);
    await his.media.hears(1150);
    control().reoffer({ call: mine.callId, how: 'move' });
    const third = await rig.answerReoffer(second, 1300);
    await his.media.hears(1300);
    control().reoffer({ call: mine.callId, how: 'restart' });
    await rig.answerReoffer(third, 1700);
    await Promise.all([third.media.hears(940), his.media.hears(1700)]);
    expect(new Set(described(mine).map(fingerprintOf)).size).toBe(3);
  });
});

describe('an offer of the service that waits for its answer', () => {
  it('wins over an offer of the phone that crosses it: that is not answered, and the phone offers again', async () => {
    const [mine, his] = await talking();
    control().reoffer({ call: mine.callId, how: 'restart' });
    const { sdp } = await told(mine, 'sdp.offer');
    const answers = described(mine).length;
    const crossing = await mine.media.offer({ iceRestart: true });
    mine.phone.send({ type: 'sdp.offer', call_id: mine.callId, sdp: crossing });
    await settled(mine.phone);
    expect(described(mine)).toHaveLength(answers);
    await mine.media.rollback();
    mine.phone.send({ type: 'sdp.answer', call_id: mine.callId, sdp: await mine.media.answer(sdp) });
    mine.media.speak(1150);
    await Promise.all([mine.media.hears(940), his.media.hears(1150)]);
    mine.phone.send({ type: 'sdp.offer', call_id: mine.callId, sdp: await mine.media.offer({ iceRestart: true }) });
    await rig.hasAnswer(mine);
    mine.media.speak(1300);
    await his.media.hears(1300);
  });

  it('is made anew, from another endpoint, for a phone that dropped meanwhile', async () => {
    const [mine, his] = await talking();
    control().reoffer({ call: mine.callId, how: 'restart' });
    await told(mine, 'sdp.offer');
    await rig.drop(mine.phone, ALICE);
    const back = { ...mine, phone: await rig.connect(ALICE, { session_id: 'desk' }) };
    await told(back, 'call.restored');
    const again = await rig.answerReoffer(back, 1150);
    await Promise.all([again.media.hears(940), his.media.hears(1150)]);
  });

  it('that restarts ICE is followed by one of another endpoint, when the answer is that of a page that was reloaded', async () => {
    const [mine, his] = await talking();
    await rig.drop(mine.phone, ALICE);
    const back = { ...mine, phone: await rig.connect(ALICE, { session_id: 'desk' }) };
    await told(back, 'call.restored');
    control().reoffer({ call: mine.callId, how: 'restart' });
    const again = await rig.answerReoffer({ ...back, media: rig.reloadedMedia() }, 1150, { mayFail: true });
    const moved = await rig.answerReoffer(again, 1300);
    await Promise.all([moved.media.hears(940), his.media.hears(1300)]);
  });

  it('takes one answer: a second is invalid_message', async () => {
    const [mine] = await talking();
    control().reoffer({ call: mine.callId, how: 'restart' });
    const { sdp } = await told(mine, 'sdp.offer');
    const answer = { type: 'sdp.answer', call_id: mine.callId, sdp: await mine.media.answer(sdp) } as const;
    mine.phone.send(answer);
    mine.phone.send(answer);
    expect(await mine.phone.next('error')).toMatchObject({ code: 'invalid_message', call_id: mine.callId });
    await mine.media.hears(940);
  });

  it('refuses that another one be made: 409', async () => {
    const [mine] = await talking();
    control().reoffer({ call: mine.callId, how: 'restart' });
    expect(() => control().reoffer({ call: mine.callId, how: 'move' })).toThrow(/offer or answer of .* is outstanding/);
    await rig.answerReoffer(mine, 1150);
  });
});

describe('an offer of the service that is not answered in time', () => {
  const impatient = useCallRig({ limits: { sdpAnswerWithinMs: WITHIN_MS } });
  afterEach(() => impatient.bed.sandbox.control.reset());

  it.each(['restart', 'move'] as const)('ends the call failed for both sides (%s)', async (how) => {
    const [alice, bob] = [await impatient.connect(ALICE), await impatient.connect(BOB)];
    const [mine, his] = await impatient.talk(alice, 620, bob, 940);
    impatient.bed.sandbox.control.reoffer({ call: mine.callId, how });
    await told(mine, 'sdp.offer');
    await Promise.all([endsAs(mine, 'failed'), endsAs(his, 'failed')]);
  });
});
