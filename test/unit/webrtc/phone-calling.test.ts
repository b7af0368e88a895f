import { describe, expect, it, vi } from 'vitest';
import { type Call, type DialStackPhone, PhoneError } from '../../../src/webrtc/index.js';
import { HOST, REFLEXIVE, RELAY, remoteSdp } from '../../support/fake-media.js';
import { callEvents, phoneEvents, usePhoneBench, watch } from '../../support/phone-bench.js';
import { restored } from '../../support/restored.js';
import { SERVERS } from '../../support/scripted-api.js';
import { AUTHENTICATED } from '../../support/scripted-service.js';

const bench = usePhoneBench();

const nothing = { connections: 0, microphones: 0 };

/** What the phone has sent since it authenticated. */
/** What was sent after authenticate, signs of life left out. */
const sent = () => bench.socket.types.slice(1).filter((type) => type !== 'ping');

describe('a call that is made', () => {
  it('offers audio with the candidates found in time, and is there with call.trying', async () => {
    const phone = await bench.connected();
    bench.acceptCalls('call_1');
    const call = await bench.settle(phone.call('+1 (415) 555-0123'));
    const { req_id: _, ...create } = bench.socket.last('call.create');
    expect(create).toEqual({
      type: 'call.create',
      destination: '+14155550123',
      sdp: bench.media.connection.localDescription?.sdp,
    });
    expect(create.sdp).toContain(HOST);
    expect(call).toMatchObject({
      id: 'call_1',
      direction: 'outbound',
      state: 'trying',
      from: '',
      fromName: null,
      to: '+14155550123',
    });
    expect(phone.activeCalls).toEqual([call]);
    expect(phone.getCall('call_1')).toBe(call);
    expect(call.peerConnection).toBe(bench.media.connection);
  });

  it('says which number is to be seen', async () => {
    const phone = await bench.connected();
    bench.acceptCalls('call_1');
    const call = await bench.settle(phone.call('101', { callerId: '+1 (415) 555-0101' }));
    expect(bench.socket.last('call.create').caller_id).toBe('+14155550101');
    expect(call.from).toBe('+14155550101');
  });

  it('becomes active, plays the other side, and ends', async () => {
    const { phone, call } = await bench.trying('call_1');
    const events = callEvents(call);
    bench.socket.say(
      { type: 'call.ringing', call_id: 'call_1' },
      { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() },
      { type: 'call.answered', call_id: 'call_1', answered_at: '2026-03-02T10:00:00Z' },
    );
    await bench.pass(3_000);
    expect([call.state, call.duration]).toEqual(['active', 3]);
    expect(call.remoteStream.getTracks()).toHaveLength(1);
    bench.socket.say({ type: 'call.ended', call_id: 'call_1', reason: 'hangup', duration_seconds: 4 });
    expect([call.state, call.duration]).toEqual(['ended', 4]);
    expect(events).toEqual(['ringing', 'answered', 'ended hangup']);
    expect([phone.activeCalls, phone.getCall('call_1')]).toEqual([[], undefined]);
    expect(bench.media.open).toEqual(nothing);
  });

  it.each(['sdp.answer first', 'call.answered first', 'without call.ringing'])(
    'becomes active with %s',
    async (order) => {
      const { call } = await bench.trying('call_1');
      const answer = { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() } as const;
      const answered = { type: 'call.answered', call_id: 'call_1' } as const;
      if (order !== 'without call.ringing') bench.socket.say({ type: 'call.ringing', call_id: 'call_1' });
      bench.socket.say(...(order === 'call.answered first' ? [answered, answer] : [answer, answered]));
      await bench.pass(20);
      expect(call.state).toBe('active');
      expect(bench.media.connection.signalingState).toBe('stable');
    },
  );

  it('may be one of two that are made in one tick', async () => {
    const phone = await bench.connected();
    bench.acceptCalls('call_1', 'call_2');
    const both = Promise.all([phone.call('101'), phone.call('102')]);
    const [first, second] = await bench.settle(both);
    expect(phone.activeCalls).toEqual([first, second]);
    expect([first.id, first.to, second.id, second.to]).toEqual(['call_1', '101', 'call_2', '102']);
    expect(first.peerConnection).not.toBe(second.peerConnection);
    expect(bench.media.open).toEqual({ connections: 2, microphones: 2 });
    const [firstEvents, secondEvents] = [callEvents(first), callEvents(second)];
    await bench.pass(20);
    bench.socket.say({ type: 'call.ended', call_id: 'call_1', reason: 'busy', duration_seconds: null });
    expect(firstEvents.at(-1)).toBe('ended busy');
    expect(secondEvents).not.toContain('ended busy');
    expect(bench.media.open).toEqual({ connections: 1, microphones: 1 });
  });

  it('may be one of two whose replies come in the other order', async () => {
    const phone = await bench.connected();
    const asked: { destination: string; req_id?: string }[] = [];
    bench.service.on('call.create', (create, socket) => {
      asked.unshift(create);
      if (asked.length < 2) return;
      for (const { destination, req_id } of asked) {
        socket.say({ type: 'call.trying', call_id: `call_to_${destination}`, ...(req_id && { req_id }) });
      }
    });
    const [first, second] = await bench.settle(Promise.all([phone.call('101'), phone.call('102')]));
    expect([first.id, second.id]).toEqual(['call_to_101', 'call_to_102']);
  });
});

