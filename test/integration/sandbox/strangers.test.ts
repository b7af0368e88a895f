import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALICE, told, useCallRig } from '../../support/call-rig.js';

const rig = useCallRig();
/** Somebody who has no credentials, and sends to the port of a call's audio. */
let stranger: Socket;
beforeAll(() => {
  stranger = createSocket('udp4');
});
afterAll(() => stranger.close());

const portIn = (sdp: string) => Number(/candidate:\S+ 1 udp \d+ \S+ (\d+)/.exec(sdp)?.[1]);

/** A record in clear text: that DTLS is over. */
const CLOSE_NOTIFY = Buffer.from([21, 254, 253, 0, 0, 0, 0, 0, 0, 0, 9, 0, 2, 1, 0]);

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

/** A Binding request of nobody who knows the password: of one who is controlled, and yields to no one. */
function check(): Buffer {
  const body = Buffer.concat([
    attribute(0x0006, Buffer.from('xxxx:yyyy')),
    attribute(0x0024, Buffer.from([0x7e, 255, 255, 255])),
    attribute(0x8029, Buffer.alloc(8)),
  ]);
  const head = Buffer.alloc(8);
  head.writeUInt16BE(1, 0);
  head.writeUInt16BE(body.length, 2);
  head.writeUInt32BE(0x2112a442, 4);
  return Buffer.concat([head, randomBytes(12), body]);
}

it.each([
  ['a record in clear text that ends DTLS', CLOSE_NOTIFY],
  ['a check without the password', check()],
  ['noise', randomBytes(600)],
])('%s silences nobody’s call', async (_, datagram) => {
  const alice = await rig.connect(ALICE);
  const end = await rig.dialAudibly(alice, '601');
  const { sdp } = await told(end, 'sdp.answer');
  await end.media.acceptAnswer(sdp);
  await end.media.hears(1000);
  for (let times = 0; times < 5; times++) stranger.send(datagram, portIn(sdp), '127.0.0.1');
  await sleep(200);
  const before = end.media.heard.length;
  await sleep(1000);
  expect(end.media.heard.length - before).toBeGreaterThan(30);
});

it('a check without the password, before the phone’s own, does not keep a call from being heard', async () => {
  const alice = await rig.connect(ALICE);
  const end = await rig.dialAudibly(alice, '600', 440);
  const { sdp } = await told(end, 'sdp.answer');
  for (let times = 0; times < 5; times++) {
    stranger.send(check(), portIn(sdp), '127.0.0.1');
    await sleep(20);
  }
  await end.media.acceptAnswer(sdp);
  await end.media.hears(440);
});
