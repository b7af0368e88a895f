import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { SUBPROTOCOL } from '../../../generated/v1/protocol.js';
import { until } from '../../support/audio/until.js';
import { ALICE, endsConnection, useCallRig } from '../../support/call-rig.js';

const AUTHENTICATE_WITHIN_MS = 1000;

const rig = useCallRig({
  limits: { pingEveryMs: 600, pongWithinMs: 500, authenticateWithinMs: AUTHENTICATE_WITHIN_MS },
});
const { bed } = rig;

describe('4408 idle_timeout', () => {
  it('closes a client that does not answer the native ping', async () => {
    const token = await bed.sandbox.createToken(bed.sandbox.users[ALICE]?.id ?? '');
    const socket = new WebSocket(`${bed.signalingBaseUrl}/v1/webrtc`, SUBPROTOCOL, { autoPong: false });
    const frames: unknown[] = [];
    socket.on('message', (data) => frames.push(JSON.parse(String(data))));
    socket.on('open', () => socket.send(JSON.stringify({ type: 'authenticate', token })));
    const code = await new Promise((resolve) => socket.on('close', resolve));
    expect(code).toBe(4408);
    expect(frames.at(-1)).toMatchObject({ type: 'error', code: 'idle_timeout', fatal: true });
  });

  it('leaves a silent client alone that answers', async () => {
    const phone = await rig.connect(ALICE);
    let pings = 0;
    phone.socket.on('ping', () => pings++);
    await until('two pings', () => pings >= 2);
    await phone.settled();
  });
});

describe('authenticate', () => {
  it('that does not come in time closes with 4400', async () => {
    const phone = await rig.open();
    const opened = performance.now();
    await endsConnection(phone, 'invalid_message', 4400);
    expect(performance.now() - opened).toBeGreaterThan(AUTHENTICATE_WITHIN_MS * 0.9);
  });

  it('that came in time ends the deadline', async () => {
    const phone = await rig.connect(ALICE);
    await sleep(AUTHENTICATE_WITHIN_MS + 50);
    await phone.settled();
  });

  it('cannot be replaced by a token in a header of the WebSocket', async () => {
    const socket = new WebSocket(`${bed.signalingBaseUrl}/v1/webrtc`, SUBPROTOCOL, {
      headers: { Authorization: `Bearer ${await bed.sandbox.createToken(bed.sandbox.users[ALICE]?.id ?? '')}` },
    });
    const code = await new Promise((resolve) => socket.on('close', resolve));
    expect(code).toBe(4400);
  });
});