describe('a call that cannot be made', () => {
  it.each(['', 'alice', '+1', '1\u0000', undefined, null, 101])(
    'rejects for the destination %j, and nothing happens',
    async (to) => {
      const phone = await bench.connected();
      const error = await bench.refusal(phone.call(to as string));
      expect(error).toMatchObject({ code: 'invalid_message', callId: undefined });
      expect([sent(), bench.media.asked, bench.media.connections, phone.activeCalls]).toEqual([[], [], [], []]);
    },
  );

  it.each(['', '101', 'anonymous', null])('rejects for the callerId %j, and nothing happens', async (callerId) => {
    const phone = await bench.connected();
    const error = await bench.refusal(phone.call('101', { callerId: callerId as string }));
    expect(error).toMatchObject({ code: 'invalid_message' });
    expect([sent(), bench.media.asked, bench.media.connections]).toEqual([[], [], []]);
  });

  it.each(['idle', 'connecting', 'left', 'lost'])('rejects while the phone is %s', async (state) => {
    const phone = state === 'idle' || state === 'connecting' ? bench.phone() : await bench.connected();
    const ready = state === 'connecting' ? phone.connect() : undefined;
    if (state === 'left') phone.disconnect();
    if (state === 'lost') bench.socket.close(1006);
    if (state === 'lost') await bench.pass(10);
    const calling = watch(phone.call('101'));
    await bench.pass(0);
    expect(calling).toMatchObject({ state: 'rejected', error: { code: 'transport_closed' } });
    expect([bench.media.asked, bench.media.connections]).toEqual([[], []]);
    if (ready) await bench.settle(ready);
  });

  it.each([
    'invalid_message',
    'call_failed',
    'emergency_address_required',
    'rate_limited',
    'reachability_unavailable',
    'internal_error',
    'call_not_found',
  ])('rejects with the service’s %s, tells nothing else, and leaves nothing open', async (code) => {
    const phone = await bench.connected();
    const events = phoneEvents(phone);
    bench.service.on('call.create', ({ req_id }, socket) => {
      socket.say({ type: 'error', code, message: 'No.', ...(req_id && { req_id }) });
    });
    const error = await bench.refusal(phone.call('101'));
    expect(error).toMatchObject({ code, message: 'No.', fatal: false });
    expect([events, phone.activeCalls, bench.media.open]).toEqual([[], [], nothing]);
    expect(phone.isConnected).toBe(true);
  });

  it('rejects with internal_error and the raw code for a code of a later version', async () => {
    const phone = await bench.connected();
    bench.service.on('call.create', ({ req_id }, socket) => {
      socket.say({ type: 'error', code: 'moon_phase', message: 'No.', ...(req_id && { req_id }) });
    });
    expect(await bench.refusal(phone.call('101'))).toMatchObject({ code: 'internal_error', rawCode: 'moon_phase' });
  });

  it('rejects when the reply does not come within 10 s; the late call is hung up', async () => {
    const phone = await bench.connected();
    const events = phoneEvents(phone);
    const calling = watch(phone.call('101'));
    await bench.pass(100);
    const { req_id = '' } = bench.socket.last('call.create');
    await bench.pass(9_800);
    expect(calling.state).toBe('pending');
    await bench.pass(200);
    expect(calling).toMatchObject({ state: 'rejected', error: { code: 'transport_closed', fatal: false } });
    expect(bench.media.open).toEqual(nothing);
    bench.socket.say(
      { type: 'call.trying', call_id: 'call_1', req_id },
      { type: 'call.ringing', call_id: 'call_1' },
      { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() },
    );
    await bench.pass(20);
    expect(bench.socket.last('call.hangup').call_id).toBe('call_1');
    expect([events, phone.activeCalls]).toEqual([[], []]);
  });

  it('takes a reply of the wrong type for none', async () => {
    const phone = await bench.connected();
    bench.service.on('call.create', ({ req_id }, socket) => socket.say({ type: 'pong', ...(req_id && { req_id }) }));
    const calling = watch(phone.call('101'));
    await bench.pass(100);
    expect(calling.state).toBe('pending');
    const { req_id = '' } = bench.socket.last('call.create');
    bench.socket.say({ type: 'call.trying', call_id: 'call_1', req_id });
    await bench.pass(20);
    expect(calling.state).toBe('resolved');
  });

  it.each([
    ['NotAllowedError', 'mic_permission_denied'],
    ['NotFoundError', 'audio_device_unavailable'],
    ['NotReadableError', 'audio_device_in_use'],
  ])('rejects when the microphone is refused with %s, and leaves nothing open', async (name, code) => {
    const phone = await bench.connected();
    const events = phoneEvents(phone);
    bench.media.answer = name;
    expect(await bench.refusal(phone.call('101'))).toMatchObject({ code, callId: undefined });
    await bench.pass(1_000);
    expect([sent(), events, phone.activeCalls, bench.media.open]).toEqual([[], [], [], nothing]);
  });

  it('rejects when the question for the microphone is left open for 60 s, and stops the late track', async () => {
    const phone = await bench.connected();
    bench.media.answer = 'later';
    const calling = watch(phone.call('101'));
    await bench.pass(59_990);
    expect(calling.state).toBe('pending');
    await bench.pass(20);
    expect(calling).toMatchObject({ state: 'rejected', error: { code: 'mic_permission_denied' } });
    bench.media.prompts[0]?.allow();
    await bench.pass(10);
    expect([sent(), bench.media.open]).toEqual([[], nothing]);
  });

  it('rejects with call_failed when a relay is needed and there is none within 5 s', async () => {
    const phone = await bench.connected({ iceTransportPolicy: 'relay' });
    bench.media.gathering = [{ afterMs: 10, candidate: HOST }];
    const calling = watch(phone.call('101'));
    await bench.pass(4_990);
    expect(calling.state).toBe('pending');
    await bench.pass(20);
    expect(calling).toMatchObject({ state: 'rejected', error: { code: 'call_failed' } });
    expect([sent(), bench.media.open]).toEqual([[], nothing]);
  });

  it.each(['createOffer', 'setLocalDescription', 'replaceTrack'] as const)(
    'rejects with a PhoneError when %s fails, and leaves nothing open',
    async (operation) => {
      const phone = await bench.connected();
      const cause = new DOMException('no', 'OperationError');
      bench.media.faults[operation] = cause;
      expect(await bench.refusal(phone.call('101'))).toMatchObject({ code: 'call_failed', cause });
      await bench.pass(1_000);
      expect([sent(), bench.media.open]).toEqual([[], nothing]);
    },
  );

  it('rejects with a PhoneError when no peer connection can be made of the ICE servers', async () => {
    const phone = await bench.connected();
    const cause = new DOMException('stun', 'SyntaxError');
    bench.media.refusal = cause;
    expect(await bench.refusal(phone.call('101'))).toMatchObject({ code: 'call_failed', cause });
    expect(bench.media.asked).toEqual([]);
  });
});

