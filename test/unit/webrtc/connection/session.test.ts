import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerMessage } from '../../../../generated/v1/messages.js';
import { closeCodes, SUBPROTOCOL } from '../../../../generated/v1/protocol.js';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import { Session, type SessionPort } from '../../../../src/webrtc/connection/session.js';
import type { WebSocketLike } from '../../../../src/wire/socket.js';
import { AUTHENTICATED, ScriptedService, type ScriptedServiceOptions } from '../../../support/scripted-service.js';

let service: ScriptedService;
beforeEach(() => {
  vi.useFakeTimers();
  service = new ScriptedService();
});
afterEach(() => {
  vi.useRealTimers();
  service.stop();
  expect(service.takeViolations()).toEqual([]);
});

function replaceService(options: ScriptedServiceOptions): void {
  service.stop();
  service = new ScriptedService(options);
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Waits until a session is over; gives why. */
async function endOf({ over }: Session): Promise<PhoneError> {
  if (!over.aborted) await new Promise((resolve) => over.addEventListener('abort', resolve));
  return over.reason;
}

/** Opens a session; what it told its port is in `told`, and how `open` settled in `outcome`. */
function opening(overrides: Partial<SessionPort> = {}, signal = new AbortController().signal) {
  const { WebSocket } = service.platform;
  const told: string[] = [];
  const messages: ServerMessage[] = [];
  const outcome: { name: string; error?: PhoneError } = { name: 'pending' };
  let session: Session | undefined;
  const port: SessionPort = {
    timers: systemTimers,
    dial: (protocol) => new WebSocket(service.url, [protocol]),
    onMessage: (message) => {
      messages.push(message);
      told.push(message.type);
    },
    onError: ({ code }) => told.push(`error ${code}`),
    onMalformed: (problem, type, callId) => told.push(`malformed ${type} ${callId}: ${problem}`),
    ...overrides,
  };
  const onAuthenticated = (authenticated: Session) => {
    session = authenticated;
    told.push('authenticated');
  };
  const ready = Session.open(port, { token: 'token-1', emergency_address_id: 'emerg_1' }, onAuthenticated, signal);
  ready.then(
    () => {
      outcome.name = 'open';
    },
    (error: PhoneError) => Object.assign(outcome, { name: 'refused', error }),
  );
  const get = () => {
    if (!session) throw new Error('the session is not authenticated');
    return session;
  };
  return { told, messages, outcome, ready, get };
}

/** An authenticated session. */
async function open(overrides: Partial<SessionPort> = {}) {
  const opened = opening(overrides);
  await pass(20);
  await opened.ready;
  return { ...opened, session: opened.get() };
}

/** A socket that does what a test says, as an EventEmitter does it: an `error` that nobody hears is thrown. */
class ManualSocket extends EventEmitter implements WebSocketLike {
  protocol = SUBPROTOCOL as string;
  readonly sent: string[] = [];
  closedWith: number | undefined;

  send(text: string): void {
    this.sent.push(text);
  }

  close(code?: number): void {
    this.closedWith = code;
  }

  addEventListener(type: string, listener: (event: { data: unknown; code: number; reason: string }) => void): void {
    this.on(type, listener);
  }
}

describe('opening a session', () => {
  it('offers the subprotocol and says authenticate first, once the socket is open', async () => {
    const { outcome, told } = opening();
    expect(service.dialled).toEqual([{ url: service.url, protocols: [SUBPROTOCOL] }]);
    await pass(20);
    expect(outcome.name).toBe('open');
    expect(told).toEqual(['authenticated']);
    expect(service.socket.received).toEqual([
      { type: 'authenticate', req_id: expect.any(String), token: 'token-1', emergency_address_id: 'emerg_1' },
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never puts the token into the address', async () => {
    await open();
    expect(JSON.stringify(service.dialled)).not.toContain('token-1');
  });

  it('says nothing more before it is authenticated', async () => {
    service.on('authenticate', () => {});
    opening();
    await pass(9_000);
    expect(service.socket.types).toEqual(['authenticate']);
  });

  it.each<[string, ScriptedServiceOptions, string]>([
    ['refuses the upgrade', { refuses: true }, 'could not be opened'],
    ['agrees on another subprotocol', { selectProtocol: () => 'dialstack.webrtc.v2' }, 'could not be opened'],
    ['agrees on none', { selectProtocol: () => '' }, 'opened without the subprotocol'],
  ])('is refused when the service %s; the error names both causes', async (_, options, what) => {
    replaceService(options);
    const { outcome, told } = opening();
    await pass(20);
    expect(outcome).toMatchObject({ name: 'refused', error: { code: 'transport_closed', fatal: false } });
    expect(outcome.error).toBeInstanceOf(PhoneError);
    expect(outcome.error?.message).toContain(what);
    expect(outcome.error?.message).toMatch(/network, signalingBaseUrl and its subprotocol/);
    expect(told).toEqual([]);
    expect(service.sockets.flatMap(({ received }) => received)).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is refused when nobody is there', async () => {
    service.stop();
    const { outcome } = opening();
    await pass(20);
    expect(outcome).toMatchObject({ name: 'refused', error: { code: 'transport_closed' } });
  });

  it('is refused when the socket does not open within 10 s, not before; the socket is closed', async () => {
    const socket = new ManualSocket();
    const { outcome } = opening({ dial: () => socket });
    await pass(9_999);
    expect(outcome.name).toBe('pending');
    await pass(1);
    expect(outcome).toMatchObject({ name: 'refused', error: { code: 'transport_closed' } });
    expect(outcome.error?.message).toContain('did not open within 10 s');
    expect(socket.closedWith).toBe(closeCodes.normal);
    expect(socket.sent).toEqual([]);
  });

  it('is refused when authenticate is not answered within 10 s, not before; the socket is closed', async () => {
    service.on('authenticate', () => {});
    const { outcome } = opening();
    await pass(4 + 9_999);
    expect(outcome.name).toBe('pending');
    await pass(1);
    expect(outcome).toMatchObject({ name: 'refused', error: { code: 'transport_closed' } });
    expect(outcome.error?.message).toContain('did not answer authenticate in 10 s');
    await pass(10);
    expect(service.socket.closedWith).toBe(closeCodes.normal);
  });

  it.each(['InvalidAccessError', 'SecurityError', 'SyntaxError'])(
    'is refused as a PhoneError when the socket’s constructor throws a %s',
    async (name) => {
      const cause = new DOMException('an insecure socket on a secure page', name);
      const dial = () => {
        throw cause;
      };
      const { outcome } = opening({ dial });
      await pass(0);
      expect(outcome.error).toBeInstanceOf(PhoneError);
      expect(outcome).toMatchObject({ name: 'refused', error: { code: 'transport_closed', cause } });
    },
  );

  it('hears the error of a socket, which throws an error that nobody hears', async () => {
    const socket = new ManualSocket();
    const { outcome } = opening({ dial: () => socket });
    expect(() => socket.emit('error', new Error('connect ECONNREFUSED'))).not.toThrow();
    socket.emit('close', { code: 1006, reason: '' });
    await pass(0);
    expect(outcome).toMatchObject({ name: 'refused', error: { code: 'transport_closed' } });
  });

  it.each([
    ['auth_failed', 4401],
    ['auth_expired', 4401],
    ['session_revoked', 4403],
    ['session_limit', 4429],
  ])('is refused with the service’s %s', async (code, closeCode) => {
    service.on('authenticate', ({ req_id }, socket) => {
      socket.say({ type: 'error', code, message: 'No.', fatal: true, ...(req_id && { req_id }) });
      socket.close(closeCode);
    });
    const { outcome, told } = opening();
    await pass(20);
    expect(outcome).toMatchObject({ name: 'refused', error: { code, message: 'No.', fatal: true } });
    expect(told).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is refused with the service’s error that does not echo the request', async () => {
    service.on('authenticate', (_, socket) => {
      socket.say({ type: 'error', code: 'session_limit', message: 'No.', fatal: true });
    });
    const { outcome } = opening();
    await pass(20);
    expect(outcome).toMatchObject({ name: 'refused', error: { code: 'session_limit' } });
    expect(service.socket.closedWith).toBe(closeCodes.normal);
  });

  it('is refused when the socket closes before the reply', async () => {
    service.on('authenticate', (_, socket) => socket.close(1011));
    const { outcome } = opening();
    await pass(20);
    expect(outcome).toMatchObject({ name: 'refused', error: { code: 'transport_closed', fatal: false } });
    expect(outcome.error?.message).toContain('1011');
  });

  it.each<[string, number]>([
    ['before it dials', -1],
    ['while the socket opens', 0],
    ['while it authenticates', 6],
  ])('that is aborted %s rejects and lets go of the socket', async (_, afterMs) => {
    service.on('authenticate', () => {});
    const stop = new AbortController();
    if (afterMs < 0) stop.abort();
    const { outcome, told } = opening({}, stop.signal);
    if (afterMs > 0) await pass(afterMs);
    stop.abort();
    await pass(0);
    expect(outcome.name).toBe('refused');
    await pass(20);
    expect(service.dialled).toHaveLength(afterMs < 0 ? 0 : 1);
    expect(service.sockets.map(({ closedWith }) => closedWith)).toEqual(afterMs > 0 ? [closeCodes.normal] : []);
    expect(told).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not undone by a signal that comes after it', async () => {
    const stop = new AbortController();
    const { outcome, get } = opening({}, stop.signal);
    await pass(20);
    expect(outcome.name).toBe('open');
    stop.abort();
    get().send({ type: 'call.hangup', call_id: 'call_1' });
    await pass(20);
    expect(service.socket.types).toEqual(['authenticate', 'call.hangup']);
  });

  it('takes no message before it is authenticated, and breaks on none', async () => {
    service.on('authenticate', (_, socket) => {
      socket.say(
        { type: 'call.trying', call_id: 'call_1' },
        { type: 'call.incoming', call_id: 'call_2', from: '101', from_name: null, to: '102' },
        { type: 'pong' },
      );
    });
    const { outcome, told } = opening();
    await pass(20);
    expect(outcome.name).toBe('pending');
    expect(told).toEqual([]);
  });

  it('reads the frames that come with authenticated after its port was told', async () => {
    service.on('authenticate', ({ req_id }, socket) => {
      socket.say(
        { ...AUTHENTICATED, ...(req_id && { req_id }) },
        { type: 'call.incoming', call_id: 'call_1', from: '101', from_name: null, to: '102' },
        { type: 'sdp.offer', call_id: 'call_1', sdp: 'v=0' },
      );
    });
    const { told } = await open();
    expect(told).toEqual(['authenticated', 'call.incoming', 'sdp.offer']);
  });
});

describe('an open session', () => {
  it('hands on every message, in order', async () => {
    const { messages, told } = await open();
    const frames: ServerMessage[] = [
      { type: 'call.ringing', call_id: 'call_1' },
      { type: 'network.changed' },
      { type: 'pong', req_id: 'nobody asked' },
    ];
    service.socket.say(...frames);
    expect(messages).toEqual(frames);
    expect(told).toEqual(['authenticated', 'call.ringing', 'network.changed', 'pong']);
  });

  it('hands on an error that answers nothing as what the page gets, in order', async () => {
    const errors: PhoneError[] = [];
    const { told } = await open({ onError: (error) => errors.push(error) });
    service.socket.say(
      { type: 'error', code: 'call_not_found', message: 'No such call.', call_id: 'call_1' },
      { type: 'network.changed' },
    );
    expect(errors).toEqual([expect.objectContaining({ name: 'PhoneError', code: 'call_not_found', callId: 'call_1' })]);
    expect(told).toEqual(['authenticated', 'network.changed']);
  });

  it('ignores types that it does not know', async () => {
    const { told, outcome } = await open();
    service.socket.sayBroken({ type: 'call.parked', call_id: 'call_1' });
    service.socket.say({ type: 'pong' });
    expect(told).toEqual(['authenticated', 'pong']);
    expect(outcome.name).toBe('open');
  });

  it('drops a frame that breaks the contract, says so, and goes on', async () => {
    const { told } = await open();
    service.socket.sayBroken('half a fra');
    service.socket.sayBroken({ type: 'call.ended', call_id: 'call_1' });
    service.socket.say({ type: 'pong' });
    expect(told.slice(1)).toEqual([
      'malformed undefined undefined: not a JSON object with a type',
      expect.stringMatching(/^malformed call\.ended call_1: call\.ended\/reason is missing/),
      'pong',
    ]);
  });

  it('gives a request its reply', async () => {
    const { session } = await open();
    service.on('ping', ({ req_id }, socket) => socket.say({ type: 'pong', ...(req_id && { req_id }) }));
    const reply = session.request('ping', {});
    await pass(10);
    await expect(reply).resolves.toMatchObject({ type: 'pong' });
  });

  it('rejects a request with the error that answers it, which goes nowhere else', async () => {
    const { session, told } = await open();
    service.on('call.create', ({ req_id }, socket) => {
      socket.say({ type: 'error', code: 'call_failed', message: 'No.', ...(req_id && { req_id }) });
    });
    const reply = session.request('call.create', { destination: '101', sdp: 'v=0' });
    reply.catch(() => {});
    await pass(10);
    await expect(reply).rejects.toMatchObject({ code: 'call_failed', fatal: false });
    expect(told).toEqual(['authenticated']);
  });

  it('rejects a request that is not answered within 10 s, and hands on what comes later', async () => {
    const { session, told } = await open();
    const reply = session.request('call.create', { destination: '101', sdp: 'v=0' });
    const settled = vi.fn();
    reply.catch(settled);
    await pass(9_999);
    expect(settled).not.toHaveBeenCalled();
    await pass(1);
    await expect(reply).rejects.toMatchObject({ code: 'transport_closed' });
    const { req_id = '' } = service.socket.last('call.create');
    service.socket.say({ type: 'call.trying', call_id: 'call_1', req_id });
    expect(told).toEqual(['authenticated', 'call.trying']);
  });

  it('settles what is under way', async () => {
    const { session } = await open();
    await expect(session.whileOpen(Promise.resolve('value'))).resolves.toBe('value');
    await expect(session.whileOpen(Promise.reject(new Error('fault')))).rejects.toThrow('fault');
  });
});

/** The ways in which a session ends, and the error that it ends with. */
const ENDS: [string, () => void, string | undefined][] = [
  [
    'a fatal error',
    () => service.socket.say({ type: 'error', code: 'going_away', message: 'x', fatal: true }),
    'going_away',
  ],
  ['a lost socket', () => service.socket.close(1006), 'transport_closed'],
];

describe('a session that ends', () => {
  it.each([
    ['auth_expired', 4401],
    ['auth_failed', 4401],
    ['session_revoked', 4403],
    ['session_replaced', 4409],
    ['session_limit', 4429],
    ['idle_timeout', 4408],
    ['slow_consumer', 4431],
    ['going_away', 1001],
    ['invalid_message', 4400],
  ])('says %s when the service does, once, whatever the close code', async (code, closeCode) => {
    const { session } = await open();
    service.socket.say({ type: 'error', code, message: 'It is over.', fatal: true, retry_after_seconds: 3 });
    service.socket.close(closeCode);
    expect(await endOf(session)).toMatchObject({
      code,
      fatal: true,
      message: 'It is over.',
      retryAfterMs: 3_000,
    });
    await pass(10);
    expect(await endOf(session)).toMatchObject({ code });
  });

  it('does not wait for the socket after a fatal error: it closes it', async () => {
    const { session } = await open();
    service.socket.say({ type: 'error', code: 'session_revoked', message: 'x', fatal: true });
    expect(await endOf(session)).toMatchObject({ code: 'session_revoked' });
    await pass(10);
    expect(service.socket.closedWith).toBe(closeCodes.normal);
  });

  it.each([
    [1000, 'transport_closed'],
    [1001, 'going_away'],
    [1005, 'transport_closed'],
    [1006, 'transport_closed'],
    [1009, 'transport_closed'],
    [1011, 'transport_closed'],
    [4400, 'invalid_message'],
    [4401, 'auth_expired'],
    [4403, 'session_revoked'],
    [4408, 'idle_timeout'],
    [4409, 'session_replaced'],
    [4429, 'session_limit'],
    [4431, 'slow_consumer'],
    [4999, 'transport_closed'],
  ])('that closes with %i, and no error came before, has ended with %s', async (closeCode, code) => {
    const { session } = await open();
    service.socket.close(closeCode);
    await pass(10);
    const error = await endOf(session);
    expect(error).toMatchObject({ code, fatal: code !== 'transport_closed' });
    expect(error.message).toContain(String(closeCode));
  });

  it('closes its socket with 1000 when the caller leaves', async () => {
    const { session } = await open();
    session.send({ type: 'call.hangup', call_id: 'call_1' });
    session.close();
    expect(await endOf(session)).toMatchObject({
      code: 'transport_closed',
      message: expect.stringContaining('await connect() first'),
    });
    await pass(10);
    expect(service.socket.types).toEqual(['authenticate', 'call.hangup']);
    expect(service.socket.closedWith).toBe(closeCodes.normal);
  });

  it.each([
    [
      'comes about is hung up',
      { type: 'call.trying', call_id: 'call_late', req_id: '' },
      ['call.create', 'call.hangup'],
    ],
    ['is refused', { type: 'error', code: 'call_failed', message: 'No.', req_id: '' }, ['call.create']],
  ] as const)('waits for the reply to a call that is being placed: one that %s', async (_, reply, sent) => {
    const { session } = await open();
    const placing = session.request('call.create', { destination: '101', sdp: 'v=0' });
    placing.catch(() => {});
    await pass(10);
    session.close();
    await expect(placing).rejects.toMatchObject({ code: 'transport_closed' });
    await pass(10);
    expect(service.socket.closedWith).toBeUndefined();
    const create = service.socket.received.find(({ type }) => type === 'call.create');
    service.socket.say({ ...reply, req_id: (create as { req_id: string }).req_id });
    await pass(10);
    expect(service.socket.types.slice(1)).toEqual(sent);
    expect(service.socket.closedWith).toBe(closeCodes.normal);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for such a reply no longer than 10 s, and says nothing of what else comes', async () => {
    const { session, told } = await open();
    session.request('call.create', { destination: '101', sdp: 'v=0' }).catch(() => {});
    await pass(10);
    session.close();
    const before = [...told];
    service.socket.say({ type: 'network.changed' }, { type: 'call.ringing', call_id: 'call_1' });
    await pass(9_000);
    expect([told, service.socket.closedWith]).toEqual([before, undefined]);
    await pass(1_010);
    expect(service.socket.closedWith).toBe(closeCodes.normal);
  });

  it.each(ENDS)('by %s rejects what waits for a reply, and what is under way', async (_, end, code) => {
    const { session } = await open();
    service.on('ping', () => {});
    const waiting = [session.request('ping', {}), session.whileOpen(new Promise(() => {}))];
    for (const promise of waiting) promise.catch(() => {});
    end();
    await pass(10);
    for (const promise of waiting) await expect(promise).rejects.toMatchObject({ code });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('by the caller’s leaving rejects them too', async () => {
    const { session } = await open();
    const waiting = [session.request('ping', {}), session.whileOpen(new Promise(() => {}))];
    for (const promise of waiting) promise.catch(() => {});
    session.close();
    for (const promise of waiting) await expect(promise).rejects.toMatchObject({ code: 'transport_closed' });
  });

  it.each(ENDS)('by %s sends nothing more', async (_, end, code) => {
    const { session } = await open();
    end();
    await pass(10);
    expect(() => session.send({ type: 'ping' })).toThrow(expect.objectContaining({ code }));
    await expect(session.request('ping', {})).rejects.toMatchObject({ code });
    await expect(session.whileOpen(new Promise(() => {}))).rejects.toMatchObject({ code });
    await pass(10);
    expect(service.socket.types).toEqual(['authenticate']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reads nothing more', async () => {
    const { session, told } = await open();
    session.close();
    service.socket.say({ type: 'pong' });
    service.socket.sayBroken('half a fra');
    expect(told).toEqual(['authenticated']);
  });

  it('reads nothing of what comes in the same packet as a fatal error', async () => {
    const { told, session } = await open();
    service.socket.say({ type: 'error', code: 'session_revoked', message: 'x', fatal: true }, { type: 'pong' });
    service.socket.say({ type: 'error', code: 'going_away', message: 'x', fatal: true });
    expect(told).toEqual(['authenticated']);
    expect(await endOf(session)).toMatchObject({ code: 'session_revoked' });
  });
});
