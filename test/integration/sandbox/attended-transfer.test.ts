import { describe, expect, it } from 'vitest';
import { hearsMusic } from '../../support/audible.js';
import {
  ALICE,
  type AudibleEnd,
  answer,
  BOB,
  CAROL,
  call,
  type End,
  endsAs,
  hangup,
  hold,
  newReqId,
  refused,
  resume,
  rings,
  settled,
  silentOffer,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';

const rig = useCallRig();

const phones = async () => [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)] as const;

/** Starts a consultation and waits for `call.trying`. */
async function consult({ phone, callId }: End, destination: string, sdp = silentOffer()): Promise<End> {
  const req_id = newReqId();
  phone.send({ type: 'call.transfer.attended', req_id, call_id: callId, step: 'consult', destination, sdp });
  const { call_id } = await phone.next('call.trying', (trying) => trying.req_id === req_id);
  return { phone, callId: call_id };
}

const complete = ({ phone, callId }: End, req_id = 'r1') =>
  phone.send({ type: 'call.transfer.attended', req_id, call_id: callId, step: 'complete' });

/** Alice talks to Bob, and consults Carol, who has answered. */
async function consulting() {
  const [alice, bob, carol] = await phones();
  const [first, bobs] = await call(alice, bob);
  const consultation = await consult(first, '103');
  const carols = await rings(carol);
  await answer(carols);
  await told(consultation, 'call.answered');
  return { first, consultation, bobs, carols };
}

/** The same with audio: Alice says 620 Hz, Bob 940 and Carol 1300. */
async function consultingAudibly() {
  const [alice, bob, carol] = await phones();
  const [first, bobs] = await rig.talk(alice, 620, bob, 940);
  const media = rig.media(620);
  const consultation: AudibleEnd = { ...(await consult(first, '103', await media.offer())), media };
  const carols = await rig.answerAudibly(await rings(carol), 1300);
  await rig.hasAnswer(consultation);
  return { first, consultation, bobs, carols };
}

describe('consult', () => {
  it('holds the first call and creates another, answered by call.trying with the req_id', async () => {
    const [alice, bob, carol] = await phones();
    const [first, bobs] = await call(alice, bob);
    alice.send({
      type: 'call.transfer.attended',
      req_id: 'c1',
      call_id: first.callId,
      step: 'consult',
      destination: '103',
      sdp: silentOffer(),
    });
    const trying = await alice.next('call.trying', ({ req_id }) => req_id === 'c1');
    expect(trying.call_id).not.toBe(first.callId);
    expect(await told(first, 'call.held')).toMatchObject({ held_by: 'local' });
    expect(await told(bobs, 'call.held')).toMatchObject({ held_by: 'remote' });
    const carols = await rings(carol);
    expect(carols.incoming).toMatchObject({ from: '+14155550101', to: '+14155550103' });
    await answer(carols);
    await told({ phone: alice, callId: trying.call_id }, 'call.answered');
  });

  it('lets the two hear each other, while the first party hears music', async () => {
    const { consultation, bobs, carols } = await consultingAudibly();
    await Promise.all([consultation.media.hears(1300), carols.media.hears(620), hearsMusic(bobs.media)]);
  });

  it.each<[string, string, string, 'invalid_message' | 'emergency_address_required']>([
    ['is no number', 'carol', silentOffer(), 'invalid_message'],
    [
      'is on the public network, without an emergency address',
      '+12125550100',
      silentOffer(),
      'emergency_address_required',
    ],
    ['is fine, but the offer is not', '103', 'v=0', 'invalid_message'],
  ])(
    'with a destination that %s is an error that leaves the first call as it was',
    async (_, destination, sdp, code) => {
      const [alice, bob] = await phones();
      const [first, bobs] = await call(alice, bob);
      const ids = { req_id: 'c1', call_id: first.callId };
      alice.send({ type: 'call.transfer.attended', ...ids, step: 'consult', destination, sdp });
      await refused(alice, code, ids);
      await settled(alice, bob);
      expect(story(first)).toEqual(['trying', 'ringing', 'answered']);
      expect(story(bobs)).toEqual(['incoming', 'answered']);
    },
  );

  it('with somebody who is not there ends that call; the first one is still there, held, and can be resumed', async () => {
    const [alice, bob] = await phones();
    const [first, bobs] = await call(alice, bob);
    await endsAs(await consult(first, '603'), 'busy');
    await settled(alice, bob);
    expect(story(first)).toEqual(['trying', 'ringing', 'answered', 'held local']);
    resume(first);
    await told(first, 'call.resumed');
    await told(bobs, 'call.resumed');
  });

  it('may be tried again with somebody else', async () => {
    const [alice, bob, carol] = await phones();
    const [first] = await call(alice, bob);
    await endsAs(await consult(first, '603'), 'busy');
    const consultation = await consult(first, '103');
    await answer(await rings(carol));
    await told(consultation, 'call.answered');
    complete(first);
    await endsAs(first, 'transferred');
    await endsAs(consultation, 'transferred');
  });

  it('of a call that is held already does not hold it again for the other party', async () => {
    const [alice, bob, carol] = await phones();
    const [first, bobs] = await call(alice, bob);
    hold(first);
    await told(bobs, 'call.held');
    await consult(first, '103');
    await rings(carol);
    await settled(alice, bob);
    expect(story(bobs)).toEqual(['incoming', 'answered', 'held remote']);
  });
});

