import { beforeEach, describe, expect, it } from 'vitest';
import { optionsFor, usePhones } from '../support/browser/use-phones.js';
import { near } from '../support/near.js';
import { useTestbed } from '../support/testbed.js';

const HZ = { alice: 440, bob: 660, carol: 880 } as const;

const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
const phones = usePhones(HZ);

beforeEach(async () => {
  await Promise.all(
    (['alice', 'bob', 'carol'] as const).map(async (user) => phones[user].connect(await optionsFor(bed, user))),
  );
});

async function answers(user: keyof typeof HZ): Promise<string> {
  const { callId = '' } = await phones[user].event('incoming');
  await phones[user].act(callId, 'answer');
  await phones[user].event('answered', { callId });
  return callId;
}

const carolAnswers = () => answers('carol');

/** Alice calls Bob, who answers, and hears him. */
async function talk(): Promise<{ alice: string; bob: string }> {
  const alice = await phones.alice.dial('102');
  const bob = await answers('bob');
  await phones.alice.event('answered');
  expect(await phones.alice.hearsWithin(alice, HZ.bob)).toEqual(near(HZ.bob));
  return { alice, bob };
}

/** Notes of the hold music, none of which is a microphone's tone. */
async function hearsMusic(user: 'alice' | 'bob', id: string): Promise<boolean> {
  for (let tries = 0; tries < 10; tries++) {
    const heard = await phones[user].hears(id, 200);
    if (heard > 500 && Object.values(HZ).every((hz) => Math.abs(hz - heard) > 10)) return true;
  }
  return false;
}

describe('hold', () => {
  it.each([
    ['caller', 'alice', 'bob'],
    ['callee', 'bob', 'alice'],
  ] as const)('by the %s gives it silence and the other music, and resume both voices', async (_, holder, held) => {
    const ids = await talk();
    await phones[holder].act(ids[holder], 'hold');
    expect((await phones[holder].event('held')).detail).toBe('local');
    expect((await phones[held].event('held')).detail).toBe('remote');
    expect(await phones[holder].state(ids[holder])).toMatchObject({ state: 'held', isHeld: true });
    expect(await phones[holder].hearsWithin(ids[holder], 0)).toBe(0);
    expect(await hearsMusic(held, ids[held])).toBe(true);
    await phones[holder].act(ids[holder], 'resume');
    await Promise.all([phones.alice.event('resumed'), phones.bob.event('resumed')]);
    expect(await phones.alice.hearsWithin(ids.alice, HZ.bob)).toEqual(near(HZ.bob));
    expect(await phones.bob.hearsWithin(ids.bob, HZ.alice)).toEqual(near(HZ.alice));
  });

  it('of both sides ends only when both have resumed', async () => {
    const { alice, bob } = await talk();
    await phones.alice.act(alice, 'hold');
    await phones.bob.event('held');
    const before = (await phones.bob.events()).length;
    await phones.bob.act(bob, 'hold');
    await phones.bob.event('held', { from: before });
    await phones.alice.act(alice, 'resume');
    await expect
      .poll(async () => (await phones.alice.events()).findLast(({ name }) => name === 'held')?.detail)
      .toBe('remote');
    expect(await phones.alice.state(alice)).toMatchObject({ isHeld: true });
    await phones.bob.act(bob, 'resume');
    await phones.alice.event('resumed');
    expect(await phones.bob.hearsWithin(bob, HZ.alice)).toEqual(near(HZ.alice));
  });
});

