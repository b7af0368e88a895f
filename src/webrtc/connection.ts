import { PhoneError } from '../core/phone-error.js';
import type { Session } from './session.js';

type ConnectionState =
  | { name: 'idle' }
  | { name: 'connecting'; ready: Promise<void>; stop: AbortController }
  | { name: 'connected'; ready: Promise<void>; session: Session }
  | { name: 'closed' };

export interface ConnectionPort {
  /** Opens an authenticated session; calls `onAuthenticated` as soon as it is one. */
  open(onAuthenticated: (session: Session) => void, signal: AbortSignal): Promise<void>;
  onConnected(): void;
  /** The session is over: with the error that ended it, or without one when the caller left. */
  onDisconnected(error?: PhoneError): void;
}

/** Keeps the phone's session: dials, holds it, and sees it end. */
export class Connection {
  readonly #port: ConnectionPort;
  #state: ConnectionState = { name: 'idle' };

  constructor(port: ConnectionPort) {
    this.#port = port;
  }

  get isConnected(): boolean {
    return this.#state.name === 'connected';
  }

  /** @throws PhoneError `transport_closed` when there is none. */
  get session(): Session {
    if (this.#state.name === 'connected') return this.#state.session;
    throw new PhoneError('transport_closed', 'The phone is not connected; await connect() first.');
  }

  /** Connects; the same promise while it is connecting or connected. */
  start(): Promise<void> {
    if ('ready' in this.#state) return this.#state.ready;
    const stop = new AbortController();
    const ready = this.#dial(stop.signal);
    this.#state = { name: 'connecting', ready, stop };
    return ready;
  }

  /** Leaves, in any state. A connect() that is under way rejects. */
  stop(): void {
    const state = this.#state;
    if (state.name === 'idle' || state.name === 'closed') return;
    this.#state = { name: 'closed' };
    if (state.name === 'connecting') {
      state.stop.abort(new PhoneError('transport_closed', 'The phone was disconnected while it was connecting.'));
      return;
    }
    state.session.close();
    this.#port.onDisconnected();
  }

  async #dial(signal: AbortSignal): Promise<void> {
    await undefined; // So that the state is `connecting` before anything can end it.
    try {
      signal.throwIfAborted();
      await Promise.race([this.#port.open((session) => this.#hold(session), signal), rejectOnAbort(signal)]);
    } catch (error) {
      if (!signal.aborted) this.#state = { name: 'closed' };
      throw error;
    }
  }

  #hold(session: Session): void {
    if (this.#state.name !== 'connecting') return; // Stopped meanwhile; open() closes the session.
    this.#state = { name: 'connected', ready: this.#state.ready, session };
    this.#port.onConnected();
    void session.closed.then((error) => {
      if (this.#state.name !== 'connected' || this.#state.session !== session) return;
      this.#state = { name: 'closed' };
      this.#port.onDisconnected(error);
    });
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
