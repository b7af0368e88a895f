import { describe, expect, it } from 'vitest';
import { ALICE, type AudibleEnd, BOB, settled, told, useCallRig } from '../../support/call-rig.js';

const rig = useCallRig();

/** Alice says 620 Hz to Bob, who says 940. */
async function talking() {
  const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
  return rig.talk(alice, 620, bob, 940);
}

const credentialsIn = (sdp: string) => sdp.match(/^a=ice-(?:ufrag|pwd):.*$/gm)?.map((line) => line.trim());
const fingerprintIn = (sdp: string) => /^a=fingerprint:.*$/m.exec(sdp)?.[0];
const offer = ({ phone, callId }: AudibleEnd, sdp: string) => phone.send({ type: 'sdp.offer', call_id: callId, sdp });
const answersTo = ({ phone, callId }: Pick<AudibleEnd, 'phone' | 'callId'>) =>
  phone.received.flatMap((message) =>
    message.type === 'sdp.answer' && message.call_id === callId ? [message.sdp] : [],
  );

describe('two offers of a phone in a row', () => {
  it('are answered in order, each with credentials of its own, and audio goes on after the second', async () => {
    const [mine, his] = await talking();
    offer(mine, await mine.media.offer({ iceRestart: true }));
    await mine.media.rollback();
    offer(mine, await mine.media.offer({ iceRestart: true }));
    const [first, second] = [await told(mine, 'sdp.answer'), await told(mine, 'sdp.answer')];
    expect(credentialsIn(first.sdp)).not.toEqual(credentialsIn(second.sdp));
    await mine.media.acceptAnswer(second.sdp);
    mine.media.speak(1150);
    await Promise.all([mine.media.hears(940), his.media.hears(1150)]);
    await settled(mine.phone);
    expect(answersTo(mine)).toHaveLength(3);
  });
});

describe('an offer that comes again, because its answer was lost,', () => {
  it('is answered with the same ICE credentials: there is no restart on our side, and audio goes on', async () => {
    const [mine, his] = await talking();
    const restart = await mine.media.offer({ iceRestart: true });
    offer(mine, restart);
    const lost = await told(mine, 'sdp.answer');
    offer(mine, restart);
    const again = await told(mine, 'sdp.answer');
    expect(credentialsIn(again.sdp)).toEqual(credentialsIn(lost.sdp));
    expect(fingerprintIn(again.sdp)).toBe(fingerprintIn(lost.sdp));
    await mine.media.acceptAnswer(again.sdp);
    mine.media.speak(1150);
    await Promise.all([mine.media.hears(940), his.media.hears(1150)]);
  });

  it('also after the phone has the answer, over a drop, and when it comes three times', async () => {
    const [mine, his] = await talking();
    const restart = await mine.media.offer({ iceRestart: true });
    offer(mine, restart);
    const { sdp } = await told(mine, 'sdp.answer');
    await mine.media.acceptAnswer(sdp);
    await his.media.hears(620);
    await rig.drop(mine.phone, ALICE);
    const back = { ...mine, phone: await rig.connect(ALICE, { session_id: 'desk' }) };
    await told(back, 'call.restored');
    for (let times = 0; times < 3; times++) {
      offer(back, restart);
      expect(credentialsIn((await told(back, 'sdp.answer')).sdp)).toEqual(credentialsIn(sdp));
    }
    mine.media.speak(1150);
    await Promise.all([mine.media.hears(940), his.media.hears(1150)]);
  });
});
