import { describe, expect, it } from 'vitest';
import { limits } from '../../../generated/v1/protocol.js';
import {
  ALICE,
  BOB,
  CAROL,
  call,
  type End,
  endsAs,
  endsConnection,
  hangup,
  hold,
  refused,
  rings,
  settled,
  silentOffer,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import type { WirePhone } from '../../support/wire-phone.js';

const rig = useCallRig();
const { bed } = rig;

/** What a phone was told about its connection when it authenticated. */
const greeting = (phone: WirePhone) => phone.received.find(({ type }) => type === 'authenticated');
const restoredCalls = (phone: WirePhone) =>
  phone.received.flatMap((message) => (message.type === 'call.restored' ? [message.call_id] : []));
const same = ({ callId }: End, phone: WirePhone): End => ({ phone, callId });

describe('the same session_id', () => {
  it('takes the session over from its live socket, and its calls with it', async () => {
    const [older, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const [mine, his] = await call(older, bob);
    const newer = await rig.connect(ALICE, { session_id: 'desk' });
    await endsConnection(older, 'session_replaced', 4409);
    expect(greeting(newer)).toMatchObject({ reconnected: true });
    await told(same(mine, newer), 'call.restored');
    hold(same(mine, newer));
    expect(await told(his, 'call.held')).toMatchObject({ held_by: 'remote' });
    hangup(same(mine, newer));
    await endsAs(same(mine, newer), 'hangup');
    await endsAs(his, 'hangup');
    expect(older.received.at(-1)).toMatchObject({ code: 'session_replaced' });
  });

  it('silences the older socket: what it says after that counts no more', async () => {
    const [older, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const [mine, his] = await call(older, bob);
    older.socket.pause(); // it does not see yet that it was replaced
    const newer = await rig.connect(ALICE, { session_id: 'desk' });
    hangup(mine);
    older.socket.resume();
    await endsConnection(older, 'session_replaced', 4409);
    await settled(newer, bob);
    expect(story(his)).toEqual(['incoming', 'answered']);
  });

  it('gets every call of a dropped socket back', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const [one] = await call(alice, bob);
    const [two] = await call(alice, bob);
    await rig.drop(alice, ALICE);
    const back = await rig.connect(ALICE, { session_id: 'desk' });
    await back.settled();
    expect(greeting(back)).toMatchObject({ reconnected: true });
    expect(restoredCalls(back)).toEqual([one.callId, two.callId]);
  });

  it('of another user gets nothing', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    await call(alice, bob);
    await rig.drop(alice, ALICE);
    const carol = await rig.connect(CAROL, { session_id: 'desk' });
    await carol.settled();
    expect(greeting(carol)).not.toMatchObject({ reconnected: true });
    expect(restoredCalls(carol)).toEqual([]);
  });

  it('of a phone that had no calls is a fresh start', async () => {
    await rig.drop(await rig.connect(ALICE, { session_id: 'desk' }), ALICE);
    const back = await rig.connect(ALICE, { session_id: 'desk' });
    expect(greeting(back)).not.toMatchObject({ reconnected: true });
  });
});

describe('without a session_id', () => {
  it('a dropped session of the user is adopted', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: undefined }), await rig.connect(BOB)];
    const [mine] = await call(alice, bob);
    await rig.drop(alice, ALICE);
    const back = await rig.connect(ALICE, { session_id: undefined });
    expect(greeting(back)).toMatchObject({ reconnected: true });
    await told(same(mine, back), 'call.restored');
  });

  it('a live session is never evicted, and its calls stay where they are', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: undefined }), await rig.connect(BOB)];
    const [mine] = await call(alice, bob);
    const second = await rig.connect(ALICE, { session_id: undefined });
    await second.settled();
    expect(greeting(second)).not.toMatchObject({ reconnected: true });
    expect(restoredCalls(second)).toEqual([]);
    hold(mine);
    await told(mine, 'call.held');
  });

  it("another user's dropped session is not adopted", async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await call(alice, bob);
    await rig.drop(alice, ALICE);
    const carol = await rig.connect(CAROL, { session_id: undefined });
    await carol.settled();
    expect(restoredCalls(carol)).toEqual([]);
  });
});

it('another session_id does not adopt a dropped session: it names another phone', async () => {
  const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
  const [mine] = await call(alice, bob);
  await rig.drop(alice, ALICE);
  const other = await rig.connect(ALICE, { session_id: 'mobile' });
  await other.settled();
  expect(restoredCalls(other)).toEqual([]);
  hangup(same(mine, other));
  await refused(other, 'call_not_found', { call_id: mine.callId });
  const back = await rig.connect(ALICE, { session_id: 'desk' });
  await told(same(mine, back), 'call.restored');
});

it('a dropped phone that comes back counts against the limit of connected phones', async () => {
  const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
  await call(alice, bob);
  await rig.drop(alice, ALICE);
  await Promise.all(Array.from({ length: limits.sessionsPerUser }, () => rig.connect(ALICE)));
  const back = await rig.open();
  back.send({
    type: 'authenticate',
    session_id: 'desk',
    token: await bed.sandbox.createToken(bed.sandbox.users[ALICE]?.id ?? ''),
  });
  await endsConnection(back, 'session_limit', 4429);
});

describe('the grace time', () => {
  it.each<[string, (phone: WirePhone) => void]>([
    ['without a close frame', (phone) => phone.socket.terminate()],
    ['with 1000', (phone) => phone.socket.close(1000)],
    ['with 1001', (phone) => phone.socket.close(1001)],
    ['with a code of its own', (phone) => phone.socket.close(4000)],
  ])('begins when a socket closes %s, and the other side notices nothing in it', async (_, close) => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const [mine, his] = await call(alice, bob);
    await rig.drop(alice, ALICE, () => close(alice));
    const back = await rig.connect(ALICE, { session_id: 'desk' });
    await told(same(mine, back), 'call.restored');
    await settled(bob);
    expect(story(his)).toEqual(['incoming', 'answered']);
    hangup(his);
    await endsAs(same(mine, back), 'hangup');
  });

  it('begins after what the phone said last: a call that it made is kept', async () => {
    const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
    const token = await bed.sandbox.createToken(bed.sandbox.users[ALICE]?.id ?? '');
    alice.send({ type: 'auth.refresh', token });
    alice.send({ type: 'call.create', destination: '102', sdp: silentOffer() });
    await rig.drop(alice, ALICE, () => alice.socket.close(1000));
    await rings(bob);
    const back = await rig.connect(ALICE, { session_id: 'desk' });
    expect(await back.next('call.restored')).toMatchObject({ state: 'ringing', direction: 'outbound' });
  });

  it('is not begun by a phone that hangs up first', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    const [mine, his] = await call(alice, bob);
    hangup(mine);
    await alice.close();
    await endsAs(his, 'hangup');
  });
});

it('a call that ended meanwhile is not restored; the others are', async () => {
  const [alice, bob] = [await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB)];
  const [, hisFirst] = await call(alice, bob);
  const [second] = await call(alice, bob);
  await rig.drop(alice, ALICE);
  hangup(hisFirst);
  await endsAs(hisFirst, 'hangup');
  const back = await rig.connect(ALICE, { session_id: 'desk' });
  await back.settled();
  expect(restoredCalls(back)).toEqual([second.callId]);
});