describe('a call that is overtaken', () => {
  /** Leaves or loses the connection. */
  const ends: [string, (phone: DialStackPhone) => void, string][] = [
    ['a drop', () => bench.socket.close(1006), 'transport_closed'],
    ['disconnect()', (phone) => phone.disconnect(), 'transport_closed'],
    [
      'a fatal error',
      () => bench.socket.say({ type: 'error', code: 'session_revoked', message: 'x', fatal: true }),
      'session_revoked',
    ],
  ];

  it.each(ends)(
    'by %s while the microphone is asked for rejects at once and opens nothing later',
    async (_, end, code) => {
      const phone = await bench.connected();
      bench.media.answer = 'later';
      const calling = watch(phone.call('101'));
      await bench.pass(100);
      expect(bench.media.prompts).toHaveLength(1);
      end(phone);
      await bench.pass(5);
      expect(calling).toMatchObject({ state: 'rejected', error: { code } });
      expect(bench.media.open).toEqual(nothing);
      bench.media.prompts[0]?.allow();
      await bench.pass(10);
      expect(bench.media.open).toEqual(nothing);
      expect(sent()).toEqual([]);
    },
  );

  it.each(ends)('by %s while candidates are awaited rejects at once', async (_, end, code) => {
    const phone = await bench.connected();
    bench.media.gathering = [];
    const calling = watch(phone.call('101'));
    await bench.pass(100);
    expect(bench.media.open).toEqual({ connections: 1, microphones: 1 });
    end(phone);
    await bench.pass(5);
    expect(calling).toMatchObject({ state: 'rejected', error: { code } });
    await bench.pass(1_000);
    expect([sent(), bench.media.open]).toEqual([[], nothing]);
  });

  it.each(ends)('by %s while the reply is awaited rejects at once', async (_, end, code) => {
    const phone = await bench.connected();
    const calling = watch(phone.call('101'));
    await bench.pass(100);
    expect(sent()).toEqual(['call.create']);
    end(phone);
    await bench.pass(5);
    expect(calling).toMatchObject({ state: 'rejected', error: { code } });
    expect([phone.activeCalls, bench.media.open]).toEqual([[], nothing]);
  });

  it.each(ends)('by %s while the ICE servers are fetched anew rejects at once', async (_, end, code) => {
    bench.api.answerIce(SERVERS, Date.now() + 30_000);
    const phone = bench.fetchingPhone();
    await bench.settle(phone.connect());
    await bench.pass(30_000);
    bench.api.fallSilent();
    const calling = watch(phone.call('101'));
    await bench.pass(100);
    expect(bench.api.requests).toHaveLength(2);
    end(phone);
    await bench.pass(5);
    expect(calling).toMatchObject({ state: 'rejected', error: { code } });
    expect(bench.media.connections).toEqual([]);
  });

  it('by disconnect() in the tick in which it was made opens nothing', async () => {
    const phone = await bench.connected();
    const calling = watch(phone.call('101'));
    phone.disconnect();
    await bench.pass(1_000);
    expect(calling).toMatchObject({ state: 'rejected', error: { code: 'transport_closed' } });
    expect([sent(), bench.media.open, bench.media.asked]).toEqual([[], nothing, []]);
  });
});

