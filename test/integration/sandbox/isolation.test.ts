import { describe, expect, it } from 'vitest';
import { NodePhoneMedia } from '../../support/audio/node-phone-media.js';
import { useTestbed } from '../../support/testbed.js';
import { WirePhone } from '../../support/wire-phone.js';

const bed = useTestbed();
const olga = () => bed.sandbox.otherAccount.users[0] ?? { id: '', extension: '', number: '' };

/** What becomes of a call: how it ends. */
async function endOf(phone: WirePhone, destination: string): Promise<string> {
  const media = new NodePhoneMedia();
  phone.send({ type: 'call.create', req_id: destination, destination, sdp: await media.offer() });
  const { call_id } = await phone.next('call.trying', ({ req_id }) => req_id === destination);
  const { reason } = await phone.next('call.ended', (ended) => ended.call_id === call_id);
  await media.close();
  return reason;
}

describe('an account', () => {
  it('sees no user of another in its directory', async () => {
    const token = await bed.sandbox.createToken(olga().id);
    const response = await fetch(`${bed.apiBaseUrl}/v1/me/directory`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { data } = (await response.json()) as { data: { display_name: string }[] };
    expect(data.map(({ display_name }) => display_name)).toEqual(['Olga Other', 'Omar Other']);
  });

  it('cannot watch the presence of another’s users, nor is told of it', async () => {
    const phone = await WirePhone.connect(bed, olga().id);
    const alice = bed.sandbox.users[0]?.id ?? '';
    phone.send({ type: 'presence.subscribe', req_id: 'named', users: [alice] });
    expect(await phone.next('error')).toMatchObject({
      code: 'presence_unavailable',
      req_id: 'named',
      context: { users: [alice] },
    });
    phone.send({ type: 'presence.subscribe', req_id: 'all' });
    expect((await phone.next('presence.list')).users.map(({ name }) => name)).toEqual(['Olga Other', 'Omar Other']);
    const aliceHere = await WirePhone.connect(bed);
    await phone.settled();
    expect(phone.received.filter(({ type }) => type === 'presence.update')).toEqual([]);
    await Promise.all([phone.close(), aliceHere.close()]);
  });

  it('reaches its own users by extension, and nobody of another by number', async () => {
    const [phone, alice] = [await WirePhone.connect(bed, olga().id), await WirePhone.connect(bed)];
    expect(await endOf(phone, '101')).toBe('no-answer'); // Olga herself, who has no other phone.
    expect(await endOf(phone, '103')).toBe('failed'); // Carol's extension is Carol's account's.
    expect(alice.received.filter(({ type }) => type === 'call.incoming')).toEqual([]);
    await Promise.all([phone.close(), alice.close()]);
  });

  it('cannot show a number of another as its own', async () => {
    const phone = await WirePhone.connect(bed, olga().id);
    const media = new NodePhoneMedia();
    const caller_id = bed.sandbox.users[0]?.number ?? '';
    phone.send({ type: 'call.create', req_id: 'c', destination: '102', sdp: await media.offer(), caller_id });
    expect(await phone.next('error')).toMatchObject({ code: 'call_failed', req_id: 'c' });
    await media.close();
    await phone.close();
  });

  it('cannot touch a call of another', async () => {
    const [alice, phone] = [await WirePhone.connect(bed), await WirePhone.connect(bed, olga().id)];
    const media = new NodePhoneMedia();
    alice.send({ type: 'call.create', destination: '604', sdp: await media.offer() });
    const { call_id } = await alice.next('call.trying');
    phone.send({ type: 'call.hangup', call_id });
    expect(await phone.next('error')).toMatchObject({ code: 'call_not_found', call_id });
    await alice.settled();
    expect(alice.received.filter(({ type }) => type === 'call.ended')).toEqual([]);
    await Promise.all([alice.close(), phone.close(), media.close()]);
  });
});
