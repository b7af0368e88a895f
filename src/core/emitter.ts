import type { Logger } from './logger.js';
import { demandOptions } from './options.js';
import { PhoneError } from './phone-error.js';
import { surface } from './surface.js';
import { unknownName } from './unknown-name.js';

export type Listener<Args extends unknown[]> = (...args: Args) => void;

export interface ListenerOptions {
  /** Removes the listener when it is aborted. */
  signal?: AbortSignal | undefined;
}

interface Registration {
  /** Whether the listener is removed after one call. */
  once: boolean;
  /** Removes our listener from the `signal` of the last registration, which may live much longer than the emitter. */
  readonly forget: () => void;
}

/** Typed events. A listener that throws hurts neither the emitter nor the other listeners; its error is surfaced once. */
export class Emitter<Events extends { [K in keyof Events]: unknown[] }> {
  readonly #listeners = new Map<keyof Events, Map<Listener<never>, Registration>>();
  readonly #known: string;
  readonly #logger: Logger | undefined;

  /** `known` names the events. The logger gets a warning when someone listens for another one. */
  constructor(known: string, logger?: Logger) {
    this.#known = known;
    this.#logger = logger;
    bindMembers(this);
  }

  /**
   * Calls `listener` at every `event`. A listener that is added twice is called once.
   * @returns a function that removes the listener.
   * @throws PhoneError `invalid_message` if the listener is not a function, or the signal not an AbortSignal.
   */
  on<K extends keyof Events>(event: K, listener: Listener<Events[K]>, options?: ListenerOptions): () => void {
    return this.#add(event, listener, false, options);
  }

  /** Calls `listener` at the next `event` only. A listener that `on()` added stays. Throws like `on()`. */
  once<K extends keyof Events>(event: K, listener: Listener<Events[K]>, options?: ListenerOptions): () => void {
    return this.#add(event, listener, true, options);
  }

  /** Removes `listener`, or every listener of `event` if you pass none. */
  off<K extends keyof Events>(event: K, listener?: Listener<Events[K]>): void {
    for (const [known, { forget }] of this.#listeners.get(event) ?? []) {
      if (listener && listener !== known) continue;
      forget();
      this.#listeners.get(event)?.delete(known);
    }
  }

  /** Removes every listener, after the last event. */
  protected removeAll(): void {
    for (const [event] of this.#listeners) this.off(event);
  }

  protected emit<K extends keyof Events>(event: K, ...args: Events[K]): void {
    this.emitWhile(() => true, event, ...args);
  }

  /** Emits an event, but skips the remaining listeners once one of them has made it untrue. */
  protected emitWhile<K extends keyof Events>(isTrue: () => boolean, event: K, ...args: Events[K]): void {
    for (const [listener, { once }] of [...(this.#listeners.get(event) ?? [])]) {
      if (!isTrue()) return;
      if (!this.#listeners.get(event)?.has(listener)) continue; // An earlier listener removed it.
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
    demandOptions(options);
    const warning = unknownName('event', String(event), this.#known);
    if (warning) this.#logger?.warn(warning);
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

/**
 * Binds the methods and accessors of an object to it. UI frameworks wrap objects in a proxy (Vue's `ref` and `reactive`),
 * and a method that runs on a proxy cannot reach private members.
 */
function bindMembers(object: object): void {
  for (let prototype = object; prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype)) {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name === 'constructor' || Object.hasOwn(object, name)) continue; // A subclass overrides it.
      for (const part of ['value', 'get', 'set'] as const) if (member[part]) member[part] = member[part].bind(object);
      Object.defineProperty(object, name, member);
    }
  }
}
