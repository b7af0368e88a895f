import { beforeEach, expect, it } from 'vitest';
import { optionsFor, usePhones } from '../support/browser/use-phones.js';
import { near } from '../support/near.js';
import { useTestbed } from '../support/testbed.js';

const HZ = { alice: 440, bob: 660 } as const;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const phones = usePhones(HZ, { firefox: ['alice'] });

beforeEach(async () => {
  await Promise.all((['alice', 'bob'] as const).map(async (user) => phones[user].connect(await optionsFor(bed, user))));
});

/** Firefox calls Bob, who answers; both hear each other. */
async function talk(): Promise<{ alice: string; bob: string }> {
  const alice = await phones.alice.dial('102');
  const { callId: bob = '' } = await phones.bob.event('incoming');
  await phones.bob.act(bob, 'answer');
  await Promise.all([phones.alice.event('answered'), phones.bob.event('answered')]);
  await hearEachOther({ alice, bob });
  return { alice, bob };
}

async function hearEachOther({ alice, bob }: { alice: string; bob: string }): Promise<void> {
  const heard = [phones.alice.hearsWithin(alice, HZ.bob), phones.bob.hearsWithin(bob, HZ.alice)];
  expect(await Promise.all(heard)).toEqual([near(HZ.bob), near(HZ.alice)]);
}

it('a call outlives a drop of the signalling connection, with its audio', async () => {
  const ids = await talk();
  bed.tap.cut();
  await phones.alice.event('reconnecting');
  const during = phones.alice.hearsWithin(ids.alice, HZ.bob);
  await Promise.all([phones.alice.event('reconnected'), phones.bob.event('reconnected')]);
  expect(await during).toEqual(near(HZ.bob));
  await hearEachOther(ids);
  expect(await phones.alice.state(ids.alice)).toMatchObject({ state: 'active' });
  await phones.alice.act(ids.alice, 'hangup');
  expect((await phones.bob.event('ended')).detail).toBe('hangup');
});

it('a page that is reloaded in a call gets it back, with audio in both directions', async () => {
  const ids = await talk();
  await phones.alice.reload();
  await phones.alice.connect(await optionsFor(bed, 'alice'));
  const restored = await phones.alice.event('restored');
  expect(restored).toMatchObject({ callId: ids.alice, detail: { state: 'active', isMuted: false } });
  await hearEachOther(ids);
  await phones.alice.act(ids.alice, 'hangup');
  expect((await phones.bob.event('ended')).detail).toBe('hangup');
});

it('a call that rings while the page is reloaded is answered after it', async () => {
  const bob = await phones.bob.dial('101');
  const { callId: alice = '' } = await phones.alice.event('incoming');
  await phones.alice.reload();
  await phones.alice.connect(await optionsFor(bed, 'alice'));
  expect(await phones.alice.event('restored')).toMatchObject({ callId: alice, detail: { state: 'ringing' } });
  await phones.alice.act(alice, 'answer');
  await phones.bob.event('answered');
  await hearEachOther({ alice, bob });
});

it('the path is made anew when the network returns, and both are heard over it', async () => {
  const ids = await talk();
  const ufrags = () =>
    bed.tap.frames.flatMap(({ message }) =>
      (message.type === 'call.create' || message.type === 'sdp.offer') && message.sdp
        ? [/a=ice-ufrag:(\S+)/.exec(message.sdp)?.[1]]
        : [],
    );
  const before = ufrags();
  await phones.alice.page.evaluate(() => void dispatchEvent(new Event('online')));
  await expect.poll(() => ufrags().length).toBe(before.length + 1);
  expect(before).not.toContain(ufrags().at(-1));
  await hearEachOther(ids);
});