describe('complete', () => {
  it('ends both of the transferor’s calls with transferred, resumes the party that was held, and leaves the two with each other', async () => {
    const { first, consultation, bobs, carols } = await consulting();
    complete(first);
    await endsAs(first, 'transferred', { duration_seconds: expect.any(Number) });
    await endsAs(consultation, 'transferred', { duration_seconds: expect.any(Number) });
    await told(bobs, 'call.resumed');
    await settled(bobs.phone, carols.phone);
    expect(story(bobs)).toEqual(['incoming', 'answered', 'held remote', 'resumed']);
    expect(story(carols)).toEqual(['incoming', 'answered']);
    hangup(bobs);
    await endsAs(bobs, 'hangup');
    await endsAs(carols, 'hangup');
  });

  it('lets the two hear each other', async () => {
    const { first, bobs, carols } = await consultingAudibly();
    complete(first);
    await Promise.all([bobs.media.hears(1300), carols.media.hears(940)]);
  });

  it('works with a service as the consulted party', async () => {
    const [alice, bob] = await phones();
    const [first, bobs] = await rig.talk(alice, 620, bob, 940);
    const consultation = await consult(first, '601');
    await told(consultation, 'call.answered');
    complete(first);
    await endsAs(consultation, 'transferred');
    await bobs.media.hears(1000);
  });

  it('before the consultation is answered is invalid_message; after the answer it goes through', async () => {
    const [alice, bob, carol] = await phones();
    const [first] = await call(alice, bob);
    const consultation = await consult(first, '103');
    const carols = await rings(carol);
    complete(first, 'early');
    await refused(alice, 'invalid_message', { req_id: 'early', call_id: first.callId });
    await settled(alice);
    expect(story(first)).toEqual(['trying', 'ringing', 'answered', 'held local']);
    expect(story(consultation)).toEqual(['trying', 'ringing']);
    await answer(carols);
    await told(consultation, 'call.answered');
    complete(first);
    await endsAs(first, 'transferred');
  });

  it('takes the first call’s id, not the consultation’s', async () => {
    const { first, consultation } = await consulting();
    complete(consultation);
    await refused(consultation.phone, 'invalid_message', { req_id: 'r1', call_id: consultation.callId });
    complete(first);
    await endsAs(first, 'transferred');
  });

  it('after the consultation has ended is invalid_message, and the first call stays', async () => {
    const { first, consultation, carols } = await consulting();
    hangup(carols);
    await endsAs(consultation, 'hangup');
    complete(first);
    await refused(first.phone, 'invalid_message', { req_id: 'r1', call_id: first.callId });
    await settled(first.phone);
    expect(story(first)).toEqual(['trying', 'ringing', 'answered', 'held local']);
  });

  it('after the first call has ended is call_not_found, and the consultation stays', async () => {
    const { first, consultation, bobs } = await consulting();
    hangup(bobs);
    await endsAs(first, 'hangup');
    complete(first);
    await refused(first.phone, 'call_not_found', { req_id: 'r1', call_id: first.callId });
    await settled(first.phone);
    expect(story(consultation)).toEqual(['trying', 'ringing', 'answered']);
  });

  it('resumes the consulted party instead, when it is the one that is held', async () => {
    const { first, consultation, bobs, carols } = await consulting();
    hold(consultation);
    resume(first);
    await told(carols, 'call.held');
    await told(bobs, 'call.resumed');
    complete(first);
    await endsAs(first, 'transferred');
    await told(carols, 'call.resumed');
    await settled(bobs.phone, carols.phone);
    expect(story(bobs)).toEqual(['incoming', 'answered', 'held remote', 'resumed']);
    expect(story(carols)).toEqual(['incoming', 'answered', 'held remote', 'resumed']);
  });

  it.each<[string, 'bobs' | 'carols', 'bobs' | 'carols']>([
    ['first', 'bobs', 'carols'],
    ['consulted', 'carols', 'bobs'],
  ])('leaves the %s party’s own hold in force, and tells the other', async (_, holder, other) => {
    const ends = await consulting();
    const { first, consultation } = ends;
    resume(first);
    await told(ends.bobs, 'call.resumed');
    hold(ends[holder]);
    await told(ends[holder], 'call.held');
    complete(first);
    await endsAs(consultation, 'transferred');
    await settled(ends[other].phone, ends[holder].phone);
    expect(story(ends[other]).at(-1)).toBe('held remote');
    resume(ends[holder]);
    await told(ends[holder], 'call.resumed');
    await told(ends[other], 'call.resumed');
  });
});