describe('the events of a new call', () => {
  /** Everything that a short call brings, in one packet. */
  const sayAll = () =>
    bench.service.on('call.create', ({ req_id }, socket) => {
      const call_id = 'call_1';
      socket.say(
        { type: 'call.trying', call_id, ...(req_id && { req_id }) },
        { type: 'call.ringing', call_id },
        { type: 'sdp.answer', call_id, sdp: remoteSdp() },
        { type: 'call.answered', call_id },
        { type: 'call.ended', call_id, reason: 'hangup', duration_seconds: 0 },
      );
    });
  const ALL = ['trying', 'ringing', 'answered', 'ended hangup'];

  const wrap = async (phone: DialStackPhone): Promise<Call> => phone.call('101');
  const wrapAwaited = async (phone: DialStackPhone): Promise<Call> => {
    const call = await wrap(phone);
    return call;
  };

  it.each<[string, (phone: DialStackPhone) => Promise<Call>]>([
    ['call() itself', (phone) => phone.call('101')],
    ['an async function around it', wrap],
    ['two async functions around it', wrapAwaited],
    ['a promise chain', (phone) => phone.call('101').then((call) => call)],
    ['five async functions around it', async (phone) => (async () => (async () => wrapAwaited(phone))())()],
  ])('are delivered after the continuation of %s, though they came in one packet', async (_, dial) => {
    const phone = await bench.connected();
    sayAll();
    let events: string[] = [];
    const dialling = dial(phone).then((call) => {
      events = callEvents(call);
      expect(call.state).toBe('trying');
      expect(phone.getCall('call_1')).toBe(call);
    });
    await bench.settle(dialling);
    await bench.pass(0);
    expect(events).toEqual(ALL);
    expect(phone.activeCalls).toEqual([]);
    expect(bench.media.open).toEqual(nothing);
  });

  it('need no timer: they stall in background tabs', async () => {
    const phone = await bench.connected();
    sayAll();
    let events: string[] = [];
    const dialling = phone.call('101').then((call) => {
      events = callEvents(call);
    });
    await bench.settle(dialling);
    for (let hop = 0; hop < 50; hop++) await undefined;
    expect(events).toEqual(ALL);
  });

  it('are delivered as they come afterwards', async () => {
    const { call } = await bench.trying('call_1');
    const events = callEvents(call);
    bench.socket.say({ type: 'call.ringing', call_id: 'call_1' });
    expect(events).toEqual(['ringing']);
  });

  it.each<[string, (phone: DialStackPhone) => void, string]>([
    ['the connection is lost', () => bench.socket.close(1006), 'failed'],
    [
      'the connection ends with an error',
      () => bench.socket.say({ type: 'error', code: 'going_away', message: 'x', fatal: true }),
      'failed',
    ],
    [
      'the frame that ends it is broken',
      () => bench.socket.sayBroken({ type: 'call.ended', call_id: 'call_1' }),
      'failed',
    ],
    ['the application leaves', (phone) => phone.disconnect(), 'hangup'],
  ])('include its end when %s in the tick of call.trying', async (_, end, reason) => {
    const phone = await bench.connected();
    bench.service.on('call.create', ({ req_id }, socket) => {
      socket.say({ type: 'call.trying', call_id: 'call_1', ...(req_id && { req_id }) });
      end(phone);
    });
    let events: string[] = [];
    const dialling = phone.call('101').then((call) => {
      events = callEvents(call);
    });
    await bench.settle(dialling);
    await bench.pass(20);
    expect(events.at(-1)).toBe(`ended ${reason}`);
    expect(phone.activeCalls).toEqual([]);
    expect(bench.media.open).toEqual(nothing);
  });

  it('include its end when the caller hangs up at once', async () => {
    const phone = await bench.connected();
    sayAll();
    let events: string[] = [];
    const dialling = phone.call('101').then((call) => {
      events = callEvents(call);
      call.hangup();
    });
    await bench.settle(dialling);
    await bench.pass(20);
    expect(events).toEqual(['ended hangup']);
    expect(bench.media.open).toEqual(nothing);
  });
});

