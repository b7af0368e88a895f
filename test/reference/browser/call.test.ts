import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { dominantHz } from '../../support/audio/tone.js';
import type { Lab } from '../../support/browser/lab.js';
import { optionsFor, usePhones } from '../../support/browser/use-phones.js';
import { useTestbed } from '../../support/testbed.js';

declare const lab: Lab;

const HZ = { alice: 440, bob: 660, carol: 880 } as const;
type User = keyof typeof HZ;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const phones = usePhones(HZ, { pagesOf: 'all tests' });

beforeAll(async () => {
  await Promise.all((Object.keys(HZ) as User[]).map(async (user) => phones[user].connect(await optionsFor(bed, user))));
});

const near = (hz: number) => expect.closeTo(hz, -1.3);

/** The user hears this voice, or silence. */
async function hears(user: User, call: string, hz: number): Promise<void> {
  expect(await phones[user].hearsWithin(call, hz), `what ${user} hears`).toEqual(hz === 0 ? 0 : near(hz));
}

/** The frequencies that last, in tens of Hz, of each fifth of a second; between two of them there is neither. */
function tones(pcm: Float32Array, rate: number): number[] {
  const step = Math.floor(rate / 5);
  const all = Array.from(
    { length: Math.floor(pcm.length / step) },
    (_, n) => Math.round(dominantHz(pcm.subarray(n * step, (n + 1) * step), rate) / 10) * 10,
  );
  return all.filter((hz, n) => hz === all[n - 1]);
}

/** The user hears notes, none of which is anybody's voice. */
async function hearsMusic(user: User, call: string): Promise<void> {
  const isMusic = (hz: number) => hz > 500 && Object.values(HZ).every((voice) => Math.abs(voice - hz) > 10);
  await expect.poll(async () => isMusic(await phones[user].hears(call, 200))).toBe(true);
}

/** The user's next incoming call, from now on. */
async function ringing(user: User): Promise<() => Promise<string>> {
  const from = (await phones[user].events()).length;
  return async () => (await phones[user].event('incoming', { from })).callId ?? '';
}

/** Alice calls Bob, who answers. */
async function talk(destination = '102'): Promise<{ alice: string; bob: string }> {
  const incoming = await ringing('bob');
  const alice = await phones.alice.dial(destination);
  const bob = await incoming();
  await phones.bob.act(bob, 'answer');
  await Promise.all([phones.alice.event('answered', { callId: alice }), phones.bob.event('answered', { callId: bob })]);
  return { alice, bob };
}

/** Ends what a test began. */
async function over(user: User, call: string): Promise<void> {
  await phones[user].act(call, 'hangup');
  await phones[user].event('ended', { callId: call });
}

describe('a call of two phones', () => {
  let alice: string;
  let bob: string;
  beforeAll(async () => {
    ({ alice, bob } = await talk('+14155550102'));
    return () => over('alice', alice);
  });

  it('DialStackPhone › call', async () => {
    // A phone number,
    expect(await phones.alice.state(alice)).toMatchObject({ state: 'active', to: '+14155550102' });
    await hears('alice', alice, HZ.bob);
    // and an extension, while the first call waits.
    const tone = await phones.alice.dial('601');
    onTestFinished(async () => {
      await over('alice', tone);
      await phones.alice.act(alice, 'resume');
      await phones.alice.event('resumed', { callId: alice });
    });
    await hears('alice', tone, 1000);
    expect(await phones.alice.state(tone)).toMatchObject({ state: 'active', to: '601' });
  });

  it('Call › answer', async () => {
    expect(await phones.bob.state(bob)).toMatchObject({ state: 'active', direction: 'inbound' });
    await hears('bob', bob, HZ.alice);
  });

  it('Call › mute', async () => {
    onTestFinished(() => phones.alice.act(alice, 'unmute'));
    await hears('bob', bob, HZ.alice);
    await phones.alice.act(alice, 'mute');
    await hears('bob', bob, 0);
    await hears('alice', alice, HZ.bob); // It is the microphone alone.
  });

  it('Call › unmute', async () => {
    await hears('alice', alice, HZ.bob);
    await phones.bob.act(bob, 'mute');
    onTestFinished(() => phones.bob.act(bob, 'unmute'));
    await hears('alice', alice, 0);
    await phones.bob.act(bob, 'unmute');
    await hears('alice', alice, HZ.bob);
  });

  it('Call › hold', async () => {
    onTestFinished(() => phones.alice.act(alice, 'resume'));
    await hears('alice', alice, HZ.bob);
    await phones.alice.act(alice, 'hold');
    await hears('alice', alice, 0);
    await hearsMusic('bob', bob);
  });

  it('Call › resume', async () => {
    onTestFinished(() => phones.bob.act(bob, 'resume'));
    await hears('bob', bob, HZ.alice);
    await phones.bob.act(bob, 'hold');
    await hears('bob', bob, 0);
    await phones.bob.act(bob, 'resume');
    await hears('bob', bob, HZ.alice);
    await hears('alice', alice, HZ.bob);
  });

  it('Call › DTMF', async () => {
    const digits = (call: string) =>
      bed.sandbox.control
        .status()
        .phones.flatMap(({ calls }) => calls)
        .find(({ id }) => id === call)?.digits;
    await Promise.all([hears('alice', alice, HZ.bob), hears('bob', bob, HZ.alice)]);
    // On an outbound call, by the browser's own way.
    const insert = () =>
      phones.alice.page.evaluate((id) => {
        const [sender] = lab.call(id).peerConnection.getSenders();
        sender?.dtmf?.insertDTMF('159#', 100, 70);
      }, alice);
    expect(await phones.bob.hearsDigits(bob, '159#', insert)).toBe('159#');
    await expect.poll(() => digits(alice)).toMatch(/^(159#)+$/);
    // On an inbound one, by ours.
    expect(await phones.alice.hearsDigits(alice, '0*A', () => phones.bob.act(bob, 'sendDtmf', '0*A'))).toBe('0*A');
    await expect.poll(() => digits(bob)).toMatch(/^(0\*A)+$/);
  });

  it('Call › peerConnection', async () => {
    await hears('alice', alice, HZ.bob);
    const received = await phones.alice.page.evaluate(async (id) => {
      const { peerConnection } = lab.call(id);
      const stats = [...(await peerConnection.getStats()).values()];
      const { packetsReceived } = stats.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio') ?? {};
      return peerConnection instanceof RTCPeerConnection && packetsReceived;
    }, alice);
    expect(received).toBeGreaterThan(0);
    // Media of one's own: a tone in the place of the microphone.
    await phones.alice.page.evaluate((id) => {
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency: 1500 });
      const out = new MediaStreamAudioDestinationNode(context);
      tone.connect(out);
      tone.start();
      const [sender] = lab.call(id).peerConnection.getSenders();
      const [track] = out.stream.getAudioTracks();
      const microphone = sender?.track ?? null;
      Object.assign(globalThis, {
        takeMicrophone: async () => {
          await sender?.replaceTrack(microphone);
          await context.close();
        },
      });
      return sender?.replaceTrack(track ?? null);
    }, alice);
    onTestFinished(() =>
      phones.alice.page.evaluate(() => (globalThis as unknown as { takeMicrophone(): Promise<void> }).takeMicrophone()),
    );
    await hears('bob', bob, 1500);
  });
});

