import { describe, expect, it, vi } from 'vitest';
import * as limits from '../../../generated/v1/limits.js';
import type { CallRestored } from '../../../generated/v1/messages.js';
import type { Call } from '../../../src/webrtc/index.js';
import { remoteSdp } from '../../support/fake-media.js';
import { memoryStorage } from '../../support/memory-storage.js';
import { callEvents, live, phoneEvents, usePhoneBench, watch } from '../../support/phone-bench.js';
import { restored } from '../../support/restored.js';
import { SERVERS } from '../../support/scripted-api.js';
import { AUTHENTICATED } from '../../support/scripted-service.js';
import { stubPage } from '../../support/stub-page.js';

const bench = usePhoneBench();
const sent = () => bench.socket.types.slice(1).filter((type) => type !== 'ping');

/** From now on a connection is answered with these restored calls. */
const restoring = (...calls: CallRestored[]) =>
  bench.service.on('authenticate', ({ req_id }, socket) =>
    socket.say({ ...AUTHENTICATED, ...(req_id && { req_id }), reconnected: true }, ...calls),
  );

/** What a page with this call leaves in its storage. */
const KEPT = JSON.stringify({ id: 'phone-1', calls: [{ id: 'call_1', muted: false }] });

/** The storage of a page before this one, which had this call. */
const inherited = () => memoryStorage({ 'dialstack.session.': KEPT });
const jwt = (exp: number) => `e30.${btoa(JSON.stringify({ sub: 'u', exp }))}.x`;

describe('an incoming call whose path fails while it rings', () => {
  it('offers nothing while it rings, and is answered with an answer', async () => {
    const { phone, call } = await bench.ringing('call_1');
    const told = phoneEvents(phone);
    bench.media.connection.become('failed');
    await bench.pass(1000);
    call.answer();
    await bench.pass(300);
    const local = bench.media.connection.descriptions.filter(({ side }) => side === 'local').map(({ type }) => type);
    expect({ sent: sent(), local, told }).toEqual({
      sent: ['call.answer', 'sdp.answer', 'ice.done'],
      local: ['answer'],
      told: [],
    });
  });

  it('is not ended by us while it rings', async () => {
    const { phone, call } = await bench.ringing('call_1');
    const told = [phoneEvents(phone), callEvents(call)];
    bench.media.connection.become('failed');
    await bench.pass(25_000);
    expect([told, call.state]).toEqual([[[], []], 'ringing']);
  });
});

describe('what is asked for on a socket that is dead already', () => {
  it.each([
    ['hold', (call: Call) => call.hold(), 'call.hold', 'active'],
    ['resume', (call: Call) => call.resume(), 'call.resume', 'held'],
    ['transfer', (call: Call) => call.transfer('103'), 'call.transfer', 'active'],
  ] as const)('%s is carried out or told', async (_, act, type, state) => {
    const { phone, call } = await bench.active('call_1', { autoReconnect: true });
    if (state === 'held') bench.socket.say({ type: 'call.held', call_id: 'call_1', held_by: 'local' });
    const told = phoneEvents(phone);
    bench.service.on('ping', () => {});
    act(call); // The service never gets it.
    await bench.pass(100);
    bench.socket.close(1006);
    bench.service.answerPings();
    restoring(restored({ state, ...(state === 'held' && { held_by: 'local' as const }) }));
    await bench.pass(3000);
    expect(phone.isConnected).toBe(true);
    const isToldOrDone = sent().includes(type) || told.some((line) => line.startsWith('error'));
    expect(isToldOrDone, `${told}; ${sent()}`).toBe(true);
  });
});

it('a call and its offer that are said twice in one packet ring once', async () => {
  const phone = await bench.connected();
  const told = phoneEvents(phone);
  bench.ring('call_1');
  bench.ring('call_1');
  await bench.pass(50);
  expect([told, phone.activeCalls.map(({ state }) => state)]).toEqual([['incoming call_1'], ['ringing']]);
});

it('call.trying with the id of a live call leaves nothing open', async () => {
  const { phone, call } = await bench.active('call_1');
  const events = callEvents(call);
  void watch(phone.call('102'));
  await bench.pass(100);
  phone.disconnect();
  await bench.pass(10_000);
  expect([bench.media.open, events]).toEqual([{ connections: 0, microphones: 0 }, ['ended hangup']]);
});

