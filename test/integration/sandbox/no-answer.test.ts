import { expect, it } from 'vitest';
import {
  ALICE,
  BOB,
  CAROL,
  call,
  dial,
  type End,
  endsAs,
  rings,
  settled,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';

const RING_FOR_MS = 800;

const rig = useCallRig({ limits: { ringForMs: RING_FOR_MS } });

const restoredCalls = ({ phone }: End) => phone.received.filter(({ type }) => type === 'call.restored');

it('after the time of ringing the caller ends with no-answer, and every phone stops', async () => {
  const alice = await rig.connect(ALICE);
  const bobs = [await rig.connect(BOB), await rig.connect(BOB)];
  const dialled = performance.now();
  const outbound = await dial(alice, '102');
  const inbound = await Promise.all(bobs.map(rings));
  await endsAs(outbound, 'no-answer', { duration_seconds: null });
  expect(performance.now() - dialled).toBeGreaterThan(RING_FOR_MS * 0.95);
  for (const end of inbound) {
    const ended = await told(end, 'call.ended');
    expect(ended.duration_seconds).toBeNull();
    expect(ended.answered_elsewhere ?? false).toBe(false);
  }
});

it('a user that has no phone connected is no-answer at once, without ringing', async () => {
  const outbound = await dial(await rig.connect(ALICE), '103');
  await endsAs(outbound, 'no-answer', { duration_seconds: null });
  expect(story(outbound)).toEqual(['trying', 'ended no-answer']);
});

it('a phone that drops while it rings does not stop the clock, and its call is not restored after it', async () => {
  const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB, { session_id: 'desk' })];
  const outbound = await dial(alice, '102');
  const { callId } = await rings(bob);
  bob.socket.terminate();
  await endsAs(outbound, 'no-answer');
  const back = { phone: await rig.connect(BOB, { session_id: 'desk' }), callId };
  await settled(back.phone);
  expect(restoredCalls(back)).toEqual([]);
});

it('a caller that drops does not stop the clock, and its call is not restored after it', async () => {
  const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
  const { callId } = await dial(alice, '102');
  const inbound = await rings(bob);
  alice.socket.terminate();
  await endsAs(inbound, 'no-answer');
  const back = { phone: await rig.connect(ALICE, { session_id: 'desk' }), callId };
  await settled(back.phone);
  expect(restoredCalls(back)).toEqual([]);
});

it('a blind transfer to a target that does not answer ends the transferee with no-answer', async () => {
  const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
  const [transferor, transferee] = await call(alice, bob);
  alice.send({ type: 'call.transfer', call_id: transferor.callId, destination: '103' });
  const target = await rings(carol);
  await endsAs(transferor, 'transferred');
  await endsAs(transferee, 'no-answer', { duration_seconds: expect.any(Number) });
  await endsAs(target, 'no-answer', { duration_seconds: null });
});
