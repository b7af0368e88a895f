import { beforeEach, describe, expect, it } from 'vitest';
import { optionsFor, usePhones } from '../support/browser/use-phones.js';
import { near } from '../support/near.js';
import { useTestbed } from '../support/testbed.js';

const HZ = { alice: 440, bob: 660 } as const;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const phones = usePhones(HZ, { firefox: ['alice'] });

beforeEach(async () => {
  await Promise.all((['alice', 'bob'] as const).map(async (user) => phones[user].connect(await optionsFor(bed, user))));
});

describe('Firefox and Chromium hear each other', () => {
  it.each([
    ['Firefox', 'alice', 'bob', '102'],
    ['Chromium', 'bob', 'alice', '101'],
  ] as const)('when %s calls, and close everything when it hangs up', async (_, caller, callee, extension) => {
    const outbound = await phones[caller].dial(extension);
    const { callId: inbound = '' } = await phones[callee].event('incoming');
    await phones[callee].act(inbound, 'answer');
    await Promise.all([phones[caller].event('answered'), phones[callee].event('answered')]);
    const heard = await Promise.all([
      phones[caller].hearsWithin(outbound, HZ[callee]),
      phones[callee].hearsWithin(inbound, HZ[caller]),
    ]);
    expect(heard).toEqual([near(HZ[callee]), near(HZ[caller])]);
    await phones[caller].act(outbound, 'hangup');
    const ended = await Promise.all([phones[caller].event('ended'), phones[callee].event('ended')]);
    expect(ended.map(({ detail }) => detail)).toEqual(['hangup', 'hangup']);
    expect(await phones.alice.open()).toEqual({ tracks: 0, connections: 0 });
  });
});

it('the echo gives Firefox its own voice back', async () => {
  const call = await phones.alice.dial('600');
  await phones.alice.event('answered');
  expect(await phones.alice.hearsWithin(call, HZ.alice)).toEqual(near(HZ.alice));
});

it('a muted Firefox is not heard, and is heard again', async () => {
  const outbound = await phones.alice.dial('102');
  const { callId: inbound = '' } = await phones.bob.event('incoming');
  await phones.bob.act(inbound, 'answer');
  expect(await phones.bob.hearsWithin(inbound, HZ.alice)).toEqual(near(HZ.alice));
  await phones.alice.act(outbound, 'mute');
  expect(await phones.bob.hearsWithin(inbound, 0)).toBe(0);
  await phones.alice.act(outbound, 'unmute');
  expect(await phones.bob.hearsWithin(inbound, HZ.alice)).toEqual(near(HZ.alice));
});

it('digits of Firefox are decoded by the service, and heard back', async () => {
  const call = await phones.alice.dial('608');
  await phones.alice.event('answered');
  await phones.alice.firstAudio(call);
  const digits = '159D*0#';
  const heard = phones.alice.hearsDigits(call, digits.length);
  await phones.alice.act(call, 'sendDtmf', digits);
  expect(await heard).toBe(digits);
  const decoded = bed.sandbox.control.status().phones.flatMap((phone) => phone.calls.map((one) => one.digits));
  expect(decoded).toEqual([digits]);
});
