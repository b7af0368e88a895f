import { PhoneError } from '../../core/phone-error.js';
import { abortable, type Timers } from '../../core/timing.js';
import { Callers } from './callers.js';
import type { Session } from './session.js';

/** The phone dropped and is coming back by itself. */
interface Absence {
  readonly name: 'reconnecting';
  readonly stop: AbortController;
  /** The earliest moment of the next dial, in ms since the epoch. */
  notBefore: number;
  /** Somebody called connect(): the next wait is none. */
  isAsked: boolean;
}

type ConnectionState =
  | { readonly name: 'offline' }
  | { readonly name: 'connecting'; readonly stop: AbortController }
  | { readonly name: 'connected'; readonly stop: AbortController; readonly session: Session }
  | Absence;

export interface Reconnecting {
  /** Counts from 1 after each drop. */
  readonly attempt: number;
  /** How long it waits before it dials, in milliseconds. */
  readonly delayMs: number;
}

export interface Wait {
  readonly ms: number;
  /** What of it must be waited, also when something else says that the network is back. */
  readonly leastMs: number;
}

export interface Beginning {
  /** Whether the phone comes back after a drop. */
  readonly isReconnect: boolean;
  /** Whether the service kept this phone's calls. */
  readonly wasKept: boolean;
}

export interface ConnectionPort {
  readonly timers: Timers;
  /** A phone that was offline begins to connect. */
  onStart(): void;
  /** Opens an authenticated session; calls `onAuthenticated` as soon as it is one. Aborted, it leaves nothing open. */
  open(onAuthenticated: (session: Session, wasKept: boolean) => void, signal: AbortSignal): Promise<void>;
  /** How long to wait before the next try after this end, the `attempt`th since the drop; undefined when it is final. */
  waitAfter(error: PhoneError, attempt: number): Wait | undefined;
  onConnected(session: Session, beginning: Beginning): void;
  /** The session is over: with the error that ended it, or without one when the caller left. */
  onDisconnected(error?: PhoneError): void;
  onReconnecting(event: Reconnecting): void;
  /** There will be no connection until the next `connect`; with the error that ended a phone that had one. */
  onOffline(error?: PhoneError): void;
}

/** A dial that takes so long is hanging. */
const HANGING_MS = 1_000;
const RETRY_NOW = Symbol('retry now');
const OFFLINE: ConnectionState = { name: 'offline' };

/** Keeps the phone connected: dials, holds the session, and after a drop waits and dials again. */
export class Connection {
  readonly #port: ConnectionPort;
  readonly #callers = new Callers();
  #state: ConnectionState = OFFLINE;
  /** Ends the wait before the next dial, or a dial that hangs. */
  #wake: () => void = () => {};

  constructor(port: ConnectionPort) {
    this.#port = port;
  }

  get isConnected(): boolean {
    return this.#state.name === 'connected';
  }

  /** Whether the phone dropped and is coming back. */
  get isReconnecting(): boolean {
    return this.#state.name === 'reconnecting';
  }

