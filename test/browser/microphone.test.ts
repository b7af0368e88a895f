import { beforeEach, describe, expect, it } from 'vitest';
import type { Lab } from '../support/browser/lab.js';
import { ALICE_HZ, useTwoPhones } from '../support/browser/two-phones.js';
import { near } from '../support/near.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const { phones, connectBoth, talk } = useTwoPhones(bed);

beforeEach(connectBoth);

/** Alice's page puts a track of its own on the call; gives its tone. */
const putTrack = (id: string): Promise<number> =>
  phones.alice.page.evaluate(
    async ([callId, browser, micHz]) => {
      const context = new AudioContext();
      const tone = context.createOscillator();
      tone.frequency.value = 1500;
      const { stream } = tone.connect(context.createMediaStreamDestination()) as MediaStreamAudioDestinationNode;
      tone.start();
      // Without a sound device Firefox runs no AudioContext; its fake microphone stands for the page's track.
      const source = browser === 'firefox' ? await navigator.mediaDevices.getUserMedia({ audio: true }) : stream;
      const [track] = source.getAudioTracks();
      if (!track) throw new Error('no track');
      lab.tracks.push(track);
      await lab.call(callId).peerConnection.getSenders()[0]?.replaceTrack(track);
      return browser === 'firefox' ? micHz : 1500;
    },
    [id, phones.alice.browser, ALICE_HZ] as const,
  );

const packetsSent = (id: string) =>
  phones.alice.page.evaluate(async (callId) => {
    const stats = [...(await lab.call(callId).peerConnection.getStats()).values()];
    return stats.find(({ type }) => type === 'outbound-rtp')?.packetsSent as number;
  }, id);

/** Whether no packet leaves on a call, for so long as fifty would. */
async function sendsNothing(id: string): Promise<boolean> {
  // A packet or two may be on their way when the sender is told to stop.
  await expect
    .poll(
      async () => {
        const before = await packetsSent(id);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        return (await packetsSent(id)) - before;
      },
      { timeout: 8_000 },
    )
    .toBe(0);
  return true;
}

describe('a track that the page puts on the call', () => {
  it('is muted like the microphone, and comes back with it', async () => {
    const { outbound, inbound } = await talk();
    const hz = await putTrack(outbound);
    expect(await phones.bob.hearsWithin(inbound, hz)).toEqual(near(hz));
    await phones.alice.act(outbound, 'mute');
    expect(await phones.bob.hearsWithin(inbound, 0)).toBe(0);
    await phones.alice.act(outbound, 'unmute');
    expect(await phones.bob.hearsWithin(inbound, hz)).toEqual(near(hz));
  });

  it('is silent when it is put there while the call is muted', async () => {
    const { outbound, inbound } = await talk();
    await phones.alice.act(outbound, 'mute');
    const hz = await putTrack(outbound);
    expect(await phones.bob.hearsWithin(inbound, 0)).toBe(0);
    await phones.alice.act(outbound, 'unmute');
    expect(await phones.bob.hearsWithin(inbound, hz)).toEqual(near(hz));
  });

  it('is stopped with the call', async () => {
    const { outbound } = await talk();
    await putTrack(outbound);
    await phones.alice.act(outbound, 'hangup');
    await phones.alice.event('ended');
    expect(await phones.alice.open()).toEqual({ tracks: 0, connections: 0 });
  });
});

describe('a call that we hold', () => {
  it('sends no packet, also of the page’s own track, until it is resumed', async () => {
    const { outbound, inbound } = await talk();
    await phones.alice.act(outbound, 'hold');
    await phones.alice.event('held');
    expect(await sendsNothing(outbound)).toBe(true);
    const hz = await putTrack(outbound);
    expect(await sendsNothing(outbound)).toBe(true);
    await phones.alice.act(outbound, 'resume');
    expect(await phones.bob.hearsWithin(inbound, hz)).toEqual(near(hz));
  });

  it('sends no packet while another call is talked on, which is heard', async () => {
    const { outbound, inbound } = await talk();
    const echo = await phones.alice.dial('600');
    await phones.alice.event('answered', { callId: echo });
    expect(await phones.alice.hearsWithin(echo, ALICE_HZ)).toEqual(near(ALICE_HZ));
    expect(await phones.alice.state(outbound)).toMatchObject({ state: 'held' });
    expect(await sendsNothing(outbound)).toBe(true);
    await phones.alice.act(outbound, 'resume');
    await phones.alice.event('held', { callId: echo });
    expect(await phones.bob.hearsWithin(inbound, ALICE_HZ)).toEqual(near(ALICE_HZ));
    expect(await sendsNothing(echo)).toBe(true);
  });

  it('sends the digits that are asked for', async () => {
    const ivr = await phones.alice.dial('608');
    await phones.alice.event('answered', { callId: ivr });
    await phones.alice.act(ivr, 'hold');
    await phones.alice.event('held');
    await phones.alice.act(ivr, 'sendDtmf', '42');
    await expect
      .poll(() => bed.sandbox.control.status().phones.flatMap(({ calls }) => calls.map(({ digits }) => digits)))
      .toContain('42');
    expect(await sendsNothing(ivr)).toBe(true);
  });
});
