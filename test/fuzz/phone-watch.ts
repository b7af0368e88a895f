import { limits } from '../../generated/v1/protocol.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { LONGEST_TIMER_MS } from '../../src/core/timing.js';
import type { Call, CallState } from '../../src/webrtc/calls/call.js';
import type { DialStackPhone } from '../../src/webrtc/index.js';
import type { ModelService } from './model-service.js';
import type { Surroundings } from './surroundings.js';

type CallEvent = 'trying' | 'ringing' | 'answered' | 'held' | 'resumed' | 'ended';

/** From which states an event may come, and to which it leads; what the docstrings of a call promise. */
const STEPS: Readonly<Record<CallEvent, readonly [from: readonly CallState[], to: CallState]>> = {
  trying: [['trying'], 'trying'],
  ringing: [['trying'], 'ringing'],
  answered: [['trying', 'ringing'], 'active'],
  held: [['active', 'held'], 'held'],
  resumed: [['held'], 'active'],
  ended: [['trying', 'ringing', 'active', 'held'], 'ended'],
};

/** How long after `hangup()` a call may live on. */
const HANGUP_WITHIN_MS = 5_000;

/** How long a socket may be dead before the phone knows. */
const DEAD_FOR_MS = 24_000 + 10;

/** How long a call that is restored after a reload may take before the page gets it. */
const HANDED_WITHIN_MS = 70_000;
/** What a microphone and a peer connection may be open for, and what ends with the connection. */
const PLACING: ReadonlySet<string> = new Set(['call', 'attendedTransfer']);
/** Faults of a device that only the SDK tells. */
const OF_DEVICE = /^(mic|audio)_/;

/** How often the page may be asked for a token in a minute, apart from once for each connect(). */
const QUESTIONS_A_MINUTE = 13;
/** How long a question to the page pends. */
const QUESTION_MS = 30_000;

interface Followed {
  readonly call: Call;
  state: CallState;
  heldBy: string | undefined;
  /** The user has hung up or rejected: microphone and audio are off from there on. */
  hasLeft: boolean;
}

interface Deadline {
  readonly what: string;
  due: number;
  isMet: boolean;
}

/** What must be so whatever happens; each breach is a line of `faults`. */
export class PhoneWatch {
  readonly faults: string[] = [];
  readonly #phone: DialStackPhone;
  readonly #around: Surroundings;
  readonly #service: ModelService;
  readonly #followed = new Map<Call, Followed>();
  /** Those that the page was given. */
  readonly #handed = new Set<Call>();
  readonly #reasons = new Set<unknown>();
  readonly #unclaimed = new Map<Call, Deadline>();
  #deadlines: Deadline[] = [];
  /** Until when a dead socket must have been noticed. */
  #notice: Deadline | undefined;
  #isConnected = false;
  #droppedAt = 0;
  #connects = 0;
  /** The page left a connected phone in this task. */
  #hasJustLeft = false;
  /** Whether the page does what it does in a listener. */
  isInListener = false;
  /** When the page was asked for a token. */
  readonly #questions: number[] = [];
  #pendingUntil = 0;

