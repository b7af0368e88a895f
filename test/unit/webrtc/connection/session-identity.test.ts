import { expect, it } from 'vitest';
import { SessionIdentity } from '../../../../src/webrtc/connection/session-identity.js';
import { memoryStorage } from '../../../support/memory-storage.js';

it('is new, and stays the same', () => {
  const identity = new SessionIdentity(memoryStorage(), 'user_1');
  expect(identity.id).toMatch(/^[0-9a-f]{32}$/);
  expect(identity.id).toBe(identity.id);
  expect(identity.takeInherited()).toBeUndefined();
  expect(new SessionIdentity(memoryStorage(), 'user_1').id).not.toBe(identity.id);
});

it('is taken over from the page before, once', () => {
  const shared = memoryStorage();
  const before = new SessionIdentity(shared, 'user_1');
  before.keep(['call_1', 'call_2']);
  const after = new SessionIdentity(shared, 'user_1');
  expect([after.id, after.takeInherited()]).toEqual([before.id, ['call_1', 'call_2']]);
  expect(after.takeInherited()).toBeUndefined();
  expect(shared.kept.size).toBe(0);
  expect(new SessionIdentity(shared, 'user_1').id).not.toBe(before.id);
});

it('is not that of another user', () => {
  const shared = memoryStorage();
  const before = new SessionIdentity(shared, 'user_1');
  before.keep([]);
  expect(new SessionIdentity(shared, 'user_2').id).not.toBe(before.id);
});

it('is forgotten when the page is back', () => {
  const shared = memoryStorage();
  const identity = new SessionIdentity(shared, 'user_1');
  identity.keep([]);
  identity.forget();
  expect(shared.kept.size).toBe(0);
});

const blocked = () => {
  throw new DOMException('blocked', 'SecurityError');
};

it.each([
  ['is blocked', { getItem: blocked, setItem: blocked, removeItem: blocked }],
  ['is missing', undefined],
])('is made anew where the storage %s', (_, absent) => {
  const identity = new SessionIdentity(absent, 'user_1');
  identity.keep([]);
  identity.forget();
  expect(identity.id).toMatch(/^[0-9a-f]{32}$/);
  expect(identity.takeInherited()).toBeUndefined();
});
