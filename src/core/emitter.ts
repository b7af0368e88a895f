import { surface } from './surface.js';

export type Listener<Args extends unknown[]> = (...args: Args) => void;

/** Typed events. A listener that throws hurts neither the emitter nor the other listeners; its error is surfaced once. */
export class Emitter<Events extends { [K in keyof Events]: unknown[] }> {
  readonly #listeners = new Map<keyof Events, Set<Listener<never>>>();

  /**
   * Calls `listener` at every `event`. The same listener is kept once an event.
   * @returns a function that takes the listener off again.
   */
  on<K extends keyof Events>(event: K, listener: Listener<Events[K]>): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => this.off(event, listener);
  }

  /** Calls `listener` at the next `event` only. */
  once<K extends keyof Events>(event: K, listener: Listener<Events[K]>): () => void {
    const off = this.on(event, (...args) => {
      off();
      listener(...args);
    });
    return off;
  }

  /** Takes `listener` off, or, without one, every listener of `event`. */
  off<K extends keyof Events>(event: K, listener?: Listener<Events[K]>): void {
    if (listener) this.#listeners.get(event)?.delete(listener);
    else this.#listeners.delete(event);
  }

  protected emit<K extends keyof Events>(event: K, ...args: Events[K]): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) {
      try {
        (listener as Listener<Events[K]>)(...args);
      } catch (error) {
        surface(error);
      }
    }
  }
}
