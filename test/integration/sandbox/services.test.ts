import { beforeAll, describe, expect, it } from 'vitest';
import { hearsDigits, hearsMusic, hearsSilence } from '../../support/audible.js';
import { ALICE, BOB, dial, hangup, settled, story, told, useCallRig } from '../../support/call-rig.js';
import { restCall } from '../../support/rest-call.js';

const RING_FOR_MS = 1000;

const rig = useCallRig({ limits: { ringForMs: RING_FOR_MS } });
const { bed } = rig;

/** A call to a service that answers, with audio. */
async function calling(destination: string, hz = 0) {
  const end = await rig.dialAudibly(await rig.connect(ALICE), destination, hz);
  await Promise.all([rig.hasAnswer(end), told(end, 'call.answered')]);
  expect(story(end)).toEqual(['trying', 'ringing', 'answered']);
  return end;
}

describe('a service that answers', () => {
  it('600 gives back what it hears', async () => {
    const { media } = await calling('600', 620);
    await media.hears(620);
    media.speak(940);
    await media.hears(940);
  });

  it('600 gives back digits, too', async () => {
    const { media } = await calling('600');
    media.speak(620);
    await media.hears(620);
    media.press('19');
    await expect.poll(() => media.heardDigits).toBe('19');
  });

  it('601 says 1000 Hz, whatever it hears', async () => {
    const { media } = await calling('601', 620);
    await media.hears(1000);
  });

  it('602 plays music', async () => {
    const { media } = await calling('602', 620);
    await hearsMusic(media);
  });

  it('607 rings for 5 s before it answers, and gives back what it hears', async () => {
    const phone = await rig.connect(ALICE);
    const end = await rig.dialAudibly(phone, '607', 620);
    await told(end, 'call.ringing');
    const rang = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await Promise.all([rig.hasAnswer(end), told(end, 'call.answered')]);
    expect(performance.now() - rang).toBeGreaterThan(4900);
    await end.media.hears(620);
  }, 15_000);

  it('608 beeps, then reads the digits back after # or a pause', async () => {
    const { media } = await calling('608');
    await media.hears(480);
    media.press('15#');
    await hearsDigits(media, '15#');
    await hearsSilence(media);
    media.press('7');
    await hearsDigits(media, '7');
  });

  it.each(['911', '933'])('%s reaches a tone, and nobody', async (destination) => {
    const { media } = await calling(destination);
    await media.hears(850);
  });
});

it('606 says 700 Hz before it answers (sdp.pranswer, no ringing) and 1000 Hz then', async () => {
  const end = await rig.dialAudibly(await rig.connect(ALICE), '606', 620);
  const early = await told(end, 'sdp.pranswer');
  await end.media.acceptAnswer(early.sdp); // werift starts no transport on a provisional answer
  await end.media.hears(700);
  expect(story(end)).toEqual(['trying']);
  const [final] = await Promise.all([told(end, 'sdp.answer'), told(end, 'call.answered')]);
  expect(final.sdp, 'the transports that are up stay as they are').toBe(early.sdp);
  await end.media.hears(1000);
  expect(story(end)).toEqual(['trying', 'answered']);
});

it('nothing but early media is heard before the answer', async () => {
  const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
  const end = await rig.dialAudibly(alice, '102', 620);
  await bob.next('call.incoming');
  await settled(alice);
  expect(end.media.heard).toEqual([]);
  expect(alice.received.map(({ type }) => type)).not.toContain('sdp.pranswer');
});

describe('a service that does not answer', () => {
  it.each<[string, string[], number]>([
    ['603', ['trying', 'ended busy'], 0],
    ['604', ['trying', 'ringing', 'ended no-answer'], RING_FOR_MS],
    ['605', ['trying', 'ringing', 'ended rejected'], 0],
    ['609', ['trying', 'ringing', 'ended failed'], 0],
  ])('%s goes %j', async (destination, expected, atLeastMs) => {
    const dialled = performance.now();
    const end = await dial(await rig.connect(ALICE), destination);
    const ended = await told(end, 'call.ended');
    expect(performance.now() - dialled).toBeGreaterThan(atLeastMs * 0.9);
    expect(ended.duration_seconds).toBeNull();
    await settled(end.phone);
    expect(story(end)).toEqual(expected);
    expect(end.phone.received.map(({ type }) => type)).not.toContain('sdp.answer');
  });
});

describe('over the public network', () => {
  beforeAll(async () => {
    await restCall(bed, 'POST /v1/me/emergency-address', {
      credential: await bed.sandbox.createToken(bed.sandbox.users[BOB]?.id ?? ''),
      body: { street: '1 Market Street', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' },
    });
  });

  it.each<[string, string[]]>([
    ['+12125550100', ['trying', 'ringing', 'answered']],
    ['+12125550103', ['trying', 'ended busy']],
    ['+12125550105', ['trying', 'ringing', 'ended rejected']],
    ['+12125550109', ['trying', 'ringing', 'ended failed']],
  ])('%s is the same service: %j', async (destination, expected) => {
    const end = await dial(await rig.connect(BOB), destination);
    await expect.poll(() => story(end)).toEqual(expected);
  });
});

it('a service that is hung up on falls silent', async () => {
  const end = await calling('601');
  await end.media.hears(1000);
  hangup(end);
  await told(end, 'call.ended');
  await hearsSilence(end.media);
});
