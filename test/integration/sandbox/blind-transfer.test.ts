import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hearsMusic, hearsRingback } from '../../support/audible.js';
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
  hold,
  refused,
  resume,
  rings,
  settled,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import { restCall } from '../../support/rest-call.js';

const rig = useCallRig();
const { bed } = rig;

const transfer = ({ phone, callId }: End, destination: string) =>
  phone.send({ type: 'call.transfer', req_id: 'r1', call_id: callId, destination });

/** Alice and Bob talk, and Carol's phone is there. */
async function talking() {
  const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
  const [transferor, transferee] = await call(alice, bob);
  return { transferor, transferee, carol };
}

describe('to a phone', () => {
  it('the transferor’s call ends transferred once it rings; the transferee’s stays, and ends with the new party', async () => {
    const { transferor, transferee, carol } = await talking();
    transfer(transferor, '103');
    const target = await rings(carol);
    await endsAs(transferor, 'transferred', { duration_seconds: expect.any(Number) });
    await answer(target);
    await settled(transferee.phone, carol);
    expect(story(transferee)).toEqual(['incoming', 'answered']);
    hangup(target);
    await endsAs(target, 'hangup');
    await endsAs(transferee, 'hangup');
  });

  it('may be done by the callee as well', async () => {
    const { transferor: caller, transferee: callee, carol } = await talking();
    transfer(callee, '103');
    const target = await rings(carol);
    await endsAs(callee, 'transferred');
    await answer(target);
    hangup(caller);
    await endsAs(caller, 'hangup');
    await endsAs(target, 'hangup');
  });

  it('shows the target its own number, and rings all of its phones', async () => {
    const { transferor, carol } = await talking();
    const second = await rig.connect(CAROL);
    transfer(transferor, '103');
    const targets = [await rings(carol), await rings(second)];
    for (const { incoming } of targets) expect(incoming.to).toBe('+14155550103');
    const [winner, loser] = targets;
    if (!winner || !loser) throw new Error('two phones ring');
    await answer(winner);
    await endsAs(loser, 'hangup', { answered_elsewhere: true });
  });

  it('the transferee hears ringback, then the target', async () => {
    const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
    const [transferor, transferee] = await rig.talk(alice, 620, bob, 940);
    transfer(transferor, '103');
    const target = await rings(carol);
    await hearsRingback(transferee.media);
    const { media } = await rig.answerAudibly(target, 1300);
    await Promise.all([transferee.media.hears(1300), media.hears(940)]);
  });

  it('the transferee that was held is resumed, and hears the target', async () => {
    const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
    const [transferor, transferee] = await rig.talk(alice, 620, bob, 940);
    hold(transferor);
    await told(transferee, 'call.held');
    transfer(transferor, '103');
    await told(transferee, 'call.resumed');
    const { media } = await rig.answerAudibly(await rings(carol), 1300);
    await Promise.all([transferee.media.hears(1300), media.hears(940)]);
    expect(story(transferee)).toEqual(['incoming', 'answered', 'held remote', 'resumed']);
  });

  it('the transferee that holds goes on holding: the target is told so when it answers, and hears music', async () => {
    const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
    const [transferor, transferee] = await rig.talk(alice, 620, bob, 940);
    hold(transferee);
    await told(transferee, 'call.held');
    transfer(transferor, '103');
    const target = await rig.answerAudibly(await rings(carol), 1300);
    expect(await told(target, 'call.held')).toMatchObject({ held_by: 'remote' });
    expect(story(target)).toEqual(['incoming', 'answered', 'held remote']);
    await hearsMusic(target.media);
    resume(transferee);
    await told(target, 'call.resumed');
    await Promise.all([transferee.media.hears(1300), target.media.hears(940)]);
    expect(story(transferee)).toEqual(['incoming', 'answered', 'held local', 'resumed']);
  });

  it('the transferee may hold while the target rings', async () => {
    const { transferor, transferee, carol } = await talking();
    transfer(transferor, '103');
    const target = await rings(carol);
    hold(transferee);
    expect(await told(transferee, 'call.held')).toMatchObject({ held_by: 'local' });
    await answer(target);
    expect(await told(target, 'call.held')).toMatchObject({ held_by: 'remote' });
  });

  it('the transferee may hang up while the target rings: the target’s phone stops', async () => {
    const { transferor, transferee, carol } = await talking();
    transfer(transferor, '103');
    const target = await rings(carol);
    hangup(transferee);
    await endsAs(transferee, 'hangup');
    await endsAs(target, 'hangup', { duration_seconds: null });
  });

  it('the transferee’s duration goes on from its own answer', async () => {
    const { transferor, transferee, carol } = await talking();
    await sleep(1000);
    transfer(transferor, '103');
    const target = await rings(carol);
    await answer(target);
    hangup(target);
    const [short, long] = [await told(target, 'call.ended'), await told(transferee, 'call.ended')];
    expect(long.duration_seconds).toBeGreaterThanOrEqual(1);
    expect(short.duration_seconds).toBeLessThan(long.duration_seconds ?? 0);
  });
});

it('to a service, the transferee hears it', async () => {
  const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
  const [transferor, transferee] = await rig.talk(alice, 620, bob, 940);
  transfer(transferor, '601');
  await endsAs(transferor, 'transferred');
  await transferee.media.hears(1000);
});

