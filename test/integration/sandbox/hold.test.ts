import { describe, expect, it } from 'vitest';
import { hearsMusic, hearsSilence } from '../../support/audible.js';
import {
  ALICE,
  BOB,
  call,
  dial,
  type End,
  endsAs,
  hangup,
  hold,
  resume,
  settled,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';

const rig = useCallRig();
const pair = async () => [await rig.connect(ALICE), await rig.connect(BOB)] as const;

const DEEDS: Readonly<Record<string, (ends: readonly [End, End]) => void>> = {
  'A holds': ([a]) => hold(a),
  'A resumes': ([a]) => resume(a),
  'B holds': ([, b]) => hold(b),
  'B resumes': ([, b]) => resume(b),
};

/** What the two sides did, and what each is told of the last of it. */
const TABLE: readonly (readonly [deeds: string, a: string[], b: string[]])[] = [
  ['A holds', ['held local'], ['held remote']],
  ['A holds, A holds', ['held local'], []],
  ['A holds, B holds', ['held remote'], ['held local']],
  ['A holds, A resumes', ['resumed'], ['resumed']],
  ['A holds, B resumes', [], ['held remote']],
  ['A holds, B holds, A holds', ['held local'], []],
  ['A holds, B holds, A resumes', ['held remote'], ['held local']],
  ['A holds, B holds, B resumes', ['held local'], ['held remote']],
  ['A holds, B holds, A resumes, A resumes', ['held remote'], []],
  ['A holds, B holds, A resumes, B resumes', ['resumed'], ['resumed']],
  ['A holds, B holds, B resumes, A resumes', ['resumed'], ['resumed']],
  ['A holds, A resumes, A resumes', ['resumed'], []],
  ['A holds, A resumes, A holds', ['held local'], ['held remote']],
  ['A resumes', ['resumed'], []],
  ['B holds', ['held remote'], ['held local']],
  ['B holds, A resumes', ['held remote'], []],
];

describe('hold has two independent sides:', () => {
  it.each(TABLE)('%s: A is told %j, B %j', async (deeds, a, b) => {
    const ends = await call(...(await pair()));
    let before: number[] = [];
    for (const deed of deeds.split(', ')) {
      await settled(ends[0].phone, ends[1].phone);
      before = ends.map((end) => story(end).length);
      DEEDS[deed]?.(ends);
    }
    await settled(ends[0].phone, ends[1].phone);
    expect(ends.map((end, at) => story(end).slice(before[at]))).toEqual([a, b]);
  });
});

/** Alice, who says 620 Hz, and Bob, who says 940. */
async function talking() {
  const [alice, bob] = await pair();
  return rig.talk(alice, 620, bob, 940);
}

describe('what is heard:', () => {
  it('the held party hears music, the holder nothing; after the resume they hear each other', async () => {
    const [mine, his] = await talking();
    hold(mine);
    await told(his, 'call.held');
    await Promise.all([hearsMusic(his.media), hearsSilence(mine.media)]);
    resume(mine);
    await told(his, 'call.resumed');
    await Promise.all([mine.media.hears(940), his.media.hears(620)]);
  });

  it('while both hold, both hear nothing; the one whose hold is left over hears nothing, the other music', async () => {
    const [mine, his] = await talking();
    hold(mine);
    hold(his);
    await told(his, 'call.held');
    await told(his, 'call.held');
    await Promise.all([hearsSilence(mine.media), hearsSilence(his.media)]);
    resume(mine);
    await Promise.all([hearsMusic(mine.media), hearsSilence(his.media)]);
    resume(his);
    await Promise.all([mine.media.hears(940), his.media.hears(620)]);
  });

  it('a mute is between the phone and its microphone: the other side is told nothing and hears what is sent', async () => {
    const [mine, his] = await talking();
    mine.phone.send({ type: 'call.mute', call_id: mine.callId });
    await settled(mine.phone, his.phone);
    expect(story(his)).toEqual(['incoming', 'answered']);
    await his.media.hears(620);
  });

  it('digits reach the other phone', async () => {
    const [mine, his] = await talking();
    mine.media.press('42*');
    await expect.poll(() => his.media.heardDigits).toBe('42*');
  });
});

it('holding a service is acknowledged like any hold', async () => {
  const end = await dial(await rig.connect(ALICE), '600');
  await told(end, 'call.answered');
  hold(end);
  expect(await told(end, 'call.held')).toMatchObject({ held_by: 'local' });
  resume(end);
  await told(end, 'call.resumed');
});

it('a call that is held ends like any other', async () => {
  const [mine, his] = await call(...(await pair()));
  hold(mine);
  await told(his, 'call.held');
  hangup(his);
  await endsAs(mine, 'hangup');
  await endsAs(his, 'hangup');
});
