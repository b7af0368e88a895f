import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALICE, BOB, dial, endsAs, rings, told, useCallRig } from '../../support/call-rig.js';

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

/** A handshake record that begins a session, and is cut off in the middle of it. */
const MALFORMED_HELLO = Buffer.concat([
  Buffer.from([22, 254, 253, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24]),
  Buffer.from([1, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 12]),
  Buffer.alloc(12, 0xff),
]);

/** Sends it to the port of a call's audio over and over, until told to stop. */
function pester(port: number, datagrams: readonly Buffer[], everyMs: number): () => void {
  const timer = setInterval(() => {
    for (const datagram of datagrams) stranger.send(datagram, port, '127.0.0.1');
  }, everyMs);
  return () => clearInterval(timer);
}

describe('before the path is up', () => {
  it.each<[string, Buffer[], number]>([
    ['malformed beginnings of DTLS', [MALFORMED_HELLO], 100],
    ['floods of them', Array(50).fill(MALFORMED_HELLO), 10],
    ['floods of checks without the password', Array(50).fill(check()), 10],
    ['STUN that is none', [Buffer.from([0, 1, 0, 4, 0x21, 0x12, 0xa4, 0x42])], 10],
  ])('%s of a stranger do not keep a call from being heard, from the caller', async (_, datagrams, everyMs) => {
    const alice = await rig.connect(ALICE);
    const end = await rig.dialAudibly(alice, '600', 440);
    const { sdp } = await told(end, 'sdp.answer');
    const stop = pester(portIn(sdp), datagrams, everyMs);
    try {
      await sleep(300);
      await end.media.acceptAnswer(sdp);
      await end.media.hears(440, 10_000);
    } finally {
      stop();
    }
  });

  it('malformed beginnings of DTLS of a stranger do not keep a call from being heard, by the callee', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    const outbound = await rig.dialAudibly(alice, '102', 620);
    const inbound = await rings(bob);
    await expect.poll(() => bob.received.map(({ type }) => type)).toContain('sdp.offer');
    const offers = bob.received.flatMap((message) => (message.type === 'sdp.offer' ? [message.sdp] : []));
    const stop = pester(portIn(offers[0] ?? ''), [MALFORMED_HELLO], 100);
    try {
      await sleep(300);
      const answered = await rig.answerAudibly(inbound, 940);
      await rig.hasAnswer(outbound);
      await answered.media.hears(620, 10_000);
    } finally {
      stop();
    }
  });
});

it('a call whose phone cannot secure its audio ends as failed, instead of staying silent', async () => {
  const alice = await rig.connect(ALICE);
  const media = rig.media(440);
  const offer = await media.offer();
  const end = { ...(await dial(alice, '600', { sdp: withOtherFingerprint(offer) })), media };
  await media.acceptAnswer((await told(end, 'sdp.answer')).sdp);
  await endsAs(end, 'failed');
});

const withOtherFingerprint = (sdp: string) =>
  sdp.replace(/^(a=fingerprint:sha-256 ).*$/gm, `$1${Array(32).fill('AB').join(':')}`);

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