describe('the ICE servers of a call', () => {
  it('are those of the API, with the policy that was chosen', async () => {
    const phone = bench.fetchingPhone({ iceTransportPolicy: 'relay' });
    bench.media.gathering = [{ afterMs: 10, candidate: RELAY }];
    bench.acceptCalls('call_1');
    await bench.settle(phone.connect());
    await bench.settle(phone.call('101'));
    expect(bench.media.connection.configuration).toMatchObject({ iceServers: SERVERS, iceTransportPolicy: 'relay' });
    expect(bench.socket.last('call.create').sdp).toContain(RELAY);
  });

  it('are those that were given', async () => {
    const given = [{ urls: 'stun:mine.example.test' }];
    await bench.trying('call_1', { iceServers: given });
    expect(bench.media.connection.configuration).toMatchObject({ iceServers: given });
  });

  it('are fetched anew once they have expired', async () => {
    bench.api.answerIce(SERVERS, Date.now() + 30_000);
    const phone = bench.fetchingPhone();
    bench.acceptCalls('call_1', 'call_2');
    await bench.settle(phone.connect());
    await bench.settle(phone.call('101'));
    expect(bench.api.requests).toHaveLength(1);
    await bench.pass(30_000);
    const renewed = [{ urls: 'turn:other.example.test', username: 'u', credential: 'c' }];
    bench.api.answerIce(renewed);
    await bench.settle(phone.call('102'));
    expect(bench.api.requests).toHaveLength(2);
    expect(bench.media.connection.configuration.iceServers).toEqual(renewed);
  });

  it('that cannot be fetched anew let the call reject within 10 s', async () => {
    bench.api.answerIce(SERVERS, Date.now() + 30_000);
    const phone = bench.fetchingPhone();
    await bench.settle(phone.connect());
    await bench.pass(30_000);
    bench.api.fallSilent();
    const calling = watch(phone.call('101'));
    await bench.pass(9_999);
    expect(calling.state).toBe('pending');
    await bench.pass(1);
    expect(calling).toMatchObject({ state: 'rejected', error: { code: 'ice_fetch_failed' } });
    expect([sent(), phone.isConnected]).toEqual([[], true]);
  });
});

describe('the longest time of call()', () => {
  it('is spent on slow ICE servers, a slow user and a slow service, and still it resolves', async () => {
    bench.api.answerIce(SERVERS, Date.now() + 30_000);
    const phone = bench.fetchingPhone();
    await bench.settle(phone.connect());
    await bench.pass(30_000);
    bench.api.answerWith(
      () =>
        new Promise((resolve) => {
          const body = { ice_servers: SERVERS, expires_at: '2099-01-01T00:00:00Z' };
          setTimeout(() => resolve(Response.json(body)), 9_900);
        }),
    );
    bench.media.answer = 'later';
    const calling = watch(phone.call('101'));
    await bench.pass(9_950);
    await bench.pass(59_900);
    bench.media.prompts[0]?.allow();
    await bench.pass(20);
    const { req_id = '' } = bench.socket.last('call.create');
    await bench.pass(9_900);
    expect(calling.state).toBe('pending');
    bench.socket.say({ type: 'call.trying', call_id: 'call_1', req_id });
    await bench.pass(0);
    expect(calling.state).toBe('resolved');
  });
});

