import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../../src/sandbox/index.js';
import {
  ALICE,
  answer,
  BOB,
  call,
  dial,
  endsAs,
  rings,
  settled,
  silentAnswer,
  silentOffer,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import { next, nodePhone } from '../../support/node-phone.js';

const rig = useCallRig();
const { bed } = rig;

describe('while a connection is being closed', () => {
  it('the end of a call is kept for the phone that comes back', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const [mine, his] = await call(alice, bob);
    bed.sandbox.control.drop({ user: '101', how: 'going_away' });
    bed.sandbox.control.hangup({ call: mine.callId });
    await endsAs(his, 'hangup');
    await alice.closed;
    const back = await rig.connect(ALICE, { session_id: 'desk' });
    await endsAs({ phone: back, callId: mine.callId }, 'hangup');
  });

  it('an answer is not taken for delivered', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const mine = await dial(alice, '102');
    const his = await rings(bob);
    await told(his, 'sdp.offer');
    bob.send({ type: 'call.answer', call_id: his.callId });
    await settled(bob);
    alice.socket.pause(); // Its side of the closing takes a moment.
    bed.sandbox.control.drop({ user: '101', how: 'going_away' });
    bob.send({ type: 'sdp.answer', call_id: his.callId, sdp: silentAnswer() });
    await told(his, 'call.answered');
    alice.socket.resume();
    await alice.closed;
    const end = { phone: await rig.connect(ALICE, { session_id: 'desk' }), callId: mine.callId };
    expect(await told(end, 'call.restored')).toMatchObject({ state: 'active' });
    await told(end, 'sdp.answer');
  });
});

it('a call that was answered while its socket was dead in silence is described after it', async () => {
  const bob = await rig.connect(BOB);
  const { phone, media } = await nodePhone(bed, ALICE);
  await phone.connect();
  const placed = await phone.call('102');
  const his = await rings(bob);
  bed.sandbox.control.freeze({ user: '101' });
  await answer(his);
  const back = next(phone, 'reconnected', 10_000);
  bed.sandbox.control.drop({ user: '101', how: 'cut' });
  await back;
  await expect.poll(() => [placed.state, media.connection.signalingState]).toEqual(['active', 'stable']);
});

it('a description that comes twice does not end the call', async () => {
  const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
  const mine = await dial(alice, '102');
  const his = await rings(bob);
  await told(his, 'sdp.offer');
  bob.send({ type: 'call.answer', call_id: his.callId });
  bob.send({ type: 'sdp.answer', call_id: his.callId, sdp: silentAnswer() });
  bob.send({ type: 'sdp.answer', call_id: his.callId, sdp: silentAnswer() });
  await told(mine, 'call.answered');
  await sleep(300);
  await settled(alice, bob);
  expect(story(his)).toEqual(['incoming', 'answered']);
});

it('an offer of a new page outlives the restart that the old one had under way', async () => {
  const alice = await rig.connect(ALICE);
  const mine = await dial(alice, '600');
  await told(mine, 'sdp.answer');
  for (const byte of ['AB', 'AB', 'CD'])
    alice.send({ type: 'sdp.offer', call_id: mine.callId, sdp: silentOffer(byte) });
  await sleep(500);
  await settled(alice);
  expect(story(mine)).toEqual(['trying', 'ringing', 'answered']);
});

it('a call that was accepted and is restored ringing rings on for as long as any', async () => {
  const sandbox = await rig.connect(ALICE);
  const bob = await rig.connect(BOB, { session_id: 'desk' });
  const mine = await dial(sandbox, '102');
  const his = await rings(bob);
  await told(his, 'sdp.offer');
  bob.send({ type: 'call.answer', call_id: his.callId });
  await settled(bob);
  await rig.drop(bob, BOB);
  const back = { phone: await rig.connect(BOB, { session_id: 'desk' }), callId: his.callId };
  expect(await told(back, 'call.restored')).toMatchObject({ state: 'ringing' });
  await sleep(10_500); // So long it would have had to describe its audio.
  await settled(sandbox);
  expect(story(mine)).toEqual(['trying', 'ringing']);
});

it('a client that half-closes its socket and reads nothing is found out', async () => {
  const sandbox = await startSandbox({
    limits: { pingEveryMs: 2500, pongWithinMs: 500, graceMs: 500, framesPerWindow: 10_000 },
  });
  const { hostname, port } = new URL(sandbox.apiBaseUrl);
  const client = connect({ host: hostname, port: Number(port) });
  await once(client, 'connect');
  client.on('error', () => {});
  client.write(
    'GET /v1/webrtc HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: dialstack.webrtc.v1\r\n\r\n',
  );
  await once(client, 'data');
  const token = await sandbox.createToken(sandbox.users[0]?.id ?? '');
  client.write(frame({ type: 'authenticate', token }));
  await once(client, 'data');
  client.pause();
  const question = frame({ type: 'presence.subscribe', req_id: 'x'.repeat(120) });
  const questions = Buffer.concat(Array.from({ length: 100 }, () => question));
  for (let times = 0; times < 69; times++) {
    client.write(questions); // 5 MB of replies: more than the kernel takes, less than makes a slow consumer.
    await sleep(5);
  }
  client.end(); // The socket alone: no close frame comes.
  await expect
    .poll(() => sandbox.control.status().phones.filter(({ connected }) => connected), { timeout: 12_000 })
    .toEqual([]);
  client.destroy();
  await sandbox.stop();
}, 20_000);

/** A masked text frame; the mask is zero. */
function frame(message: object): Buffer {
  const bytes = Buffer.from(JSON.stringify(message));
  const { length } = bytes;
  const head = length < 126 ? [0x81, 0x80 | length] : [0x81, 0xfe, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), bytes]);
}