it('a page that is reloaded gets its call although the connection drops before it is restored', async () => {
  const store = inherited();
  const phone = bench.phone({ autoReconnect: true, platform: { storage: store } });
  const got: string[] = [];
  phone.on('restored', ({ id }) => got.push(`restored ${id}`));
  phone.on('error', ({ code, callId }) => got.push(`${code} ${callId}`));
  bench.service.on('ping', () => {});
  restoring(); // The session is kept; its calls are still to be said.
  await bench.settle(phone.connect());
  await bench.pass(50);
  bench.socket.close(1006);
  bench.service.answerPings();
  restoring(restored());
  await bench.pass(3000);
  expect([got, sent().includes('call.hangup')]).toEqual([['restored call_1'], false]);
});

it('a page that is reloaded again before it was connected keeps its name and its calls', async () => {
  const store = inherited();
  const fire = stubPage();
  bench.service.on('authenticate', () => {});
  const phone = bench.phone({ platform: { storage: store } });
  void watch(phone.connect());
  await bench.pass(100);
  fire('pagehide');
  expect(store.kept.get('dialstack.session.')).toBe(KEPT);
  phone.disconnect();
});

it('a reconnection that falls silent before the calls are restored is made anew', async () => {
  const { phone, call } = await bench.active('call_1', { autoReconnect: true });
  const events = callEvents(call);
  bench.socket.close(1006);
  bench.service.on('ping', () => {});
  await bench.pass(1100);
  expect(phone.isConnected).toBe(true);
  await bench.pass(12_000); // Dead: neither call.restored nor a pong.
  bench.service.answerPings();
  restoring(restored());
  await bench.pass(15_000);
  expect([events, call.state, sent().includes('call.hangup')]).toEqual([[], 'active', false]);
});

it('a call of the page before without a peer connection is told, and hung up', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  const store = inherited();
  const phone = bench.phone({ platform: { storage: store } });
  const told = phoneEvents(phone);
  bench.media.refusal = new TypeError('bad servers');
  restoring(restored());
  await bench.settle(phone.connect());
  await bench.pass(2000);
  vi.useRealTimers();
  await new Promise((done) => setTimeout(done, 20));
  process.off('unhandledRejection', note);
  expect([unhandled, told]).toEqual([[], ['connected', 'error call_failed call_1']]);
});

it('a ringing call that is restored without a peer connection throws nothing', async () => {
  const { phone, call } = await bench.ringing('call_1', { autoReconnect: true });
  const events = callEvents(call);
  bench.media.refusal = new TypeError('bad servers');
  let thrown: unknown;
  bench.service.on('authenticate', ({ req_id }, socket) => {
    try {
      socket.say({ ...AUTHENTICATED, ...(req_id && { req_id }) }, restored({ state: 'ringing', direction: 'inbound' }));
    } catch (error) {
      thrown = error;
    }
  });
  bench.socket.close(1006);
  await bench.pass(3000);
  expect([thrown, phone.isConnected, events]).toEqual([undefined, true, ['ended failed']]);
});

it('an outbound call that came to ring during a drop rings', async () => {
  const { call } = await bench.trying('call_1', { autoReconnect: true });
  const events = callEvents(call);
  bench.socket.close(1006);
  restoring(restored({ state: 'ringing' }));
  await bench.pass(3000);
  expect([call.state, events.includes('ringing')]).toEqual(['ringing', true]);
});

it('a network that changed while the call was alerted: the path is made anew once it is up', async () => {
  const fire = stubPage();
  const { phone } = await bench.trying('call_1');
  fire('online');
  await bench.pass(1000);
  bench.media.connection.connectionState = 'connecting';
  bench.socket.say(
    { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() },
    { type: 'call.answered', call_id: 'call_1' },
  );
  await bench.pass(3000);
  expect(sent()).toContain('sdp.offer');
  phone.disconnect();
});

it('an answered call whose path never comes up is told, or ends', async () => {
  const { phone, call } = await bench.trying('call_1');
  const told = [phoneEvents(phone), callEvents(call)];
  call.on('silence', (side) => told[1]?.push(`silence ${side}`));
  bench.media.connection.connectionState = 'connecting';
  bench.socket.say(
    { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() },
    { type: 'call.answered', call_id: 'call_1' },
  );
  await bench.pass(300_000);
  expect(told.flat().filter((line) => /error|silence|ended/.test(line))).not.toEqual([]);
});

it('digits on a path that is lost wait for it', async () => {
  const { call } = await bench.active('call_1');
  bench.media.connection.become('disconnected');
  call.sendDtmf('12');
  const [sender] = bench.media.connection.getSenders();
  expect(sender?.dtmf.inserted).toEqual([]);
});

