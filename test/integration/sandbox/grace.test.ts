import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  ALICE,
  BOB,
  call,
  dial,
  endsAs,
  hangup,
  rings,
  settled,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import type { WirePhone } from '../../support/wire-phone.js';

const GRACE_MS = 1000;

const rig = useCallRig({ limits: { graceMs: GRACE_MS } });

const greeting = (phone: WirePhone) => phone.received.find(({ type }) => type === 'authenticated');
const restoredCalls = (phone: WirePhone) => phone.received.filter(({ type }) => type === 'call.restored');

describe('the grace time', () => {
  it('is over once the phone is back: the call outlives it', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const [, his] = await call(alice, bob);
    await rig.drop(alice, ALICE);
    await rig.connect(ALICE, { session_id: 'desk' });
    await sleep(GRACE_MS + 100);
    await settled(bob);
    expect(story(his)).toEqual(['incoming', 'answered']);
  });

  it('lets a phone that is back in time know why a call ended meanwhile, once', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const [{ callId }, his] = await call(alice, bob);
    await rig.drop(alice, ALICE);
    hangup(his);
    await endsAs(his, 'hangup');
    const back = await rig.connect(ALICE, { session_id: 'desk' });
    await endsAs({ phone: back, callId }, 'hangup', { duration_seconds: expect.any(Number) });
    await rig.drop(back, ALICE);
    const again = await rig.connect(ALICE, { session_id: 'desk' });
    await again.settled();
    expect(restoredCalls(back)).toEqual([]);
    expect(again.received.map(({ type }) => type)).toEqual(['authenticated', 'pong']);
  });

  it('ends the call of the other side with failed when it is over', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const [, his] = await call(alice, bob);
    const dropped = performance.now();
    await rig.drop(alice, ALICE);
    await endsAs(his, 'failed', { duration_seconds: expect.any(Number) });
    expect(performance.now() - dropped).toBeGreaterThan(GRACE_MS * 0.9);
    const late = await rig.connect(ALICE, { session_id: 'desk' });
    await late.settled();
    expect(greeting(late)).not.toMatchObject({ reconnected: true });
    expect(restoredCalls(late)).toEqual([]);
  });

  it('ends an outbound call that still rings, when it is over', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await dial(alice, '102');
    const inbound = await rings(bob);
    await rig.drop(alice, ALICE);
    await told(inbound, 'call.ended');
  });
});
