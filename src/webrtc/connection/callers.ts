import { type Deferred, deferred } from '../../core/deferred.js';

/**
 * Those who wait for a connection. They share one outcome, which nothing else settles; a caller with a signal can leave
 * before. No handler is attached for a caller without: what nobody awaits is an unhandled rejection, as with any other
 * promise.
 */
export class Callers {
  #outcome: (Deferred<void> & { waiting: number }) | undefined;

  get isEmpty(): boolean {
    return !this.#outcome?.waiting;
  }

  /** `onAbort` is told when the signal is aborted, and says whether this caller may still leave. */
  join(signal: AbortSignal | undefined, onAbort: (leave: () => void) => void): Promise<void> {
    this.#outcome ??= { ...deferred<void>(), waiting: 0 };
    const outcome = this.#outcome;
    outcome.waiting++;
    if (!signal) return outcome.promise;
    return new Promise((resolve, reject) => {
      const leave = () => {
        outcome.waiting--;
        reject(signal.reason);
      };
      const abort = () => onAbort(leave);
      signal.addEventListener('abort', abort);
      void outcome.promise.then(resolve, reject).then(() => signal.removeEventListener('abort', abort));
    });
  }

  /** There is a connection. The promise that is shared stays the same for as long as there is. */
  resolveAll(): void {
    this.#outcome?.resolve();
  }

  /** There is none, or no longer. */
  rejectAll(error: unknown): void {
    this.#outcome?.reject(error);
    this.#outcome = undefined;
  }
}
