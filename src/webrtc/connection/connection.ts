import { PhoneError } from '../../core/phone-error.js';
import { abortable, type Timers } from '../../core/timing.js';
import type { Session } from './session.js';

type ConnectionState =
  | { name: 'idle' }
  | { name: 'connecting'; ready: Promise<void>; stop: AbortController; isReconnect: boolean }
  | { name: 'connected'; ready: Promise<void>; stop: AbortController; session: Session }
  | { name: 'reconnecting'; stop: AbortController; notBefore: number }
  | { name: 'closed' };

export interface Reconnecting {
  /** Counts from 1 after each drop. */
  readonly attempt: number;
  /** How long it waits before it dials. */
  readonly delayMs: number;
}

export interface ConnectionPort {
  readonly timers: Timers;
  /** Opens an authenticated session; calls `onAuthenticated` as soon as it is one. */
  open(onAuthenticated: (session: Session) => void, signal: AbortSignal): Promise<void>;
  /** How long to wait after this end, or undefined when it is final. */
  delayAfter(error: PhoneError, attempt: number): number | undefined;
  onConnected(session: Session, isReconnect: boolean): void;
  /** The session is over: with the error that ended it, or without one when the caller left. */
  onDisconnected(error?: PhoneError): void;
  onReconnecting(event: Reconnecting): void;
  /** There will be no connection until the next `start`. */
  onGivenUp(error: PhoneError): void;
}

/** A dial that takes so long is hanging. */
const HANGING_MS = 1_000;
const HURRIED = Symbol('hurried');

/** Keeps the phone connected: dials, holds the session, and after a drop waits and dials again. */
export class Connection {
  readonly #port: ConnectionPort;
  #state: ConnectionState = { name: 'idle' };
  #wake: () => void = () => {};

  constructor(port: ConnectionPort) {
    this.#port = port;
  }

  get isConnected(): boolean {
    return this.#state.name === 'connected';
  }

  /** Whether the phone dropped and is coming back. */
  get isReconnecting(): boolean {
    return this.#state.name === 'reconnecting' || (this.#state.name === 'connecting' && this.#state.isReconnect);
  }

  /** @throws PhoneError `transport_closed` when there is none. */
  get session(): Session {
    if (this.#state.name === 'connected') return this.#state.session;
    const what = this.isReconnecting
      ? 'lost its connection; wait for `reconnected`'
      : 'is not connected; await connect() first';
    throw new PhoneError('transport_closed', `The phone ${what}.`);
  }

  /** Connects; the same promise while it is connecting or connected. A phone that is reconnecting dials at once. */
  start(): Promise<void> {
    if ('ready' in this.#state) return this.#state.ready;
    const isReconnect = this.#state.name === 'reconnecting';
    if (this.#state.name === 'reconnecting') this.#state.stop.abort();
    const stop = new AbortController();
    const ready = this.#dialFirst(stop, isReconnect);
    this.#state = { name: 'connecting', ready, stop, isReconnect };
    return ready;
  }

  /** Leaves, in any state. A connect() that is under way rejects. */
  stop(
    reason: unknown = new PhoneError('transport_closed', 'The phone was disconnected while it was connecting.'),
  ): void {
    const state = this.#state;
    if (state.name === 'idle' || state.name === 'closed') return;
    this.#state = { name: 'closed' };
    if (state.name !== 'connected') return state.stop.abort(reason);
    state.session.close();
    this.#port.onDisconnected();
  }

  /** The network or the page is back: do not wait any longer than the service asked for, nor for a dial that hangs. */
  hurry(): void {
    if (this.#state.name === 'reconnecting' && this.#port.timers.now() >= this.#state.notBefore) this.#wake();
  }

  async #dialFirst(stop: AbortController, isReconnect: boolean): Promise<void> {
    await undefined; // So that the state is `connecting` before anything can end it.
    try {
      await this.#dial(stop, isReconnect);
    } catch (error) {
      if (stop.signal.aborted) throw error;
      // A phone that was coming back goes on with that; one that never was connected is not retried.
      if (isReconnect) void this.#comeBack(this.#delayAfter(toPhoneError(error), 1, stop), stop);
      else this.#state = { name: 'closed' };
      throw error;
    }
  }

  async #dial(stop: AbortController, isReconnect: boolean, { signal }: AbortController = stop): Promise<void> {
    stop.signal.throwIfAborted();
    await abortable(
      signal,
      this.#port.open((session) => this.#hold(session, stop, isReconnect), signal),
    );
  }

  #hold(session: Session, stop: AbortController, isReconnect: boolean): void {
    if (stop.signal.aborted) return; // open() closes the session.
    const ready = 'ready' in this.#state ? this.#state.ready : Promise.resolve();
    this.#state = { name: 'connected', ready, stop, session };
    this.#port.onConnected(session, isReconnect);
    void session.closed.then((error) => {
      if (this.#state.name !== 'connected' || this.#state.session !== session || !error) return;
      const delayMs = this.#delayAfter(error, 1, stop);
      this.#port.onDisconnected(error);
      void this.#comeBack(delayMs, stop);
    });
  }

  /** The one loop behind every drop. A session that opens ends it; the attempts count from there anew. */
  async #comeBack(firstDelayMs: number | undefined, stop: AbortController): Promise<void> {
    let delayMs = firstDelayMs;
    for (let attempt = 1; delayMs !== undefined && !stop.signal.aborted; attempt++) {
      const waited = this.#wait(delayMs, stop.signal);
      this.#port.onReconnecting({ attempt, delayMs });
      try {
        await waited;
        return await this.#redial(stop);
      } catch (cause) {
        if (stop.signal.aborted) return;
        delayMs = this.#delayAfter(toPhoneError(cause), attempt + 1, stop);
        if (cause === HURRIED) delayMs &&= 0;
      }
    }
  }

  /** A dial into a network that is gone hangs for seconds, also when there is another one by then: hurry() ends it. */
  async #redial(stop: AbortController): Promise<void> {
    const { timers } = this.#port;
    const dial = new AbortController();
    const leave = () => dial.abort(stop.signal.reason);
    const since = timers.now();
    this.#wake = () => timers.now() - since >= HANGING_MS && dial.abort(HURRIED);
    stop.signal.addEventListener('abort', leave);
    await this.#dial(stop, true, dial).finally(() => stop.signal.removeEventListener('abort', leave));
  }

  /** Decides, once an end, whether the phone comes back. */
  #delayAfter(error: PhoneError, attempt: number, stop: AbortController): number | undefined {
    const delayMs = this.#port.delayAfter(error, attempt);
    this.#state =
      delayMs === undefined
        ? { name: 'closed' }
        : { name: 'reconnecting', stop, notBefore: this.#port.timers.now() + (error.retryAfterMs ?? 0) };
    if (delayMs === undefined) this.#port.onGivenUp(error);
    return delayMs;
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
