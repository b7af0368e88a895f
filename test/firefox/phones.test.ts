import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Lab } from '../support/browser/lab.js';
import { optionsFor, usePhones } from '../support/browser/use-phones.js';
import { near } from '../support/near.js';
import { useTestbed } from '../support/testbed.js';
import { startTurnServer } from '../support/turn-server.js';

declare const lab: Lab;

const HZ = { alice: 440, bob: 660, carol: 880 } as const;
type User = keyof typeof HZ;
const EXTENSIONS = { alice: '101', bob: '102', carol: '103' } as const;

// One file for all: it takes Firefox several seconds to start.
const bed = useTestbed({ limits: { callCreatesPerWindow: 1000 } });
/** Alice is in Firefox, the others in Chromium. */
const phones = usePhones(HZ, { firefox: ['alice'] });

beforeEach(async () => {
  await Promise.all(
    (['alice', 'bob', 'carol'] as const).map(async (user) => phones[user].connect(await optionsFor(bed, user))),
  );
});

async function answers(user: User): Promise<string> {
  const { callId = '' } = await phones[user].event('incoming');
  await phones[user].act(callId, 'answer');
  await phones[user].event('answered', { callId });
  return callId;
}

/** One user calls another, who answers. Gives the ids of the call at either. */
async function talk<A extends User, B extends User>(caller: A, callee: B): Promise<Record<A | B, string>> {
  const outbound = await phones[caller].dial(EXTENSIONS[callee]);
  const inbound = await answers(callee);
  await phones[caller].event('answered', { callId: outbound });
  return { [caller]: outbound, [callee]: inbound } as Record<A | B, string>;
}

async function hearEachOther(ids: Partial<Record<User, string>>): Promise<void> {
  const [one, other] = Object.keys(ids) as [User, User];
  const heard = await Promise.all([
    phones[one].hearsWithin(ids[one] ?? '', HZ[other]),
    phones[other].hearsWithin(ids[other] ?? '', HZ[one]),
  ]);
  expect(heard, `what ${one} and ${other} hear`).toEqual([near(HZ[other]), near(HZ[one])]);
}

/** Whether what Firefox receives of a call has no energy. */
function receivesSilence(id: string): Promise<boolean> {
  return phones.alice.page.evaluate(async (callId) => {
    const energy = async () => {
      const stats = [...(await lab.call(callId).peerConnection.getStats()).values()];
      return stats.find(({ type }) => type === 'inbound-rtp')?.totalAudioEnergy as number;
    };
    const before = await energy();
    await new Promise((resolve) => setTimeout(resolve, 400));
    return (await energy()) - before < 1e-6;
  }, id);
}

describe('a call', () => {
  it.each([
    ['from Firefox', 'alice', 'bob'],
    ['to Firefox', 'bob', 'alice'],
  ] as const)('%s is heard by both, and leaves nothing open', async (_, caller, callee) => {
    const ids = await talk(caller, callee);
    await hearEachOther(ids);
    await phones[caller].act(ids[caller], 'hangup');
    const ended = await Promise.all([phones[caller].event('ended'), phones[callee].event('ended')]);
    expect(ended.map(({ detail }) => detail)).toEqual(['hangup', 'hangup']);
    expect(await phones.alice.open()).toEqual({ tracks: 0, connections: 0 });
  });

  it('from a muted Firefox is silent, and is heard again', async () => {
    const { alice, bob } = await talk('alice', 'bob');
    expect(await phones.bob.hearsWithin(bob, HZ.alice)).toEqual(near(HZ.alice));
    await phones.alice.act(alice, 'mute');
    expect(await phones.bob.hearsWithin(bob, 0)).toBe(0);
    await phones.alice.act(alice, 'unmute');
    expect(await phones.bob.hearsWithin(bob, HZ.alice)).toEqual(near(HZ.alice));
  });

  it('with early media, which Firefox cannot play, has ringback until the answer', async () => {
    const call = await phones.alice.dial('606');
    await bed.tap.seen('server', 'sdp.pranswer');
    // Without a sound device the tone cannot be heard; that it is being played can be seen.
    const played = () =>
      phones.alice.page.evaluate(() => lab.loudspeaker.filter(({ context }) => context.state !== 'closed').length);
    await expect.poll(played, { timeout: 1500 }).toBe(1);
    expect(await phones.alice.state(call)).toMatchObject({ state: 'trying' });
    await phones.alice.event('answered');
    expect(await phones.alice.hearsWithin(call, 1000)).toEqual(near(1000));
    expect(await played()).toBe(0);
  });

  it('takes digits of Firefox, which the service decodes and plays back', async () => {
    const call = await phones.alice.dial('608');
    await phones.alice.event('answered');
    const digits = '159D*0#';
    const heard = phones.alice.hearsDigits(call, digits.length);
    await phones.alice.act(call, 'sendDtmf', digits);
    expect(await heard).toBe(digits);
    const decoded = bed.sandbox.control.status().phones.flatMap(({ calls }) => calls.map((one) => one.digits));
    expect(decoded).toEqual([digits]);
  });
});