it('resume() right after hold() is not lost', async () => {
  const { call } = await bench.active('call_1');
  bench.service.on(
    'call.hold',
    ({ call_id }, socket) => void setTimeout(() => socket.say({ type: 'call.held', call_id, held_by: 'local' }), 200),
  );
  call.hold();
  await bench.pass(50);
  call.resume();
  await bench.pass(1000);
  expect([sent().filter((t) => /hold|resume/.test(t)), call.state]).toEqual([['call.hold', 'call.resume'], 'held']);
});

it('a call that was hung up, and is not restored, ended by hanging up', async () => {
  const { call } = await bench.active('call_1', { autoReconnect: true });
  const events = callEvents(call);
  call.hangup();
  await bench.pass(10);
  bench.socket.close(1006);
  await bench.pass(3000);
  expect(events).toEqual(['ended hangup']);
});

it('connect() that is aborted while the phone comes back leaves the reconnection and the calls alone', async () => {
  const { phone, call } = await bench.active('call_1', { autoReconnect: true });
  const events = callEvents(call);
  bench.socket.close(1006);
  await bench.pass(10);
  const stop = new AbortController();
  const given = new Error('given up');
  const refused = watch(phone.connect({ signal: stop.signal }));
  restoring(restored());
  stop.abort(given);
  await bench.pass(3000);
  expect(refused).toMatchObject({ state: 'rejected', error: given });
  expect([phone.isConnected, call.state, events]).toEqual([true, 'active', []]);
  phone.disconnect();
});

it('a flood of incoming calls opens fifty connections at most', async () => {
  const phone = await bench.connected();
  let errors = 0;
  phone.on('error', () => errors++);
  for (let n = 0; n < 2000; n++)
    bench.socket.flood({ type: 'call.incoming', call_id: `call_${n}`, from: '1', from_name: null, to: '2' });
  const many = bench.media.connections.length;
  bench.media.refusal = new Error('Cannot create so many PeerConnections');
  for (let n = 2000; n < 4000; n++)
    bench.socket.flood({ type: 'call.incoming', call_id: `call_${n}`, from: '1', from_name: null, to: '2' });
  await bench.pass(20);
  phone.disconnect();
  expect({ many, errors }).toEqual({ many: 50, errors: 0 });
}, 20_000);

it('candidates before a description are bounded', async () => {
  const { phone } = await bench.trying('call_1');
  for (let n = 0; n < 20_000; n++)
    bench.socket.flood({
      type: 'ice.candidate',
      call_id: 'call_1',
      candidate: `candidate:${n}`,
      sdp_mid: '0',
      sdp_m_line_index: 0,
    });
  bench.socket.say({ type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() });
  await bench.pass(100);
  const { length } = bench.media.connection.remoteCandidates;
  phone.disconnect();
  expect(length).toBeLessThan(1000);
});

it('a granted microphone that does not open keeps no call from being restored', async () => {
  const store = inherited();
  bench.media.answer = 'later';
  const phone = bench.phone({
    platform: { storage: store, permissions: { query: async () => ({ state: 'granted' }) } as never },
  });
  const told: string[] = [];
  phone.on('restored', () => told.push('restored'));
  phone.on('error', ({ code }) => told.push(code));
  restoring(restored());
  await bench.settle(phone.connect());
  await bench.pass(10_000);
  const after10 = [sent().includes('sdp.offer'), [...told]];
  phone.disconnect();
  expect(after10).toEqual([true, ['restored']]);
});

it('the duration of a restored call follows from answered_at where it is all there is', async () => {
  const store = inherited();
  const phone = bench.phone({ platform: { storage: store } });
  restoring(restored({ answered_at: new Date(Date.now() - 600_000).toISOString() }));
  await bench.settle(phone.connect());
  await bench.pass(300);
  expect(live(phone, 'call_1').duration).toBeGreaterThan(590);
});

it('a kept name that the contract does not allow is not used', async () => {
  const store = memoryStorage({ 'dialstack.session.': 'x'.repeat(70_000) });
  const phone = bench.phone({ platform: { storage: store } });
  await bench.settle(phone.connect());
  const [first] = bench.socket.received;
  bench.service.takeViolations();
  expect((first as { session_id: string }).session_id.length).toBeLessThanOrEqual(limits.sessionIdMaxChars);
});