describe('a consultation call', () => {
  it('that is answered while it is being abandoned ends once, and the first call is resumed', async () => {
    const { phone, call } = await bench.active('call_1');
    bench.service.on('call.transfer.attended', ({ req_id }, socket) =>
      socket.say(
        { type: 'call.trying', call_id: 'call_2', ...(req_id && { req_id }) },
        { type: 'call.held', call_id: 'call_1', held_by: 'local' },
      ),
    );
    const consultation = await bench.settle(call.attendedTransfer('103'));
    await bench.pass(20);
    const events = callEvents(consultation);
    consultation.hangup();
    bench.socket.say(
      { type: 'sdp.answer', call_id: 'call_2', sdp: remoteSdp() },
      { type: 'call.answered', call_id: 'call_2' },
    );
    await bench.pass(20);
    expect(() => call.completeTransfer()).toThrow(expect.objectContaining({ code: 'invalid_message' }));
    bench.socket.say({ type: 'call.ended', call_id: 'call_2', reason: 'hangup', duration_seconds: 0 });
    expect([events, phone.activeCalls]).toEqual([['ended hangup'], [call]]);
    call.resume();
    bench.socket.say({ type: 'call.resumed', call_id: 'call_1' });
    expect(call.state).toBe('active');
    expect(bench.media.open).toEqual({ connections: 1, microphones: 1 });
  });
});

describe('trickling', () => {
  it('sends what came too late for the offer once the call has an id, in order, then ice.done', async () => {
    const phone = await bench.connected();
    bench.media.gathering = [
      { afterMs: 5, candidate: HOST },
      { afterMs: 70, candidate: REFLEXIVE },
      { afterMs: 80, candidate: RELAY },
      { afterMs: 90, candidate: null },
    ];
    const calling = watch(phone.call('101'));
    await bench.pass(500);
    const { sdp, req_id = '' } = bench.socket.last('call.create');
    expect(sdp).toContain(HOST);
    expect(sdp).not.toContain(REFLEXIVE);
    expect(sent()).toEqual(['call.create']);
    bench.socket.say({ type: 'call.trying', call_id: 'call_1', req_id });
    await bench.pass(20);
    expect(calling.state).toBe('resolved');
    expect(bench.socket.received.slice(2)).toEqual([
      { type: 'ice.candidate', call_id: 'call_1', candidate: REFLEXIVE, sdp_mid: '0', sdp_m_line_index: 0 },
      { type: 'ice.candidate', call_id: 'call_1', candidate: RELAY, sdp_mid: '0', sdp_m_line_index: 0 },
      { type: 'ice.done', call_id: 'call_1' },
    ]);
  });

  it('sends what comes during the call as it comes', async () => {
    bench.media.gathering = [
      { afterMs: 5, candidate: HOST },
      { afterMs: 2_000, candidate: RELAY },
      { afterMs: 2_010, candidate: null },
    ];
    await bench.trying('call_1');
    expect(sent()).toEqual(['call.create']);
    await bench.pass(2_100);
    expect(sent()).toEqual(['call.create', 'ice.candidate', 'ice.done']);
  });

  it('sends ice.done alone when all candidates are in the offer', async () => {
    await bench.trying('call_1');
    expect(sent()).toEqual(['call.create', 'ice.done']);
  });

  it('stops with the call', async () => {
    bench.media.gathering = [
      { afterMs: 5, candidate: HOST },
      { afterMs: 2_000, candidate: RELAY },
    ];
    const { call } = await bench.trying('call_1');
    call.hangup();
    await bench.pass(3_000);
    expect(sent()).toEqual(['call.create', 'call.hangup']);
  });

  it('costs a call 200 ms where STUN is silent', async () => {
    const phone = await bench.connected();
    bench.media.gathering = Array.from({ length: 30 }, (_, at) => ({ afterMs: at * 40, candidate: HOST }));
    void watch(phone.call('101'));
    await bench.pass(200);
    expect(sent()).toEqual([]);
    await bench.pass(20);
    expect(sent()).toEqual(['call.create']);
  });
});

