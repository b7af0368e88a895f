import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { SUBPROTOCOL } from '../../../generated/v1/protocol.js';
import { ALICE, BOB, endsConnection, refused, silentOffer, useCallRig } from '../../support/call-rig.js';
import { restCall } from '../../support/rest-call.js';
import { WirePhone } from '../../support/wire-phone.js';

const rig = useCallRig();
const { bed } = rig;

const tokenOf = (user: number) => bed.sandbox.createToken(bed.sandbox.users[user]?.id ?? '');

it('authenticate is answered by authenticated, which names the user and the account and echoes req_id', async () => {
  const phone = await rig.open();
  phone.send({ type: 'authenticate', req_id: 'r1', token: await tokenOf(ALICE) });
  expect(await phone.next('authenticated')).toEqual({
    type: 'authenticated',
    req_id: 'r1',
    user_id: bed.sandbox.users[ALICE]?.id,
    account_id: bed.sandbox.accountId,
  });
});

it('without a req_id none is echoed', async () => {
  const phone = await rig.open();
  phone.send({ type: 'authenticate', token: await tokenOf(BOB) });
  expect(await phone.next('authenticated')).not.toHaveProperty('req_id');
});

it.each<[string, unknown, RegExp?]>([
  ['ping', { type: 'ping' }],
  ['call.create', { type: 'call.create', req_id: 'r1', destination: '102', sdp: silentOffer() }],
  ['auth.refresh', { type: 'auth.refresh', token: 'x' }],
  ['an unknown type', { type: 'hello' }, /client: hello: the contract does not know it/],
  ['an authenticate without a token', { type: 'authenticate' }, /client: authenticate: .*token/],
  ['text that is no message', 'authenticate', /client: not JSON/],
])('a first frame that is %s closes with 4400', async (_, frame, violation) => {
  if (violation) bed.tap.expectViolation(violation);
  const phone = await rig.open();
  phone.sendRaw(frame);
  await endsConnection(phone, 'invalid_message', 4400);
  expect(phone.received, 'closed at once, not by the deadline').toHaveLength(1);
});

it('nothing but the first frame counts: an authenticate that follows a wrong one comes too late', async () => {
  const phone = await rig.open();
  phone.send({ type: 'ping' });
  phone.send({ type: 'authenticate', token: await tokenOf(ALICE) });
  await endsConnection(phone, 'invalid_message', 4400);
  expect(phone.received).toHaveLength(1);
});

it('a second authenticate is refused, and the first stays in force', async () => {
  const phone = await rig.connect(ALICE);
  phone.send({ type: 'authenticate', req_id: 'again', token: await tokenOf(BOB) });
  await refused(phone, 'invalid_message', { req_id: 'again' });
  await phone.settled();
});

it.each<[string, string[]]>([
  ['no subprotocol', []],
  ['another subprotocol', ['dialstack.webrtc.v0']],
  ['a name that only begins like it', ['dialstack.webrtc.v10']],
])('the upgrade of a client that offers %s is refused', async (_, protocols) => {
  await expect(WirePhone.open(bed, protocols)).rejects.toThrow(/Unexpected server response: 400/);
});

it('of a later version and this one, the server picks this one', async () => {
  const phone = await rig.open(['dialstack.webrtc.v2', SUBPROTOCOL]);
  expect(phone.socket.protocol).toBe(SUBPROTOCOL);
});

it('signalling is nowhere but at /v1/webrtc', async () => {
  const elsewhere = { signalingBaseUrl: `${bed.signalingBaseUrl}/other` };
  await expect(WirePhone.open(elsewhere)).rejects.toThrow(/Unexpected server response: 404/);
});

const address = { street: '1 Market Street', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' };

it('network.changed comes when the phone presents an emergency address id that is unknown', async () => {
  const phone = await rig.connect(BOB, { emergency_address_id: 'emerg_unknown' });
  expect(await phone.next('network.changed')).toEqual({ type: 'network.changed' });
});

it('network.changed does not come on the network that the emergency address is bound to, nor without an address', async () => {
  const { body } = await restCall(bed, 'POST /v1/me/emergency-address', {
    credential: await tokenOf(ALICE),
    body: address,
  });
  const phones = [
    await rig.connect(ALICE, { emergency_address_id: String(body.id) }),
    await rig.connect(ALICE),
    await rig.connect(BOB),
  ];
  for (const phone of phones) {
    await phone.settled();
    expect(phone.received.map(({ type }) => type)).not.toContain('network.changed');
  }
});

it('network.changed comes on another network than the one that the emergency address is bound to', async () => {
  const token = await tokenOf(ALICE);
  await restCall(bed, 'POST /v1/me/emergency-address', { credential: token, body: address });
  const socket = new WebSocket(`${bed.signalingBaseUrl}/v1/webrtc`, SUBPROTOCOL, { localAddress: '127.0.0.2' });
  const received: string[] = [];
  const changed = new Promise<void>((resolve) =>
    socket.on('message', (data) => {
      received.push(JSON.parse(String(data)).type);
      if (received.includes('network.changed')) resolve();
    }),
  );
  socket.on('open', () => socket.send(JSON.stringify({ type: 'authenticate', token })));
  await changed;
  expect(received).toEqual(['authenticated', 'network.changed']);
  socket.close();
});
