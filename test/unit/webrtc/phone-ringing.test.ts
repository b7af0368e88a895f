import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/webrtc/index.js';
import { HOST, RELAY, remoteSdp } from '../../support/fake-media.js';
import { callEvents, live, phoneEvents, usePhoneBench } from '../../support/phone-bench.js';
import { SERVERS } from '../../support/scripted-api.js';

const bench = usePhoneBench();

const nothing = { connections: 0, microphones: 0 };

/** What was sent after authenticate, signs of life left out. */
const sent = () => bench.socket.types.slice(1).filter((type) => type !== 'ping');

describe('an incoming call', () => {
  it('is told with who calls, and rings', async () => {
    const phone = await bench.connected();
    const told = phoneEvents(phone);
    bench.ring('call_1');
    expect(told).toEqual(['incoming call_1']);
    const call = live(phone, 'call_1');
    expect(call).toMatchObject({
      direction: 'inbound',
      state: 'ringing',
      from: '+14155550123',
      fromName: 'Bob',
      to: '101',
      isMuted: false,
    });
    expect(phone.activeCalls).toEqual([call]);
  });

  it('may come from somebody without a name', async () => {
    const phone = await bench.connected();
    bench.socket.say({ type: 'call.incoming', call_id: 'call_1', from: '102', from_name: null, to: '101' });
    expect(live(phone, 'call_1').fromName).toBeNull();
  });

  it('opens no microphone and sends nothing before it is answered', async () => {
    await bench.ringing('call_1');
    await bench.pass(25_000);
    expect(bench.media.asked).toEqual([]);
    expect(sent()).toEqual([]);
  });

  it('is told once when it is said twice', async () => {
    const { phone, call } = await bench.ringing('call_1');
    const told = phoneEvents(phone);
    bench.socket.say({ type: 'call.incoming', call_id: 'call_1', from: '103', from_name: null, to: '101' });
    expect(told).toEqual([]);
    expect(phone.activeCalls).toEqual([call]);
    expect(bench.media.connections).toHaveLength(1);
  });

  it('has the ICE servers and the policy of the phone', async () => {
    const phone = bench.fetchingPhone({ iceTransportPolicy: 'relay' });
    await bench.settle(phone.connect());
    bench.ring('call_1');
    expect(bench.media.connection.configuration).toMatchObject({ iceServers: SERVERS, iceTransportPolicy: 'relay' });
  });

  it('may come beside another one', async () => {
    const { phone } = await bench.active('call_1');
    bench.ring('call_2');
    await bench.pass(20);
    expect(phone.activeCalls.map(({ id, state }) => `${id} ${state}`)).toEqual(['call_1 active', 'call_2 ringing']);
  });

  it.each([
    [true, true],
    [false, false],
  ])('that ends elsewhere: %s leaves answeredElsewhere %s', async (answered_elsewhere, expected) => {
    const { call } = await bench.ringing('call_1');
    const events = callEvents(call);
    bench.socket.say({
      type: 'call.ended',
      call_id: 'call_1',
      reason: 'hangup',
      duration_seconds: null,
      answered_elsewhere,
    });
    expect([events, call.answeredElsewhere, call.duration]).toEqual([['ended hangup'], expected, 0]);
    expect(bench.media.open).toEqual(nothing);
  });

  it('whose offer cannot be taken is told and hung up', async () => {
    const phone = await bench.connected();
    const told = phoneEvents(phone);
    bench.socket.say(
      { type: 'call.incoming', call_id: 'call_1', from: '102', from_name: null, to: '101' },
      { type: 'sdp.offer', call_id: 'call_1', sdp: 'hello' },
    );
    await bench.pass(20);
    expect(told).toEqual(['incoming call_1', 'error call_failed call_1']);
    expect([sent(), phone.activeCalls, bench.media.open]).toEqual([['call.hangup'], [], nothing]);
  });

  it('is refused and told as a fault where no peer connection can be made', async () => {
    const phone = await bench.connected();
    const told = phoneEvents(phone);
    bench.media.refusal = new DOMException('stun', 'SyntaxError');
    bench.ring('call_1');
    await bench.pass(20);
    expect(told).toEqual(['error call_failed call_1']);
    expect(bench.socket.all('call.reject').map(({ call_id }) => call_id)).toEqual(['call_1']);
    expect([phone.activeCalls, phone.isConnected]).toEqual([[], true]);
  });
});

