import { describe, expect, it } from 'vitest';
import {
  ALICE,
  BOB,
  CAROL,
  dial,
  endsAs,
  newReqId,
  refused,
  rings,
  settled,
  silentOffer,
  story,
  told,
  useCallRig,
} from '../../support/call-rig.js';
import { restCall } from '../../support/rest-call.js';
import type { WirePhone } from '../../support/wire-phone.js';

const rig = useCallRig();
const { bed } = rig;

/** A call that the service refuses before it dials: an error with the req_id, and no call. */
async function refusedToDial(
  phone: WirePhone,
  code: Parameters<typeof refused>[1],
  destination: string,
  caller_id?: string,
) {
  const req_id = newReqId();
  phone.send({ type: 'call.create', req_id, destination, sdp: silentOffer(), ...(caller_id && { caller_id }) });
  const error = await refused(phone, code, { req_id });
  await settled(phone);
  expect(phone.received.map(({ type }) => type)).not.toContain('call.trying');
  return error;
}

describe('a destination', () => {
  it.each([
    '102',
    '+14155550102',
    '+1 (415) 555-0102',
    '+1.415.555.0102',
    '1-0-2',
    '(102)',
    ' 102 ',
    `102${' '.repeat(61)}`,
  ])('may be written %j: it reaches Bob', async (destination) => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await dial(alice, destination);
    expect((await rings(bob)).incoming.to).toBe('+14155550102');
  });

  it.each(['*97', '#31#', '0', '9'.repeat(32)])(
    'may be a short code or a long extension (%s): that nobody has it, is told later',
    async (destination) => {
      const outbound = await dial(await rig.connect(ALICE), destination);
      await endsAs(outbound, 'failed', { duration_seconds: null });
      expect(story(outbound)).toEqual(['trying', 'ended failed']);
    },
  );

  it.each([
    'bob',
    '102a',
    'tel:102',
    'sip:bob@example.com',
    '+',
    '++14155550102',
    '1+4155550102',
    '+0123456789',
    '+1415555010212345',
    '+*97',
    '9'.repeat(33),
    '()',
    '10\t2',
    '1\u00a002',
    '１０２',
    '102;ext=1',
  ])('may not be %j: invalid_message, and no call', async (destination) => {
    await refusedToDial(await rig.connect(ALICE), 'invalid_message', destination);
  });

  it.each(['', '1'.repeat(65)])(
    'breaks the contract when it is empty or longer than 64 characters: %j',
    async (destination) => {
      bed.tap.expectViolation(/client: call.create: .*destination/);
      await refusedToDial(await rig.connect(ALICE), 'invalid_message', destination);
    },
  );

  it('that is a number nobody has, ends failed after call.trying', async () => {
    const outbound = await dial(await rig.connect(ALICE), '555');
    await endsAs(outbound, 'failed', { duration_seconds: null });
    await settled(outbound.phone);
    expect(story(outbound)).toEqual(['trying', 'ended failed']);
  });
});

describe('caller_id', () => {
  it('is what the called party sees, when it is one of the account’s', async () => {
    const [alice, bob] = [await rig.connect(ALICE), await rig.connect(BOB)];
    await dial(alice, '102', { caller_id: '+14155550103' });
    expect((await rings(bob)).incoming).toMatchObject({ from: '+14155550103', to: '+14155550102' });
  });

  it.each(['+14155559999', '101', 'anonymous'])(
    '%s is not one of the account’s: call_failed, and no call',
    async (callerId) => {
      await refusedToDial(await rig.connect(ALICE), 'call_failed', '102', callerId);
    },
  );
});

describe('the emergency gate', () => {
  const address = { street: '1 Market Street', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' };

  it.each(['+442079460000', '+12125550100', '+1 212 555-0101'])(
    'is on %s, a call to the public network',
    async (destination) => {
      await refusedToDial(await rig.connect(CAROL), 'emergency_address_required', destination);
    },
  );

  it.each(['911', '933', '9-1-1'])('is not on %s', async (destination) => {
    const outbound = await dial(await rig.connect(CAROL), destination);
    await told(outbound, 'call.answered');
  });

  it('is not on extensions, nor on the sandbox’s services', async () => {
    const [carol, bob] = [await rig.connect(CAROL), await rig.connect(BOB)];
    await dial(carol, '102');
    await rings(bob);
    await told(await dial(carol, '600'), 'call.answered');
  });

  it('is on the target of a transfer, too: the call stays as it was', async () => {
    const outbound = await dial(await rig.connect(CAROL), '600');
    await told(outbound, 'call.answered');
    outbound.phone.send({ type: 'call.transfer', req_id: 'r1', call_id: outbound.callId, destination: '+12125550100' });
    await refused(outbound.phone, 'emergency_address_required', { req_id: 'r1', call_id: outbound.callId });
    await settled(outbound.phone);
    expect(story(outbound)).toEqual(['trying', 'ringing', 'answered']);
  });

  it('opens at once when an address is saved, for that user', async () => {
    const [bob, alice] = [await rig.connect(BOB), await rig.connect(ALICE)];
    await restCall(bed, 'POST /v1/me/emergency-address', {
      credential: await bed.sandbox.createToken(bed.sandbox.users[BOB]?.id ?? ''),
      body: address,
    });
    await told(await dial(bob, '+12125550100'), 'call.answered');
    await refusedToDial(alice, 'emergency_address_required', '+12125550100');
  });
});
