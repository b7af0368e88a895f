import { afterEach, describe, expect, it } from 'vitest';
import { ALICE, BOB, CAROL, call, type End, endsAs, rings, settled, told, useCallRig } from '../../support/call-rig.js';
import type { WirePhone } from '../../support/wire-phone.js';

const rig = useCallRig();
const { bed } = rig;
const control = () => bed.sandbox.control;
const idOf = (user: number) => bed.sandbox.users[user]?.id ?? '';

afterEach(() => control().reset());

async function talking(): Promise<[End, End]> {
  return call(await rig.connect(ALICE, { session_id: 'desk' }), await rig.connect(BOB));
}

const endsToldTo = ({ phone, callId }: End) =>
  phone.received.filter((message) => message.type === 'call.ended' && message.call_id === callId).length;

describe('a call that ends in the tick in which its phone’s connection ends', () => {
  it.each(['cut', 'close', 'going_away', 'session_limit'] as const)(
    'after it (%s): the phone is told once it is back',
    async (how) => {
      const [mine, his] = await talking();
      control().drop({ user: '101', how });
      control().hangup({ call: mine.callId, reason: 'busy' });
      await endsAs(his, 'busy');
      await mine.phone.closed;
      const back = { ...mine, phone: await rig.connect(ALICE, { session_id: 'desk' }) };
      await endsAs(back, 'busy');
      expect(endsToldTo(mine)).toBe(0);
    },
  );

  it.each(['cut', 'close', 'going_away'] as const)('before it (%s): the phone is told, and once', async (how) => {
    const [mine, his] = await talking();
    control().hangup({ call: mine.callId });
    control().drop({ user: '101', how });
    await endsAs(his, 'hangup');
    await mine.phone.closed;
    const back = { ...mine, phone: await rig.connect(ALICE, { session_id: 'desk' }) };
    await settled(back.phone);
    expect(endsToldTo(mine) + endsToldTo(back)).toBe(1);
  });

  it.each(['cut', 'going_away'] as const)(
    'while its network is dead, and then %s: the phone is told once it is back',
    async (how) => {
      const [mine, his] = await talking();
      control().freeze({ user: '101' });
      control().hangup({ call: mine.callId });
      await endsAs(his, 'hangup');
      control().drop({ user: '101', how });
      await mine.phone.closed;
      await endsAs({ ...mine, phone: await rig.connect(ALICE, { session_id: 'desk' }) }, 'hangup');
    },
  );

  it('and whose end was to be told late: the phone is told once it is back', async () => {
    const [mine, his] = await talking();
    control().delayFrame({ type: 'call.ended', ms: 300, user: '101' });
    control().hangup({ call: mine.callId });
    await endsAs(his, 'hangup');
    control().drop({ user: '101', how: 'cut' });
    await mine.phone.closed;
    const second = await call(await rig.connect(ALICE, { session_id: 'desk' }), his.phone);
    await endsAs({ ...mine, phone: second[0].phone }, 'hangup');
  });
});

describe('before authenticated, nothing is sent:', () => {
  const subscribe = async (phone: WirePhone) => {
    phone.send({ type: 'presence.subscribe', users: [idOf(ALICE), idOf(BOB), idOf(CAROL)] });
    await phone.next('presence.list');
  };
  const reopen = async () => {
    const phone = await rig.open();
    const token = await bed.sandbox.createToken(idOf(ALICE));
    return { phone, authenticate: () => phone.send({ type: 'authenticate', token, session_id: 'desk', req_id: 'r1' }) };
  };

  it('a phone that is back and watches its own user hears of that user after it', async () => {
    const [mine] = await talking();
    await subscribe(mine.phone);
    await rig.drop(mine.phone, ALICE);
    const { phone, authenticate } = await reopen();
    authenticate();
    await phone.next('presence.update', ({ user_id }) => user_id === idOf(ALICE));
    expect(phone.received[0]).toMatchObject({ type: 'authenticated', reconnected: true });
  });

  it('a phone whose authenticated is late hears of presence, of its calls and of a new one after it', async () => {
    const [mine] = await talking();
    await subscribe(mine.phone);
    await rig.drop(mine.phone, ALICE);
    const { phone, authenticate } = await reopen();
    control().delayReply({ to: 'authenticate', ms: 300, user: '101' });
    authenticate();
    await expect
      .poll(() =>
        control()
          .status()
          .phones.some(({ extension, connected }) => extension === '101' && connected),
      )
      .toBe(true);
    const { calls } = control().ring({ user: '101' });
    await rig.connect(CAROL);
    const { callId } = await rings(phone);
    expect(calls).toEqual([callId]);
    await told({ ...mine, phone }, 'call.restored');
    await phone.next('presence.update', ({ user_id }) => user_id === idOf(CAROL));
    expect(phone.received[0]).toMatchObject({ type: 'authenticated', reconnected: true });
  });

  it('a phone that is refused hears an error', async () => {
    const phone = await rig.open();
    phone.send({ type: 'authenticate', token: 'none', session_id: 'desk' });
    await phone.closed;
    expect(phone.received.map(({ type }) => type)).toEqual(['error']);
  });
});

describe('a phone without a session_id', () => {
  it('that is back adopts what was dropped, and is told of a call that ended meanwhile', async () => {
    const [mine, his] = await call(await rig.connect(ALICE, { session_id: undefined }), await rig.connect(BOB));
    await rig.drop(mine.phone, ALICE);
    control().hangup({ call: mine.callId });
    await endsAs(his, 'hangup');
    await endsAs({ ...mine, phone: await rig.connect(ALICE, { session_id: undefined }) }, 'hangup');
  });

  it('never gets what a phone with one has left', async () => {
    const [mine] = await talking();
    await rig.drop(mine.phone, ALICE);
    const other = await rig.connect(ALICE, { session_id: undefined });
    await settled(other);
    expect(other.received.map(({ type }) => type)).not.toContain('call.restored');
    await told({ ...mine, phone: await rig.connect(ALICE, { session_id: 'desk' }) }, 'call.restored');
  });
});
