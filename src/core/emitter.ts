import { optionsFault } from './options.js';
import { PhoneError } from './phone-error.js';
import { surface } from './surface.js';

export type Listener<Args extends unknown[]> = (...args: Args) => void;

export interface ListenerOptions {
  /** Takes the listener off when it is aborted. */
  signal?: AbortSignal;
}

interface Registration {
  /** Whether it goes after one call. */
  once: boolean;
  /** Lets go of the signal that it came with last: that may live much longer than the emitter. */
  readonly forget: () => void;
}

/** Typed events. A listener that throws hurts neither the emitter nor the other listeners; its error is surfaced once. */
export class Emitter<Events extends { [K in keyof Events]: unknown[] }> {
  readonly #listeners = new Map<keyof Events, Map<Listener<never>, Registration>>();

  /**
   * Calls `listener` at every `event`. The same listener is kept once an event.
   * @returns a function that takes the listener off again.
   * @throws PhoneError `invalid_message` for a listener that is no function, or a signal that is none.
   */
  on<K extends keyof Events>(event: K, listener: Listener<Events[K]>, options?: ListenerOptions): () => void {
    return this.#add(event, listener, false, options);
  }

  /** Calls `listener` at the next `event` only; one that is on already stays on. Throws as `on()` does. */
  once<K extends keyof Events>(event: K, listener: Listener<Events[K]>, options?: ListenerOptions): () => void {
    return this.#add(event, listener, true, options);
  }

  /** Takes `listener` off, or, without one, every listener of `event`. None of them is called any more. */
  off<K extends keyof Events>(event: K, listener?: Listener<Events[K]>): void {
    for (const [known, { forget }] of this.#listeners.get(event) ?? []) {
      if (listener && listener !== known) continue;
      forget();
      this.#listeners.get(event)?.delete(known);
    }
  }

  /** Takes every listener off: there will be no event any more. */
  protected silence(): void {
    for (const [event] of this.#listeners) this.off(event);
  }

  protected emit<K extends keyof Events>(event: K, ...args: Events[K]): void {
    for (const [listener, { once }] of [...(this.#listeners.get(event) ?? [])]) {
      if (!this.#listeners.get(event)?.has(listener)) continue; // An earlier one took it off.
      if (once) this.off(event, listener as Listener<Events[K]>);
      try {
        (listener as Listener<Events[K]>)(...args);
      } catch (error) {
        surface(error);
      }
    }
  }

  #add<K extends keyof Events>(
    event: K,
    listener: Listener<Events[K]>,
    once: boolean,
    options?: ListenerOptions,
  ): () => void {
    if (typeof listener !== 'function') {
      throw new PhoneError('invalid_message', 'A listener is a function.');
    }
    const fault = optionsFault(options);
    if (fault) throw fault;
    const signal = options?.signal;
    const off = () => this.off(event, listener);
    if (signal?.aborted) return off;
    const listeners: Map<Listener<never>, Registration> = this.#listeners.get(event) ?? new Map();
    this.#listeners.set(event, listeners);
    listeners.set(listener, {
      once: once && listeners.get(listener)?.once !== false,
      forget: () => signal?.removeEventListener('abort', off),
    });
    signal?.addEventListener('abort', off);
    return off;
  }
}