  /** @throws PhoneError `transport_closed` when there is none. */
  get session(): Session {
    if (this.#state.name === 'connected') return this.#state.session;
    const what = this.isReconnecting
      ? 'lost its connection; wait for `reconnected`'
      : 'is not connected; await connect() first';
    throw new PhoneError('transport_closed', `The phone ${what}.`);
  }

  /**
   * Connects; without a signal the same promise while it is connecting or connected. A phone that is reconnecting dials
   * at once, and goes on reconnecting when that fails. A signal that is aborted rejects the promise of its own caller;
   * a first connection ends when nobody waits for it any more.
   */
  connect(signal?: AbortSignal): Promise<void> {
    const ready = this.#callers.join(signal, (leave) => {
      if (this.isConnected) return; // It is made; its callers are about to hear of it.
      leave();
      if (this.#state.name === 'connecting' && this.#callers.isEmpty) this.#leave(signal?.reason);
    });
    if (this.#state.name === 'offline') this.#start();
    if (this.#state.name === 'connected') this.#tellCallers(this.#state.session);
    if (this.#state.name === 'reconnecting') {
      this.#state.isAsked = true;
      this.#wake();
    }
    return ready;
  }

  /** Leaves, in any state. What connect() gave and has not settled rejects. */
  disconnect(): void {
    const { name } = this.#state;
    const session = this.#state.name === 'connected' ? this.#state.session : undefined;
    this.#callers.rejectAll(new PhoneError('transport_closed', 'The phone was disconnected while it was connecting.'));
    if (name === 'offline') return;
    session?.close();
    this.#leave();
    if (session) this.#port.onDisconnected();
  }

  /** The network or the page is back: do not wait any longer than the service asked for, nor for a dial that hangs. */
  retryNow(): void {
    if (this.#state.name === 'reconnecting' && this.#port.timers.now() >= this.#state.notBefore) this.#wake();
  }

  #start(): void {
    const stop = new AbortController();
    this.#state = { name: 'connecting', stop };
    this.#port.onStart();
    void this.#dialFirst(stop);
  }

  #leave(reason?: unknown): void {
    if ('stop' in this.#state) this.#state.stop.abort(reason);
    this.#state = OFFLINE;
    this.#port.onOffline();
  }

  /** A first connection is not retried. */
  async #dialFirst(stop: AbortController): Promise<void> {
    await undefined; // So that whoever connects can leave again in the same task.
    try {
      await this.#dial(stop, false, stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return; // Whoever left has told the callers.
      this.#state = OFFLINE;
      this.#port.onOffline();
      this.#callers.rejectAll(toPhoneError(error));
    }
  }

  async #dial(stop: AbortController, isReconnect: boolean, signal: AbortSignal): Promise<void> {
    stop.signal.throwIfAborted();
    const hold = (session: Session, wasKept: boolean) => this.#hold(session, stop, { isReconnect, wasKept });
    await abortable(signal, this.#port.open(hold, signal));
  }

  #hold(session: Session, stop: AbortController, beginning: Beginning): void {
    if (stop.signal.aborted) return; // open() closes the session.
    this.#state = { name: 'connected', stop, session };
    this.#port.onConnected(session, beginning);
    this.#tellCallers(session);
    void session.closed.then((error) => {
      if (error && this.#isHeld(session)) this.#dropped(error, stop);
    });
  }

  /** Later than what is told now: whoever hears it may end the connection, and so may the next frame of the packet. */
  #tellCallers(session: Session): void {
    void Promise.resolve().then(() => {
      if (this.#isHeld(session) && !session.isOver) this.#callers.resolveAll();
    });
  }

  #isHeld(session: Session): boolean {
    return this.#state.name === 'connected' && this.#state.session === session;
  }

  #dropped(error: PhoneError, stop: AbortController): void {
    const absence: Absence = { name: 'reconnecting', stop, notBefore: 0, isAsked: false };
    this.#state = absence;
    this.#callers.rejectAll(error);
    const delayMs = this.#delayAfter(error, 1, absence);
    this.#port.onDisconnected(error);
    void this.#comeBack(delayMs, absence);
  }

  /** The one loop behind every drop. A session that opens ends it; the attempts count from there anew. */
  async #comeBack(firstDelayMs: number | undefined, absence: Absence): Promise<void> {
    const { signal } = absence.stop;
    let delayMs = firstDelayMs;
    for (let attempt = 1; delayMs !== undefined && !signal.aborted; attempt++) {
      if (absence.isAsked) delayMs = 0;
      const waited = this.#wait(delayMs, signal);
      this.#port.onReconnecting({ attempt, delayMs });
      try {
        await waited;
        return await this.#redial(absence.stop);
      } catch (cause) {
        if (signal.aborted) return;
        if (cause === RETRY_NOW) {
          delayMs = 0;
          continue;
        }
        if (absence.isAsked) attempt = 0;
        absence.isAsked = false;
        const error = toPhoneError(cause);
        this.#callers.rejectAll(error);
        delayMs = this.#delayAfter(error, attempt + 1, absence);
      }
    }
  }

  /** A dial into a network that is gone hangs for seconds, also when there is another one by then: `#wake` ends it. */
  async #redial(stop: AbortController): Promise<void> {
    const { timers } = this.#port;
    const dial = new AbortController();
    const leave = () => dial.abort(stop.signal.reason);
    const since = timers.now();
    this.#wake = () => timers.now() - since >= HANGING_MS && dial.abort(RETRY_NOW);
    stop.signal.addEventListener('abort', leave);
    await this.#dial(stop, true, dial.signal).finally(() => stop.signal.removeEventListener('abort', leave));
  }

  /** Decides, once an end, whether the phone comes back. */
  #delayAfter(error: PhoneError, attempt: number, absence: Absence): number | undefined {
    const wait = this.#port.waitAfter(error, attempt);
    if (absence.stop.signal.aborted) return undefined; // Whoever heard of the error has left.
    if (wait) {
      absence.notBefore = this.#port.timers.now() + wait.leastMs;
      return wait.ms;
    }
    this.#state = OFFLINE;
    this.#port.onOffline(error);
    return undefined;
  }

  #wait(ms: number, signal: AbortSignal): Promise<void> {
    const { timers } = this.#port;
    let timer: unknown;
    const over = new Promise<void>((resolve) => {
      this.#wake = resolve;
      timer = timers.setTimeout(resolve, ms);
    });
    return abortable(signal, over).finally(() => timers.clearTimeout(timer));
  }
}

const toPhoneError = (cause: unknown): PhoneError =>
  cause instanceof PhoneError ? cause : new PhoneError('transport_closed', 'The connection failed.', { cause });
