import { describe, expect, it } from 'vitest';
import type { PresenceEntry } from '../../../generated/v1/messages.js';
import {
  ALICE,
  answer,
  BOB,
  CAROL,
  call,
  dial,
  endsAs,
  hangup,
  refused,
  rings,
  settled,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import { restCall } from '../../support/rest-call.js';
import type { WirePhone } from '../../support/wire-phone.js';

const rig = useCallRig();
const { bed } = rig;

const idOf = (user: number) => bed.sandbox.users[user]?.id ?? '';

async function setStatus(user: number, status: string, status_text?: string): Promise<void> {
  const { status: code } = await restCall(bed, 'PUT /v1/me/presence', {
    credential: await bed.sandbox.createToken(idOf(user)),
    body: { status, ...(status_text !== undefined && { status_text }) },
  });
  expect(code).toBe(200);
}

const createUser = async (fields: object = {}): Promise<string> => {
  const { body } = await restCall(bed, 'POST /v1/users', {
    credential: bed.sandbox.apiKey,
    headers: { 'DialStack-Account': bed.sandbox.accountId },
    body: fields,
  });
  return String(body.id);
};

/** Subscribes, and gives the list. */
async function watch(phone: WirePhone, users?: string[]): Promise<PresenceEntry[]> {
  phone.send({ type: 'presence.subscribe', ...(users && { users }) });
  return (await phone.next('presence.list')).users;
}

const entryOf = (entries: readonly PresenceEntry[], user: number) =>
  entries.find(({ user_id }) => user_id === idOf(user));
const updateOf = (phone: WirePhone, user: number, status?: PresenceEntry['status']) =>
  phone.next('presence.update', (entry) => entry.user_id === idOf(user) && (!status || entry.status === status));
const updatesAbout = (phone: WirePhone, id: string) =>
  phone.received.filter((message) => message.type === 'presence.update' && message.user_id === id);

describe('presence.subscribe', () => {
  it('is answered by presence.list with an entry of each named user, echoing req_id', async () => {
    const alice = await rig.connect(ALICE);
    alice.send({ type: 'presence.subscribe', req_id: 's1', users: [idOf(ALICE), idOf(BOB)] });
    const list = await alice.next('presence.list');
    expect(list.req_id).toBe('s1');
    expect(list.users).toHaveLength(2);
    expect(entryOf(list.users, ALICE)).toEqual({
      user_id: idOf(ALICE),
      name: 'Alice Example',
      status: 'available',
      status_text: null,
      do_not_disturb: false,
      updated_at: expect.any(String),
    });
    expect(entryOf(list.users, BOB)).toMatchObject({ name: 'Bob Example', status: 'offline' });
  });

  it('without users lists every user of the account', async () => {
    const list = await watch(await rig.connect(ALICE));
    for (const { id } of bed.sandbox.users) expect(list.map(({ user_id }) => user_id)).toContain(id);
  });

  it('takes 100 users', async () => {
    const ids = await Promise.all(Array.from({ length: 97 }, () => createUser()));
    const all = [...bed.sandbox.users.map(({ id }) => id), ...ids];
    expect(await watch(await rig.connect(ALICE), all)).toHaveLength(100);
  });

  it('without users has no such bound, and covers users that come later', async () => {
    const alice = await rig.connect(ALICE);
    expect((await watch(alice)).length).toBeGreaterThanOrEqual(bed.sandbox.users.length);
    const late = await createUser({ name: 'Dana Example' });
    const update = await alice.next('presence.update', ({ user_id }) => user_id === late);
    expect(update).toMatchObject({ name: 'Dana Example', status: 'offline' });
  });

  it('replaces the previous watch list', async () => {
    const [alice] = [await rig.connect(ALICE)];
    await watch(alice, [idOf(BOB)]);
    expect(await watch(alice, [idOf(CAROL)])).toHaveLength(1);
    await rig.connect(BOB);
    await rig.connect(CAROL);
    await updateOf(alice, CAROL, 'available');
    expect(updatesAbout(alice, idOf(BOB))).toEqual([]);
  });

  it('names the users that cannot be watched; the watch list stays as it was', async () => {
    const alice = await rig.connect(ALICE);
    await watch(alice, [idOf(BOB)]);
    alice.send({ type: 'presence.subscribe', req_id: 's1', users: [idOf(CAROL), 'user_unknown'] });
    const error = await refused(alice, 'presence_unavailable', { req_id: 's1' });
    expect(error.context).toEqual({ users: ['user_unknown'] });
    await rig.connect(CAROL);
    await rig.connect(BOB);
    await updateOf(alice, BOB, 'available');
    expect(updatesAbout(alice, idOf(CAROL))).toEqual([]);
  });
});

describe('what others see', () => {
  it('is offline when no phone is connected, whatever the own status, and the own status when one is', async () => {
    const alice = await rig.connect(ALICE);
    await setStatus(BOB, 'away', 'Lunch');
    expect(await watch(alice, [idOf(BOB)])).toMatchObject([{ status: 'offline' }]);
    const bob = await rig.connect(BOB);
    expect(await updateOf(alice, BOB)).toMatchObject({ status: 'away', status_text: 'Lunch' });
    await bob.close();
    expect(await updateOf(alice, BOB)).toMatchObject({ status: 'offline' });
    await rig.connect(BOB);
    expect(await updateOf(alice, BOB), 'the own status is kept over connections').toMatchObject({ status: 'away' });
    await setStatus(BOB, 'available');
  });

  it('is not offline while another phone of the user is there', async () => {
    const [alice, desk] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await rig.connect(BOB);
    await watch(alice, [idOf(BOB)]);
    await desk.close();
    await setStatus(BOB, 'away');
    await updateOf(alice, BOB, 'away');
    expect(updatesAbout(alice, idOf(BOB))).toHaveLength(1);
    await setStatus(BOB, 'available');
  });

  it('is on_call while in a call, for both sides, and the own status again after it', async () => {
    const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
    await watch(carol, [idOf(ALICE), idOf(BOB)]);
    const [mine, his] = await call(alice, bob);
    await updateOf(carol, ALICE, 'on_call');
    await updateOf(carol, BOB, 'on_call');
    expect(entryOf(await watch(carol, [idOf(BOB)]), BOB)).toMatchObject({ status: 'on_call' });
    await watch(carol, [idOf(ALICE), idOf(BOB)]);
    hangup(mine);
    await endsAs(his, 'hangup');
    await updateOf(carol, ALICE, 'available');
    await updateOf(carol, BOB, 'available');
  });

  it('is on_call until the last call ends', async () => {
    const [alice, carol] = [await rig.connect(ALICE), await rig.connect(CAROL)];
    const [one, two] = [await dial(alice, '600'), await dial(alice, '601')];
    await Promise.all([told(one, 'call.answered'), told(two, 'call.answered')]);
    expect(await watch(carol, [idOf(ALICE)])).toMatchObject([{ status: 'on_call' }]);
    hangup(one);
    await endsAs(one, 'hangup');
    await settled(carol);
    expect(updatesAbout(carol, idOf(ALICE))).toEqual([]);
    hangup(two);
    await updateOf(carol, ALICE, 'available');
  });

  it('is on_call although do not disturb is set; do_not_disturb tells so', async () => {
    const [bob, carol] = [await rig.connect(BOB), await rig.connect(CAROL)];
    await told(await dial(bob, '600'), 'call.answered');
    await watch(carol, [idOf(BOB)]);
    await setStatus(BOB, 'dnd');
    expect(await updateOf(carol, BOB)).toMatchObject({ status: 'on_call', do_not_disturb: true });
    await setStatus(BOB, 'available');
    expect(await updateOf(carol, BOB)).toMatchObject({ status: 'on_call', do_not_disturb: false });
  });

  it('is offline while the only phone is dropped, though its call is kept, and on_call when it is back', async () => {
    const [alice, bob, carol] = [
      await rig.connect(ALICE),
      await rig.connect(BOB, { session_id: 'desk' }),
      await rig.connect(CAROL),
    ];
    await call(alice, bob);
    expect(await watch(carol, [idOf(BOB)])).toMatchObject([{ status: 'on_call' }]);
    bob.socket.terminate();
    await updateOf(carol, BOB, 'offline');
    await rig.connect(BOB, { session_id: 'desk' });
    await updateOf(carol, BOB, 'on_call');
  });

  it('is on_call while a dropped phone of the user keeps a call and another phone is there', async () => {
    const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
    await call(alice, bob);
    await rig.drop(bob, BOB);
    await rig.connect(BOB);
    expect(await watch(carol, [idOf(BOB)])).toMatchObject([{ status: 'on_call' }]);
  });

  it('is not on_call while the phone only rings', async () => {
    const [alice, bob, carol] = [await rig.connect(ALICE), await rig.connect(BOB), await rig.connect(CAROL)];
    await dial(alice, '102');
    const inbound = await rings(bob);
    expect(await watch(carol, [idOf(BOB)])).toMatchObject([{ status: 'available' }]);
    await answer(inbound);
    await updateOf(carol, BOB, 'on_call');
  });

  it.each<['available' | 'dnd' | 'away', boolean]>([
    ['away', false],
    ['dnd', true],
    ['available', false],
  ])('is the own status, %s, with its text; do_not_disturb is %s', async (status, doNotDisturb) => {
    const [alice] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await watch(alice, [idOf(BOB)]);
    await setStatus(BOB, status, `I am ${status}`);
    expect(await updateOf(alice, BOB)).toEqual({
      type: 'presence.update',
      user_id: idOf(BOB),
      name: 'Bob Example',
      status,
      status_text: `I am ${status}`,
      do_not_disturb: doNotDisturb,
      updated_at: expect.any(String),
    });
    await setStatus(BOB, 'available');
    expect(await updateOf(alice, BOB)).toMatchObject({ status_text: null });
  });

  it('tells a user of their own changes, when they watch themselves', async () => {
    const alice = await rig.connect(ALICE);
    await watch(alice, [idOf(ALICE)]);
    await setStatus(ALICE, 'away');
    await updateOf(alice, ALICE, 'away');
    await setStatus(ALICE, 'available');
  });
});

it('who watches nobody is told nothing', async () => {
  const alice = await rig.connect(ALICE);
  await rig.connect(BOB);
  await setStatus(BOB, 'away');
  await setStatus(BOB, 'available');
  await settled(alice);
  expect(alice.received.map(({ type }) => type)).not.toContain('presence.update');
});

it('the own presence is what the user set, not what others see', async () => {
  const bob = await rig.connect(BOB);
  await setStatus(BOB, 'away', 'Lunch');
  await told(await dial(bob, '600'), 'call.answered');
  const { body } = await restCall(bed, 'GET /v1/me/presence', {
    credential: await bed.sandbox.createToken(idOf(BOB)),
  });
  expect(body).toMatchObject({ status: 'away', status_text: 'Lunch' });
  await setStatus(BOB, 'available');
});
