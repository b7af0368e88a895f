import type { Logger } from './logger.js';
import { demandOptions } from './options.js';
import { PhoneError } from './phone-error.js';
import { surface } from './surface.js';
import { unknownName } from './unknown-name.js';

export type Listener<Args extends unknown[]> = (...args: Args) => void;

export interface ListenerOptions {
  /** Takes the listener off when it is aborted. */
  signal?: AbortSignal | undefined;
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
  readonly #known: string;
  readonly #logger: Logger | undefined;

  /** `known` names the events. The logger gets a warning when someone listens for another one. */
  constructor(known: string, logger?: Logger) {
    this.#known = known;
    this.#logger = logger;
    bindMembers(this);
  }

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
  protected removeAll(): void {
    for (const [event] of this.#listeners) this.off(event);
  }

  protected emit<K extends keyof Events>(event: K, ...args: Events[K]): void {
    this.emitWhile(() => true, event, ...args);
  }

  /** The same, until a listener makes the event untrue: those after it must not hear what is no longer so. */
  protected emitWhile<K extends keyof Events>(isTrue: () => boolean, event: K, ...args: Events[K]): void {
    for (const [listener, { once }] of [...(this.#listeners.get(event) ?? [])]) {
      if (!isTrue()) return;
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
 * Gives an object members of its own that are bound to it. Private members cannot be reached through a proxy, and UI
 * frameworks wrap what they are given in one (Vue's `ref` and `reactive`); a bound member runs on the object itself.
 */
function bindMembers(object: object): void {
  for (let prototype = object; prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype)) {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name === 'constructor' || Object.hasOwn(object, name)) continue; // Or a subclass overrides it.
      for (const part of ['value', 'get', 'set'] as const) if (member[part]) member[part] = member[part].bind(object);
      Object.defineProperty(object, name, member);
    }
  }
}
