import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Lab } from '../support/browser/lab.js';
import { type RemotePhone, startRemotePhone, VOICE_HZ } from '../support/browser/remote-phone.js';
import { near } from '../support/near.js';

declare const lab: Lab;

let there: RemotePhone;
let call: string;

beforeAll(async () => {
  there = await startRemotePhone();
});
afterAll(() => there?.stop());

/** A call to the echo, that is heard: both directions are up. */
async function callEcho(): Promise<void> {
  call = await there.phone.dial('600');
  await hears();
}

async function hears(withinMs?: number): Promise<void> {
  expect(await there.phone.hearsWithin(call, VOICE_HZ, withinMs)).toEqual(near(VOICE_HZ));
}

beforeEach(async () => {
  await there.connect();
  await callEcho();
});
afterEach(async () => {
  await there.phone.disconnect();
  expect(await there.phone.open()).toEqual({ tracks: 0, connections: 0 });
  expect(there.phone.faults.splice(0)).toEqual([]);
  expect(there.bed.tap.takeViolations()).toEqual([]);
});

it('a machine that gets another address has audio and signalling back, a few seconds after the browser notices', async () => {
  await there.host.move();
  const signal = await there.phone.event('signal', { withinMs: 15_000 });
  const heardAt = await there.phone.firstAudio(call, 15_000);
  expect(heardAt - signal.at).toBeLessThan(6_000);
  await there.phone.event('reconnected');
  expect(await there.phone.state(call)).toMatchObject({ state: 'active' });
  await there.phone.act(call, 'hangup');
  expect(await there.phone.event('ended')).toMatchObject({ detail: 'hangup' });
});

it('a cable that is out for two seconds takes neither the call nor the connection', async () => {
  await there.host.unplug();
  expect(await there.phone.hearsWithin(call, 0)).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await there.host.plug();
  await hears();
  const names = (await there.phone.events()).map(({ name }) => name);
  expect(names.filter((name) => name !== 'signal')).toEqual(['connected', 'trying', 'ringing', 'answered']);
});

it('a cable that is out for longer, until the browser has noticed, is used at once when it is back', async () => {
  await there.host.unplug();
  await there.phone.event('signal', { withinMs: 15_000 });
  await there.phone.event('disconnected');
  const before = Date.now();
  await there.host.plug();
  expect((await there.phone.event('reconnected')).at - before).toBeLessThan(4_000);
  await hears();
});

it('a network that swallows everything, and tells nobody, is found out, and what it took is back after it', async () => {
  await there.host.swallow();
  const lost = await there.phone.event('signal', { withinMs: 15_000 });
  expect((await there.phone.event('disconnected')).at - lost.at).toBeLessThan(4_000);
  await there.host.deliver();
  await there.phone.event('reconnected', { withinMs: 15_000 });
  await hears(15_000);
});

it('a network that swallows everything between two calls is found out within 24 s', async () => {
  await there.phone.act(call, 'hangup');
  await there.phone.event('ended');
  await there.host.swallow();
  await there.phone.event('disconnected', { withinMs: 30_000 });
  await there.host.deliver();
  await there.phone.event('reconnected', { withinMs: 20_000 });
  await callEcho();
});

it('a phone is told when its network is not that of its emergency address', async () => {
  const events = async () => (await there.phone.events()).map(({ name }) => name);
  const direct = { throughTap: false }; // What passes the tap comes from this machine.
  await there.connect(direct);
  await there.phone.page.evaluate(() =>
    lab.phone.setEmergencyAddress({
      street: '1 Main St',
      city: 'San Francisco',
      state: 'CA',
      zip: '94105',
      country: 'US',
    }),
  );
  await there.connect(direct);
  expect(await events()).toEqual(['connected']);
  await there.host.move();
  await there.connect(direct);
  expect(await there.phone.event('network.changed')).toBeTruthy();
});
