import { beforeEach, describe, expect, it } from 'vitest';
import type { Lab } from '../support/browser/lab.js';
import { optionsFor, usePhones } from '../support/browser/use-phones.js';
import { near } from '../support/near.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;

const HZ = { alice: 440, bob: 660, carol: 880 } as const;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const phones = usePhones(HZ, { firefox: ['alice'] });

beforeEach(async () => {
  await Promise.all(
    (['alice', 'bob', 'carol'] as const).map(async (user) => phones[user].connect(await optionsFor(bed, user))),
  );
});

/** Firefox calls Bob, who answers; both hear each other. */
async function talk(): Promise<{ alice: string; bob: string }> {
  const alice = await phones.alice.dial('102');
  const { callId: bob = '' } = await phones.bob.event('incoming');
  await phones.bob.act(bob, 'answer');
  await Promise.all([phones.alice.event('answered'), phones.bob.event('answered')]);
  expect(await phones.alice.hearsWithin(alice, HZ.bob)).toEqual(near(HZ.bob));
  return { alice, bob };
}

async function answers(user: 'alice' | 'carol'): Promise<string> {
  const { callId = '' } = await phones[user].event('incoming');
  await phones[user].act(callId, 'answer');
  await phones[user].event('answered', { callId });
  return callId;
}

/** The energy of what Firefox has received of a call. */
const energy = (id: string) =>
  phones.alice.page.evaluate(async (callId) => {
    const stats = [...(await lab.call(callId).peerConnection.getStats()).values()];
    return stats.find(({ type }) => type === 'inbound-rtp')?.totalAudioEnergy as number;
  }, id);

async function receivesSilence(id: string): Promise<boolean> {
  const before = await energy(id);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return (await energy(id)) - before < 1e-6;
}

describe('hold', () => {
  it('by Firefox gives it silence, and resume gives both back their voices', async () => {
    const { alice, bob } = await talk();
    await phones.alice.act(alice, 'hold');
    expect((await phones.alice.event('held')).detail).toBe('local');
    expect((await phones.bob.event('held')).detail).toBe('remote');
    await expect.poll(() => receivesSilence(alice), { timeout: 3000 }).toBe(true);
    const heard = await phones.bob.hears(bob);
    expect(heard).toBeGreaterThan(0);
    expect(heard).not.toEqual(near(HZ.alice));
    await phones.alice.act(alice, 'resume');
    await Promise.all([phones.alice.event('resumed'), phones.bob.event('resumed')]);
    expect(await phones.alice.hearsWithin(alice, HZ.bob)).toEqual(near(HZ.bob));
    expect(await phones.bob.hearsWithin(bob, HZ.alice)).toEqual(near(HZ.alice));
    expect(await receivesSilence(alice)).toBe(false);
  });

  it('by the other side gives Firefox music', async () => {
    const { alice, bob } = await talk();
    await phones.bob.act(bob, 'hold');
    expect((await phones.alice.event('held')).detail).toBe('remote');
    const isMusic = async () => {
      const heard = await phones.alice.hears(alice, 200);
      return heard > 500 && Math.abs(heard - HZ.bob) > 10;
    };
    await expect.poll(isMusic, { timeout: 5000 }).toBe(true);
  });
});

describe('a blind transfer', () => {
  it('by Firefox ends its call and lets the other two hear each other', async () => {
    const { alice, bob } = await talk();
    await phones.alice.act(alice, 'transfer', '103');
    expect((await phones.alice.event('ended')).detail).toBe('transferred');
    const carol = await answers('carol');
    expect(await phones.bob.hearsWithin(bob, HZ.carol)).toEqual(near(HZ.carol));
    expect(await phones.carol.hearsWithin(carol, HZ.bob)).toEqual(near(HZ.bob));
    expect(await phones.alice.open()).toEqual({ tracks: 0, connections: 0 });
  });

  it('of Firefox lets it hear the new party in the same call', async () => {
    const { alice, bob } = await talk();
    await phones.bob.act(bob, 'transfer', '103');
    const carol = await answers('carol');
    expect(await phones.alice.hearsWithin(alice, HZ.carol)).toEqual(near(HZ.carol));
    expect(await phones.carol.hearsWithin(carol, HZ.alice)).toEqual(near(HZ.alice));
  });
});

describe('an attended transfer', () => {
  it('by Firefox, which talks to both, connects the other two', async () => {
    const { alice, bob } = await talk();
    const consultation = await phones.alice.consult(alice, '103');
    const carol = await answers('carol');
    await phones.alice.event('answered', { callId: consultation });
    expect(await phones.alice.state(alice)).toMatchObject({ state: 'held' });
    expect(await phones.alice.hearsWithin(consultation, HZ.carol)).toEqual(near(HZ.carol));
    expect(await phones.carol.hearsWithin(carol, HZ.alice)).toEqual(near(HZ.alice));
    await phones.alice.act(alice, 'completeTransfer');
    for (const callId of [alice, consultation]) {
      expect((await phones.alice.event('ended', { callId })).detail).toBe('transferred');
    }
    expect(await phones.bob.hearsWithin(bob, HZ.carol)).toEqual(near(HZ.carol));
    expect(await phones.carol.hearsWithin(carol, HZ.bob)).toEqual(near(HZ.bob));
  });

  it('to Firefox, which is consulted first, connects it with the third', async () => {
    const bob = await phones.bob.dial('103');
    const carol = await answers('carol');
    await phones.bob.event('answered', { callId: bob });
    const consultation = await phones.bob.consult(bob, '101');
    const alice = await answers('alice');
    await phones.bob.event('answered', { callId: consultation });
    expect(await phones.alice.hearsWithin(alice, HZ.bob)).toEqual(near(HZ.bob));
    await phones.bob.act(consultation, 'completeTransfer');
    expect(await phones.alice.hearsWithin(alice, HZ.carol)).toEqual(near(HZ.carol));
    expect(await phones.carol.hearsWithin(carol, HZ.alice)).toEqual(near(HZ.alice));
  });
});
