import { type Deferred, deferred } from '../../core/deferred.js';
import { PhoneError } from '../../core/phone-error.js';
import { abortable, type Timers } from '../../core/timing.js';
import type { Session } from './session.js';

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

/** Keeps the phone connected: dials, holds the session, and after a drop waits and dials again. */
export class Connection {
  readonly #port: ConnectionPort;
  /** What those who wait for a connection get, one for all; and how many they are. */
  #outcome: (Deferred<void> & { waiting: number }) | undefined;
  /** Ends the try that goes on, its wait and its dial; each try has its own. Without one, the phone is offline. */
  #attempt: AbortController | undefined;
  /** While it is connected. */
  #session: Session | undefined;
  /** Whether it dropped and is coming back. */
  #isAway = false;
  /** How long the next wait is, in ms. */
  #delayMs = 0;
  /** The earliest moment of the next dial, in ms since the epoch. */
  #notBefore = 0;
  /** Somebody called connect() meanwhile: the next wait is none. */
  #isAsked = false;
  /** Ends the wait before the next dial, or a dial that hangs. */
  #wake: () => void = () => {};

  constructor(port: ConnectionPort) {
    this.#port = port;
  }

  get isConnected(): boolean {
    return this.#session !== undefined;
  }

  /** Whether the phone dropped and is coming back. */
  get isReconnecting(): boolean {
    return this.#isAway;
  }

  /** @throws PhoneError `transport_closed` when there is none. */
  get session(): Session {
    if (this.#session) return this.#session;
    const what = this.#isAway
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
    const ready = this.#join(signal);
    if (!this.#attempt) void this.#start();
    else if (this.#session) this.#tellCallers(this.#session);
    else if (this.#isAway) {
      this.#isAsked = true;
      this.#wake();
    }
    return ready;
  }

  /** Leaves, in any state. What connect() gave and has not settled rejects. */
  disconnect(): void {
    this.#rejectCallers(new PhoneError('transport_closed', 'The phone was disconnected.'));
    if (!this.#attempt) return;
    const session = this.#session;
    session?.close();
    this.#goOffline();
    if (session) this.#port.onDisconnected();
  }

  /** The network or the page is back: do not wait any longer than the service asked for, nor for a dial that hangs. */
  retryNow(): void {
    if (this.#isAway && this.#port.timers.now() >= this.#notBefore) this.#wake();
  }

  /**
   * Waits for the outcome. No handler is attached for a caller without a signal: what nobody awaits is an unhandled
   * rejection, as with any other promise.
   */
  #join(signal: AbortSignal | undefined): Promise<void> {
    this.#outcome ??= { ...deferred<void>(), waiting: 0 };
    const outcome = this.#outcome;
    outcome.waiting++;
    if (!signal) return outcome.promise;
    return new Promise((resolve, reject) => {
      const leave = () => {
        if (this.#session) return; // It is made; its callers are about to hear of it.
        reject(signal.reason);
        outcome.waiting--;
        if (this.#attempt && !this.#isAway && !this.#outcome?.waiting) this.#goOffline();
      };
      signal.addEventListener('abort', leave);
      // The phone may be disconnected in the same task: the session is checked as late as possible.
      const made = outcome.promise.then(() => resolve(void this.session)).catch(reject);
      void made.then(() => signal.removeEventListener('abort', leave));
    });
  }

  #rejectCallers(error: unknown): void {
    this.#outcome?.reject(error);
    this.#outcome = undefined;
  }

  #begin(): AbortController {
    this.#attempt = new AbortController();
    return this.#attempt;
  }

  #goOffline(error?: PhoneError): void {
    this.#attempt?.abort();
    this.#attempt = this.#session = undefined;
    this.#isAway = false;
    this.#port.onOffline(error);
  }

  /** A first connection is not retried. */
  async #start(): Promise<void> {
    const attempt = this.#begin();
    this.#port.onStart();
    await undefined; // So that whoever connects can leave again in the same task.
    try {
      await this.#dial(attempt);
    } catch (error) {
      if (this.#attempt !== attempt) return; // Whoever left has told the callers.
      this.#goOffline();
      this.#rejectCallers(toPhoneError(error));
    }
  }

  async #dial(attempt: AbortController): Promise<void> {
    const { timers } = this.#port;
    const { signal } = attempt;
    signal.throwIfAborted();
    // A dial into a network that is gone hangs for seconds, also when there is another one by then.
    const since = timers.now();
    this.#wake = () => timers.now() - since >= HANGING_MS && attempt.abort();
    const hold = (session: Session, wasKept: boolean) => {
      if (!signal.aborted) this.#hold(session, wasKept); // Else open() closes the session.
    };
    await abortable(signal, this.#port.open(hold, signal));
  }

  #hold(session: Session, wasKept: boolean): void {
    const isReconnect = this.#isAway;
    this.#session = session;
    this.#isAway = this.#isAsked = false;
    session.over.addEventListener('abort', () => this.#later(session, () => this.#dropped(session.over.reason)));
    this.#port.onConnected(session, { isReconnect, wasKept });
    this.#tellCallers(session);
  }

  #tellCallers(session: Session): void {
    this.#later(session, () => session.isOver || this.#outcome?.resolve());
  }

  /** Later than what is told now: whoever hears it may end the connection, and so may the next frame of the packet. */
  #later(session: Session, act: () => void): void {
    void Promise.resolve().then(() => this.#session === session && act());
  }

  #dropped(error: PhoneError): void {
    const attempt = this.#attempt;
    this.#session = undefined;
    this.#isAway = true;
    this.#rejectCallers(error);
    this.#decide(error, 1);
    this.#port.onDisconnected(error);
    if (this.#attempt === attempt) void this.#comeBack();
  }

  /** The one loop behind every drop. A session that opens ends it; the attempts count from there anew. */
  async #comeBack(): Promise<void> {
    for (let count = 1; ; count++) {
      const attempt = this.#begin();
      const delayMs = this.#isAsked ? 0 : this.#delayMs;
      const waited = this.#wait(delayMs, attempt.signal);
      this.#port.onReconnecting({ attempt: count, delayMs });
      try {
        await waited;
        return await this.#dial(attempt);
      } catch (cause) {
        if (this.#attempt !== attempt) return;
        if (attempt.signal.aborted) {
          this.#delayMs = 0; // It hung, and is to be made anew.
          continue;
        }
        if (this.#isAsked) count = 0;
        this.#isAsked = false;
        const error = toPhoneError(cause);
        this.#rejectCallers(error);
        this.#decide(error, count + 1);
        if (this.#attempt !== attempt) return;
      }
    }
  }

  /** Decides, once an end, whether the phone comes back, and when. */
  #decide(error: PhoneError, count: number): void {
    const attempt = this.#attempt;
    const wait = this.#port.waitAfter(error, count);
    if (this.#attempt !== attempt) return; // Whoever heard of the error has left.
    if (!wait) return this.#goOffline(error);
    this.#delayMs = wait.ms;
    this.#notBefore = this.#port.timers.now() + wait.leastMs;
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
