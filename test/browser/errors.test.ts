import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Lab } from '../support/browser/lab.js';
import { optionsFor, usePhones } from '../support/browser/use-phones.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;

const bed = useTestbed();
/** Carol refuses her microphone; Bob has none. */
const phones = usePhones({ alice: 440, bob: 'none', carol: 'refused' });

describe('connect() rejects', () => {
  it('with auth_failed for a token that is not one', async () => {
    const options = { ...(await optionsFor(bed, 'alice')), token: 'not.a.token' };
    expect(await phones.alice.connectFails(options)).toMatchObject({
      code: 'auth_failed',
      message: expect.stringMatching(/token/i),
    });
  });

  it('with auth_failed of the socket when the ICE servers are given', async () => {
    const options = { ...(await optionsFor(bed, 'alice', { iceServers: [] })), token: 'not.a.token' };
    expect(await phones.alice.connectFails(options)).toMatchObject({ code: 'auth_failed' });
  });

  it('with ice_fetch_failed when nothing listens at the API', async () => {
    const options = await optionsFor(bed, 'alice', { apiBaseUrl: 'http://127.0.0.1:9' });
    expect(await phones.alice.connectFails(options)).toMatchObject({
      code: 'ice_fetch_failed',
      message: expect.stringMatching(/apiBaseUrl/),
    });
  });

  it('with ice_fetch_failed within its deadline when the API takes the request and never answers', async () => {
    const hole = createServer(() => {});
    await new Promise<void>((resolve) => hole.listen(0, '127.0.0.1', resolve));
    const { port } = hole.address() as { port: number };
    const options = await optionsFor(bed, 'alice', { apiBaseUrl: `http://127.0.0.1:${port}` });
    expect(await phones.alice.connectFails(options)).toMatchObject({
      code: 'ice_fetch_failed',
      message: expect.stringMatching(/within 10 s/),
    });
    hole.close();
  });

  it('with transport_closed, naming both causes, when the socket is refused', async () => {
    const options = await optionsFor(bed, 'alice', { signalingBaseUrl: `${bed.signalingBaseUrl}/elsewhere` });
    expect(await phones.alice.connectFails(options)).toMatchObject({
      code: 'transport_closed',
      message: expect.stringMatching(/network, signalingBaseUrl and its subprotocol/s),
    });
  });

  it('with webrtc_unsupported on a page without WebRTC', async () => {
    await phones.alice.page.evaluate(() => Reflect.deleteProperty(globalThis, 'RTCPeerConnection'));
    const { token } = await optionsFor(bed, 'alice');
    const outcome = await phones.alice.page.evaluate((given) => lab.attemptBare(given), { token });
    expect(outcome).toMatchObject({
      error: { code: 'webrtc_unsupported', message: expect.stringMatching(/RTCPeerConnection/) },
    });
  });
});

describe('call() rejects, and leaves nothing open,', () => {
  it.each(['', 'bob', '12a', '+0123', '+1234567890123456', 'x'.repeat(40)])(
    'with invalid_message for the destination %j',
    async (destination) => {
      await phones.alice.connect(await optionsFor(bed, 'alice'));
      expect(await phones.alice.dialFails(destination)).toMatchObject({ code: 'invalid_message' });
      expect(bed.tap.frames.filter(({ message }) => message.type === 'call.create')).toEqual([]);
    },
  );

  it('with call_failed for a caller id that is not the account’s', async () => {
    await phones.alice.connect(await optionsFor(bed, 'alice'));
    expect(await phones.alice.dialFails('102', { callerId: '+14155550199' })).toMatchObject({ code: 'call_failed' });
    expect(await phones.alice.open()).toEqual({ tracks: 0, connections: 0 });
  });

  it('with emergency_address_required on the way to the public network', async () => {
    await phones.alice.connect(await optionsFor(bed, 'alice'));
    expect(await phones.alice.dialFails('+12125550100')).toMatchObject({ code: 'emergency_address_required' });
    expect(await phones.alice.open()).toEqual({ tracks: 0, connections: 0 });
  });

  it('with audio_device_unavailable without a microphone', async () => {
    await phones.bob.connect(await optionsFor(bed, 'bob'));
    expect(await phones.bob.dialFails('600')).toMatchObject({
      code: 'audio_device_unavailable',
      message: expect.stringMatching(/Connect one/),
    });
    expect(await phones.bob.open()).toEqual({ tracks: 0, connections: 0 });
  });

  it('with mic_permission_denied when the user refuses', async () => {
    await phones.carol.connect(await optionsFor(bed, 'carol'));
    expect(await phones.carol.dialFails('600')).toMatchObject({
      code: 'mic_permission_denied',
      message: expect.stringMatching(/allow/),
    });
    expect(await phones.carol.open()).toEqual({ tracks: 0, connections: 0 });
  });

  it('with transport_closed before connect()', async () => {
    await phones.alice.create(await optionsFor(bed, 'alice'));
    expect(await phones.alice.dialFails('600')).toMatchObject({
      code: 'transport_closed',
      message: expect.stringMatching(/connect\(\)/),
    });
  });
});

it('a callee who refuses the microphone is told so, and the call goes on ringing', async () => {
  await Promise.all([
    phones.alice.connect(await optionsFor(bed, 'alice')),
    phones.carol.connect(await optionsFor(bed, 'carol')),
  ]);
  await phones.alice.dial('103');
  const { callId = '' } = await phones.carol.event('incoming');
  await phones.carol.act(callId, 'answer');
  expect(await phones.carol.event('error')).toMatchObject({ callId, detail: { code: 'mic_permission_denied' } });
  expect(await phones.carol.state(callId)).toMatchObject({ state: 'ringing' });
});
