import { getEventListeners } from 'node:events';
import { type Call, type CallEvents, DialStackPhone } from '../../src/webrtc/index.js';
import { FakeMedia, remoteSdp } from '../support/fake-media.js';
import { ScriptedService, type ScriptedSocket } from '../support/scripted-service.js';
import { CountingTimers } from './counting-timers.js';
import { Remains } from './remains.js';

/** A call that takes longer than this hangs. */
const CALL_WITHIN_MS = 10_000;
/** The connection drops in the calls of every so many rounds through all kinds; that costs the wait for the reconnect. */
const DROP_ROUNDS = 5;

const EVENTS = ['trying', 'ringing', 'answered', 'held', 'resumed', 'audioBlocked', 'ended'] as const;

/** One phone on fake media, and a scripted service of its own, over which it makes one call after the other. */
export class Lane {
  readonly remains = new Remains();
  readonly timers = new CountingTimers();
  readonly #service: ScriptedService;
  readonly #media = new FakeMedia();
  readonly #phone: DialStackPhone;
  /** As long as the page: what listens with it must not outlive a call. */
  readonly #page = new AbortController();
  #count = 0;

  constructor(name: string) {
    const signalingBaseUrl = `wss://${name}.example.test`;
    this.#service = new ScriptedService({ url: `${signalingBaseUrl}/v1/webrtc` });
    this.#service.on('call.hold', ({ call_id }, socket) =>
      socket.say({ type: 'call.held', call_id, held_by: 'local' }),
    );
    this.#service.on('call.resume', ({ call_id }, socket) => socket.say({ type: 'call.resumed', call_id }));
    this.#service.on('call.answer', ({ call_id }, socket) => socket.say({ type: 'call.answered', call_id }));
    this.#service.on('call.hangup', ({ call_id }, socket) => end(socket, call_id, 'hangup'));
    this.#service.on('call.reject', ({ call_id }, socket) => end(socket, call_id, 'rejected'));
    this.#phone = new DialStackPhone({
      token: name,
      apiBaseUrl: 'https://api.example.test',
      signalingBaseUrl,
      iceServers: [],
      platform: { ...this.#service.platform, ...this.#media.platform, timers: this.timers },
    });
  }

  connect(): Promise<void> {
    return this.#phone.connect();
  }

  /** One more call, each time of another kind. */
  async call(): Promise<void> {
    const number = this.#count++;
    const [kind, run] = KINDS[number % KINDS.length] ?? ['', () => Promise.resolve()];
    const late = (reject: (error: Error) => void) => () => reject(new Error(`a call hangs: ${kind}`));
    let timer: NodeJS.Timeout | undefined;
    const hanging = new Promise<never>((_, reject) => {
      timer = setTimeout(late(reject), CALL_WITHIN_MS);
    });
    await Promise.race([run(this, Math.floor(number / KINDS.length) % DROP_ROUNDS === 1), hanging]);
    clearTimeout(timer);
    this.#forget();
  }

  /** Everything that a test keeps to look at it later is what a soak must not keep. */
  #forget(): void {
    for (const socket of this.#service.sockets) socket.received.length = 0;
    const { connections, microphones, asked } = this.#media;
    for (const microphone of microphones.splice(0)) this.remains.opened(microphone as unknown as MediaStreamTrack);
    connections.splice(
      0,
      connections.length,
      ...connections.filter(({ signalingState }) => signalingState !== 'closed'),
    );
    asked.length = this.#service.dialled.length = 0;
  }

  get connections(): number {
    return this.#media.open.connections;
  }

  /** Listeners on the page's signal. */
  get listeners(): number {
    return getEventListeners(this.#page.signal, 'abort').length;
  }

  /** What the phone broke of the contract. */
  get violations(): string[] {
    return this.#service.takeViolations();
  }

  leave(): void {
    this.#phone.disconnect();
  }

  stop(): void {
    this.#service.stop();
  }

  get socket(): ScriptedSocket {
    return this.#service.socket;
  }

  /** The phone dials, and the service says so much of the call. */
  async dial(...says: ('ringing' | 'answered')[]): Promise<Call> {
    const call_id = `call_${this.#count}`;
    this.#service.on('call.create', ({ req_id }, socket) => {
      socket.say({ type: 'call.trying', call_id, ...(req_id && { req_id }) });
      if (says.includes('ringing')) socket.say({ type: 'call.ringing', call_id });
      if (!says.includes('answered')) return;
      socket.say({ type: 'sdp.answer', call_id, sdp: remoteSdp() }, { type: 'call.answered', call_id });
    });
    const call = await this.#phone.call('101', { signal: this.#page.signal });
    this.#listen(call);
    await this.told(call, says.at(-1) ?? 'trying');
    return call;
  }

  /** The phone dials and is refused, or gives up. */
  async dialsInVain(how: 'refused' | 'given up'): Promise<void> {
    const call_id = `call_${this.#count}`;
    const impatience = new AbortController();
    this.#service.on('call.create', ({ req_id }, socket) => {
      const reply = req_id ? { req_id } : {};
      if (how === 'given up') impatience.abort(new Error(how));
      if (how === 'given up') socket.say({ type: 'call.trying', call_id, ...reply });
      else socket.say({ type: 'error', code: 'call_failed', message: 'Refused.', fatal: false, ...reply });
    });
    await this.#phone.call('101', { signal: impatience.signal }).then(
      () => Promise.reject(new Error(`a call came about that was ${how}`)),
      () => {},
    );
  }

  /** Somebody calls. */
  async rung(): Promise<Call> {
    const call_id = `call_${this.#count}`;
    const incoming = new Promise<Call>((resolve) =>
      this.#phone.once('incoming', resolve, { signal: this.#page.signal }),
    ).then((call) => this.#listen(call));
    this.socket.say(
      { type: 'call.incoming', call_id, from: '+14155550123', from_name: 'Bob', to: '101' },
      { type: 'sdp.offer', call_id, sdp: remoteSdp() },
    );
    return incoming;
  }

  /** The connection drops, and the service has the call as it was. */
  async drop({ id, direction, from, to }: Call): Promise<void> {
    const answer = { call_id: id, direction, from, from_name: null, to, answered_at: null } as const;
    this.#service.on('authenticate', ({ req_id }, socket) => {
      const reply = { user_id: 'user_1', account_id: 'acct_1', ...(req_id && { req_id }) };
      socket.say({ type: 'authenticated', ...reply, reconnected: true });
      socket.say({ type: 'call.restored', ...answer, state: 'active' });
    });
    const back = new Promise<void>((resolve) =>
      this.#phone.once('reconnected', resolve, { signal: this.#page.signal }),
    );
    this.socket.close(1006);
    await back;
    this.#service.sockets.splice(0, this.#service.sockets.length - 1);
  }

  /** As a page does that shows the call. */
  #listen(call: Call): Call {
    for (const event of EVENTS) call.on(event, () => {}, { signal: this.#page.signal });
    return call;
  }

  /** What the call says next of this name. */
  told(call: Call, event: keyof CallEvents): Promise<void> {
    return new Promise((resolve) => call.once(event, () => resolve(), { signal: this.#page.signal }));
  }

  /** Ends a call in some way, and lets go of it. */
  async over(call: Call, how: () => void): Promise<void> {
    const ended = this.told(call, 'ended');
    how();
    await ended;
    this.remains.ended(call);
  }
}

type Run = (lane: Lane, drops: boolean) => Promise<void>;

async function talk(lane: Lane, call: Call, drops: boolean): Promise<void> {
  const held = lane.told(call, 'held');
  call.hold();
  await held;
  const resumed = lane.told(call, 'resumed');
  call.resume();
  await resumed;
  call.mute();
  call.unmute();
  if (drops) await lane.drop(call);
}

async function answer(lane: Lane): Promise<Call> {
  const call = await lane.rung();
  const answered = lane.told(call, 'answered');
  call.answer();
  await answered;
  return call;
}

const end = (socket: ScriptedSocket, call_id: string, reason: 'hangup' | 'busy' | 'rejected') =>
  socket.say({ type: 'call.ended', call_id, reason, duration_seconds: null });
const hangsUp = (call: Call) => () => call.hangup();
const farSideEnds = (lane: Lane, call: Call, reason: 'hangup' | 'busy') => () => end(lane.socket, call.id, reason);

const KINDS: readonly (readonly [kind: string, run: Run])[] = [
  [
    'outbound, hung up here',
    async (lane, drops) => {
      const call = await lane.dial('ringing', 'answered');
      await talk(lane, call, drops);
      await lane.over(call, hangsUp(call));
    },
  ],
  [
    'inbound, hung up there',
    async (lane, drops) => {
      const call = await answer(lane);
      await talk(lane, call, drops);
      await lane.over(call, farSideEnds(lane, call, 'hangup'));
    },
  ],
  [
    'outbound, hung up there',
    async (lane) => {
      const call = await lane.dial('answered');
      await lane.over(call, farSideEnds(lane, call, 'hangup'));
    },
  ],
  [
    'inbound, hung up here',
    async (lane) => {
      const call = await answer(lane);
      await lane.over(call, hangsUp(call));
    },
  ],
  [
    'outbound, busy',
    async (lane) => {
      const call = await lane.dial('ringing');
      await lane.over(call, farSideEnds(lane, call, 'busy'));
    },
  ],
  [
    'inbound, rejected',
    async (lane) => {
      const call = await lane.rung();
      await lane.over(call, () => call.reject());
    },
  ],
  [
    'inbound, the caller gives up',
    async (lane) => {
      const call = await lane.rung();
      await lane.over(call, farSideEnds(lane, call, 'hangup'));
    },
  ],
  ['outbound, refused', (lane) => lane.dialsInVain('refused')],
  ['outbound, given up while it is placed', (lane) => lane.dialsInVain('given up')],
];
