import { expect, it } from 'vitest';
import { SessionIdentity } from '../../../src/webrtc/session-identity.js';

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

it('is new, and stays the same', () => {
  const identity = new SessionIdentity(storage(), 'user_1');
  expect(identity.id).toMatch(/^[0-9a-f]{32}$/);
  expect(identity.id).toBe(identity.id);
  expect(identity.takeInherited()).toBeUndefined();
  expect(new SessionIdentity(storage(), 'user_1').id).not.toBe(identity.id);
});

it('is taken over from the page before, once', () => {
  const shared = storage();
  const before = new SessionIdentity(shared, 'user_1');
  before.keep(['call_1', 'call_2']);
  const after = new SessionIdentity(shared, 'user_1');
  expect([after.id, after.takeInherited()]).toEqual([before.id, ['call_1', 'call_2']]);
  expect(after.takeInherited()).toBeUndefined();
  expect(shared.kept.size).toBe(0);
  expect(new SessionIdentity(shared, 'user_1').id).not.toBe(before.id);
});

it('is not that of another user', () => {
  const shared = storage();
  const before = new SessionIdentity(shared, 'user_1');
  before.keep([]);
  expect(new SessionIdentity(shared, 'user_2').id).not.toBe(before.id);
});

it('is forgotten when the page is back', () => {
  const shared = storage();
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
