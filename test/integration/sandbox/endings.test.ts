import { describe, expect, it } from 'vitest';
import { limits } from '../../../generated/v1/protocol.js';
import { until } from '../../support/audio/until.js';
import { ALICE, BOB, endsConnection, useCallRig } from '../../support/call-rig.js';
import { restCall } from '../../support/rest-call.js';
import { WirePhone } from '../../support/wire-phone.js';

const rig = useCallRig();
const { bed } = rig;

describe('4409 session_replaced', () => {
  it('closes the older socket when the session_id authenticates again', async () => {
    const older = await rig.connect(ALICE, { session_id: 'desk' });
    const newer = await rig.connect(ALICE, { session_id: 'desk' });
    await endsConnection(older, 'session_replaced', 4409);
    await newer.settled();
  });

  it('is not for the same session_id of another user', async () => {
    const [alice, bob] = [
      await rig.connect(ALICE, { session_id: 'desk' }),
      await rig.connect(BOB, { session_id: 'desk' }),
    ];
    await alice.settled();
    await bob.settled();
  });
});

describe('4429 session_limit', () => {
  it('closes the sixth phone of a user, with a wait; the five stay', async () => {
    const phones = await Promise.all(Array.from({ length: limits.sessionsPerUser }, () => rig.connect(ALICE)));
    const sixth = await rig.open();
    sixth.send({
      type: 'authenticate',
      req_id: 'r1',
      session_id: 'sixth',
      token: await bed.sandbox.createToken(bed.sandbox.users[ALICE]?.id ?? ''),
    });
    await endsConnection(sixth, 'session_limit', 4429, { req_id: 'r1', retry_after_seconds: expect.any(Number) });
    for (const phone of phones) await phone.settled();
    await rig.connect(BOB);
  });

  it('lets a phone in once another has left', async () => {
    const phones = await Promise.all(Array.from({ length: limits.sessionsPerUser }, () => rig.connect(ALICE)));
    await phones[0]?.close();
    await rig.connect(ALICE);
  });

  it('does not keep a phone from taking its own session over', async () => {
    const [first] = await Promise.all(
      Array.from({ length: limits.sessionsPerUser }, (_, n) => rig.connect(ALICE, { session_id: `phone-${n}` })),
    );
    await rig.connect(ALICE, { session_id: 'phone-0' });
    if (!first) throw new Error('there is a first phone');
    await endsConnection(first, 'session_replaced', 4409);
  });
});

describe('4431 slow_consumer', () => {
  it('closes a client that does not read what it is sent', async () => {
    // A long presence list fills the buffers on the way soon.
    const credential = bed.sandbox.apiKey;
    const headers = { 'DialStack-Account': bed.sandbox.accountId };
    const name = 'N'.repeat(250);
    await Promise.all(
      Array.from({ length: 200 }, () => restCall(bed, 'POST /v1/users', { credential, headers, body: { name } })),
    );
    const phone = await rig.connect(ALICE);
    phone.socket.pause();
    const cutOff = () => bed.log.some((line) => line.includes('slow_consumer'));
    for (let n = 0; n < 1000 && !cutOff(); n++) {
      phone.send({ type: 'presence.subscribe' });
      if (n % 10 === 0) await new Promise(setImmediate);
    }
    await until('the service to give up', cutOff);
    phone.socket.resume();
    await endsConnection(phone, 'slow_consumer', 4431);
  });
});

describe('1000', () => {
  it('is how a client leaves', async () => {
    const phone = await WirePhone.connect(bed);
    phone.socket.close(1000);
    expect((await phone.closed).code).toBe(1000);
    expect(phone.received.map(({ type }) => type)).toEqual(['authenticated']);
  });
});
