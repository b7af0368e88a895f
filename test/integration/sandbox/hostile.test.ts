import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ALICE, BOB, CAROL, call, refused, useCallRig } from '../../support/call-rig.js';

const FRAME_WINDOW_MS = 500;

const rig = useCallRig({ limits: { frameWindowMs: FRAME_WINDOW_MS } });
const { bed } = rig;

/** Sends bytes that no client of the contract would, hence past the tap; gives the first line of the answer. */
async function sendRaw(text: string): Promise<string> {
  const { hostname, port } = new URL(bed.sandbox.apiBaseUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(text);
  const [answer] = await once(socket, 'data');
  socket.destroy();
  return String(answer).split('\r\n')[0] ?? '';
}

const UPGRADE =
  'Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';

describe('the service survives', () => {
  it.each(['//', '//:', '/%', 'http://[', '*'])('a request for %s', async (target) => {
    expect(await sendRaw(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /);
    await rig.connect(ALICE);
  });

  it.each(['//', '//:', 'http://['])('an upgrade at %s', async (target) => {
    expect(await sendRaw(`GET ${target} HTTP/1.1\r\n${UPGRADE}\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d /);
    await rig.connect(ALICE);
  });

  it.each([
    ['path', `GET /elsewhere HTTP/1.1\r\n${UPGRADE}\r\n`],
    ['subprotocol', `GET /v1/webrtc HTTP/1.1\r\n${UPGRADE}Sec-WebSocket-Protocol: other\r\n\r\n`],
  ])('a client that asks for another %s and resets the connection at once', async (_, request) => {
    const { hostname, port } = new URL(bed.sandbox.apiBaseUrl);
    for (let round = 0; round < 20; round++) {
      const socket = connect({ host: hostname, port: Number(port) });
      await once(socket, 'connect');
      socket.write(request);
      if (round % 2) await new Promise(setImmediate);
      socket.resetAndDestroy();
    }
    await rig.connect(ALICE);
  });

  it('a client that resets its WebSocket in the middle of a frame', async () => {
    const { hostname, port } = new URL(bed.sandbox.apiBaseUrl);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.write(`GET /v1/webrtc HTTP/1.1\r\n${UPGRADE}Sec-WebSocket-Protocol: dialstack.webrtc.v1\r\n\r\n`);
    await once(socket, 'data');
    socket.write(Buffer.from([0x81, 0xfe, 0x40, 0x00, 1, 2, 3, 4, 5]));
    socket.resetAndDestroy();
    await rig.connect(ALICE);
  });

  it.each<[string, string]>([
    ['an array', '['.repeat(60_000)],
    ['a message', `{"type":"ping","x":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
  ])('a frame that is nested without end: %s', async (_, frame) => {
    bed.tap.expectViolation(/a frame of the client/);
    const phone = await rig.connect(ALICE);
    phone.sendRaw(frame);
    await phone.settled();
  });

  it('a description with absurd numbers', async () => {
    const phone = await rig.connect(ALICE);
    phone.send({
      type: 'call.create',
      req_id: 'r1',
      destination: '600',
      sdp: `v=0\r\nm=audio 99999999999 UDP/TLS/RTP/SAVPF ${'9'.repeat(5000)}\r\na=rtpmap:${'9'.repeat(5000)} opus/48000/2\r\n`,
    });
    await refused(phone, 'invalid_message', { req_id: 'r1' });
  });

  it('a client that floods it with frames, which it answers in turn, while others call each other', async () => {
    const flooder = await rig.connect(CAROL);
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    const FLOOD = 2000;
    for (let n = 0; n < FLOOD; n++) flooder.sendRaw({ type: 'call.hold', call_id: `call_of_nobody_${n}` });
    await call(alice, bob);
    await flooder.settled();
    const errors = flooder.received.filter((frame) => frame.type === 'error');
    expect([errors.length, new Set(errors.map(({ code }) => code))]).toEqual([FLOOD, new Set(['call_not_found'])]);
  });
});
