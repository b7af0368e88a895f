import { expect, it, vi } from 'vitest';
import { memoryStorage } from '../../support/memory-storage.js';
import { usePhoneBench } from '../../support/phone-bench.js';
import { stubPage } from '../../support/stub-page.js';

const bench = usePhoneBench();

const TOKEN = `e30.${btoa(JSON.stringify({ sub: 'user_1', exp: 4_000_000_000, claim: 'secret' }))}.secret-signature`;

it('a page that goes away in a call leaves the names of phone and call, and whether it was muted or held: no token, no number', async () => {
  const storage = memoryStorage();
  const fire = stubPage();
  const { phone, call } = await bench.active('call_1', { token: TOKEN, platform: { storage } });
  call.mute();
  expect([...storage.kept]).toEqual([]);
  fire('pagehide');
  expect([...storage.kept.keys()]).toEqual(['dialstack.session.user_1']);
  const text = storage.kept.get('dialstack.session.user_1') ?? '';
  const { session_id: id } = bench.socket.last('authenticate');
  expect(JSON.parse(text)).toEqual({ id, calls: [{ id: 'call_1', muted: true, held: false }] });
  expect(text).not.toContain('secret');
  phone.disconnect();
});

it('nothing stays in the storage once the next page has connected, nor of a phone that left before its page went', async () => {
  const storage = memoryStorage();
  const fire = stubPage();
  const { phone } = await bench.active('call_1', { token: TOKEN, platform: { storage } });
  fire('pagehide');
  expect(storage.kept.size).toBe(1);
  phone.disconnect();
  const again = bench.phone({ token: TOKEN, platform: { storage } });
  await bench.settle(again.connect());
  expect(storage.kept.size).toBe(0);
  again.disconnect();
  fire('pagehide');
  expect(storage.kept.size).toBe(0);
});

it('no other place of the browser is touched: no local storage, database, cache or cookie', async () => {
  const touched: string[] = [];
  const watched = (place: string) =>
    new Proxy({}, { get: (_, key) => touched.push(`${place} ${String(key)}`), set: () => touched.push(place) > 0 });
  for (const place of ['localStorage', 'indexedDB', 'caches', 'cookieStore']) vi.stubGlobal(place, watched(place));
  const fire = stubPage();
  const page = { addEventListener: () => {}, hidden: false };
  vi.stubGlobal('document', Object.defineProperty(page, 'cookie', { set: () => touched.push('cookie') }));
  const { phone, call } = await bench.active('call_1', { token: TOKEN, platform: { storage: memoryStorage() } });
  call.mute();
  fire('pagehide');
  call.hangup();
  phone.disconnect();
  await bench.pass(100);
  expect(touched).toEqual([]);
});
