import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lab } from '../support/browser/lab.js';
import { optionsFor, usePhones } from '../support/browser/use-phones.js';
import { silentServer } from '../support/silent-server.js';
import { useTestbed } from '../support/testbed.js';
import { startTurnServer, type TurnServer } from '../support/turn-server.js';

declare const lab: Lab;

const bed = useTestbed();
const phones = usePhones({ alice: 440 });
let turn: TurnServer;

beforeAll(async () => {
  turn = await startTurnServer();
});
afterAll(() => turn?.stop());

it('a relay-only call goes through TURN and is heard', async () => {
  const options = { iceServers: [turn.iceServer], iceTransportPolicy: 'relay' as const };
  await phones.alice.connect(await optionsFor(bed, 'alice', options));
  const call = await phones.alice.dial('601');
  expect(Math.round((await phones.alice.hearsWithin(call, 1000)) / 10)).toBe(100);
  const offer = bed.tap.frames.findLast(({ message }) => message.type === 'call.create')?.message;
  const candidates = offer && 'sdp' in offer ? (offer.sdp.match(/^a=candidate:.*$/gm) ?? []) : [];
  expect(candidates.length).toBeGreaterThan(0);
  expect(candidates.filter((line) => !line.includes(' typ relay '))).toEqual([]);
  const used = await phones.alice.page.evaluate(async (id) => {
    const stats = [...(await lab.call(id).peerConnection.getStats()).values()];
    const pair = stats.find((one) => one.type === 'candidate-pair' && one.nominated);
    return stats.find((one) => one.id === pair?.localCandidateId)?.candidateType;
  }, call);
  expect(used).toBe('relay');
});

it('one silent TURN server beside a good one costs nothing that is waited for', async () => {
  const silent = await silentServer();
  const dead = { ...turn.iceServer, urls: silent.url.replace('stun:', 'turn:') };
  const options = { iceServers: [dead, turn.iceServer], iceTransportPolicy: 'relay' as const };
  await phones.alice.connect(await optionsFor(bed, 'alice', options));
  const before = Date.now();
  const call = await phones.alice.dial('601');
  expect(Date.now() - before).toBeLessThan(2000);
  expect(Math.round((await phones.alice.hearsWithin(call, 1000)) / 10)).toBe(100);
  await silent.stop();
});

it('a relay-only call without a TURN server that answers is refused in words', async () => {
  const silent = await silentServer();
  const dead = { ...turn.iceServer, urls: silent.url.replace('stun:', 'turn:') };
  await phones.alice.connect(await optionsFor(bed, 'alice', { iceServers: [dead], iceTransportPolicy: 'relay' }));
  expect(await phones.alice.dialFails('601')).toMatchObject({
    code: 'call_failed',
    message: expect.stringMatching(/TURN/),
  });
  expect(await phones.alice.open()).toEqual({ tracks: 0, connections: 0 });
  await silent.stop();
});

it('a relay that dies in a call is found out, and audio comes back through the next', async () => {
  const options = { iceServers: [turn.iceServer], iceTransportPolicy: 'relay' as const };
  await phones.alice.connect(await optionsFor(bed, 'alice', options));
  const call = await phones.alice.dial('601');
  expect(Math.round((await phones.alice.hearsWithin(call, 1000)) / 10)).toBe(100);
  await turn.replace();
  expect(await phones.alice.hearsWithin(call, 0)).toBe(0);
  expect(Math.round((await phones.alice.hearsWithin(call, 1000, 20_000)) / 10)).toBe(100);
  expect(await phones.alice.state(call)).toMatchObject({ state: 'active' });
});

it('a network that takes path and socket alike is given both back once it returns', async () => {
  const options = { iceServers: [turn.iceServer], iceTransportPolicy: 'relay' as const };
  await phones.alice.connect(await optionsFor(bed, 'alice', options));
  const call = await phones.alice.dial('601');
  expect(Math.round((await phones.alice.hearsWithin(call, 1000)) / 10)).toBe(100);
  bed.sandbox.control.freeze({ user: '101' });
  await turn.replace();
  expect(await phones.alice.hearsWithin(call, 0)).toBe(0);
  await phones.alice.page.evaluate(() => void dispatchEvent(new Event('online')));
  await phones.alice.event('reconnected');
  expect(Math.round((await phones.alice.hearsWithin(call, 1000, 20_000)) / 10)).toBe(100);
});
