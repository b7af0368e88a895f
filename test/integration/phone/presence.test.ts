import { describe, expect, it } from 'vitest';
import { next, nodePhone } from '../../support/node-phone.js';
import { useTestbed } from '../../support/testbed.js';

const bed = useTestbed();

describe('subscribePresence()', () => {
  it('gives a snapshot of everybody, then each change', async () => {
    const { phone: alice } = await nodePhone(bed, 0);
    const { phone: bob, id } = await nodePhone(bed, 1);
    await alice.connect();
    alice.subscribePresence();
    const [entries] = await next(alice, 'presenceList');
    expect(entries.map(({ name, status }) => [name, status])).toEqual([
      ['Alice Example', 'available'],
      ['Bob Example', 'offline'],
      ['Carol Example', 'offline'],
    ]);
    const update = next(alice, 'presenceUpdate');
    await bob.connect();
    expect((await update)[0]).toEqual({
      userId: id,
      status: 'available',
      statusText: null,
      updatedAt: expect.stringMatching(/^\d{4}-/),
    });
  });

  it('watches named users only', async () => {
    const { phone: alice } = await nodePhone(bed, 0);
    const { id } = await nodePhone(bed, 1);
    await alice.connect();
    alice.subscribePresence([id]);
    const [entries] = await next(alice, 'presenceList');
    expect(entries.map(({ userId }) => userId)).toEqual([id]);
  });

  it('is taken up again after a drop', async () => {
    const { phone } = await nodePhone(bed, 0);
    await phone.connect();
    phone.subscribePresence();
    await next(phone, 'presenceList');
    const list = next(phone, 'presenceList');
    bed.tap.cut();
    expect((await list)[0]).toHaveLength(3);
  });

  it('reports users that cannot be watched, by id', async () => {
    const { phone } = await nodePhone(bed, 0);
    await phone.connect();
    phone.subscribePresence(['user_of_somebody_else']);
    const [error] = await next(phone, 'error');
    expect(error).toMatchObject({
      code: 'presence_unavailable',
      context: { users: ['user_of_somebody_else'] },
      fatal: false,
    });
  });

  it.each([
    ['nobody', []],
    ['101 users', Array.from({ length: 101 }, (_, n) => `user_${n}`)],
  ])('refuses %s before it sends', async (_, users) => {
    const { phone } = await nodePhone(bed, 0);
    await phone.connect();
    expect(() => phone.subscribePresence(users)).toThrow(expect.objectContaining({ code: 'invalid_message' }));
  });

  it('refuses a phone that is not connected', async () => {
    const { phone } = await nodePhone(bed, 0);
    expect(() => phone.subscribePresence()).toThrow(expect.objectContaining({ code: 'transport_closed' }));
  });
});

describe('setPresence()', () => {
  it('is seen by others, with its text, and kept', async () => {
    const { phone: alice } = await nodePhone(bed, 0);
    const { phone: bob, id } = await nodePhone(bed, 1);
    await Promise.all([alice.connect(), bob.connect()]);
    alice.subscribePresence([id]);
    await next(alice, 'presenceList');
    const update = next(alice, 'presenceUpdate');
    await bob.setPresence('dnd', 'Back at two');
    expect((await update)[0]).toMatchObject({ userId: id, status: 'dnd', statusText: 'Back at two' });
    expect(await bob.getPresence()).toMatchObject({ status: 'dnd', statusText: 'Back at two' });
    await bob.setPresence('available');
    expect(await bob.getPresence()).toMatchObject({ status: 'available', statusText: null });
  });

  it('rejects a text that is too long', async () => {
    const { phone } = await nodePhone(bed, 0);
    bed.tap.expectViolation(/setPresence request/);
    await expect(phone.setPresence('away', 'x'.repeat(141))).rejects.toMatchObject({
      code: 'invalid_message',
      message: expect.stringMatching(/140/),
    });
  });
});

it('listDirectory() walks the account page by page', async () => {
  const { phone } = await nodePhone(bed, 0);
  const first = await phone.listDirectory({ limit: 2 });
  expect(first.users.map(({ displayName }) => displayName)).toEqual(['Alice Example', 'Bob Example']);
  const second = await phone.listDirectory({ limit: 2, page: first.nextPage ?? '' });
  expect(second).toMatchObject({ users: [{ displayName: 'Carol Example' }], nextPage: null });
});