describe('the other side’s description', () => {
  it('is taken once when it is said twice in one packet', async () => {
    const { phone, call } = await bench.trying('call_1');
    const events = phoneEvents(phone);
    const answer = { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() } as const;
    bench.socket.say(answer, answer, { type: 'call.answered', call_id: 'call_1' });
    await bench.pass(20);
    bench.socket.say(answer);
    await bench.pass(20);
    expect([call.state, events]).toEqual(['active', []]);
    expect(bench.media.connection.descriptions.filter(({ side }) => side === 'remote')).toHaveLength(1);
  });

  it('may come after its candidates', async () => {
    const { call } = await bench.trying('call_1');
    const candidate = { type: 'ice.candidate', call_id: 'call_1', sdp_mid: '0', sdp_m_line_index: 0 } as const;
    bench.socket.say(
      { ...candidate, candidate: HOST },
      { ...candidate, candidate: RELAY },
      { type: 'ice.done', call_id: 'call_1' },
    );
    await bench.pass(20);
    expect(bench.media.connection.remoteCandidates).toEqual([]);
    bench.socket.say({ type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() });
    await bench.pass(20);
    expect(bench.media.connection.remoteCandidates.map(({ candidate: taken }) => taken)).toEqual([HOST, RELAY]);
    expect(call.state).toBe('trying');
  });

  it('that cannot be taken is told with the call’s id and ends the call on both sides', async () => {
    const { phone, call } = await bench.trying('call_1');
    const [events, told] = [callEvents(call), phoneEvents(phone)];
    bench.socket.say({ type: 'sdp.answer', call_id: 'call_1', sdp: 'hello' });
    await bench.pass(20);
    expect([events, told]).toEqual([['ended failed'], ['error call_failed call_1']]);
    expect(bench.socket.last('call.hangup').call_id).toBe('call_1');
    expect(bench.media.open).toEqual(nothing);
  });

  it('is early media first, and the answer later', async () => {
    const { phone, call } = await bench.trying('call_1');
    const told = phoneEvents(phone);
    bench.socket.say({ type: 'sdp.pranswer', call_id: 'call_1', sdp: remoteSdp('early') });
    await bench.pass(20);
    expect(call.remoteStream.getTracks()).toHaveLength(1);
    expect([call.state, call.duration]).toEqual(['trying', 0]);
    bench.socket.say(
      { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() },
      { type: 'call.answered', call_id: 'call_1' },
    );
    await bench.pass(20);
    expect([call.state, told]).toEqual(['active', []]);
    expect(bench.media.connection.remoteDescription).toEqual({ type: 'answer', sdp: remoteSdp() });
  });

  it('is the answer alone where early media is not understood', async () => {
    const { phone, call } = await bench.trying('call_1');
    bench.media.knowsPranswer = false;
    const told = phoneEvents(phone);
    bench.socket.say({ type: 'sdp.pranswer', call_id: 'call_1', sdp: remoteSdp('early') });
    await bench.pass(20);
    bench.socket.say(
      { type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() },
      { type: 'call.answered', call_id: 'call_1' },
    );
    await bench.pass(20);
    expect([call.state, told]).toEqual(['active', []]);
  });

  it('is no offer: ours stands', async () => {
    const { call } = await bench.trying('call_1');
    bench.socket.say({ type: 'sdp.offer', call_id: 'call_1', sdp: remoteSdp() });
    await bench.pass(20);
    expect([call.state, bench.media.connection.signalingState]).toEqual(['trying', 'have-local-offer']);
  });
});

describe('ringback', () => {
  const contexts = () => {
    const made: { isOpen: boolean }[] = [];
    class Context {
      isOpen = true;
      readonly destination = {};
      constructor() {
        made.push(this);
      }
      createBuffer = (_: number, length: number) => ({ getChannelData: () => new Float32Array(length) });
      createBufferSource = () => ({ connect: () => {}, start: () => {} });
      async close() {
        this.isOpen = false;
      }
    }
    vi.stubGlobal('AudioContext', Context);
    return () => made.filter(({ isOpen }) => isOpen).length;
  };

  it.each([
    ['sounds while the other party is alerted', {}, 1],
    ['is silent when it is not wanted', { ringback: false }, 0],
  ])('%s', async (_, options, expected) => {
    const sounding = contexts();
    await bench.trying('call_1', options);
    bench.socket.say({ type: 'call.ringing', call_id: 'call_1' });
    expect(sounding()).toBe(expected);
    bench.socket.say({ type: 'call.answered', call_id: 'call_1' });
    expect(sounding()).toBe(0);
  });

  it('stops when the connection is lost', async () => {
    const sounding = contexts();
    await bench.trying('call_1');
    bench.socket.say({ type: 'call.ringing', call_id: 'call_1' });
    bench.socket.close(1006);
    await bench.pass(20);
    expect(sounding()).toBe(0);
  });
});

