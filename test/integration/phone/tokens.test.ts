import { describe, expect, it, vi } from 'vitest';
import { next, nodePhone } from '../../support/node-phone.js';
import { useTestbed } from '../../support/testbed.js';

const bed = useTestbed();

describe('onTokenExpiring', () => {
  it('is asked before the token ends, and the new one is swapped in place', async () => {
    const id = bed.sandbox.users[0]?.id ?? '';
    const onTokenExpiring = vi.fn(() => bed.sandbox.createToken(id, 3600));
    const { phone } = await nodePhone(bed, 0, { token: await bed.sandbox.createToken(id, 2), onTokenExpiring });
    const ends: unknown[] = [];
    phone.on('disconnected', (error) => ends.push(error));
    await phone.connect();
    await expect.poll(() => bed.tap.frames.some(({ message }) => message.type === 'auth.refreshed')).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect([phone.isConnected, ends, onTokenExpiring.mock.calls.length]).toEqual([true, [], 1]);
  });

  it('is asked first when the token has expired before the connection', async () => {
    const id = bed.sandbox.users[0]?.id ?? '';
    const token = await bed.sandbox.createToken(id, 1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const onTokenExpiring = vi.fn(() => bed.sandbox.createToken(id));
    const { phone } = await nodePhone(bed, 0, { token, onTokenExpiring });
    await phone.connect();
    expect([phone.isConnected, onTokenExpiring.mock.calls.length]).toEqual([true, 1]);
  });

  it('that fails is reported, and it is over with auth_expired once the token ends', async () => {
    const id = bed.sandbox.users[0]?.id ?? '';
    const onTokenExpiring = () => Promise.reject(new Error('the backend is down'));
    const { phone } = await nodePhone(bed, 0, { token: await bed.sandbox.createToken(id, 3), onTokenExpiring });
    const errors: { code: string; fatal: boolean }[] = [];
    phone.on('error', ({ code, fatal }) => errors.push({ code, fatal }));
    await phone.connect();
    const [error] = await next(phone, 'disconnected');
    expect(error).toMatchObject({ code: 'auth_expired', fatal: true });
    expect(errors[0]).toEqual({ code: 'auth_expired', fatal: false });
  });
});

describe('an expired token without onTokenExpiring', () => {
  it('ends the connection for good, with one fatal error', async () => {
    const id = bed.sandbox.users[0]?.id ?? '';
    const { phone } = await nodePhone(bed, 0, { token: await bed.sandbox.createToken(id, 1) });
    const told: string[] = [];
    phone.on('error', ({ code, fatal }) => told.push(`error ${code} ${fatal}`));
    phone.on('disconnected', () => told.push('disconnected'));
    phone.on('reconnecting', () => told.push('reconnecting'));
    await phone.connect();
    await next(phone, 'disconnected');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told).toEqual(['error auth_expired true', 'disconnected']);
  });
});

it('a revoked phone is disconnected when it next dials, with one fatal error and no reconnect', async () => {
  const { phone, id } = await nodePhone(bed, 0);
  await phone.connect();
  await fetch(`${bed.apiBaseUrl}/v1/users/${id}/revoke_sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bed.sandbox.apiKey}`, 'Content-Type': 'application/json' },
    body: '{}',
  });
  const told: string[] = [];
  phone.on('error', ({ code, fatal }) => told.push(`error ${code} ${fatal}`));
  phone.on('disconnected', () => told.push('disconnected'));
  phone.on('reconnecting', () => told.push('reconnecting'));
  await expect(phone.call('600')).rejects.toMatchObject({ code: 'session_revoked' });
  expect(told).toEqual(['error session_revoked true', 'disconnected']);
});
