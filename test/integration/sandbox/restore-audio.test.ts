import { expect, it } from 'vitest';
import { hearsMusic } from '../../support/audible.js';
import { ALICE, type AudibleEnd, BOB, CAROL, dial, hold, rings, told, useCallRig } from '../../support/call-rig.js';

const rig = useCallRig();

/** Alice says 620 Hz to Bob, who says 940. */
async function talking() {
  const [alice, bob] = [
    await rig.connect(ALICE, { session_id: 'desk' }),
    await rig.connect(BOB, { session_id: 'desk' }),
  ];
  return rig.talk(alice, 620, bob, 940);
}

/** The same call on a new socket. */
async function back(end: AudibleEnd, user: number): Promise<AudibleEnd> {
  const again = { ...end, phone: await rig.connect(user, { session_id: 'desk' }) };
  await told(again, 'call.restored');
  return again;
}

/** Offers again for a call, as a phone does whose path died or whose page was reloaded. */
async function offerAnew(end: AudibleEnd, sdp: string): Promise<void> {
  end.phone.send({ type: 'sdp.offer', call_id: end.callId, sdp });
  await rig.hasAnswer(end);
}

it('media flows on while a phone’s socket is gone', async () => {
  const [mine, his] = await talking();
  await rig.drop(mine.phone, ALICE);
  mine.media.speak(1150);
  his.media.speak(1500);
  await Promise.all([mine.media.hears(1500), his.media.hears(1150)]);
  await back(mine, ALICE);
  await Promise.all([mine.media.hears(1500), his.media.hears(1150)]);
});

it('an ICE restart keeps the audio', async () => {
  const [mine, his] = await talking();
  await offerAnew(mine, await mine.media.offer({ iceRestart: true }));
  mine.media.speak(1150);
  await Promise.all([mine.media.hears(940), his.media.hears(1150)]);
});

it('an ICE restart of the callee keeps the audio', async () => {
  const [mine, his] = await talking();
  await offerAnew(his, await his.media.offer({ iceRestart: true }));
  his.media.speak(1150);
  await Promise.all([mine.media.hears(1150), his.media.hears(620)]);
});

it.each([
  ['the caller', ALICE],
  ['the callee', BOB],
])('a reload of %s: a new DTLS fingerprint gets a new leg, with audio both ways', async (_, user) => {
  const ends = await talking();
  const [mine, his] = user === ALICE ? ends : [ends[1], ends[0]];
  await rig.drop(mine.phone, user);
  await mine.media.close();
  const again = { ...(await back(mine, user)), media: rig.reloadedMedia(1150) };
  await offerAnew(again, await again.media.offer());
  await Promise.all([again.media.hears(user === ALICE ? 940 : 620), his.media.hears(1150)]);
});

it('a reload of the held party: it hears the music again', async () => {
  const [mine, his] = await talking();
  hold(his);
  await told(mine, 'call.held');
  await rig.drop(mine.phone, ALICE);
  const again = { ...(await back(mine, ALICE)), media: rig.reloadedMedia(1150) };
  await offerAnew(again, await again.media.offer());
  await hearsMusic(again.media);
});

it('a reload while the phone rings: the fresh offer leads to audio', async () => {
  const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB, { session_id: 'desk' })];
  const mine = await rig.dialAudibly(alice, '102', 620);
  const { callId } = await rings(bob);
  await rig.drop(bob, BOB);
  const again = { phone: await rig.connect(BOB, { session_id: 'desk' }), callId };
  await told(again, 'call.restored');
  const his = await rig.answerAudibly(again, 940);
  await rig.hasAnswer(mine);
  await Promise.all([mine.media.hears(940), his.media.hears(620)]);
});

it('an answer that came during the drop leads to audio', async () => {
  const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
  const mine = await rig.dialAudibly(alice, '102', 620);
  const inbound = await rings(bob);
  await rig.drop(alice, ALICE);
  const his = await rig.answerAudibly(inbound, 940);
  const again = await back(mine, ALICE);
  await rig.hasAnswer(again);
  await Promise.all([again.media.hears(940), his.media.hears(620)]);
});

it('candidates that are trickled before the answer lead to audio', async () => {
  const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
  const media = rig.media(620);
  const offer = await media.offer();
  const candidates = offer.match(/(?<=^a=)candidate:.*$/gm) ?? [];
  expect(candidates).not.toEqual([]);
  const mine = {
    ...(await dial(alice, '102', { sdp: offer.replace(/^a=(candidate|end-of-candidates).*\r\n/gm, '') })),
    media,
  };
  for (const candidate of candidates) {
    alice.send({
      type: 'ice.candidate',
      call_id: mine.callId,
      candidate: candidate.trim(),
      sdp_mid: '0',
      sdp_m_line_index: 0,
    });
  }
  alice.send({ type: 'ice.done', call_id: mine.callId });
  const his = await rig.answerAudibly(await rings(bob), 940);
  await rig.hasAnswer(mine);
  await Promise.all([mine.media.hears(940), his.media.hears(620)]);
});

it('three calls of one phone keep their audio apart', async () => {
  const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
  const [toBob, bobs] = await rig.talk(alice, 620, bob, 940);
  const [toCarol, carols] = await rig.talk(alice, 700, carol, 1300, '103');
  const echo = await rig.dialAudibly(alice, '600', 1600);
  await rig.hasAnswer(echo);
  await Promise.all([
    toBob.media.hears(940),
    bobs.media.hears(620),
    toCarol.media.hears(1300),
    carols.media.hears(700),
    echo.media.hears(1600),
  ]);
});