describe('an active call', () => {
  it('that is hung up goes silent at once; its end is the service’s word', async () => {
    const { phone, call } = await bench.active('call_1');
    const events = callEvents(call);
    bench.service.on('call.hangup', ({ call_id }, socket) => {
      socket.say({ type: 'call.ended', call_id, reason: 'hangup', duration_seconds: 9 });
    });
    call.hangup();
    expect(bench.media.open).toEqual(nothing);
    expect([events, phone.activeCalls]).toEqual([[], [call]]);
    await bench.pass(20);
    expect([events, call.duration, phone.activeCalls]).toEqual([['ended hangup'], 9, []]);
  });

  it('that is hung up ends after 5 s without that word', async () => {
    const { phone, call } = await bench.active('call_1');
    const events = callEvents(call);
    call.hangup();
    await bench.pass(4_999);
    expect(events).toEqual([]);
    await bench.pass(1);
    expect([events, phone.activeCalls]).toEqual([['ended hangup'], []]);
  });

  it('that is muted has a live microphone that is switched off', async () => {
    const { call } = await bench.active('call_1');
    call.mute();
    expect(bench.media.microphone).toMatchObject({ enabled: false, readyState: 'live' });
    call.unmute();
    expect(bench.media.microphone.enabled).toBe(true);
    await bench.pass(20);
    expect(sent().slice(-2)).toEqual(['call.mute', 'call.unmute']);
  });

  it('sends digits inline with the audio, one order after the other', async () => {
    const { call } = await bench.active('call_1');
    call.sendDtmf('12');
    call.sendDtmf('3');
    const [sender] = bench.media.connection.getSenders();
    expect(sender?.dtmf.toneBuffer).toBe('123');
    await bench.pass(20);
    expect(sent()).not.toContain('call.dtmf');
  });

  it('that is being hung up carries no digits', async () => {
    const { call } = await bench.active('call_1');
    call.hangup();
    expect(() => call.sendDtmf('1')).toThrow(PhoneError);
  });

  it('whose audio path cannot be repaired is told and ends on both sides within 20 s', async () => {
    const { phone, call } = await bench.active('call_1');
    const [events, told] = [callEvents(call), phoneEvents(phone)];
    bench.media.connection.become('failed');
    await bench.pass(20_100);
    expect([events, told]).toEqual([['ended failed'], ['error call_failed call_1']]);
    expect(bench.socket.last('call.hangup').call_id).toBe('call_1');
    expect(bench.media.open).toEqual(nothing);
  });

  it('whose audio path is lost offers anew, and goes on once it is back', async () => {
    const { call } = await bench.active('call_1');
    const events = callEvents(call);
    bench.media.connection.become('disconnected');
    await bench.pass(300);
    expect(bench.socket.last('sdp.offer')).toMatchObject({ call_id: 'call_1' });
    bench.socket.say({ type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() });
    await bench.pass(20);
    bench.media.connection.become('connected');
    await bench.pass(60_000);
    expect([events, call.state, bench.socket.all('sdp.offer').length]).toEqual([[], 'active', 1]);
  });

  it('whose audio path is lost with the socket dials within a second, and offers anew there', async () => {
    const { phone, call } = await bench.active('call_1', { autoReconnect: true });
    const [events, told] = [callEvents(call), phoneEvents(phone)];
    bench.service.on('ping', () => {});
    bench.service.on('authenticate', ({ req_id }, socket) => {
      bench.service.answerPings();
      socket.say({ ...AUTHENTICATED, ...(req_id && { req_id }), reconnected: true }, restored());
    });
    bench.media.connection.become('disconnected');
    await bench.pass(990);
    expect(bench.service.sockets).toHaveLength(1);
    await bench.pass(60);
    expect(bench.service.sockets).toHaveLength(2);
    await bench.pass(300);
    expect(bench.socket.last('sdp.offer')).toMatchObject({ call_id: 'call_1' });
    expect([events, told]).toEqual([[], ['disconnected transport_closed']]);
  });

  it('tells when the browser wants a click before it plays', async () => {
    let mayPlay = false;
    vi.stubGlobal(
      'Audio',
      class {
        srcObject: unknown;
        pause() {}
        play = () =>
          mayPlay ? Promise.resolve() : Promise.reject(new DOMException('a click first', 'NotAllowedError'));
      },
    );
    const { call } = await bench.trying('call_1');
    const events = callEvents(call);
    bench.socket.say({ type: 'sdp.answer', call_id: 'call_1', sdp: remoteSdp() });
    await bench.pass(20);
    expect(events).toEqual(['audioBlocked']);
    await expect(call.playAudio()).rejects.toMatchObject({ name: 'NotAllowedError' });
    mayPlay = true;
    await expect(call.playAudio()).resolves.toBeUndefined();
  });

  it('plays nothing by itself when the application does', async () => {
    const made = vi.fn();
    vi.stubGlobal('Audio', made);
    const { call } = await bench.active('call_1', { playRemoteAudio: false });
    expect(made).not.toHaveBeenCalled();
    expect(call.remoteStream.getTracks()).toHaveLength(1);
  });
});
