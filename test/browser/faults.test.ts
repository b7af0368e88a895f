import { beforeEach, describe, expect, it } from 'vitest';
import type { Lab } from '../support/browser/lab.js';
import { ALICE_HZ, type Ends, useTwoPhones } from '../support/browser/two-phones.js';

import { near } from '../support/near.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const { phones, connectBoth, talk: call, hearEachOther } = useTwoPhones(bed);

beforeEach(connectBoth);

/** Alice calls Bob, who answers; they hear each other. */
async function talk(): Promise<Ends> {
  const ends = await call();
  await hearEachOther(ends);
  return ends;
}

/** The longest time, in ms, for which a recording is silent. */
function longestGap(pcm: Float32Array, rate: number): number {
  let longest = 0;
  let silent = 0;
  for (const sample of pcm) {
    silent = Math.abs(sample) < 0.001 ? silent + 1 : 0;
    longest = Math.max(longest, silent);
  }
  return (longest / rate) * 1000;
}

describe('a socket that drops in a call', () => {
  it.each(['cut', 'close', 'going_away', 'idle_timeout'] as const)('by %s: the call goes on', async (how) => {
    const { outbound, inbound } = await talk();
    bed.sandbox.control.drop({ user: '101', how });
    await phones.alice.event('disconnected');
    await phones.alice.event('reconnected');
    expect(await phones.alice.state(outbound)).toMatchObject({ state: 'active' });
    await hearEachOther({ outbound, inbound });
    await phones.bob.act(inbound, 'hangup');
    expect((await phones.alice.event('ended')).detail).toBe('hangup');
  });

  it('audio goes on without a gap', async () => {
    const { outbound } = await talk();
    const recording = phones.alice.record(outbound, 4000);
    bed.sandbox.control.drop({ user: '101', how: 'cut' });
    const { pcm, rate } = await recording;
    await phones.alice.event('reconnected');
    // What a network of a busy machine may lose is concealed; a new path would take longer.
    expect(longestGap(pcm.subarray(rate / 2), rate)).toBeLessThan(200);
  });

  it('a hang-up given meanwhile is carried out after it', async () => {
    const { outbound } = await talk();
    bed.sandbox.control.refuse({ times: 1 });
    bed.sandbox.control.drop({ user: '101', how: 'cut' });
    await phones.alice.event('disconnected');
    await phones.alice.act(outbound, 'hangup');
    expect(await phones.alice.open()).toMatchObject({ tracks: 0 });
    expect((await phones.bob.event('ended')).detail).toBe('hangup');
  });

  it('a call that ended meanwhile ends here, with its reason', async () => {
    const { outbound, inbound } = await talk();
    bed.sandbox.control.refuse({ times: 2 });
    bed.sandbox.control.drop({ user: '101', how: 'cut' });
    await phones.alice.event('disconnected');
    await phones.bob.act(inbound, 'hangup');
    await phones.alice.event('reconnected');
    expect((await phones.alice.event('ended', { callId: outbound })).detail).toBe('hangup');
    expect(await phones.alice.open()).toEqual({ tracks: 0, connections: 0 });
  });
});

it('a service that restarts has the calls, and audio goes on', async () => {
  const { outbound, inbound } = await talk();
  bed.sandbox.control.restart({ downMs: 1500 });
  await Promise.all([phones.alice.event('disconnected'), phones.bob.event('disconnected')]);
  await Promise.all([
    phones.alice.event('reconnected', { withinMs: 15_000 }),
    phones.bob.event('reconnected', { withinMs: 15_000 }),
  ]);
  await hearEachOther({ outbound, inbound });
});

it('a network that comes back is used at once: the socket is dialled again and the path made anew', async () => {
  const { outbound, inbound } = await talk();
  const credentials = () =>
    bed.tap.frames.flatMap(({ from, message }) =>
      from === 'client' && 'sdp' in message ? (message.sdp?.match(/^a=ice-ufrag:.*/m) ?? []) : [],
    );
  const before = credentials();
  bed.sandbox.control.freeze({ user: '101' });
  await phones.alice.page.evaluate(() => dispatchEvent(new Event('online')));
  await phones.alice.event('reconnected');
  await hearEachOther({ outbound, inbound });
  expect(before).not.toContain(credentials().at(-1));
});

it('a microphone that is unplugged is replaced by another one', async () => {
  const { inbound } = await talk();
  await phones.alice.page.evaluate(() => {
    const [track] = lab.tracks;
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  });
  expect((await phones.alice.event('microphone')).detail).toBe('lost');
  await expect
    .poll(async () => (await phones.alice.events()).filter(({ name }) => name === 'microphone').map((e) => e.detail))
    .toEqual(['lost', 'recovered']);
  expect(await phones.bob.hearsWithin(inbound, ALICE_HZ)).toEqual(near(ALICE_HZ));
});

it('a call whose other side falls silent says so once', async () => {
  const { outbound } = await talk();
  await phones.bob.page.evaluate(() => {
    for (const connection of lab.connections)
      for (const sender of connection.getSenders()) void sender.replaceTrack(null);
  });
  expect((await phones.alice.event('silence', { callId: outbound, withinMs: 15_000 })).detail).toBe('remote');
});
