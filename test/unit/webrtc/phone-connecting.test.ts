import { describe, expect, it, vi } from 'vitest';
import { closeCodes, SUBPROTOCOL } from '../../../generated/v1/protocol.js';
import { systemTimers } from '../../../src/core/timing.js';
import { DialStackPhone, PhoneError, type PhoneOptions } from '../../../src/webrtc/index.js';
import { callEvents, phoneEvents, TOKEN, usePhoneBench, watch } from '../../support/phone-bench.js';
import { SERVERS } from '../../support/scripted-api.js';
import { AUTHENTICATED } from '../../support/scripted-service.js';

const bench = usePhoneBench();

/** Everything that an error says, its causes included. */
function wordsOf(error: unknown): string {
  const { message = '', stack = '', cause } = error instanceof Error ? error : new Error(String(error));
  return [message, stack, cause === undefined ? '' : wordsOf(cause)].join('\n');
}

describe('a new phone', () => {
  it.each<[string, unknown]>([
    ['no options', undefined],
    ['null', null],
    ['no token', {}],
    ['an empty token', { token: '' }],
    ['a token that is a number', { token: 7 }],
    ['a token that is a promise', { token: Promise.resolve('token') }],
  ])('is refused with %s', (_, options) => {
    const make = () => new DialStackPhone(options as PhoneOptions);
    expect(make).toThrow(PhoneError);
    expect(make).toThrow(expect.objectContaining({ code: 'auth_failed' }));
  });

  it.each(['apiBaseUrl', 'signalingBaseUrl'])('is refused with an %s that is no address', (option) => {
    expect(() => bench.phone({ [option]: 'nowhere' })).toThrow(expect.objectContaining({ code: 'transport_closed' }));
  });

  it('is not connected, has no calls, and touches nothing', async () => {
    const phone = bench.phone();
    expect([phone.isConnected, phone.activeCalls, phone.getCall('call_1')]).toEqual([false, [], undefined]);
    await bench.pass(60_000);
    expect([bench.service.dialled, bench.api.requests, bench.media.connections, bench.media.asked]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('connecting', () => {
  it('fetches ICE servers, opens the socket, says authenticate, and is connected with authenticated', async () => {
    const order: string[] = [];
    const { WebSocket } = bench.service.platform;
    class Noted extends WebSocket {
      constructor(url: string, protocols: string[]) {
        order.push('socket');
        super(url, protocols);
      }
    }
    const fetch: typeof globalThis.fetch = (...request) => {
      order.push('ice servers');
      return bench.api.fetch(...request);
    };
    bench.service.on('authenticate', ({ req_id }, socket) => {
      order.push('authenticate');
      socket.say({ ...AUTHENTICATED, ...(req_id && { req_id }) });
    });
    const phone = bench.fetchingPhone({ platform: { WebSocket: Noted, fetch } });
    const events = phoneEvents(phone);
    await expect(bench.settle(phone.connect())).resolves.toBeUndefined();
    expect(order).toEqual(['ice servers', 'socket', 'authenticate']);
    expect(events).toEqual(['connected']);
    expect(phone.isConnected).toBe(true);
  });

  it('offers the subprotocol at the derived address', async () => {
    await bench.connected();
    expect(bench.service.dialled).toEqual([{ url: 'wss://webrtc.example.test/v1/webrtc', protocols: [SUBPROTOCOL] }]);
  });

  it('uses the signalling address that it is given', async () => {
    const service = bench.replaceService({ url: 'wss://phones.example.test/eu/v1/webrtc' });
    await bench.connected({ signalingBaseUrl: 'wss://phones.example.test/eu' });
    expect(service.socket.types).toEqual(['authenticate']);
  });

  it('sends the token in the first frame and in the header of REST requests, nowhere else', async () => {
    const phone = bench.phone();
    await bench.settle(phone.connect());
    bench.acceptCalls('call_1');
    const call = await bench.settle(phone.call('101'));
    call.mute();
    call.hangup();
    await bench.pass(20);
    const [first, ...others] = bench.socket.received;
    expect(first).toEqual({
      type: 'authenticate',
      req_id: expect.any(String),
      token: TOKEN,
      session_id: expect.any(String),
    });
    expect(others.length).toBeGreaterThan(2);
    expect(JSON.stringify([others, bench.service.dialled, bench.log])).not.toContain('secret');
  });

  it('says which emergency address the phone is at', async () => {
    await bench.connected({ emergencyAddressId: 'emerg_1' });
    expect(bench.socket.last('authenticate').emergency_address_id).toBe('emerg_1');
  });

  it('does not fetch ICE servers that it is given', async () => {
    await bench.connected({ iceServers: [] });
    expect(bench.api.requests).toEqual([]);
  });

  it('is told before what comes in the same packet', async () => {
    bench.service.on('authenticate', ({ req_id }, socket) => {
      socket.say({ ...AUTHENTICATED, ...(req_id && { req_id }) });
      bench.ring('call_1');
    });
    const phone = bench.phone();
    const events = phoneEvents(phone);
    await bench.settle(phone.connect());
    expect(events).toEqual(['connected', 'incoming call_1']);
  });

  it('gives the same promise while it connects and while it is connected', async () => {
    const phone = bench.phone();
    const ready = phone.connect();
    expect(phone.connect()).toBe(ready);
    await bench.settle(ready);
    expect(phone.connect()).toBe(ready);
    await bench.pass(100);
    expect(bench.service.sockets).toHaveLength(1);
    expect(bench.socket.types).toEqual(['authenticate']);
  });

  it('is not hurt by a listener that throws', async () => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
    const phone = bench.phone();
    phone.on('connected', () => {
      throw new Error('a mistake of the application');
    });
    await expect(bench.settle(phone.connect())).resolves.toBeUndefined();
    expect(shown).toHaveBeenCalledTimes(1);
  });

  it('waits by the timers that it is given', async () => {
    const waits: number[] = [];
    const timers = {
      ...systemTimers,
      setTimeout: (callback: () => void, ms: number) => {
        waits.push(ms);
        return systemTimers.setTimeout(callback, ms);
      },
    };
    await bench.connected({ platform: { timers } });
    expect(waits).toEqual([10_000, 10_000, 2_000]);
  });
});

describe('the longest time of connect()', () => {
  /** Nearly all of the 10 s that each part may take. */
  const SLOW_MS = 9_900;
  const slowly = <T>(value: T, ms = SLOW_MS) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));

  it('is spent on two slow tries and a slow page, when the token has expired: 90 s, and still it connects', async () => {
    const servers = { ice_servers: [], expires_at: new Date(Date.now() + 1).toISOString() };
    bench.api.answerWith(() => slowly(Response.json(servers)));
    let tries = 0;
    bench.service.on('authenticate', ({ req_id = '' }, socket) => {
      const isExpired = ++tries === 1;
      setTimeout(() => {
        if (!isExpired) return socket.say({ ...AUTHENTICATED, req_id });
        socket.say({ type: 'error', code: 'auth_expired', message: 'Expired.', fatal: true, req_id });
      }, SLOW_MS);
    });
    const phone = bench.fetchingPhone({ onTokenExpiring: () => slowly('a.fresh.token', 29_900) });
    const connecting = watch(phone.connect());
    await bench.pass(2 * (2 * SLOW_MS) + 29_900 - 100);
    expect(connecting.state).toBe('pending');
    await bench.pass(400);
    expect([connecting.state, tries]).toEqual(['resolved', 2]);
  });
});

describe('connecting in vain', () => {
  it.each(['RTCPeerConnection', 'MediaStream', 'getUserMedia', 'WebSocket'] as const)(
    'rejects with webrtc_unsupported without %s, before anything goes out',
    async (part) => {
      vi.stubGlobal(part, undefined);
      const { [part]: _, ...platform } = { ...bench.service.platform, ...bench.media.platform, fetch: bench.api.fetch };
      const phone = new DialStackPhone({ token: TOKEN, platform });
      const error = await bench.refusal(phone.connect());
      expect(error).toMatchObject({ code: 'webrtc_unsupported' });
      expect(error.message).toContain(part);
      expect([bench.service.dialled, bench.api.requests]).toEqual([[], []]);
    },
  );

  it.each([
    ['token_expired', 'auth_expired'],
    ['session_revoked', 'session_revoked'],
    ['unauthorized', 'auth_failed'],
  ])('rejects with the fault of the token that the ICE servers tell: %s is %s', async (code, expected) => {
    bench.api.answer(401, { error: 'No.', code });
    const phone = bench.fetchingPhone();
    const events = phoneEvents(phone);
    expect(await bench.refusal(phone.connect())).toMatchObject({ code: expected, fatal: true });
    expect(bench.service.dialled).toEqual([]);
    expect(events).toEqual([]);
  });

  it('rejects with ice_fetch_failed when the ICE servers are not there after 10 s', async () => {
    bench.api.fallSilent();
    const connecting = watch(bench.fetchingPhone().connect());
    await bench.pass(9_999);
    expect(connecting.state).toBe('pending');
    await bench.pass(1);
    expect(connecting).toMatchObject({ state: 'rejected', error: { code: 'ice_fetch_failed' } });
    expect(bench.service.dialled).toEqual([]);
  });

  it('rejects with transport_closed when the socket is refused', async () => {
    bench.replaceService({ refuses: true });
    const phone = bench.phone();
    expect(await bench.refusal(phone.connect())).toMatchObject({ code: 'transport_closed' });
    expect(phone.isConnected).toBe(false);
  });

  it('rejects with transport_closed when the browser refuses to dial', async () => {
    class Refused {
      constructor() {
        throw new DOMException('an insecure socket on a secure page', 'SecurityError');
      }
    }
    const phone = bench.phone({ platform: { WebSocket: Refused as never } });
    expect(await bench.refusal(phone.connect())).toMatchObject({ code: 'transport_closed' });
  });

  it('rejects with transport_closed when authenticate is not answered within 10 s', async () => {
    bench.service.on('authenticate', () => {});
    const connecting = watch(bench.phone().connect());
    await bench.pass(4 + 9_999);
    expect(connecting.state).toBe('pending');
    await bench.pass(1);
    expect(connecting).toMatchObject({ state: 'rejected', error: { code: 'transport_closed' } });
  });

  it.each(['auth_failed', 'auth_expired', 'session_revoked', 'session_limit'])(
    'rejects with the service’s %s, tells no event, and can be tried again',
    async (code) => {
      bench.service.on('authenticate', ({ req_id }, socket) => {
        socket.say({ type: 'error', code, message: 'No.', fatal: true, ...(req_id && { req_id }) });
        socket.close(4401);
      });
      const phone = bench.phone();
      const events = phoneEvents(phone);
      const first = phone.connect();
      expect(await bench.refusal(first)).toMatchObject({ code, fatal: true });
      await bench.pass(20);
      expect(events).toEqual([]);
      bench.service.on('authenticate', ({ req_id }, socket) =>
        socket.say({ ...AUTHENTICATED, ...(req_id && { req_id }) }),
      );
      const second = phone.connect();
      expect(second).not.toBe(first);
      await bench.settle(second);
      expect(events).toEqual(['connected']);
    },
  );

  it.each<[string, () => void]>([
    ['the ICE servers fail', () => bench.api.answerWith(() => Promise.reject(new TypeError('Failed to fetch')))],
    ['the token is refused', () => bench.api.answer(401, { error: 'No.' })],
    ['the service refuses', () => bench.replaceService({ refuses: true })],
    ['the service says nothing', () => bench.service.on('authenticate', () => {})],
  ])('never says the token when %s', async (_, spoil) => {
    spoil();
    const error = await bench.refusal(bench.fetchingPhone().connect(), 20_000);
    expect(wordsOf(error)).not.toContain('secret');
  });

  it('never says a token that no header can carry', async () => {
    const error = await bench.refusal(bench.fetchingPhone({ token: 'secret\ntoken' }).connect());
    expect(wordsOf(error)).not.toContain('secret');
  });
});

describe('disconnecting', () => {
  it.each<[string, () => DialStackPhone, number]>([
    ['in the tick of connect()', () => bench.phone(), -1],
    [
      'while the ICE servers are fetched',
      () => {
        bench.api.fallSilent();
        return bench.fetchingPhone();
      },
      100,
    ],
    ['while the socket opens', () => bench.phone(), 2],
    [
      'while it authenticates',
      () => {
        bench.service.on('authenticate', () => {});
        return bench.phone();
      },
      100,
    ],
  ])('%s rejects connect() at once, tells nothing, and leaves no socket', async (_, make, afterMs) => {
    const phone = make();
    const events = phoneEvents(phone);
    const connecting = watch(phone.connect());
    if (afterMs >= 0) await bench.pass(afterMs);
    phone.disconnect();
    expect(phone.isConnected).toBe(false);
    await bench.pass(0);
    expect(connecting).toMatchObject({ state: 'rejected', error: { code: 'transport_closed' } });
    await bench.pass(20_000);
    expect(events).toEqual([]);
    expect(bench.service.sockets.filter(({ closedWith }) => closedWith === undefined)).toEqual([]);
    expect(bench.service.sockets.flatMap(({ types }) => types).length).toBeLessThanOrEqual(1);
  });

  it('dials nothing once the ICE servers come late', async () => {
    let give = (_: Response) => {};
    bench.api.answerWith(
      () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    );
    const phone = bench.fetchingPhone();
    const connecting = watch(phone.connect());
    await bench.pass(10);
    phone.disconnect();
    give(Response.json({ ice_servers: SERVERS, expires_at: '2099-01-01T00:00:00Z' }));
    await bench.pass(1_000);
    expect(connecting.state).toBe('rejected');
    expect(bench.service.dialled).toEqual([]);
  });

  it('closes the socket with 1000 and tells it once, without an error', async () => {
    const phone = await bench.connected();
    const seen: unknown[][] = [];
    phone.on('disconnected', (...details) => seen.push(details));
    const events = phoneEvents(phone);
    phone.disconnect();
    expect(phone.isConnected).toBe(false);
    expect(events).toEqual(['disconnected']);
    expect(seen).toEqual([[]]);
    phone.disconnect();
    await bench.pass(100);
    expect(events).toEqual(['disconnected']);
    expect(bench.socket.closedWith).toBe(closeCodes.normal);
  });

  it('hangs every call up first, and ends it', async () => {
    const { phone, call } = await bench.active('call_1');
    bench.ring('call_2');
    await bench.pass(20);
    const order: string[] = [];
    phone.on('disconnected', () => order.push('disconnected'));
    const calls = phone.activeCalls;
    expect(calls.map(({ id }) => id)).toEqual(['call_1', 'call_2']);
    for (const each of calls) each.on('ended', (reason) => order.push(`${each.id} ended ${reason}`));
    phone.disconnect();
    expect(order).toEqual(['call_1 ended hangup', 'call_2 ended hangup', 'disconnected']);
    expect([call.state, phone.activeCalls]).toEqual(['ended', []]);
    expect(bench.media.open).toEqual({ connections: 0, microphones: 0 });
    await bench.pass(20);
    expect(bench.socket.all('call.hangup').map(({ call_id }) => call_id)).toEqual(['call_1', 'call_2']);
    expect(bench.socket.types.at(-1)).toBe('call.hangup');
    expect(bench.socket.closedWith).toBe(closeCodes.normal);
  });

  it.each(['idle', 'refused', 'lost', 'left'])('does nothing to a phone that is %s', async (state) => {
    if (state === 'refused') bench.replaceService({ refuses: true });
    const phone = bench.phone();
    if (state !== 'idle') await bench.settle(phone.connect().catch(() => {}));
    if (state === 'lost') bench.socket.close(1006);
    if (state === 'left') phone.disconnect();
    await bench.pass(20);
    const events = phoneEvents(phone);
    expect(() => phone.disconnect()).not.toThrow();
    await bench.pass(100);
    expect(events).toEqual([]);
  });

  it('lets the phone connect again, in the same tick', async () => {
    const phone = await bench.connected();
    const events = phoneEvents(phone);
    phone.disconnect();
    await bench.settle(phone.connect());
    expect(events).toEqual(['disconnected', 'connected']);
    expect(bench.service.sockets).toHaveLength(2);
    expect(phone.isConnected).toBe(true);
    bench.ring('call_1');
    expect(events.at(-1)).toBe('incoming call_1');
  });

  it('while connecting lets the phone connect again, in the same tick', async () => {
    const phone = bench.phone();
    const first = watch(phone.connect());
    phone.disconnect();
    await bench.settle(phone.connect());
    expect(first).toMatchObject({ state: 'rejected', error: { code: 'transport_closed' } });
    expect(phone.isConnected).toBe(true);
    await bench.pass(100);
    expect(bench.service.sockets.filter(({ closedWith }) => closedWith === undefined)).toHaveLength(1);
  });

  it('may be done by whoever hears that it is connected', async () => {
    const phone = bench.phone();
    const events = phoneEvents(phone);
    phone.on('connected', () => phone.disconnect());
    expect(await bench.refusal(phone.connect())).toMatchObject({ code: 'transport_closed' });
    expect(events).toEqual(['connected', 'disconnected']);
    expect(phone.isConnected).toBe(false);
  });
});

describe('a connection that ends by itself', () => {
  it.each([
    ['auth_failed', 4401],
    ['auth_expired', 4401],
    ['session_revoked', 4403],
    ['session_replaced', 4409],
    ['session_limit', 4429],
    ['idle_timeout', 4408],
    ['slow_consumer', 4431],
    ['going_away', 1001],
    ['invalid_message', 4400],
  ])(
    'with %s tells the error and disconnected once, with the same error; connect() works again',
    async (code, closeCode) => {
      const phone = await bench.connected();
      const errors: unknown[] = [];
      phone.on('error', (error) => errors.push(error));
      phone.on('disconnected', (error) => errors.push(error));
      const events = phoneEvents(phone);
      bench.socket.say({ type: 'error', code, message: 'It is over.', fatal: true });
      bench.socket.close(closeCode);
      await bench.pass(100);
      expect(events).toEqual([`error ${code}`, `disconnected ${code}`]);
      expect(errors[0]).toBe(errors[1]);
      expect(errors[0]).toMatchObject({ code, fatal: true, message: 'It is over.' });
      expect(phone.isConnected).toBe(false);
      await bench.settle(phone.connect());
      expect(phone.isConnected).toBe(true);
    },
  );

  it.each([1000, 1006, 1011, 4999])(
    'with close code %i and no error before tells disconnected once, with transport_closed',
    async (closeCode) => {
      const phone = await bench.connected();
      const events = phoneEvents(phone);
      bench.socket.close(closeCode);
      await bench.pass(100);
      expect(events).toEqual(['disconnected transport_closed']);
      expect(phone.isConnected).toBe(false);
      await bench.settle(phone.connect());
      expect(events.at(-1)).toBe('connected');
    },
  );

  it.each([
    [4401, 'auth_expired'],
    [4403, 'session_revoked'],
    [4409, 'session_replaced'],
  ])('with close code %i alone is over as after %s', async (closeCode, code) => {
    const phone = await bench.connected({ autoReconnect: true });
    const events = phoneEvents(phone);
    bench.socket.close(closeCode);
    await bench.pass(60_000);
    expect(events).toEqual([`error ${code}`, `disconnected ${code}`]);
  });

  it('ends its calls before it says so, and lets go of their media', async () => {
    const { phone, call } = await bench.active('call_1');
    const order = callEvents(call);
    phone.on('error', () => order.push('error'));
    phone.on('disconnected', () => order.push('disconnected'));
    bench.socket.say({ type: 'error', code: 'session_replaced', message: 'x', fatal: true });
    await bench.pass(20);
    expect(order).toEqual(['ended failed', 'error', 'disconnected']);
    expect(phone.activeCalls).toEqual([]);
    expect(bench.media.open).toEqual({ connections: 0, microphones: 0 });
  });
});