describe('without complete the two calls live and end on their own:', () => {
  it('the phone may switch between them', async () => {
    const { first, consultation, bobs, carols } = await consultingAudibly();
    await consultation.media.hears(1300);
    hold(consultation);
    resume(first);
    await Promise.all([first.media.hears(940), bobs.media.hears(620), hearsMusic(carols.media)]);
    hold(first);
    resume(consultation);
    await Promise.all([consultation.media.hears(1300), carols.media.hears(620), hearsMusic(bobs.media)]);
  });

  it('hanging up the consultation leaves the first call held', async () => {
    const { first, consultation, bobs, carols } = await consulting();
    hangup(consultation);
    await endsAs(consultation, 'hangup');
    await endsAs(carols, 'hangup');
    await settled(first.phone, bobs.phone);
    expect(story(first)).toEqual(['trying', 'ringing', 'answered', 'held local']);
    resume(first);
    await told(bobs, 'call.resumed');
  });

  it('hanging up the first call leaves the consultation', async () => {
    const { first, consultation, bobs, carols } = await consulting();
    hangup(first);
    await endsAs(bobs, 'hangup');
    await settled(first.phone, carols.phone);
    expect(story(consultation)).toEqual(['trying', 'ringing', 'answered']);
    expect(story(carols)).toEqual(['incoming', 'answered']);
  });
});

it('complete with the id of another phone’s call is call_not_found', async () => {
  const { first, consultation, bobs } = await consulting();
  complete({ phone: bobs.phone, callId: first.callId });
  await refused(bobs.phone, 'call_not_found', { req_id: 'r1', call_id: first.callId });
  await settled(first.phone);
  expect(story(consultation)).toEqual(['trying', 'ringing', 'answered']);
});
