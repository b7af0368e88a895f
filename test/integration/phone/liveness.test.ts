import { expect, it, vi } from 'vitest';
import { next, nodePhone } from '../../support/node-phone.js';
import { stubPage } from '../../support/stub-page.js';
import { useTestbed } from '../../support/testbed.js';

const bed = useTestbed();

it('a socket that died in silence is found, and the phone comes back on another', async () => {
  const { phone, id } = await nodePhone(bed, 0);
  const fire = stubPage();
  await phone.connect();
  vi.unstubAllGlobals();
  bed.sandbox.control.freeze({ user: id });
  const [lost, back] = [next(phone, 'disconnected', 8000), next(phone, 'reconnected', 10_000)];
  fire('online');
  expect((await lost)[0]).toMatchObject({ code: 'transport_closed' });
  await back;
  expect(phone.isConnected).toBe(true);
});

it('a network that is back ends the wait for the next try', async () => {
  const { phone, id } = await nodePhone(bed, 0);
  const fire = stubPage();
  await phone.connect();
  vi.unstubAllGlobals();
  bed.sandbox.control.refuse({ times: 2 });
  bed.sandbox.control.drop({ user: id, how: 'cut' });
  const attempts: number[] = [];
  let hurriedAt = 0;
  phone.on('reconnecting', ({ attempt }) => {
    attempts.push(attempt);
    if (attempt < 3) return;
    hurriedAt = Date.now();
    fire('online');
  });
  await next(phone, 'reconnected', 10_000);
  expect(attempts).toEqual([1, 2, 3]);
  // The third wait takes 2 s at least.
  expect(Date.now() - hurriedAt).toBeLessThan(1500);
});
