import { expect, it } from 'vitest';
import { nodePhone } from '../../support/node-phone.js';
import { useTestbed } from '../../support/testbed.js';

const bed = useTestbed();
const ADDRESS = { street: '1 Market Street', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' };

it('is null when none is set', async () => {
  const { phone } = await nodePhone(bed, 0);
  expect(await phone.getEmergencyAddress()).toBeNull();
});

it('is what was set', async () => {
  const { phone } = await nodePhone(bed, 1);
  const address = await phone.setEmergencyAddress({ ...ADDRESS, street2: 'Floor 3' });
  expect(address).toEqual({
    ...ADDRESS,
    street2: 'Floor 3',
    id: expect.stringMatching(/^emerg_/),
    validatedAt: expect.stringMatching(/^\d{4}-/),
  });
  expect(await phone.getEmergencyAddress()).toEqual(address);
});

it('is presented at connection once it is known', async () => {
  const { phone } = await nodePhone(bed, 2);
  const { id } = await phone.setEmergencyAddress(ADDRESS);
  await phone.connect();
  const said = bed.tap.frames.findLast(({ message }) => message.type === 'authenticate')?.message;
  expect(said).toMatchObject({ emergency_address_id: id });
});

it('that matches no civic address is refused with suggestions', async () => {
  const { phone } = await nodePhone(bed, 0);
  await expect(phone.setEmergencyAddress({ ...ADDRESS, street: 'Market Street' })).rejects.toMatchObject({
    code: 'invalid_message',
    context: { suggestions: [{ street: '1 Market Street', city: 'San Francisco' }] },
  });
});

it('network.changed comes when the phone presents an address that is unknown', async () => {
  const { phone } = await nodePhone(bed, 0, { emergencyAddressId: 'emerg_of_another_time' });
  const changed = new Promise<void>((resolve) => phone.once('network.changed', resolve));
  await phone.connect();
  await changed;
});