describe('to a target that is heard before it answers, and does not ring (606),', () => {
  async function transferring() {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    const [transferor, transferee] = await rig.talk(alice, 620, bob, 940);
    return { transferor, transferee };
  }

  it('the transferor’s call ends transferred when it answers; until then the transferee hears its early media', async () => {
    const { transferor, transferee } = await transferring();
    transfer(transferor, '606');
    await transferee.media.hears(700);
    await settled(transferor.phone);
    expect(story(transferor)).toEqual(['trying', 'ringing', 'answered']);
    await endsAs(transferor, 'transferred', { duration_seconds: expect.any(Number) });
    await transferee.media.hears(1000);
    expect(story(transferee)).toEqual(['incoming', 'answered']);
  });

  it('the transferee that was held hears it, and is resumed when it answers', async () => {
    const { transferor, transferee } = await transferring();
    hold(transferor);
    await told(transferee, 'call.held');
    transfer(transferor, '606');
    await transferee.media.hears(700);
    expect(story(transferee)).toEqual(['incoming', 'answered', 'held remote']);
    await endsAs(transferor, 'transferred');
    await told(transferee, 'call.resumed');
    await transferee.media.hears(1000);
  });

  it('the transferor may hang up before it answers: that ends the call and the transfer', async () => {
    const { transferor, transferee } = await transferring();
    transfer(transferor, '606');
    await transferee.media.hears(700);
    hangup(transferor);
    await Promise.all([endsAs(transferor, 'hangup'), endsAs(transferee, 'hangup')]);
  });

  it('it is one transfer at a time: a second is invalid_message, and the first goes on', async () => {
    const { transferor, transferee } = await transferring();
    transfer(transferor, '606');
    transfer(transferor, '601');
    await refused(transferor.phone, 'invalid_message', { req_id: 'r1', call_id: transferor.callId });
    await endsAs(transferor, 'transferred');
    await transferee.media.hears(1000);
  });
});

it('a service may be handed on, too', async () => {
  const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
  const service = await dial(alice, '601');
  await told(service, 'call.answered');
  transfer(service, '102');
  await endsAs(service, 'transferred');
  const { media } = await rig.answerAudibly(await rings(bob));
  await media.hears(1000);
});

describe('to a target that is unreachable from the start, nothing changes:', () => {
  const setCarol = async (status: string) =>
    restCall(bed, 'PUT /v1/me/presence', {
      credential: await bed.sandbox.createToken(bed.sandbox.users[CAROL]?.id ?? ''),
      body: { status },
    });

  it.each<[string, string, () => Promise<unknown>]>([
    ['nobody has the number', '555', async () => {}],
    ['it is busy', '603', async () => {}],
    ['it does not want to be disturbed', '103', () => setCarol('dnd')],
  ])('%s: call_failed', async (_, destination, prepare) => {
    const { transferor, transferee } = await talking();
    await prepare();
    transfer(transferor, destination);
    await refused(transferor.phone, 'call_failed', { req_id: 'r1', call_id: transferor.callId });
    await setCarol('available');
    await settled(transferor.phone, transferee.phone);
    expect(story(transferor)).toEqual(['trying', 'ringing', 'answered']);
    expect(story(transferee)).toEqual(['incoming', 'answered']);
  });

  it('no phone of it is connected: call_failed, a hold stays, and the two go on talking', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    const [transferor, transferee] = await rig.talk(alice, 620, bob, 940);
    hold(transferor);
    await told(transferee, 'call.held');
    transfer(transferor, '103');
    await refused(alice, 'call_failed', { req_id: 'r1', call_id: transferor.callId });
    await settled(alice, bob);
    expect(story(transferee)).toEqual(['incoming', 'answered', 'held remote']);
    resume(transferor);
    await Promise.all([transferor.media.hears(940), transferee.media.hears(620)]);
  });

  it('the destination is no number: invalid_message', async () => {
    const { transferor, transferee } = await talking();
    transfer(transferor, 'carol');
    await refused(transferor.phone, 'invalid_message', { req_id: 'r1', call_id: transferor.callId });
    await settled(transferor.phone, transferee.phone);
    expect(story(transferor)).toEqual(['trying', 'ringing', 'answered']);
    expect(story(transferee)).toEqual(['incoming', 'answered']);
  });
});

describe('to a target that fails later, the transferee’s call ends with its reason:', () => {
  it.each([
    ['busy', 'busy'],
    ['decline', 'rejected'],
  ] as const)('it rejects with %s: %s', async (reason, ending) => {
    const { transferor, transferee, carol } = await talking();
    transfer(transferor, '103');
    const target = await rings(carol);
    await endsAs(transferor, 'transferred');
    carol.send({ type: 'call.reject', call_id: target.callId, reason });
    await endsAs(transferee, ending, { duration_seconds: expect.any(Number) });
  });

  it.each([
    ['605', 'rejected'],
    ['609', 'failed'],
  ] as const)('a service, %s: %s', async (destination, ending) => {
    const { transferor, transferee } = await talking();
    transfer(transferor, destination);
    await endsAs(transferor, 'transferred');
    await endsAs(transferee, ending);
  });
});
