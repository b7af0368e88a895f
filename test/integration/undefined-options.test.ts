import { expect, it } from 'vitest';
import { limits } from '../../generated/v1/protocol.js';
import { limitsWith } from '../../src/sandbox/limits.js';
import { DialStack, type DialStackOptions } from '../../src/server/index.js';
import type { PhoneOptions } from '../../src/webrtc/index.js';
import { next, nodePhone } from '../support/node-phone.js';
import { useTestbed } from '../support/testbed.js';

// The sandbox is real, and so is a value for the options that lead to it. All others are there and undefined.

const bed = useTestbed({
  port: undefined,
  host: undefined,
  mediaAddress: undefined,
  allowHosts: undefined,
  apiKey: undefined,
  iceServers: [{ urls: 'stun:127.0.0.1:9', username: undefined, credential: undefined }],
  limits: { ringForMs: undefined, graceMs: 1000 },
});

const PHONE_OPTIONS = {
  onTokenExpiring: undefined,
  autoReconnect: undefined,
  iceServers: undefined,
  iceTransportPolicy: undefined,
  allowInsecure: undefined,
  emergencyAddressId: undefined,
  playRemoteAudio: undefined,
  autoHold: undefined,
  keepTracks: undefined,
  ringback: undefined,
  logger: undefined,
} satisfies Omit<Required<PhoneOptions>, 'token' | 'apiBaseUrl' | 'signalingBaseUrl' | 'platform'>;

const PLATFORM = { timers: undefined, fetch: undefined, permissions: undefined, storage: undefined };

it('a phone takes an option that is undefined as one that is absent', async () => {
  const [alice, bob] = await Promise.all(
    [0, 1].map((user) => nodePhone(bed, user, { ...PHONE_OPTIONS, platform: PLATFORM })),
  );
  if (!alice || !bob) throw new Error('there are two phones');
  await Promise.all([alice.phone.connect({ signal: undefined }), bob.phone.connect()]);
  const incoming = next(bob.phone, 'incoming');
  const call = await alice.phone.call('102', { callerId: undefined, signal: undefined });
  const answered = next(call, 'answered');
  (await incoming)[0].answer();
  await answered;

  // autoHold and autoReconnect are on by default.
  const held = next(call, 'held');
  await alice.phone.call('600');
  expect(await held).toEqual(['local']);
  const reconnected = next(alice.phone, 'reconnected');
  bed.sandbox.control.drop({ user: alice.id, how: 'cut' });
  await reconnected;

  expect((await alice.phone.listDirectory({ limit: undefined, page: undefined })).users).toHaveLength(3);
  const address = { street: '1 Main St', street2: undefined, city: 'San Francisco', state: 'CA', zip: '94105' };
  expect(await alice.phone.setEmergencyAddress({ ...address, country: 'US' })).toMatchObject({ street2: null });
});

it('the server client takes an option or a parameter that is undefined as one that is absent', async () => {
  const options: Required<DialStackOptions> = {
    apiBaseUrl: bed.apiBaseUrl,
    allowInsecure: undefined,
    timeoutMs: undefined,
    maxRetries: undefined,
    fetch: undefined,
    dangerouslyAllowBrowser: undefined,
  };
  const dialstack = new DialStack(bed.sandbox.apiKey, options);
  const user = await dialstack.users.create(
    { name: undefined, email: undefined, extension: undefined },
    { dialstackAccount: bed.sandbox.accountId },
  );
  expect(user).toMatchObject({ name: null, email: null });
  const session = await dialstack.userSessions.create({ user: user.id, ttl_seconds: undefined });
  expect(session.user).toBe(user.id);
  expect(() => new DialStack(bed.sandbox.apiKey, { apiBaseUrl: undefined })).not.toThrow();
});

it('the sandbox takes a limit that is undefined from the contract', () => {
  expect(limitsWith({ ringForMs: undefined, graceMs: 7 })).toEqual({ ...limits, graceMs: 7 });
});