it('Call events › answered', async () => {
  // Until then the caller hears early media, and from then on who answers.
  const call = await phones.alice.dial('606');
  onTestFinished(() => over('alice', call));
  const { pcm, rate } = await phones.alice.record(call, 8000, (heard, at) => tones(heard, at).at(-1) === 1000);
  expect([...new Set(tones(pcm, rate).filter((hz) => hz > 0))]).toEqual([700, 1000]);
  expect(await phones.alice.event('answered', { callId: call })).not.toHaveProperty('detail');
  expect(await phones.alice.state(call)).toMatchObject({ state: 'active' });
});

it('Call › hangup', async () => {
  const { alice, bob } = await talk();
  await Promise.all([hears('alice', alice, HZ.bob), hears('bob', bob, HZ.alice)]);
  await phones.alice.act(alice, 'hangup');
  for (const [user, callId] of [
    ['alice', alice],
    ['bob', bob],
  ] as const) {
    await phones[user].event('ended', { callId });
    expect(await phones[user].open()).toEqual({ tracks: 0, connections: 0 });
  }
});

describe('transfers', () => {
  /** Carol answers her next call. */
  async function carolAnswers(incoming: () => Promise<string>): Promise<string> {
    const carol = await incoming();
    await phones.carol.act(carol, 'answer');
    await phones.carol.event('answered', { callId: carol });
    onTestFinished(() => over('carol', carol));
    return carol;
  }

  async function ended(...calls: string[]): Promise<void> {
    for (const callId of calls) expect((await phones.alice.event('ended', { callId })).detail).toBe('transferred');
  }

  it('Call › transfer', async () => {
    const { alice, bob } = await talk();
    const incoming = await ringing('carol');
    await phones.alice.act(alice, 'transfer', '103');
    const carol = await carolAnswers(incoming);
    await ended(alice);
    await hears('bob', bob, HZ.carol);
    await hears('carol', carol, HZ.bob);
  });

  it('Call › attendedTransfer', async () => {
    const { alice, bob } = await talk();
    onTestFinished(() => over('alice', alice));
    const incoming = await ringing('carol');
    const consultation = await phones.alice.consult(alice, '103');
    expect(await phones.alice.state(consultation)).toMatchObject({ direction: 'outbound', to: '103' });
    const carol = await carolAnswers(incoming);
    await hears('alice', consultation, HZ.carol);
    await hears('carol', carol, HZ.alice);
    await hearsMusic('bob', bob);
  });

  it('Call › completeTransfer', async () => {
    const { alice, bob } = await talk();
    const incoming = await ringing('carol');
    const consultation = await phones.alice.consult(alice, '103');
    const carol = await carolAnswers(incoming);
    await phones.alice.event('answered', { callId: consultation });
    await phones.alice.act(alice, 'completeTransfer');
    await ended(alice, consultation);
    await hears('bob', bob, HZ.carol);
    await hears('carol', carol, HZ.bob);
  });
});