  constructor(phone: DialStackPhone, around: Surroundings, service: ModelService) {
    this.#phone = phone;
    this.#around = around;
    this.#service = service;
    // Before those of the page, which may leave in the middle of it, and after them.
    phone.on('connected', () => this.#connection('connected', true));
    phone.on('reconnected', () => this.#connection('reconnected', true));
    phone.on('disconnected', () => this.#connection('disconnected', false));
    phone.on('reconnecting', ({ delayMs }) => {
      if (this.#isConnected) this.#fault('reconnecting while connected');
      if (!(delayMs >= 0 && delayMs <= LONGEST_TIMER_MS)) this.#fault(`it waits ${delayMs} ms before it dials`);
    });
    phone.on('error', (error) => {
      this.#demandPhoneError('the error event', error);
      const about = [...this.#followed.values()].findLast(({ call }) => call.id === error.callId);
      const isOver = about && (about.hasLeft || about.state === 'ended');
      if (isOver && OF_DEVICE.test(error.code)) this.#fault(`${error.code} of ${error.callId}, which is over`);
    });
    for (const event of ['incoming', 'restored'] as const) {
      phone.on(event, (call) => {
        if (this.#handed.has(call)) this.#fault(`${event} twice for ${call.id}`);
        this.#hand(call);
        if (event === 'incoming' && call.state !== 'ringing') this.#fault(`incoming and ${call.state}`);
        this.follow(call);
      });
    }
  }

  /** The page calls connect(), which may ask for a token at once. */
  connects(): void {
    this.#connects++;
    this.#hasJustLeft = false; // One that is asked for while the phone is left must not resolve.
  }

  /** A connect() has resolved. */
  isBack(): void {
    if (!this.#phone.isConnected && !this.#hasJustLeft) {
      this.#fault('connect() resolved while the phone is not connected');
    }
  }

  /** Hears what comes of a connection after the listeners that the page had until now. */
  listenLast(): void {
    for (const event of ['connected', 'reconnected'] as const) {
      this.#phone.on(event, () => {
        if (!this.#phone.isConnected) this.#fault(`${event} of a connection that is over`);
      });
    }
    this.#phone.on('reconnecting', () => {
      if (this.#phone.isConnected) this.#fault('reconnecting while connected, to a later listener');
    });
  }

  /** The page is asked for a token. */
  asked(answer: Promise<unknown>): void {
    const now = this.#around.clock.now();
    if (now < this.#pendingUntil) this.#fault('onTokenExpiring is asked while a question is pending');
    this.#pendingUntil = now + QUESTION_MS;
    const settled = () => {
      this.#pendingUntil = 0;
    };
    answer.then(settled, settled);
    this.#questions.push(now);
    const inMinute = this.#questions.filter((at) => at > now - 60_000).length;
    if (inMinute > QUESTIONS_A_MINUTE + this.#connects) this.#fault(`the page is asked ${inMinute} times in a minute`);
  }

  /** Every call that was seen, the newest last. */
  get calls(): Call[] {
    return [...this.#followed.keys()];
  }

  follow(call: Call): void {
    if (this.#followed.has(call)) return;
    const followed: Followed = { call, state: call.state, heldBy: undefined, hasLeft: false };
    this.#followed.set(call, followed);
    for (const event of Object.keys(STEPS) as CallEvent[]) {
      call.on(event, (by?: string) => this.#event(followed, event, by));
    }
  }

  /** Leaves: what waits for the connection is over at once, and every call is. A listener may connect anew meanwhile. */
  disconnect(): void {
    // A promise that has resolved is heard of a few steps later, and the page may leave in between; not in a listener.
    this.#hasJustLeft = this.#phone.isConnected && !this.isInListener;
    setImmediate(() => {
      this.#hasJustLeft = false;
    });
    const waiting = this.#deadlines.filter(({ what }) => what === 'connect' || PLACING.has(what));
    const followed = [...this.#followed.values()];
    this.#phone.disconnect();
    this.#giveUp(waiting);
    for (const { call } of followed) if (call.state !== 'ended') this.#fault(`${call.id} outlives disconnect()`);
  }

  /** The user has hung this call up, or rejected it. */
  left(call: Call): void {
    const followed = this.#followed.get(call);
    if (!followed || followed.hasLeft || call.state === 'ended') return;
    followed.hasLeft = true;
    const deadline = this.#within(`the end of ${call.id} that was hung up`, HANGUP_WITHIN_MS);
    call.on('ended', () => {
      deadline.isMet = true;
    });
  }

  /** A promise gave this call: its events are still to come. */
  placed(call: Call): void {
    if (call.state !== 'trying') this.#fault(`${call.id} is ${call.state} before anybody could listen to it`);
    this.#hand(call);
    this.follow(call);
  }

  /** With what else than a PhoneError a promise may reject. */
  allowReason(reason: unknown): void {
    this.#reasons.add(reason);
  }

  /** A promise that the phone gave; null is no promise. */
  expect<T>(what: string, given: Promise<T>, withinMs: number, then: (value: T) => void = () => {}): void {
    if (!(given instanceof Promise)) return this.#fault(`${what} gave no promise`);
    const deadline = this.#within(what, withinMs);
    given.then(
      (value) => {
        deadline.isMet = true;
        then(value);
      },
      (error) => {
        deadline.isMet = true;
        if (!this.#reasons.has(error)) this.#demandPhoneError(what, error);
      },
    );
  }

  /** Runs what may throw a PhoneError, and nothing else; whether it did not. */
  attempt(what: string, act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      this.#demandPhoneError(what, error);
      return false;
    }
  }

  /** Frames are lost from now on, in silence, or they are not: a phone that is connected notices. */
  networkIs(isDead: boolean): void {
    if (isDead === (this.#notice !== undefined)) return;
    if (this.#notice) this.#notice.isMet = true;
    this.#notice = isDead && this.#isConnected ? this.#within('noticing a dead socket', DEAD_FOR_MS) : undefined;
  }

  /** No timer ran meanwhile. */
  slept(ms: number): void {
    for (const deadline of this.#deadlines) deadline.due += ms;
    this.#droppedAt += ms;
  }

  /** What holds between two tasks. */
  check(): void {
    const phone = this.#phone;
    const { clock, media, network, strays } = this.#around;
    for (const call of phone.activeCalls) if (!this.#followed.has(call)) this.#adopt(call);
    if (phone.isConnected !== this.#isConnected) this.#fault(`isConnected is ${phone.isConnected} against the events`);
    const active = new Set(phone.activeCalls);
    for (const { call, state, hasLeft } of this.#followed.values()) {
      if (call.state !== state) this.#fault(`${call.id} became ${call.state} from ${state} without an event`);
      if (active.has(call) === (call.state === 'ended')) this.#fault(`${call.id} is ${call.state} against activeCalls`);
      if (active.has(call) && phone.getCall(call.id) !== call) this.#fault(`${call.id} cannot be got`);
      if (call.isHeld !== (call.state === 'held')) this.#fault(`${call.id} isHeld`);
      const isSilent = call.peerConnection.signalingState === 'closed';
      if ((hasLeft || call.state === 'ended') && !isSilent) this.#fault(`${call.id} is over, its connection is open`);
      if (!Number.isInteger(call.duration) || call.duration < 0) this.#fault(`a duration of ${call.duration}`);
    }
    this.#deadlines = this.#deadlines.filter((deadline) => !deadline.isMet);
    for (const { what, due } of this.#deadlines) if (due < clock.now()) this.#fault(`${what} takes too long`);
    if (!this.#isConnected && active.size > 0 && clock.now() > this.#droppedAt + limits.graceMs) {
      this.#fault('a call outlives its grace without a connection');
    }
    const talking = [...this.#followed.values()].filter(({ call, hasLeft }) => call.state !== 'ended' && !hasLeft);
    const users = talking.length + this.#deadlines.filter(({ what }) => PLACING.has(what)).length;
    const { microphones, connections } = media.open;
    if (microphones > users) this.#fault(`${microphones} microphones are on for ${users} calls`);
    if (connections > users) this.#fault(`${connections} peer connections are open for ${users} calls`);
    for (const stray of strays.splice(0)) this.#fault(`unhandled: ${stray}`);
    for (const violation of network.violations.splice(0)) {
      // An id that breaks the contract is given back as it came.
      if (!violation.includes('"instancePath":"/call_id"')) this.#fault(`broke the contract: ${violation}`);
    }
    for (const line of this.#service.contradictions.splice(0)) this.#fault(line);
  }

  /** What holds soon after the phone has left: each timer is of something that is still open. */
  checkLeft(): void {
    this.check();
    const { media, network, timersWaiting, unanswered } = this.#around;
    const sockets = network.sockets.filter((socket) => !socket.isClosed).length;
    const open = media.prompts.length + unanswered + sockets;
    if (timersWaiting > open) this.#fault(`${timersWaiting} timers wait for ${open} things that are open`);
  }

  /** What holds once the phone has left and everything that takes time has had it. */
  checkOver(): void {
    this.check();
    const { timersWaiting, media, network, pageListeners, tones } = this.#around;
    for (const { what } of this.#deadlines) this.#fault(`${what} never settled`);
    for (const { call, state } of this.#followed.values()) if (state !== 'ended') this.#fault(`${call.id} never ended`);
    const rest = {
      'timers wait': timersWaiting,
      'microphones are on': media.open.microphones,
      'peer connections are open': media.open.connections,
      'listeners of the page are on': pageListeners,
      'ringing tones sound': tones,
      'sockets are open': network.sockets.filter((socket) => !socket.isClosed).length,
    };
    for (const [what, count] of Object.entries(rest)) if (count > 0) this.#fault(`in the end ${count} ${what}`);
  }

  /** A call that the page does not have yet: it gets it soon, or nobody could ever end it. */
  #adopt(call: Call): void {
    this.follow(call);
    const deadline = this.#within(`${call.id}, which nobody was given,`, HANDED_WITHIN_MS);
    this.#unclaimed.set(call, deadline);
    call.on('ended', () => {
      deadline.isMet = true;
    });
  }

  #hand(call: Call): void {
    this.#handed.add(call);
    const deadline = this.#unclaimed.get(call);
    if (deadline) deadline.isMet = true;
  }

  #event(followed: Followed, event: CallEvent, by: string | undefined): void {
    const { call, state, heldBy } = followed;
    const [from, to] = STEPS[event];
    if (!from.includes(state)) this.#fault(`${call.id} told ${event} when ${state}`);
    if (call.state !== to) this.#fault(`${call.id} told ${event} and is ${call.state}`);
    if (event === 'held' && state === 'held' && by === heldBy) this.#fault(`${call.id} told held ${by} twice`);
    if (followed.hasLeft && event !== 'ended') this.#fault(`${call.id} told ${event} after it was hung up`);
    followed.heldBy = event === 'held' ? by : undefined;
    followed.state = to;
  }

  #connection(event: string, isConnected: boolean): void {
    if (this.#isConnected === isConnected) this.#fault(`${event} twice`);
    if (this.#phone.isConnected !== isConnected) this.#fault(`isConnected is ${this.#phone.isConnected} at ${event}`);
    this.#isConnected = isConnected;
    if (isConnected) return;
    if (this.#notice) this.#notice.isMet = true;
    this.#droppedAt = this.#around.clock.now();
    this.#giveUp(this.#deadlines.filter(({ what }) => PLACING.has(what)));
  }

  /** From now on, these must have settled. */
  #giveUp(deadlines: Deadline[]): void {
    for (const deadline of deadlines) deadline.due = this.#around.clock.now() - 1;
  }

  #within(what: string, ms: number): Deadline {
    const deadline = { what, due: this.#around.clock.now() + ms, isMet: false };
    this.#deadlines.push(deadline);
    return deadline;
  }

  #demandPhoneError(what: string, error: unknown): void {
    if (!(error instanceof PhoneError)) this.#fault(`${what} gave ${error instanceof Error ? error.stack : error}`);
    else if (/\b(undefined|null|NaN|TypeError)\b|\[object/.test(error.message))
      this.#fault(`${what}: ${error.message}`);
  }

  #fault(what: string): void {
    this.faults.push(what);
  }
}
