import { type Deferred, deferred } from '../../core/deferred.js';

/**
 * Those who wait for a connection. Each has a promise of its own, which nothing but the outcome or its own signal
 * settles; those without a signal share one. No handler is attached here: what nobody awaits is an unhandled rejection,
 * as with any other promise.
 */
export class Callers {
  /** Each with what lets go of its signal, which may live much longer. */
  readonly #waiting = new Map<Deferred<void>, () => void>();
  #shared: Promise<void> | undefined;

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** `onAbort` is told when the signal is aborted, and says whether this caller may still leave. */
  join(signal: AbortSignal | undefined, onAbort: (leave: () => void) => void): Promise<void> {
    if (!signal && this.#shared) return this.#shared;
    const caller = deferred<void>();
    if (!signal) this.#shared = caller.promise;
    const leave = () => {
      this.#remove(caller);
      caller.reject(signal?.reason);
    };
    const abort = () => onAbort(leave);
    signal?.addEventListener('abort', abort);
    this.#waiting.set(caller, () => signal?.removeEventListener('abort', abort));
    return caller.promise;
  }

  /** There is a connection. The promise that is shared stays the same for as long as there is. */
  resolveAll(): void {
    for (const caller of this.#removeAll()) caller.resolve();
  }

  /** There is none, or no longer. */
  rejectAll(error: unknown): void {
    this.#shared = undefined;
    for (const caller of this.#removeAll()) caller.reject(error);
  }

  #removeAll(): Deferred<void>[] {
    const callers = [...this.#waiting.keys()];
    for (const caller of callers) this.#remove(caller);
    return callers;
  }

  #remove(caller: Deferred<void>): void {
    this.#waiting.get(caller)?.();
    this.#waiting.delete(caller);
  }
}
