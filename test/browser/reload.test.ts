import { expect, it } from 'vitest';
import type { Lab } from '../support/browser/lab.js';
import { ALICE_HZ, BOB_HZ, useTwoPhones } from '../support/browser/two-phones.js';
import { optionsFor } from '../support/browser/use-phones.js';
import { near } from '../support/near.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const { phones, connectBoth, talk, hearEachOther } = useTwoPhones(bed);

it('a page that is reloaded in a call gets it back, with audio in both directions', async () => {
  await connectBoth();
  const { outbound, inbound } = await talk();
  await phones.bob.hearsWithin(inbound, ALICE_HZ);
  await phones.alice.reload();
  await phones.alice.connect(await optionsFor(bed, 'alice'));
  const restored = await phones.alice.event('restored');
  expect(restored).toMatchObject({ callId: outbound, detail: { state: 'active', isMuted: false } });
  await hearEachOther({ outbound, inbound });
  await expect.poll(async () => (await phones.alice.state(outbound)).duration).toBeGreaterThan(0);
  await phones.alice.act(outbound, 'hangup');
  expect((await phones.bob.event('ended')).detail).toBe('hangup');
});

it('a held call comes back held, and is resumed', async () => {
  await connectBoth();
  const { outbound, inbound } = await talk();
  await phones.alice.act(outbound, 'hold');
  await phones.bob.event('held');
  await phones.alice.reload();
  await phones.alice.connect(await optionsFor(bed, 'alice'));
  expect(await phones.alice.event('restored')).toMatchObject({ callId: outbound, detail: { state: 'held' } });
  await phones.alice.act(outbound, 'resume');
  await phones.bob.event('resumed');
  await hearEachOther({ outbound, inbound });
});

it('a call that still rings here is restored ringing, and can be answered', async () => {
  await connectBoth();
  const outbound = await phones.alice.dial('102');
  const { callId: inbound = '' } = await phones.bob.event('incoming');
  await phones.bob.reload();
  await phones.bob.connect(await optionsFor(bed, 'bob'));
  expect(await phones.bob.event('restored')).toMatchObject({ callId: inbound, detail: { state: 'ringing' } });
  await phones.bob.act(inbound, 'answer');
  await phones.alice.event('answered');
  await hearEachOther({ outbound, inbound });
});

it('without a permission that was given before it only listens, muted, until unmute() asks', async () => {
  await connectBoth();
  const { outbound, inbound } = await talk();
  await phones.alice.reload();
  await phones.alice.page.evaluate(() => {
    navigator.permissions.query = async () => ({ state: 'prompt' }) as PermissionStatus;
  });
  await phones.alice.connect(await optionsFor(bed, 'alice'));
  expect(await phones.alice.event('restored')).toMatchObject({ detail: { state: 'active', isMuted: true } });
  expect(await phones.alice.hearsWithin(outbound, BOB_HZ)).toEqual(near(BOB_HZ));
  expect(await phones.alice.open()).toMatchObject({ tracks: 0 });
  expect(await phones.bob.hears(inbound)).toBe(0);
  await phones.alice.act(outbound, 'unmute');
  expect(await phones.bob.hearsWithin(inbound, ALICE_HZ)).toEqual(near(ALICE_HZ));
  expect(await phones.alice.state(outbound)).toMatchObject({ isMuted: false });
});

it('a muted call comes back muted', async () => {
  await connectBoth();
  const { outbound, inbound } = await talk();
  await phones.alice.act(outbound, 'mute');
  await phones.alice.reload();
  await phones.alice.connect(await optionsFor(bed, 'alice'));
  expect(await phones.alice.event('restored')).toMatchObject({ detail: { isMuted: true } });
  expect(await phones.alice.hearsWithin(outbound, BOB_HZ)).toEqual(near(BOB_HZ));
  expect(await phones.bob.hears(inbound)).toBe(0);
  await phones.alice.act(outbound, 'unmute');
  expect(await phones.bob.hearsWithin(inbound, ALICE_HZ)).toEqual(near(ALICE_HZ));
});

it('a call that ended while the page was away is told, by its id', async () => {
  await connectBoth();
  const { outbound, inbound } = await talk();
  await phones.alice.reload();
  await phones.bob.act(inbound, 'hangup');
  await phones.bob.event('ended');
  await phones.alice.connect(await optionsFor(bed, 'alice'));
  expect(await phones.alice.event('error')).toMatchObject({ callId: outbound, detail: { code: 'call_not_found' } });
  expect((await phones.alice.events()).map(({ name }) => name)).not.toContain('restored');
});

it('nothing is kept for others while the page is there: a duplicated tab is a phone of its own', async () => {
  await connectBoth();
  const { outbound } = await talk();
  expect(await phones.alice.page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  const duplicate = phones.alice.page.popup();
  await phones.alice.page.evaluate(() => void window.open(location.href));
  const tab = await duplicate;
  await tab.until(() => 'lab' in globalThis);
  const options = await optionsFor(bed, 'alice');
  await tab.evaluate(async (given) => {
    lab.create(given);
    await lab.phone.connect();
  }, options);
  expect(await tab.evaluate(() => lab.phone.activeCalls.length)).toBe(0);
  expect(await phones.alice.state(outbound)).toMatchObject({ state: 'active' });
  await tab.evaluate(() => lab.disconnect());
  await tab.close();
});