describe('hold', () => {
  it('by Firefox gives it silence and the other side music, until it resumes', async () => {
    const { alice, bob } = await talk('alice', 'bob');
    await hearEachOther({ alice, bob });
    await phones.alice.act(alice, 'hold');
    expect((await phones.alice.event('held')).detail).toBe('local');
    await expect.poll(() => receivesSilence(alice), { timeout: 3000 }).toBe(true);
    await expect.poll(() => phones.bob.hears(bob, 200)).toBeGreaterThan(HZ.alice + 60);
    await phones.alice.act(alice, 'resume');
    await Promise.all([phones.alice.event('resumed'), phones.bob.event('resumed')]);
    await hearEachOther({ alice, bob });
    expect(await receivesSilence(alice)).toBe(false);
  });

  it('by the other side gives Firefox music', async () => {
    const { alice, bob } = await talk('bob', 'alice');
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
    const { alice, bob } = await talk('alice', 'bob');
    await phones.alice.act(alice, 'transfer', EXTENSIONS.carol);
    expect((await phones.alice.event('ended')).detail).toBe('transferred');
    await hearEachOther({ bob, carol: await answers('carol') });
  });

  it('of Firefox lets it hear the new party in the same call', async () => {
    const { alice, bob } = await talk('alice', 'bob');
    await phones.bob.act(bob, 'transfer', EXTENSIONS.carol);
    await hearEachOther({ alice, carol: await answers('carol') });
  });
});

describe('an attended transfer', () => {
  it('by Firefox, which talks to both, connects the other two', async () => {
    const { alice, bob } = await talk('alice', 'bob');
    const consultation = await phones.alice.consult(alice, EXTENSIONS.carol);
    const carol = await answers('carol');
    await phones.alice.event('answered', { callId: consultation });
    expect(await phones.alice.state(alice)).toMatchObject({ state: 'held' });
    await hearEachOther({ alice: consultation, carol });
    await phones.alice.act(alice, 'completeTransfer');
    for (const callId of [alice, consultation]) {
      expect((await phones.alice.event('ended', { callId })).detail).toBe('transferred');
    }
    await hearEachOther({ bob, carol });
  });

  it('to Firefox, which is consulted first, connects it with the third', async () => {
    const { bob, carol } = await talk('bob', 'carol');
    const consultation = await phones.bob.consult(bob, EXTENSIONS.alice);
    const alice = await answers('alice');
    await phones.bob.event('answered', { callId: consultation });
    await hearEachOther({ alice, bob: consultation });
    await phones.bob.act(consultation, 'completeTransfer');
    await hearEachOther({ alice, carol });
  });
});

describe('a call of Firefox outlives', () => {
  it('a drop of the signalling connection, and is heard during it', async () => {
    const ids = await talk('alice', 'bob');
    await hearEachOther(ids);
    bed.tap.cut();
    await phones.alice.event('reconnecting');
    await hearEachOther(ids);
    await phones.alice.event('reconnected');
    await hearEachOther(ids);
    await phones.bob.event('reconnected');
    await phones.alice.act(ids.alice, 'hangup');
    expect((await phones.bob.event('ended')).detail).toBe('hangup');
  });

  it('a reload of the page, with audio in both directions', async () => {
    const ids = await talk('alice', 'bob');
    await hearEachOther(ids);
    await phones.alice.reload();
    await phones.alice.connect(await optionsFor(bed, 'alice'));
    const restored = await phones.alice.event('restored');
    expect(restored).toMatchObject({ callId: ids.alice, detail: { state: 'active', isMuted: false } });
    await hearEachOther(ids);
    await phones.alice.act(ids.alice, 'hangup');
    expect((await phones.bob.event('ended')).detail).toBe('hangup');
  });

  it('a reload of the page while it rings, and is answered then', async () => {
    const bob = await phones.bob.dial(EXTENSIONS.alice);
    const { callId: alice = '' } = await phones.alice.event('incoming');
    await phones.alice.reload();
    await phones.alice.connect(await optionsFor(bed, 'alice'));
    expect(await phones.alice.event('restored')).toMatchObject({ callId: alice, detail: { state: 'ringing' } });
    await phones.alice.act(alice, 'answer');
    await phones.bob.event('answered');
    await hearEachOther({ alice, bob });
  });

  it('a return of the network, over a path that is made anew', async () => {
    const ids = await talk('alice', 'bob');
    await hearEachOther(ids);
    const credentials = () =>
      bed.tap.frames.flatMap(({ from, message }) =>
        from === 'client' && (message.type === 'call.create' || message.type === 'sdp.offer')
          ? [...(message.sdp ?? '').matchAll(/^a=ice-ufrag:(\S+)/gm)].map(([, ufrag]) => ufrag)
          : [],
      );
    const before = credentials();
    await phones.alice.page.evaluate(() => void dispatchEvent(new Event('online')));
    await expect.poll(() => new Set(credentials()).size).toBe(before.length + 1);
    await hearEachOther(ids);
  });

  it('the death of its relay, by an ICE restart to the next', async () => {
    const turn = await startTurnServer();
    onTestFinished(turn.stop);
    await phones.alice.disconnect();
    const options = { iceServers: [turn.iceServer], iceTransportPolicy: 'relay' as const };
    await phones.alice.connect(await optionsFor(bed, 'alice', options));
    const call = await phones.alice.dial('601');
    expect(await phones.alice.hearsWithin(call, 1000)).toEqual(near(1000));
    await turn.replace();
    await expect.poll(() => receivesSilence(call), { timeout: 3000 }).toBe(true);
    await expect.poll(() => receivesSilence(call), { timeout: 20_000 }).toBe(false);
    expect(await phones.alice.hears(call)).toEqual(near(1000));
    expect(await phones.alice.state(call)).toMatchObject({ state: 'active' });
  });
});