describe('answering', () => {
  it('opens the microphone and says call.answer, sdp.answer and the end of candidates', async () => {
    const { call } = await bench.ringing('call_1');
    const events = callEvents(call);
    call.answer();
    expect(call.state).toBe('ringing');
    await bench.pass(20);
    expect(bench.media.asked).toEqual([{ audio: true }]);
    expect(bench.socket.received.slice(1)).toEqual([
      { type: 'call.answer', call_id: 'call_1' },
      { type: 'sdp.answer', call_id: 'call_1', sdp: bench.media.connection.localDescription?.sdp },
      { type: 'ice.done', call_id: 'call_1' },
    ]);
    expect(bench.socket.last('sdp.answer').sdp).toContain(HOST);
    expect(events).toEqual([]);
    bench.socket.say({ type: 'call.answered', call_id: 'call_1' });
    expect([events, call.state]).toEqual([['answered'], 'active']);
  });

  it('may be done before the offer has come', async () => {
    const phone = await bench.connected();
    phone.on('incoming', (call) => call.answer());
    bench.socket.say({ type: 'call.incoming', call_id: 'call_1', from: '102', from_name: null, to: '101' });
    await bench.pass(1_000);
    expect([sent(), bench.media.asked]).toEqual([[], []]);
    bench.socket.say({ type: 'sdp.offer', call_id: 'call_1', sdp: remoteSdp() });
    await bench.pass(20);
    expect(sent()).toEqual(['call.answer', 'sdp.answer', 'ice.done']);
  });

  it.each([
    ['before', (call: Call, end: () => void) => [call.answer(), end()]],
    ['after', (call: Call, end: () => void) => [end(), expect(() => call.answer()).toThrow(/ended/)]],
  ])('in the tick in which the caller hangs up, %s it, opens nothing', async (_, both) => {
    const { phone, call } = await bench.ringing('call_1');
    const events = callEvents(call);
    both(call, () =>
      bench.socket.say({ type: 'call.ended', call_id: 'call_1', reason: 'hangup', duration_seconds: null }),
    );
    await bench.pass(2_000);
    expect([events, sent(), phone.activeCalls]).toEqual([['ended hangup'], [], []]);
    expect(bench.media.open).toEqual({ connections: 0, microphones: 0 });
  });

  it('twice is done once', async () => {
    const { call } = await bench.ringing('call_1');
    call.answer();
    call.answer();
    await bench.pass(20);
    call.answer();
    await bench.pass(20);
    expect(sent()).toEqual(['call.answer', 'sdp.answer', 'ice.done']);
    expect(bench.media.microphones).toHaveLength(1);
  });

  it('has the browser gather beforehand, and set up nothing with a service that does not know of the answer', async () => {
    const { call } = await bench.ringing('call_1');
    await bench.pass(29_000);
    const { configuration, localDescription } = bench.media.connection;
    expect([configuration.iceCandidatePoolSize, localDescription]).toEqual([1, null]);
    call.answer();
    await bench.pass(100);
    expect(bench.media.connection.localDescription).toMatchObject({ type: 'answer' });
    expect(sent()).toEqual(['call.answer', 'sdp.answer', 'ice.done']);
  });

  it('keeps a call muted that was muted while it rang', async () => {
    const { call } = await bench.ringing('call_1');
    call.mute();
    call.answer();
    await bench.pass(20);
    expect(bench.media.microphone).toMatchObject({ enabled: false, readyState: 'live' });
    expect(sent()).toEqual(['call.mute', 'call.answer', 'sdp.answer', 'ice.done']);
    call.unmute();
    expect(bench.media.microphone.enabled).toBe(true);
  });

  it('trickles what came too late for the answer', async () => {
    bench.media.gathering = [
      { afterMs: 5, candidate: HOST },
      { afterMs: 3_000, candidate: RELAY },
      { afterMs: 3_010, candidate: null },
    ];
    const { call } = await bench.ringing('call_1');
    await bench.pass(1_000);
    call.answer();
    await bench.pass(1_000);
    expect(sent()).toEqual(['call.answer', 'sdp.answer']);
    await bench.pass(2_100);
    expect(sent()).toEqual(['call.answer', 'sdp.answer', 'ice.candidate', 'ice.done']);
  });

  it.each([
    ['NotAllowedError', 'mic_permission_denied'],
    ['NotFoundError', 'audio_device_unavailable'],
    ['NotReadableError', 'audio_device_in_use'],
  ])(
    'without a microphone (%s) tells %s with the call’s id; the call rings on and can be answered again',
    async (name, code) => {
      const { phone, call } = await bench.ringing('call_1');
      const [told, events] = [phoneEvents(phone), callEvents(call)];
      bench.media.answer = name;
      call.answer();
      await bench.pass(20);
      expect(told).toEqual([`error ${code} call_1`]);
      expect([call.state, events, sent()]).toEqual(['ringing', [], []]);
      bench.media.answer = 'allow';
      call.answer();
      await bench.pass(20);
      expect(sent()).toEqual(['call.answer', 'sdp.answer', 'ice.done']);
      expect(told).toHaveLength(1);
    },
  );

  it('with a question that is left open for 60 s tells so, and stops the late track', async () => {
    const { phone, call } = await bench.ringing('call_1');
    const told = phoneEvents(phone);
    bench.media.answer = 'later';
    call.answer();
    await bench.pass(59_999);
    expect(told).toEqual([]);
    await bench.pass(1);
    expect(told).toEqual(['error mic_permission_denied call_1']);
    bench.media.prompts[0]?.allow();
    await bench.pass(10);
    expect(bench.media.open).toEqual({ connections: 1, microphones: 0 });
    expect(call.state).toBe('ringing');
  });

  it.each<[string, (callId: string) => void]>([
    [
      'the caller gives up',
      (call_id) => bench.socket.say({ type: 'call.ended', call_id, reason: 'hangup', duration_seconds: null }),
    ],
    ['the connection is lost', () => bench.socket.close(1006)],
  ])('is over when %s before the user allows the microphone', async (_, over) => {
    const { phone, call } = await bench.ringing('call_1');
    const told = phoneEvents(phone);
    bench.media.answer = 'later';
    call.answer();
    await bench.pass(20);
    over('call_1');
    await bench.pass(20);
    bench.media.prompts[0]?.allow();
    await bench.pass(20);
    expect(call.state).toBe('ended');
    expect([sent(), bench.media.open]).toEqual([[], nothing]);
    expect(told.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});

describe('refusing', () => {
  it.each([
    [undefined, 'decline'],
    ['decline', 'decline'],
    ['busy', 'busy'],
  ] as const)('with %s says call.reject %s and lets go of the media at once', async (reason, said) => {
    const { call } = await bench.ringing('call_1');
    const events = callEvents(call);
    call.reject(reason);
    expect(bench.media.open).toEqual(nothing);
    await bench.pass(20);
    expect(bench.socket.received.slice(1)).toEqual([{ type: 'call.reject', call_id: 'call_1', reason: said }]);
    expect(events).toEqual([]);
    bench.socket.say({ type: 'call.ended', call_id: 'call_1', reason: 'rejected', duration_seconds: null });
    expect(events).toEqual(['ended rejected']);
  });

  it('by hangup() is a hangup', async () => {
    const { call } = await bench.ringing('call_1');
    call.hangup();
    await bench.pass(20);
    expect(sent()).toEqual(['call.hangup']);
    expect(bench.media.open).toEqual(nothing);
  });

  it('while the user is asked for the microphone opens none later', async () => {
    const { phone, call } = await bench.ringing('call_1');
    const told = phoneEvents(phone);
    bench.media.answer = 'later';
    call.answer();
    await bench.pass(20);
    call.reject();
    bench.media.prompts[0]?.allow();
    await bench.pass(20);
    expect(sent()).toEqual(['call.reject']);
    expect([bench.media.open, told]).toEqual([nothing, []]);
  });

  it('may be done by whoever hears of the call', async () => {
    const phone = await bench.connected();
    phone.on('incoming', (call) => call.reject('busy'));
    bench.ring('call_1');
    await bench.pass(5_020);
    expect(sent()).toEqual(['call.reject']);
    expect([phone.activeCalls, bench.media.open]).toEqual([[], nothing]);
  });
});
