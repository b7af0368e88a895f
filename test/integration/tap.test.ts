import { expect, it } from 'vitest';
import { useTestbed } from '../support/testbed.js';
import { WirePhone } from '../support/wire-phone.js';

const bed = useTestbed();

it('sees the frames of both sides', async () => {
  const phone = await WirePhone.connect(bed);
  phone.send({ type: 'ping', req_id: 'p' });
  await phone.next('pong');
  expect(bed.tap.frames.map(({ from, message }) => `${from} ${message.type}`)).toEqual([
    'client authenticate',
    'server authenticated',
    'client ping',
    'server pong',
  ]);
  await phone.close();
});

it('notices a bad frame of the client', async () => {
  const phone = await WirePhone.connect(bed);
  phone.sendRaw({ type: 'ping', req_id: 7 });
  await phone.next('error');
  expect(bed.tap.takeViolations()).toEqual([expect.stringMatching(/client: ping.*must be string/)]);
  await phone.close();
});

it('notices an unknown field', async () => {
  const phone = await WirePhone.connect(bed);
  phone.sendRaw({ type: 'ping', reqId: 'p' });
  await phone.next('pong');
  expect(bed.tap.takeViolations()).toEqual([expect.stringMatching(/additional properties/)]);
  await phone.close();
});

it('notices an expected violation that does not come', async () => {
  bed.tap.expectViolation(/never/);
  expect(bed.tap.takeViolations()).toEqual([expect.stringMatching(/did not come/)]);
});

it('checks REST bodies', async () => {
  await fetch(`${bed.apiBaseUrl}/v1/user_sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bed.sandbox.apiKey}` },
    body: JSON.stringify({ user: 7 }),
  });
  expect(bed.tap.takeViolations()).toEqual([expect.stringMatching(/createUserSession request/)]);
});
