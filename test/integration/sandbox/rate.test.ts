import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../generated/v1/protocol.js';
import { ALICE, BOB, CAROL, dial, endsAs, refused, silentOffer, useCallRig } from '../../support/call-rig.js';
import type { WirePhone } from '../../support/wire-phone.js';

const WINDOW_MS = 3000;

const { callCreatesPerWindow } = limits;
const rig = useCallRig({ limits: { callCreatesPerWindow, callCreateWindowMs: WINDOW_MS } });

/** Makes as many calls as are allowed, to a number that is busy. */
async function exhaust(phone: WirePhone): Promise<void> {
  for (let n = 0; n < callCreatesPerWindow; n++) await endsAs(await dial(phone, '603'), 'busy');
}

async function isRefused(phone: WirePhone): Promise<void> {
  phone.send({ type: 'call.create', req_id: 'r11', destination: '603', sdp: silentOffer() });
  const { retry_after_seconds } = await refused(phone, 'rate_limited', { req_id: 'r11' });
  expect(retry_after_seconds ?? 1).toBeGreaterThan(0);
}

describe('call.create', () => {
  it('may come ten times in a window; one more is rate_limited, and later the user may call again', async () => {
    const alice = await rig.connect(ALICE);
    await exhaust(alice);
    await isRefused(alice);
    await sleep(WINDOW_MS + 20);
    await endsAs(await dial(alice, '603'), 'busy');
  });

  it('is counted by user, over all phones; another user may call', async () => {
    const [desk, mobile, carol] = [await rig.connect(BOB), await rig.connect(BOB), await rig.connect(CAROL)];
    await exhaust(desk);
    await isRefused(mobile);
    await endsAs(await dial(carol, '603'), 'busy');
  });
});