it('a frame that the service would close for is refused here', async () => {
  const phone = await bench.connected({ autoReconnect: true });
  const told = phoneEvents(phone);
  phone.subscribePresence(Array.from({ length: 100 }, () => 'u'.repeat(1000)));
  await bench.pass(20);
  const size = Math.max(...bench.socket.received.map((frame) => JSON.stringify(frame).length));
  bench.service.takeViolations();
  expect([told, size <= 65_536]).toEqual([['error invalid_message'], true]);
});

it('a path is offered anew although the ICE servers have expired and REST hangs', async () => {
  bench.api.answerIce(SERVERS, Date.now() + 600_000);
  const phone = bench.fetchingPhone();
  await bench.settle(phone.connect());
  bench.acceptCalls('call_1');
  const call = await bench.settle(phone.call('101'));
  bench.socket.say(
    { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() },
    { type: 'call.answered', call_id: 'call_1' },
  );
  await bench.pass(20);
  bench.api.fallSilent();
  await bench.pass(700_000);
  const events = callEvents(call);
  bench.service.on('sdp.offer', ({ call_id }, socket) => {
    socket.say({ type: 'sdp.answer', call_id, sdp: remoteSdp() });
    setTimeout(() => bench.media.connection.become('connected'), 50);
  });
  bench.media.connection.become('disconnected');
  await bench.pass(60_000);
  const offers = bench.socket.all('sdp.offer').length;
  phone.disconnect();
  expect([offers > 0, events]).toEqual([true, ['ended hangup']]); // Our own disconnect().
});

it('a restart that nobody answers does not end a call whose path is up all along', async () => {
  const fire = stubPage();
  const { phone, call } = await bench.active('call_1');
  const events = callEvents(call);
  fire('online');
  let packets = 0;
  const flow = setInterval(() => {
    bench.media.connection.counts['inbound-rtp'] = { packetsReceived: ++packets };
  }, 20);
  await bench.pass(30_000);
  clearInterval(flow);
  phone.disconnect();
  expect(events).toEqual(['ended hangup']);
});

it('aborting call() while the offer is made leaves nothing in the session', async () => {
  const phone = await bench.connected();
  bench.media.answer = 'later';
  const stop = new AbortController();
  const w = watch(phone.call('101', { signal: stop.signal }));
  await bench.pass(10);
  stop.abort();
  bench.media.prompts[0]?.allow();
  await bench.pass(100);
  expect([w.state, bench.media.open]).toEqual(['rejected', { connections: 0, microphones: 0 }]);
});

it('attendedTransfer() under way at a drop: the half-made consultation is hung up', async () => {
  const { phone, call } = await bench.active('call_1', { autoReconnect: true });
  const w = watch(call.attendedTransfer('103'));
  await bench.pass(100);
  restoring(restored({ state: 'held', held_by: 'local' }), restored({ call_id: 'call_2' }));
  bench.socket.close(1006);
  await bench.pass(3000);
  expect([w.state, bench.socket.all('call.hangup').map((f) => f.call_id), call.state]).toEqual([
    'rejected',
    ['call_2'],
    'held',
  ]);
  phone.disconnect();
});

it('early media whose path is lost: the call waits for its answer, and the path is made anew then', async () => {
  const { phone, call } = await bench.trying('call_1');
  const events = callEvents(call);
  bench.socket.say({ type: 'sdp.pranswer', call_id: 'call_1', sdp: remoteSdp('early') });
  await bench.pass(20);
  bench.media.connection.become('connected');
  bench.media.connection.become('failed');
  await bench.pass(25_000); // It rings for up to 30 s.
  expect([events, bench.socket.all('sdp.offer').length]).toEqual([[], 0]);
  bench.socket.say(
    { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() },
    { type: 'call.answered', call_id: 'call_1' },
  );
  await bench.pass(3000);
  expect(bench.socket.all('sdp.offer').length).toBeGreaterThan(0);
  phone.disconnect();
});

it('a token that the page gave is not lost with the socket that was to take it', async () => {
  let asked = 0;
  const jwtAt = (s: number) => jwt(Date.now() / 1000 + s);
  const phone = bench.phone({
    autoReconnect: true,
    token: jwtAt(1000),
    onTokenExpiring: async () => {
      asked++;
      return jwtAt(86_400);
    },
  });
  await bench.settle(phone.connect());
  bench.service.on('auth.refresh', () => {});
  await bench.pass(801_000); // Asked, and on its way.
  vi.setSystemTime(Date.now() + 3_600_000);
  bench.socket.close(1006);
  await bench.pass(3000);
  phone.disconnect();
  expect([asked]).toEqual([1]);
});
