import { expect, it, vi } from 'vitest';
import { reactive, ref, shallowRef } from 'vue';
import type { DialStackPhone } from '../../../src/webrtc/index.js';
import { usePhoneBench } from '../../support/phone-bench.js';

const bench = usePhoneBench();

it.each<[string, (phone: DialStackPhone) => DialStackPhone]>([
  ['a proxy without traps', (phone) => new Proxy(phone, {})],
  ['Vue’s ref', (phone) => ref(phone).value as DialStackPhone],
  ['Vue’s shallowRef', (phone) => shallowRef(phone).value],
  ['Vue’s reactive', (phone) => reactive(phone) as DialStackPhone],
  ['Vue’s reactive, deep in a store', (phone) => reactive({ store: { phone } }).store.phone as DialStackPhone],
])('a phone in %s connects, calls, mutes, hangs up and leaves', async (_, wrap) => {
  const phone = wrap(bench.phone());
  const told: string[] = [];
  phone.on('connected', () => told.push('connected'));
  phone.once('disconnected', () => told.push('disconnected'));
  await bench.settle(phone.connect());
  expect(phone.isConnected).toBe(true);
  bench.acceptCalls('call_1', 'call_2');
  await bench.settle(phone.call('101'));
  const [call] = phone.activeCalls;
  call?.mute();
  expect([call?.isMuted, call?.state, phone.getCall('call_1')?.isMuted]).toEqual([true, 'trying', true]);
  call?.on('ended', (reason) => told.push(`ended ${reason}`));
  bench.service.on('call.hangup', ({ call_id }, socket) =>
    socket.say({ type: 'call.ended', call_id, reason: 'hangup', duration_seconds: null }),
  );
  phone.activeCalls[0]?.hangup();
  await bench.pass(20);
  phone.subscribePresence(['user_1']);
  phone.disconnect();
  expect(told).toEqual(['connected', 'ended hangup', 'disconnected']);
});

it('an incoming call that a framework keeps is answered and held', async () => {
  const store = reactive<{ calls: unknown[] }>({ calls: [] });
  const phone = await bench.connected();
  phone.on('incoming', (call) => store.calls.push(call));
  bench.ring('call_1');
  await bench.pass(20);
  const [call] = store.calls as ReturnType<DialStackPhone['getCall']>[];
  call?.answer();
  bench.socket.say({ type: 'call.answered', call_id: 'call_1' });
  await bench.pass(300);
  call?.hold();
  await bench.pass(20);
  expect([call?.state, bench.socket.types.includes('call.hold')]).toEqual(['active', true]);
});

it('the methods of a phone and a call can be passed on by themselves', async () => {
  const { connect, call, on, disconnect } = bench.phone();
  const connected = vi.fn();
  on('connected', connected);
  await bench.settle(connect());
  bench.acceptCalls('call_1');
  const { hangup, mute } = await bench.settle(call('101'));
  mute();
  hangup();
  disconnect();
  expect(connected).toHaveBeenCalledTimes(1);
});
