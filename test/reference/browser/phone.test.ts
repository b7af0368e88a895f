import { afterAll, expect, it } from 'vitest';
import type { Lab, LabOptions } from '../../support/browser/lab.js';
import { optionsFor, usePhones } from '../../support/browser/use-phones.js';
import { startStunServer } from '../../support/stun-server.js';
import { useTestbed } from '../../support/testbed.js';

declare const lab: Lab;

const ofTheApi = await startStunServer('198.51.100.1');
const ofThePage = await startStunServer('198.51.100.2');
const bed = useTestbed({ iceServers: [{ urls: ofTheApi.url }] });
const phones = usePhones({ alice: 440 });
afterAll(() => Promise.all([ofTheApi.stop(), ofThePage.stop()]));

/** The addresses that the STUN servers gave the phone, as it told the service. */
const reflexive = () =>
  bed.tap.frames.flatMap(({ message }) => {
    const text =
      message.type === 'call.create' ? message.sdp : message.type === 'ice.candidate' ? message.candidate : '';
    return [...(text ?? '').matchAll(/candidate:\S+ 1 udp \d+ (\S+) \d+ typ srflx/g)].map(([, address]) => address);
  });

/** Calls the tone, hears it, and gives what the connection was made with. */
async function call(more: Partial<LabOptions>): Promise<RTCIceServer[] | undefined> {
  await phones.alice.disconnect();
  await phones.alice.connect(await optionsFor(bed, 'alice', more));
  const id = await phones.alice.dial('601');
  expect(await phones.alice.hearsWithin(id, 1000)).toEqual(expect.closeTo(1000, -1.3));
  const used = await phones.alice.page.evaluate(
    (callId) => lab.call(callId).peerConnection.getConfiguration().iceServers,
    id,
  );
  return used?.map(({ urls }) => ({ urls }));
}

it('PhoneOptions › iceServers', async () => {
  // Left out, they are the API's.
  expect(await call({})).toEqual([{ urls: [ofTheApi.url] }]);
  await expect.poll(reflexive).toContain('198.51.100.1');
  const { asked } = ofTheApi;
  expect(asked).toBeGreaterThan(0);
  expect(await call({ iceServers: [{ urls: ofThePage.url }] })).toEqual([{ urls: [ofThePage.url] }]);
  await expect.poll(() => reflexive().at(-1)).toBe('198.51.100.2');
  expect(ofTheApi.asked).toBe(asked);
});
