import { expect, it } from 'vitest';
import { SessionIdentity } from '../../../../src/webrtc/connection/session-identity.js';
import { memoryStorage } from '../../../support/memory-storage.js';

const KEY = 'dialstack.session.user_1';
/** A name that is made, not read. */
const MADE = /^\d+(-\d+){3}$/;
const CALLS = [
  { id: 'call_1', muted: false },
  { id: 'call_2', muted: true },
];

/** The identity of the page after the one that wrote this storage, which has begun to connect. */
function claimed(storage: ReturnType<typeof memoryStorage>, user = 'user_1'): SessionIdentity {
  const identity = new SessionIdentity(storage, user);
  identity.claim();
  return identity;
}

/** A storage as a page with two calls leaves it. */
function left() {
  const storage = memoryStorage();
  const before = claimed(storage);
  before.keep(CALLS);
  return { storage, id: before.id };
}

it('is new, and stays the same', () => {
  const identity = claimed(memoryStorage());
  expect(identity.id).toMatch(MADE);
  expect(identity.id).toBe(identity.id);
  expect(identity.takeKept()).toBeUndefined();
  expect(claimed(memoryStorage()).id).not.toBe(identity.id);
});

it('is taken over from the page before, with its calls and whether they were muted, once', () => {
  const { storage, id } = left();
  const after = claimed(storage);
  expect([after.id, after.takeKept()]).toEqual([id, CALLS]);
  expect(after.takeKept()).toBeUndefined();
  expect(storage.kept.size).toBe(0);
  expect(claimed(storage).id).not.toBe(id);
});

it('is not that of another user', () => {
  const { storage, id } = left();
  expect(claimed(storage, 'user_2').id).not.toBe(id);
});

it('is forgotten when the page is back', () => {
  const { storage, id } = left();
  new SessionIdentity(storage, 'user_1').forget();
  expect(claimed(storage).id).not.toBe(id);
});

it('is not read before a connection is to be made', () => {
  const { storage } = left();
  new SessionIdentity(storage, 'user_1');
  expect(storage.kept.size).toBe(1);
});

it('is written back with its calls by a page that hides before it was connected', () => {
  const { storage, id } = left();
  claimed(storage).keep([]);
  const after = claimed(storage);
  expect([after.id, after.takeKept()]).toEqual([id, CALLS]);
});

it('is there again when no connection came about, for this phone and for another', () => {
  const { storage, id } = left();
  const failed = claimed(storage);
  failed.release();
  expect(storage.kept.size).toBe(1);
  failed.claim();
  expect(failed.id).toBe(id);
  failed.release();
  const after = claimed(storage);
  expect([after.id, after.takeKept()]).toEqual([id, CALLS]);
  failed.claim();
  expect(failed.id).not.toBe(id);
});

it('is not given back once a connection came about', () => {
  const { storage, id } = left();
  const identity = claimed(storage);
  identity.takeKept();
  identity.release();
  expect([storage.kept.size, identity.id]).toEqual([0, id]);
  identity.claim();
  expect(identity.id).toBe(id);
});

it.each([
  '',
  'phone-1 call_1',
  'null',
  '7',
  '[]',
  '{}',
  '{"id":"phone-1"}',
  '{"id":"","calls":[]}',
  '{"id":7,"calls":[]}',
  '{"id":"phone-1","calls":{}}',
  JSON.stringify({ id: 'x'.repeat(129), calls: [] }),
])('is made anew where the storage has no such thing: %j', (text) => {
  const identity = claimed(memoryStorage({ [KEY]: text }));
  expect(identity.id).toMatch(MADE);
  expect(identity.takeKept()).toBeUndefined();
});

it('takes over no call that is none, and no more than a phone has', () => {
  const none = [null, 7, 'call_1', {}, { id: 'call_1' }, { id: 7, muted: false }, { id: '', muted: true }, [[]]];
  const entry = { id: 'phone-1', calls: [...none, { id: 'call_1', muted: true }] };
  expect(claimed(memoryStorage({ [KEY]: JSON.stringify(entry) })).takeKept()).toEqual([{ id: 'call_1', muted: true }]);
  const many = Array.from({ length: 1000 }, (_, n) => ({ id: `call_${n}`, muted: false }));
  const flood = JSON.stringify({ id: 'phone-1', calls: many });
  expect(claimed(memoryStorage({ [KEY]: flood })).takeKept()).toHaveLength(50);
});

const blocked = () => {
  throw new DOMException('blocked', 'SecurityError');
};

it.each([
  ['is blocked', { getItem: blocked, setItem: blocked, removeItem: blocked }],
  ['is missing', undefined],
])('is made anew where the storage %s', (_, absent) => {
  const identity = new SessionIdentity(absent, 'user_1');
  identity.claim();
  identity.keep([]);
  identity.forget();
  expect(identity.id).toMatch(MADE);
  expect(identity.takeKept()).toBeUndefined();
});