describe('a blind transfer', () => {
  it.each([
    ['caller', 'alice', 'bob'],
    ['callee', 'bob', 'alice'],
  ] as const)('by the %s ends its call and lets the other two hear each other', async (_, transferor, transferee) => {
    const ids = await talk();
    await phones[transferor].act(ids[transferor], 'transfer', '103');
    expect((await phones[transferor].event('ended')).detail).toBe('transferred');
    const carol = await carolAnswers();
    expect(await phones[transferee].hearsWithin(ids[transferee], HZ.carol)).toEqual(near(HZ.carol));
    expect(await phones.carol.hearsWithin(carol, HZ[transferee])).toEqual(near(HZ[transferee]));
  });

  it('that fails leaves the call as it was, and says why', async () => {
    const { alice, bob } = await talk();
    await phones.alice.act(alice, 'transfer', '699');
    expect(await phones.alice.event('error')).toMatchObject({ callId: alice, detail: { code: 'call_failed' } });
    expect(await phones.alice.state(alice)).toMatchObject({ state: 'active' });
    expect(await phones.bob.hearsWithin(bob, HZ.alice)).toEqual(near(HZ.alice));
  });
});

describe('an attended transfer', () => {
  it.each(['the first call', 'the consultation'])('completed on %s connects the other two', async (on) => {
    const { alice, bob } = await talk();
    const consultation = await phones.alice.consult(alice, '103');
    const carol = await carolAnswers();
    await phones.alice.event('answered', { callId: consultation });
    expect(await phones.alice.state(alice)).toMatchObject({ state: 'held' });
    expect(await phones.alice.hearsWithin(consultation, HZ.carol)).toEqual(near(HZ.carol));
    await phones.alice.act(on === 'the first call' ? alice : consultation, 'completeTransfer');
    for (const callId of [alice, consultation]) {
      expect((await phones.alice.event('ended', { callId })).detail).toBe('transferred');
    }
    expect(await phones.bob.hearsWithin(bob, HZ.carol)).toEqual(near(HZ.carol));
    expect(await phones.carol.hearsWithin(carol, HZ.bob)).toEqual(near(HZ.bob));
  });

  it('connects whoever was consulted with the first party, in the same call', async () => {
    const carol = await phones.carol.dial('102');
    await answers('bob');
    const consultation = await phones.carol.consult(carol, '101');
    const alice = await answers('alice');
    expect(await phones.alice.hearsWithin(alice, HZ.carol)).toEqual(near(HZ.carol));
    await phones.carol.event('answered', { callId: consultation });
    await phones.carol.act(consultation, 'completeTransfer');
    expect(await phones.alice.hearsWithin(alice, HZ.bob)).toEqual(near(HZ.bob));
  });

  it('is abandoned by hanging the consultation up and resuming the first call', async () => {
    const { alice, bob } = await talk();
    const consultation = await phones.alice.consult(alice, '103');
    await carolAnswers();
    await phones.alice.act(consultation, 'hangup');
    await phones.alice.event('ended', { callId: consultation });
    await phones.alice.act(alice, 'resume');
    await phones.alice.event('resumed');
    expect(await phones.bob.hearsWithin(bob, HZ.alice)).toEqual(near(HZ.alice));
  });
});

it('answering a second call holds the first, and one may switch between them', async () => {
  const { alice } = await talk();
  const carol = await phones.carol.dial('101');
  const { callId: second = '' } = await phones.alice.event('incoming');
  await phones.alice.act(second, 'answer');
  await phones.alice.event('held', { callId: alice });
  expect(await phones.alice.hearsWithin(second, HZ.carol)).toEqual(near(HZ.carol));
  await phones.alice.act(second, 'hold');
  await phones.alice.act(alice, 'resume');
  expect(await phones.alice.hearsWithin(alice, HZ.bob)).toEqual(near(HZ.bob));
  expect(await phones.carol.state(carol)).toMatchObject({ state: 'held' });
});

it('a call outlives a drop of the signalling connection, with its audio', async () => {
  const { alice, bob } = await talk();
  bed.tap.cut();
  await Promise.all([phones.alice.event('reconnected'), phones.bob.event('reconnected')]);
  expect(await phones.bob.hearsWithin(bob, HZ.alice)).toEqual(near(HZ.alice));
  await phones.alice.act(alice, 'hangup');
  expect((await phones.bob.event('ended')).detail).toBe('hangup');
});
