import { beforeEach, describe, expect, it } from 'vitest';
import type { Lab } from '../support/browser/lab.js';
import { BOB_HZ, type Ends, useTwoPhones } from '../support/browser/two-phones.js';
import { near } from '../support/near.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const { phones, connectBoth, talk: call, hearEachOther } = useTwoPhones(bed);

beforeEach(connectBoth);

async function talk(): Promise<Ends> {
  const ends = await call();
  await hearEachOther(ends);
  return ends;
}

/** How often a phone has said this so far. */
const said = (type: 'sdp.offer' | 'sdp.answer') =>
  bed.tap.frames.filter(({ from, message }) => from === 'client' && message.type === type).length;

const isStable = (id: string) =>
  phones.alice.page.evaluate((callId) => lab.call(callId).peerConnection.signalingState === 'stable', id);

/** The service offers anew on Alice's call, and has her answer. */
async function reoffer(id: string, how: 'restart' | 'move'): Promise<void> {
  const before = said('sdp.answer');
  bed.sandbox.control.reoffer({ call: id, how });
  await expect.poll(() => said('sdp.answer'), { timeout: 10_000 }).toBe(before + 1);
}

describe.each(['restart', 'move'] as const)('a new offer of the service (%s)', (how) => {
  it('is answered, and both hear each other; again, and again', async () => {
    const ends = await talk();
    for (let times = 0; times < 3; times++) {
      await reoffer(ends.outbound, how);
      await hearEachOther(ends);
    }
    expect(await phones.alice.state(ends.outbound)).toMatchObject({ state: 'active' });
    expect(await phones.alice.open()).toEqual({ tracks: 1, connections: 1 });
  });

  it('leaves a muted call muted', async () => {
    const { outbound, inbound } = await talk();
    await phones.alice.act(outbound, 'mute');
    await reoffer(outbound, how);
    expect(await phones.alice.hearsWithin(outbound, BOB_HZ)).toEqual(near(BOB_HZ));
    expect(await phones.bob.hearsWithin(inbound, 0)).toBe(0);
    await phones.alice.act(outbound, 'unmute');
    await hearEachOther({ outbound, inbound });
  });

  it('while the phone itself restarts ends in audio on both sides', async () => {
    const { outbound, inbound } = await talk();
    const before = said('sdp.answer');
    bed.sandbox.control.reoffer({ call: outbound, how });
    await phones.alice.page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => said('sdp.answer'), { timeout: 10_000 }).toBe(before + 1);
    await expect.poll(() => isStable(outbound), { timeout: 10_000 }).toBe(true);
    await hearEachOther({ outbound, inbound });
    expect(await phones.alice.state(outbound)).toMatchObject({ state: 'active' });
  });
});

it('an offer that moves the media is answered on another connection, which the call gives', async () => {
  const { outbound } = await talk();
  const isOther = () =>
    phones.alice.page.evaluate((id) => lab.call(id).peerConnection === lab.connections.at(-1), outbound);
  await reoffer(outbound, 'move');
  expect([await isOther(), await phones.alice.page.evaluate(() => lab.connections.length)]).toEqual([true, 2]);
});

it('two restarts in a row, the first of which is answered late, end in audio', async () => {
  const { outbound, inbound } = await talk();
  bed.sandbox.control.delayFrame({ type: 'sdp.answer', ms: 6_000, user: '101' });
  const before = said('sdp.offer');
  await phones.alice.page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => said('sdp.offer'), { timeout: 10_000 }).toBe(before + 1);
  await phones.alice.page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => said('sdp.offer'), { timeout: 12_000 }).toBeGreaterThan(before + 1);
  await expect.poll(() => isStable(outbound), { timeout: 12_000 }).toBe(true);
  await hearEachOther({ outbound, inbound });
});
