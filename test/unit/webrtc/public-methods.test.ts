import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restRequests } from '../../../generated/v1/validators/open.js';
import { Emitter } from '../../../src/core/emitter.js';
import type { Call } from '../../../src/webrtc/calls/call.js';
import { LiveCall } from '../../../src/webrtc/calls/live-call.js';
import { DialStackPhone, PhoneError } from '../../../src/webrtc/index.js';
import { usePhoneBench, watch } from '../../support/phone-bench.js';
import { AUTHENTICATED } from '../../support/scripted-service.js';

const bench = usePhoneBench();

/** The longest time that any promise may take: connect() with an expired token (60 s of dialling, 30 s for a new one). */
const LONGEST_MS = 91_000;
/** Shorter than the wait before the first try to come back, twice over. */
const WINDOW_MS = 200;

const ADDRESS = { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' };
const REVOKED = { type: 'error', code: 'session_revoked', message: 'Sign in again.', fatal: true } as const;

type Methods<T> = { [M in keyof T]: T[M] extends (...args: never[]) => unknown ? M : never }[keyof T];
type PhoneMethod = Methods<DialStackPhone>;
type CallMethod = Methods<Call>;
/** What the page does not see of a call. */
const INTERNAL: readonly Exclude<Methods<LiveCall>, keyof Call>[] = [
  'setHold',
  'expectHold',
  'holdBack',
  'release',
  'receive',
  'end',
  'onServerError',
  'restore',
  'rejoin',
];

/** What a method does in each state; `A; then B` where it does something else the second time. */
type Row<State extends string, Subject> = { does: (subject: Subject) => unknown } & Record<State, string>;

// The service and the devices, as far as the methods reach them.

let isRevoked = false;
let isSilent = false;
const strays: unknown[] = [];
const stray = (reason: unknown) => strays.push(reason);
/** The method and path of every REST request. */
const asked: string[] = [];

beforeEach(() => {
  isRevoked = isSilent = false;
  asked.length = strays.length = 0;
  process.on('unhandledRejection', stray);
  vi.spyOn(Math, 'random').mockReturnValue(0.999); // The longest wait before a reconnect.
  vi.stubGlobal('Audio', PageAudio);
});
afterEach(() => {
  process.off('unhandledRejection', stray);
});

/** As a browser's: without a source, `play()` never settles (HTML, resource selection). */
class PageAudio {
  srcObject: unknown = null;
  play = () => (this.srcObject ? Promise.resolve() : new Promise<void>(() => {}));
  pause = () => {};
}

/** The REST service: refuses what the contract refuses. */
const rest = (async (input, init) => {
  const request = new Request(input, init);
  const { pathname, searchParams } = new URL(request.url);
  const route = `${request.method} ${pathname}`;
  asked.push(route);
  if (isSilent) return new Promise<never>(() => {});
  if (isRevoked) return Response.json({ error: 'Revoked.', code: 'session_revoked' }, { status: 401 });
  const text = await request.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const presence = { status: 'available', status_text: null, updated_at: '2026-03-02T10:00:00Z' };
  const address = { id: 'addr_1', street2: null, ...ADDRESS, validated_at: '2026-03-02T10:00:00Z' };
  const limit = Number(searchParams.get('limit') ?? 10);
  const [isFine, answer] = {
    'GET /v1/me/presence': [true, presence],
    'PUT /v1/me/presence': [restRequests.setPresence(body), presence],
    'GET /v1/me/directory': [
      limit >= 1 && limit <= 100,
      { object: 'list', url: '/', next_page_url: null, previous_page_url: null, data: [] },
    ],
    'GET /v1/me/emergency-address': [true, address],
    'POST /v1/me/emergency-address': [restRequests.setEmergencyAddress(body), address],
  }[route] ?? [false, undefined];
  return isFine ? Response.json(answer) : Response.json({ error: 'A field is wrong.' }, { status: 422 });
}) as typeof fetch;

const options = () => ({ autoReconnect: true, platform: { fetch: rest } });

function script(): void {
  bench.acceptCalls('call_1', 'call_2', 'call_3');
  let consultations = 0;
  bench.service.on('call.transfer.attended', ({ step, req_id }, socket) => {
    const call_id = `call_about_${++consultations}`;
    if (step === 'consult') socket.say({ type: 'call.trying', call_id, ...(req_id && { req_id }) });
  });
  bench.service.on('presence.subscribe', ({ req_id }, socket) =>
    socket.say({ type: 'presence.list', users: [], ...(req_id && { req_id }) }),
  );
}

// Where a phone and a call can be.

const PHONES = {
  'never connected': async () => bench.phone(options()),
  connecting: async () => {
    bench.service.on('authenticate', ({ req_id }, socket) =>
      setTimeout(() => socket.closedWith ?? socket.say({ ...AUTHENTICATED, ...(req_id && { req_id }) }), 500),
    );
    const phone = bench.phone(options());
    watch(phone.connect());
    await bench.pass(20);
    return phone;
  },
  connected: () => bench.connected(options()),
  reconnecting: async () => drop(await bench.connected(options())),
  disconnected: async () => leave(await bench.connected(options())),
  revoked: async () => {
    const phone = await bench.connected(options());
    isRevoked = true;
    bench.service.on('authenticate', ({ req_id }, socket) => socket.say({ ...REVOKED, ...(req_id && { req_id }) }));
    bench.socket.say(REVOKED);
    await bench.pass(20);
    return phone;
  },
};
type PhoneState = keyof typeof PHONES;

const CALLS = {
  trying: async () => (await bench.trying('call_1', options())).call,
  'ringing out': async () => told((await bench.trying('call_1', options())).call, { type: 'call.ringing' }),
  'ringing in': async () => (await bench.ringing('call_1', options())).call,
  answering: async () => {
    const { call } = await bench.ringing('call_1', options());
    bench.media.answer = 'later';
    return doing(call, () => call.answer());
  },
  active: async () => (await bench.active('call_1', options())).call,
  'held local': async () => told(await CALLS.active(), { type: 'call.held', held_by: 'local' }),
  'held remote': async () => told(await CALLS.active(), { type: 'call.held', held_by: 'remote' }),
  consulting: async () => {
    const call = await CALLS.active();
    const consultation = await bench.settle(call.attendedTransfer('102'));
    await told(consultation, { type: 'call.answered' });
    return call;
  },
  leaving: async () => {
    const call = await CALLS.active();
    return doing(call, () => call.hangup());
  },
  ended: async () => told(await CALLS.active(), { type: 'call.ended', reason: 'hangup', duration_seconds: 1 }),
  'dropped ringing': async () => {
    const { phone, call } = await bench.ringing('call_1', options());
    await drop(phone);
    return call;
  },
  'dropped active': async () => {
    const { phone, call } = await bench.active('call_1', options());
    await drop(phone);
    return call;
  },
  'dropped held': async () => {
    const { phone, call } = await bench.active('call_1', options());
    await told(call, { type: 'call.held', held_by: 'local' });
    await drop(phone);
    return call;
  },
  disconnected: async () => {
    const { phone, call } = await bench.active('call_1', options());
    await leave(phone);
    return call;
  },
};
type CallPlace = keyof typeof CALLS;

async function drop(phone: DialStackPhone): Promise<DialStackPhone> {
  bench.socket.close(1006);
  await bench.pass(10);
  return phone;
}

async function leave(phone: DialStackPhone): Promise<DialStackPhone> {
  phone.disconnect();
  await bench.pass(20);
  return phone;
}

async function doing(call: Call, act: () => void): Promise<Call> {
  act();
  await bench.pass(20);
  return call;
}

type Telling =
  | { type: 'call.ringing' | 'call.answered' }
  | { type: 'call.held'; held_by: 'local' | 'remote' }
  | { type: 'call.ended'; reason: 'hangup'; duration_seconds: number };

const told = (call: Call, frame: Telling) => doing(call, () => bench.socket.say({ ...frame, call_id: call.id }));

/** The same outcome everywhere, unless said otherwise. */
const everywhere = <State extends string>(states: Record<State, unknown>, outcome: string) =>
  Object.fromEntries(Object.keys(states).map((state) => [state, outcome])) as Record<State, string>;

// The tables.

const anyPhone = (outcome: string) => everywhere(PHONES, outcome);
const anyCall = (outcome: string) => everywhere(CALLS, outcome);
const ignore = () => {};

const ON_PHONE: { [M in PhoneMethod]: Row<PhoneState, DialStackPhone> } = {
  connect: {
    does: (phone) => phone.connect(),
    'never connected': 'dials, resolves; then resolves',
    connecting: 'resolves',
    connected: 'resolves',
    reconnecting: 'dials, resolves; then resolves',
    disconnected: 'dials, resolves; then resolves',
    revoked: 'dials, closes, session_revoked',
  },
  disconnect: {
    does: (phone) => phone.disconnect(),
    'never connected': 'nothing',
    connecting: 'closes; then nothing',
    connected: 'closes; then nothing',
    reconnecting: 'nothing',
    disconnected: 'nothing',
    revoked: 'nothing',
  },
  call: {
    does: (phone) => phone.call('101', { callerId: '+14155550101' }),
    ...anyPhone('transport_closed'),
    connected: 'sends call.create, resolves',
  },
  getCall: { does: (phone) => phone.getCall('call_1'), ...anyPhone('nothing') },
  subscribePresence: {
    does: (phone) => phone.subscribePresence(['user_1']),
    ...anyPhone('transport_closed'),
    connected: 'sends presence.subscribe',
    reconnecting: 'nothing',
  },
  setPresence: {
    does: (phone) => phone.setPresence('away', 'Lunch'),
    ...anyPhone('PUT /v1/me/presence, resolves'),
    revoked: 'PUT /v1/me/presence, session_revoked',
  },
  getPresence: {
    does: (phone) => phone.getPresence(),
    ...anyPhone('GET /v1/me/presence, resolves'),
    revoked: 'GET /v1/me/presence, session_revoked',
  },
  listDirectory: {
    does: (phone) => phone.listDirectory(),
    ...anyPhone('GET /v1/me/directory, resolves'),
    revoked: 'GET /v1/me/directory, session_revoked',
  },
  setEmergencyAddress: {
    does: (phone) => phone.setEmergencyAddress(ADDRESS),
    ...anyPhone('POST /v1/me/emergency-address, resolves'),
    revoked: 'POST /v1/me/emergency-address, session_revoked',
  },
  getEmergencyAddress: {
    does: (phone) => phone.getEmergencyAddress(),
    ...anyPhone('GET /v1/me/emergency-address, resolves'),
    revoked: 'GET /v1/me/emergency-address, session_revoked',
  },
  on: { does: (phone) => phone.on('network.changed', ignore), ...anyPhone('gives a function') },
  once: { does: (phone) => phone.once('network.changed', ignore), ...anyPhone('gives a function') },
  off: { does: (phone) => phone.off('network.changed', ignore), ...anyPhone('nothing') },
};

const ON_CALL: { [M in CallMethod]: Row<CallPlace, Call> } = {
  answer: {
    does: (call) => call.answer(),
    ...anyCall('invalid_message'),
    'ringing in': 'sends call.answer; then nothing',
    answering: 'nothing',
    'dropped ringing': 'transport_closed',
  },
  reject: {
    does: (call) => call.reject(),
    ...anyCall('invalid_message'),
    'ringing in': 'sends call.reject; then nothing',
    answering: 'sends call.reject; then nothing',
    'dropped ringing': 'nothing',
  },
  hangup: {
    does: (call) => call.hangup(),
    ...anyCall('sends call.hangup; then nothing'),
    leaving: 'nothing',
    ended: 'nothing',
    'dropped ringing': 'nothing',
    'dropped active': 'nothing',
    'dropped held': 'nothing',
    disconnected: 'nothing',
  },
  hold: {
    does: (call) => call.hold(),
    ...anyCall('invalid_message'),
    active: 'sends call.hold',
    'held local': 'sends call.hold',
    'held remote': 'sends call.hold',
    consulting: 'sends call.hold',
    'dropped active': 'transport_closed',
    'dropped held': 'transport_closed',
  },
  resume: {
    does: (call) => call.resume(),
    ...anyCall('invalid_message'),
    active: 'nothing',
    'held local': 'sends call.resume',
    'held remote': 'sends call.resume',
    consulting: 'nothing',
    'dropped active': 'nothing',
    'dropped held': 'transport_closed',
  },
  mute: {
    does: (call) => call.mute(),
    ...anyCall('sends call.mute; then nothing'),
    leaving: 'invalid_message',
    ended: 'invalid_message',
    'dropped ringing': 'nothing',
    'dropped active': 'nothing',
    'dropped held': 'nothing',
    disconnected: 'invalid_message',
  },
  unmute: {
    does: (call) => call.unmute(),
    ...anyCall('nothing'),
    leaving: 'invalid_message',
    ended: 'invalid_message',
    disconnected: 'invalid_message',
  },
  sendDtmf: {
    does: (call) => call.sendDtmf('1'),
    ...anyCall('invalid_message'),
    active: 'plays digits',
    'held local': 'plays digits',
    'held remote': 'plays digits',
    consulting: 'plays digits',
    'dropped active': 'plays digits',
    'dropped held': 'plays digits',
  },
  transfer: {
    does: (call) => call.transfer('102'),
    ...anyCall('invalid_message'),
    active: 'sends call.transfer',
    'held local': 'sends call.transfer',
    'held remote': 'sends call.transfer',
    consulting: 'sends call.transfer',
    'dropped active': 'transport_closed',
    'dropped held': 'transport_closed',
  },
  attendedTransfer: {
    does: (call) => call.attendedTransfer('102'),
    ...anyCall('invalid_message'),
    active: 'sends call.transfer.attended, resolves; then invalid_message',
    'held local': 'sends call.transfer.attended, resolves; then invalid_message',
    'held remote': 'sends call.transfer.attended, resolves; then invalid_message',
    'dropped active': 'transport_closed',
    'dropped held': 'transport_closed',
  },
  completeTransfer: {
    does: (call) => call.completeTransfer(),
    ...anyCall('invalid_message'),
    consulting: 'sends call.transfer.attended',
  },
  playAudio: { does: (call) => call.playAudio(), ...anyCall('resolves') },
  on: { does: (call) => call.on('held', ignore), ...anyCall('gives a function') },
  once: { does: (call) => call.once('held', ignore), ...anyCall('gives a function') },
  off: { does: (call) => call.off('held', ignore), ...anyCall('nothing') },
};

/** Those that give a promise: they reject, and never throw. The others throw at once. */
const PROMISING: ReadonlySet<string> = new Set<PhoneMethod | CallMethod>([
  'connect',
  'call',
  'setPresence',
  'getPresence',
  'listDirectory',
  'setEmergencyAddress',
  'getEmergencyAddress',
  'attendedTransfer',
  'playAudio',
]);

type Properties = Pick<Call, 'state' | 'isMuted' | 'isHeld' | 'duration' | 'answeredElsewhere'>;
const properties = (state: Call['state'], duration = 0): Properties => ({
  state,
  duration,
  isHeld: state === 'held',
  isMuted: false,
  answeredElsewhere: false,
});

const READS: { [P in CallPlace]: Properties } = {
  trying: properties('trying'),
  'ringing out': properties('ringing'),
  'ringing in': properties('ringing'),
  answering: properties('ringing'),
  active: properties('active'),
  'held local': properties('held'),
  'held remote': properties('held'),
  consulting: properties('active'),
  leaving: properties('active'),
  ended: properties('ended', 1),
  'dropped ringing': properties('ringing'),
  'dropped active': properties('active'),
  'dropped held': properties('held'),
  disconnected: properties('ended'),
};

// Arguments as users of JavaScript get them wrong.

/** Calls a method past its types. */
const past = (subject: object, method: string, ...args: unknown[]): unknown =>
  (Reflect.get(subject, method) as (...args: unknown[]) => unknown).apply(subject, args);

const NO_OPTIONS = [7, 'options', true, { signal: {} }, { signal: 'abort' }, { signal: new AbortController() }];
const NO_DESTINATION = [
  undefined,
  null,
  101,
  {},
  [],
  '',
  ' ',
  'alice',
  '+',
  '+0123',
  '1'.repeat(33),
  '101\u0000',
  '+1415555012x',
];
const NO_LISTENER = [undefined, null, 7, 'listener', {}];
const event = 'error';

/** What each method refuses as `invalid_message`, without asking the service. */
const REFUSED: Partial<Record<PhoneMethod | CallMethod, readonly unknown[][]>> = {
  connect: NO_OPTIONS.map((options) => [options]),
  call: [
    ...NO_DESTINATION.map((to) => [to]),
    ...NO_OPTIONS.map((options) => ['101', options]),
    ...['', '101', 'anonymous', null, 7, {}].map((callerId) => ['101', { callerId }]),
  ],
  subscribePresence: [
    ...[null, '', 'user_1', 7, {}, [], [''], [7], [null], [undefined], ['user_1', {}], new Set(['user_1'])],
    Array.from({ length: 101 }, (_, index) => `user_${index}`),
  ].map((users) => [users]),
  reject: ['', 'Busy', 'decline ', 7, null, {}].map((reason) => [reason]),
  sendDtmf: [
    ...[undefined, null, 1, {}, ['1'], '', 'x', '1 2', '1\n', '+1'].map((digits) => [digits]),
    ...[39, 6001, -1, Number.NaN, Infinity, null, 'long', {}].map((ms) => ['1', ms]),
    ...[29, 6001, -1, Number.NaN, Infinity, null, 'long', {}].map((ms) => ['1', 100, ms]),
  ],
  transfer: NO_DESTINATION.map((to) => [to]),
  attendedTransfer: NO_DESTINATION.map((to) => [to]),
  on: [...NO_LISTENER.map((listener) => [event, listener]), ...NO_OPTIONS.map((options) => [event, ignore, options])],
  once: [...NO_LISTENER.map((listener) => [event, listener]), ...NO_OPTIONS.map((options) => [event, ignore, options])],
};

/** What the phone leaves to the service to refuse. */
const REFUSED_BY_SERVICE = {
  setPresence: [[undefined], [null], [7], ['bogus'], ['away', 7], ['away', 'x'.repeat(141)]],
  listDirectory: [[{ limit: 0 }], [{ limit: 101 }], [{ limit: 'many' }]],
  setEmergencyAddress: [[undefined], [null], [7], ['1 Main St'], [{}], [{ ...ADDRESS, state: 'Illinois' }]],
} satisfies Partial<Record<PhoneMethod, unknown[][]>>;

/** What is unusual and does no harm. */
const TAKEN: [PhoneMethod, unknown[], string][] = [
  ['connect', [null], 'resolves'],
  ['connect', [{ signal: null }], 'resolves'],
  ['call', ['101', null], 'sends call.create, resolves'],
  ['call', ['101', { signal: null }], 'sends call.create, resolves'],
  ['call', [' (10)1 '], 'sends call.create, resolves'],
  ['listDirectory', [null], 'GET /v1/me/directory, resolves'],
  ['getCall', [], 'nothing'],
  ['getCall', [null], 'nothing'],
  ['getCall', [{}], 'nothing'],
  ['subscribePresence', [], 'sends presence.subscribe'],
  ['on', ['no such event', ignore], 'gives a function'],
  ['on', [event, ignore, null], 'gives a function'],
  ['off', ['no such event'], 'nothing'],
  ['off', [event, 7], 'nothing'],
  ['connect', [{ signal: AbortSignal.abort() }], 'AbortError'],
  ['call', ['101', { signal: AbortSignal.abort() }], 'AbortError'],
  ['on', [event, ignore, { signal: AbortSignal.abort() }], 'gives a function'],
];

// How an outcome is seen.

const BESIDE: ReadonlySet<string> = new Set(['authenticate', 'ping', 'sdp.answer', 'ice.candidate', 'ice.done']);
const counts = () => ({
  dialled: bench.service.dialled.length,
  sent: bench.service.sockets.flatMap(({ types }) => types).filter((type) => !BESIDE.has(type)),
  closed: bench.service.sockets.filter(({ closedWith }) => closedWith !== undefined).length,
  asked: asked.length,
  digits: bench.media.connections.flatMap((pc) => pc.getSenders()).flatMap(({ dtmf }) => dtmf.inserted).length,
});

function nameOf(error: unknown): string {
  if (!(error instanceof PhoneError)) return error instanceof DOMException ? error.name : `raw ${error}`;
  expect(error.message, 'is a sentence').toMatch(/^\S.+[.]$/s);
  expect(error.message, 'shows nothing of our inside').not.toMatch(/\b(undefined|null|NaN|TypeError)\b|\[object|=>/);
  return error.code;
}

/** What a method did, in words; fails when it keeps a promise pending, or throws where it should reject. */
async function outcome(method: string, act: () => unknown): Promise<string> {
  const before = counts();
  const sentBefore = new Map(bench.service.sockets.map((socket) => [socket, socket.types.length]));
  let result = '';
  let given: unknown;
  try {
    given = act();
    expect(given instanceof Promise, 'gives a promise').toBe(PROMISING.has(method));
  } catch (error) {
    if (!(error instanceof PhoneError)) throw error;
    result = PROMISING.has(method) ? `throws ${nameOf(error)} where it should reject` : nameOf(error);
  }
  if (given instanceof Promise) {
    const { state, error } = await bench.settle(watch(given).over, LONGEST_MS);
    result = state === 'resolved' ? 'resolves' : nameOf(error);
    await bench.pass(20);
  } else {
    await bench.pass(WINDOW_MS);
    if (given !== undefined) result = `gives a ${typeof given}`;
  }
  const after = counts();
  const sent = bench.service.sockets.flatMap((socket) => socket.types.slice(sentBefore.get(socket) ?? 0));
  const said = [
    after.dialled > before.dialled && 'dials',
    ...sent.filter((type) => !BESIDE.has(type)).map((type) => `sends ${type}`),
    ...asked.slice(before.asked),
    after.digits > before.digits && 'plays digits',
    after.closed > before.closed && 'closes',
    result,
  ];
  return said.filter(Boolean).join(', ') || 'nothing';
}

/** Lets everything come that may still come: nothing of it may be a rejection that nobody hears. */
async function comeToRest(): Promise<void> {
  await bench.pass(LONGEST_MS);
  expect(strays, 'rejections that nobody hears').toEqual([]);
}

const cellsOf = <State extends string, Subject>(table: Record<string, Row<State, Subject>>, states: State[]) =>
  Object.entries(table).flatMap(([method, row]) =>
    states.map((state): [string, State, string, Row<State, Subject>] => [method, state, row[state], row]),
  );

async function holdsTwice<Subject>(
  method: string,
  cell: string,
  subject: Subject,
  does: (subject: Subject) => unknown,
) {
  const [first = '', second = first] = cell.split('; then ');
  const seen = [await outcome(method, () => does(subject)), await outcome(method, () => does(subject))];
  expect(seen).toEqual([first, second]);
  await comeToRest();
}

const phoneStates = Object.keys(PHONES) as PhoneState[];
const callPlaces = Object.keys(CALLS) as CallPlace[];

async function phoneIn(state: PhoneState): Promise<DialStackPhone> {
  script();
  return PHONES[state]();
}

async function callIn(place: CallPlace): Promise<Call> {
  script();
  return CALLS[place]();
}

describe('the table', () => {
  const methodsOf = (...classes: { prototype: object }[]) =>
    classes.flatMap(({ prototype }) =>
      Object.entries(Object.getOwnPropertyDescriptors(prototype))
        .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
        .map(([name]) => name),
    );
  const inherited = methodsOf(Emitter).filter((name) => !['emit', 'emitWhile', 'removeAll'].includes(name));

  it('has a row for every public method', () => {
    expect(Object.keys(ON_PHONE).sort()).toEqual([...methodsOf(DialStackPhone), ...inherited].sort());
    expect([...Object.keys(ON_CALL), ...INTERNAL].sort()).toEqual([...methodsOf(LiveCall), ...inherited].sort());
  });
});

describe('phone', () => {
  it.each(cellsOf(ON_PHONE, phoneStates))('%s while %s: %s', async (method, state, cell, { does }) => {
    await holdsTwice(method, cell, await phoneIn(state), does);
  });

  it('connect() twice at once is one promise', async () => {
    const phone = await phoneIn('never connected');
    const first = phone.connect();
    expect(phone.connect()).toBe(first);
    await bench.settle(first);
    expect(phone.connect()).toBe(first);
    expect(bench.service.dialled).toHaveLength(1);
  });

  it('subscribePresence() while reconnecting is told once the phone is back', async () => {
    const phone = await phoneIn('reconnecting');
    phone.subscribePresence(['user_1']);
    await bench.pass(2_000);
    expect(bench.socket.last('presence.subscribe').users).toEqual(['user_1']);
  });

  it.each(phoneStates)('says whether it is connected, and has no calls, while %s', async (state) => {
    const phone = await phoneIn(state);
    expect(phone.isConnected).toBe(state === 'connected');
    expect(phone.activeCalls).toEqual([]);
  });

  it.each(['active', 'dropped active', 'leaving'] as CallPlace[])(
    'knows a call that is %s, until disconnect()',
    async (place) => {
      script();
      const { phone, call } = await bench.active('call_1', options());
      if (place === 'dropped active') await drop(phone);
      if (place === 'leaving') call.hangup();
      expect(phone.activeCalls).toEqual([call]);
      expect(phone.getCall('call_1')).toBe(call);
      phone.disconnect();
      phone.disconnect();
      expect([phone.activeCalls, phone.getCall('call_1'), call.state]).toEqual([[], undefined, 'ended']);
      await comeToRest();
    },
  );
});

describe('call', () => {
  it.each(cellsOf(ON_CALL, callPlaces))('%s while %s: %s', async (method, place, cell, { does }) => {
    await holdsTwice(method, cell, await callIn(place), does);
  });

  it.each(callPlaces)('can be read while %s', async (place) => {
    const call = await callIn(place);
    expect(call).toMatchObject(READS[place]);
    expect(call).toMatchObject({ id: 'call_1', to: '101' });
    expect(call.peerConnection).toBe(bench.media.connections[0]);
    expect(call.remoteStream.getTracks()).toBeInstanceOf(Array);
  });

  it('unmute() takes back a mute()', async () => {
    const call = await callIn('active');
    expect(await outcome('mute', () => call.mute())).toBe('sends call.mute');
    expect(call.isMuted).toBe(true);
    expect(await outcome('unmute', () => call.unmute())).toBe('sends call.unmute');
    expect(call.isMuted).toBe(false);
  });

  it('attendedTransfer() twice at once asks once', async () => {
    const call = await callIn('active');
    const first = watch(call.attendedTransfer('102'));
    expect(await outcome('attendedTransfer', () => call.attendedTransfer('103'))).toContain('invalid_message');
    await bench.settle(first.over);
    expect(first.state).toBe('resolved');
    expect(bench.socket.all('call.transfer.attended')).toHaveLength(1);
  });

  it.each(['the service', 'the user'])(
    'attendedTransfer() of a call that %s ends meanwhile asks for nothing',
    async (who) => {
      const call = await callIn('active');
      bench.media.answer = 'later';
      const consultation = call.attendedTransfer('102');
      await bench.pass(20);
      if (who === 'the user') call.hangup();
      else await told(call, { type: 'call.ended', reason: 'hangup', duration_seconds: 1 });
      bench.media.prompts[0]?.allow();
      expect((await bench.refusal(consultation)).code).toBe('call_failed');
      expect(bench.socket.types).not.toContain('call.transfer.attended');
      await bench.pass(5_000);
      expect(bench.media.open).toEqual({ connections: 0, microphones: 0 });
    },
  );

  it.each(['answer', 'hold', 'transfer', 'mute'] as const)('names itself in the error of %s()', async (method) => {
    const call = await callIn('ended');
    expect(() => past(call, method, '102')).toThrow(expect.objectContaining({ callId: 'call_1' }));
  });

  it('completeTransfer() during a drop is transport_closed', async () => {
    const call = await callIn('consulting');
    bench.socket.close(1006);
    await bench.pass(10);
    expect(await outcome('completeTransfer', () => call.completeTransfer())).toBe('transport_closed');
  });

  it('says what is missing to complete a transfer', async () => {
    const call = await callIn('active');
    expect(() => call.completeTransfer()).toThrow(/attendedTransfer/);
  });

  it('says why there is no second consultation', async () => {
    const call = await callIn('consulting');
    const error = await bench.refusal(call.attendedTransfer('103'));
    expect(error.message).toMatch(/consultation/);
  });
});

/** What keeps a promise pending: the service, or the user before the question for the microphone. */
const silence = {
  service: () => {
    isSilent = true;
    for (const type of ['authenticate', 'call.create', 'call.transfer.attended'] as const)
      bench.service.on(type, ignore);
  },
  user: () => {
    bench.media.answer = 'later';
  },
};

/** How long a promise waits, and what it rejects with then; and when the phone disconnects meanwhile. */
const WAITING: [PhoneMethod | CallMethod, keyof typeof silence, afterMs: number, then: string, disconnected: string][] =
  [
    ['connect', 'service', 10_000, 'transport_closed', 'transport_closed'],
    ['call', 'service', 10_000, 'transport_closed', 'transport_closed'],
    ['call', 'user', 60_000, 'mic_permission_denied', 'transport_closed'],
    ['attendedTransfer', 'service', 10_000, 'transport_closed', 'transport_closed'],
    ['attendedTransfer', 'user', 60_000, 'mic_permission_denied', 'transport_closed'],
    ['setPresence', 'service', 10_000, 'transport_closed', 'pending'],
    ['getPresence', 'service', 10_000, 'transport_closed', 'pending'],
    ['listDirectory', 'service', 10_000, 'transport_closed', 'pending'],
    ['setEmergencyAddress', 'service', 10_000, 'transport_closed', 'pending'],
    ['getEmergencyAddress', 'service', 10_000, 'transport_closed', 'pending'],
  ];

describe('a promise that waits', () => {
  /** The phone, and the promise of the method. */
  async function waiting(method: PhoneMethod | CallMethod, forWhom: keyof typeof silence) {
    if (method === 'attendedTransfer') {
      script();
      const { phone, call } = await bench.active('call_1', options());
      silence[forWhom]();
      return { phone, promise: watch(call.attendedTransfer('102')) };
    }
    const phone = await phoneIn(method === 'connect' ? 'never connected' : 'connected');
    silence[forWhom]();
    return { phone, promise: watch(ON_PHONE[method as PhoneMethod].does(phone) as Promise<unknown>) };
  }

  it.each(WAITING)('of %s for the %s rejects after %i ms: %s', async (method, forWhom, afterMs, then) => {
    const { promise } = await waiting(method, forWhom);
    await bench.pass(afterMs - 100);
    expect(promise.state).toBe('pending');
    await bench.pass(200);
    expect([promise.state, nameOf(promise.error)]).toEqual(['rejected', then]);
    await comeToRest();
  });

  it.each(WAITING)('of %s for the %s (%i ms, %s) at disconnect(): %s', async (method, forWhom, _ms, _then, left) => {
    const { phone, promise } = await waiting(method, forWhom);
    await bench.pass(50);
    phone.disconnect();
    await bench.pass(0);
    expect(promise.state === 'rejected' ? nameOf(promise.error) : promise.state).toBe(left);
    for (const prompt of bench.media.prompts) prompt.allow();
    await comeToRest();
    expect(promise.state).toBe('rejected');
    expect(bench.media.open).toEqual({ connections: 0, microphones: 0 });
  });
});

describe('a wrong argument', () => {
  const withArguments = <M extends string>(table: Record<M, unknown>, states: string[]) =>
    (Object.keys(table) as M[])
      .filter((method) => method in REFUSED)
      .flatMap((method) => states.map((state) => [method, state] as const));

  /** Refused for the argument, or for the state as it would be with a right one; nothing happens. */
  async function isRefused(method: PhoneMethod | CallMethod, subject: object, cell: string): Promise<void> {
    const allowed = ['invalid_message', ...(/^[a-z_]+$/.test(cell) && cell.includes('_') ? [cell] : [])];
    for (const args of REFUSED[method] ?? []) {
      const before = counts();
      let error: unknown;
      if (PROMISING.has(method)) {
        ({ error } = await bench.settle(watch(past(subject, method, ...args) as Promise<unknown>).over));
      } else {
        try {
          past(subject, method, ...args);
        } catch (thrown) {
          error = thrown;
        }
      }
      expect(allowed, `${method}(${args.map((each) => JSON.stringify(each)).join(', ')})`).toContain(nameOf(error));
      await bench.pass(10);
      expect(counts()).toEqual(before);
    }
    await comeToRest();
  }

  it.each(withArguments(ON_PHONE, phoneStates))('of phone.%s is refused while %s', async (method, state) => {
    const phone = await phoneIn(state as PhoneState);
    await isRefused(method, phone, ON_PHONE[method][state as PhoneState]);
  });

  it.each(withArguments(ON_CALL, callPlaces))('of call.%s is refused while %s', async (method, place) => {
    const call = await callIn(place as CallPlace);
    await isRefused(method, call, ON_CALL[method][place as CallPlace]);
  });

  it.each(
    Object.entries(REFUSED_BY_SERVICE).flatMap(([method, lists]) =>
      lists.map((args: unknown[]) => [method, args] as const),
    ),
  )('of phone.%s is refused by the service: %j', async (method, args) => {
    const phone = await phoneIn('never connected');
    expect(await outcome(method, () => past(phone, method, ...args))).toMatch(/^(PUT|GET|POST) \S+, invalid_message$/);
    await comeToRest();
  });

  it.each(TAKEN)('phone.%s with %j: %s', async (method, args, expected) => {
    const phone = await phoneIn('connected');
    expect(await outcome(method, () => past(phone, method, ...args))).toBe(expected);
    await comeToRest();
  });
});
